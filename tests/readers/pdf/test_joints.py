"""Lines of cells without lines around them: which go on with the one above."""

import pytest

from send_extract.readers.pdf.columns import Gutter
from send_extract.readers.pdf.joints import mark_joints, weigh_start
from send_extract.readers.pdf.lines import Line
from tests.readers.pdf.test_lines import stack
from tests.readers.pdf.test_rows import lay

LONG = stack("Ask those who live by the quay", "what they need")


def tell(*rows: tuple[tuple[str, ...], tuple[str, ...]]) -> list[list[str]]:
    """The actions of rows of actions and dates, the lines that go on with others joined."""
    cells: list[list[tuple[Line, ...]]] = [[stack(*cell, edge=500) for cell in row] for row in rows]
    told = []
    for actions, _ in mark_joints([[LONG, stack("May")], *cells])[1:]:
        texts: list[str] = []
        for line in actions:
            texts.append(f"{texts.pop()} {line.text}" if line.goes_on else line.text)
        told.append(texts)
    return told


@pytest.mark.parametrize(
    "lines",
    [
        ("Mend the wall that leads to", "Mill Lane"),
        ("Mend the wall", "that leads to Mill Lane"),
        ("Mend the wall that leads to Old", "Mill Lane"),
    ],
)
def test_a_line_goes_on_by_its_last_word_its_next_letter_or_its_room(lines: tuple[str, str]) -> None:
    assert tell((lines, ("June 2024",))) == [[" ".join(lines)]]


def test_a_line_ends_that_had_room_or_a_full_stop() -> None:
    lines = ("Mend the wall", "Paint the gate")
    ended = ("Mend the wall at the old gate.", "Paint it")

    assert tell((lines, ("June 2024",)), (ended, ("June 2024",))) == [list(lines), list(ended)]


def test_as_many_dates_beside_them_make_items_of_full_lines() -> None:
    lines = ("Mend the wall beside Old Street", "Paint the gate")

    assert tell((lines, ("By the end of", "June 2024", "May 2025"))) == [list(lines)]
    assert tell((lines, ("By 30 June", "2024"))) == [[" ".join(lines)]]


@pytest.mark.parametrize(
    ("cells", "sign"),
    [
        ([("Go", "GB", 0), ("Mend it", "BM", 10)], 1),
        ([("Mend it", "May 2024", 0), ("Go", "June 2024", 10)], 1),
        ([("Mend a", "Head of", 0), ("gate", "Piers", 10)], -1),
        ([("Mend a", "GB", 0), ("gate", "", 10)], -1),
        ([("Go", "GB", 0), ("Gate", "", 10), ("and pier", "", 20)], 0),
    ],
)
def test_a_row_begins_where_all_columns_do_and_none_goes_on(
    cells: list[tuple[str, str, float]], sign: int
) -> None:
    lines = lay(*((first, second, top) for first, second, top in cells))
    points = weigh_start((Gutter(40, 50),), lines, 1)

    assert (points > 0) - (points < 0) == sign
