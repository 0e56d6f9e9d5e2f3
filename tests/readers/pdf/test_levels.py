"""Dates that stand level with their actions tell where each begins."""

from send_extract.readers.pdf.levels import mark_level_starts
from send_extract.readers.pdf.lines import Line
from tests.readers.pdf.test_lines import make_line

HEAD = ((make_line("Actions"),), (make_line("When"),))


def place(*texts: str) -> tuple[Line, ...]:
    return tuple(make_line(text, at * 12.0, 60.0) for at, text in enumerate(texts) if text)


def find(actions: tuple[str, ...], dates: tuple[str, ...]) -> list[int]:
    rows = (HEAD, (place(*actions), place(*dates)))
    return [at for at, line in enumerate(mark_level_starts(rows)[1][0]) if line.begins]


def test_a_date_after_a_blank_line_begins_the_item_beside_it() -> None:
    assert find(("Ask all of", "them now", "Tell them"), ("Jan", "", "March")) == [2]


def test_dates_without_blank_lines_tell_nothing() -> None:
    assert find(("Ask all of", "Them", "Tell"), ("Jan", "March", "May")) == []


def test_a_date_beside_the_middle_of_a_sentence_tells_that_they_do_not_go_together() -> None:
    assert find(("Ask all of", "them now", "and then", "Tell"), ("Jan", "", "May", "")) == []


def test_a_date_beside_nothing_tells_that_they_do_not_go_together() -> None:
    assert find(("Ask", "Tell"), ("Jan", "", "", "May")) == []


def test_no_rows_have_no_starts() -> None:
    assert mark_level_starts(()) == []
