"""Rows that no lines part: each begins with its number, or has it in its middle."""

import pytest

from send_extract.readers.pdf.columns import Gutter
from send_extract.readers.pdf.lines import Line, group_lines
from send_extract.readers.pdf.rows import Frame, find_rows, find_starts
from tests.readers.pdf.test_lines import make_line

FRAME = Frame((Gutter(40, 50),), is_numbered=True)


def lay(*cells: tuple[str, str, float]) -> tuple[Line, ...]:
    """Lines of two columns: what stands in the first, in the second, and how far down."""
    words = [
        word
        for number, text, top in cells
        for part, left in ((number, 0.0), (text, 50.0))
        for word in make_line(part, top, left=left).words
    ]
    return group_lines(words, 200)


def tell(lines: tuple[Line, ...], frame: Frame = FRAME) -> list[str] | None:
    rows = find_rows(frame, lines)
    return rows if rows is None else [" ".join(line.text for line in row.lines) for row in rows]


@pytest.mark.parametrize("number", ["{}", "R{}:", "REC-{}", "1.{}", "Rec {}", "SEND-0{}", "({})"])
def test_every_kind_of_number_begins_a_row(number: str) -> None:
    first, second = number.format(1), number.format(2)
    lines = lay((first, "Ask all", 0), ("", "of them", 12), (second, "Tell", 24))

    assert tell(lines) == [f"{first} Ask all of them", f"{second} Tell"]


def test_a_number_that_its_column_broke_is_one() -> None:
    lines = lay(
        ("SEND", "Ask all", 0), ("-01", "of them", 12), ("SEND", "Tell", 24), ("-0", "all", 36), ("2", "", 48)
    )

    assert sorted(find_starts(FRAME, lines)) == [0, 2]


def test_numbers_in_the_middle_of_their_rows_are_told_by_the_space_around() -> None:
    lines = lay(
        ("", "Ask all", 0), ("1", "", 6), ("", "of them", 12), ("2", "Tell", 30), ("", "Act", 48), ("3", "", 54),
        ("", "now", 60),
    )  # fmt: skip

    assert tell(lines) == ["Ask all 1 of them", "2 Tell", "Act 3 now"]


def test_lines_of_even_space_around_numbers_are_left_alone() -> None:
    lines = lay(*((("", "words", 12.0 * place)) for place in range(6)), ("1", "", 18), ("2", "", 50))

    assert tell(lines) is None


def test_a_table_ends_before_a_heading_that_no_number_follows() -> None:
    title = make_line("Glossary of words used", 40, left=20)
    lines = (*lay(("1", "Ask", 0), ("2", "Tell", 12)), title, *lay(("", "Term", 60)))

    assert tell(lines) == ["1 Ask", "2 Tell"]
