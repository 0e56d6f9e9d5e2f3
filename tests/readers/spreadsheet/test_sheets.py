import pytest

from send_extract.document import Block, Cell, Run
from send_extract.readers.spreadsheet.sheets import (
    Area,
    Sheet,
    make_cell,
    name_hidden,
    name_place,
    read_area,
    read_place,
)


@pytest.mark.parametrize(
    ("name", "place"), [("A1", (0, 0)), ("Z9", (8, 25)), ("AA10", (9, 26)), ("XFD1", (0, 16_383))]
)
def test_a_place_reads_back_as_its_name(name: str, place: tuple[int, int]) -> None:
    assert read_place(name) == place
    assert name_place(place) == name


@pytest.mark.parametrize("name", ["", "A", "1", "C0", "A1:B2", "Sheet!A1"])
def test_what_names_no_place_is_none(name: str) -> None:
    assert read_place(name) is None


def test_a_range_may_be_of_one_cell() -> None:
    assert read_area("B2:C4") == Area((1, 1), (3, 2))
    assert read_area("B2") == Area((1, 1), (1, 1))
    assert read_area("B2:") == Area((1, 1), (1, 1))
    assert read_area("?") is None


def test_markup_in_a_cell_is_read_as_such() -> None:
    assert make_cell("<ul><li>Ask</li></ul>") == Cell((Block((Run("Ask"),), 1, "•"),))
    assert make_cell("a < b", "s") == Cell((Block((Run("a < b", "s"),)),))
    assert make_cell(" ") == Cell()


def test_hidden_rows_and_columns_are_named_where_they_hold_words() -> None:
    cells = {(row, 6): make_cell("Ask") for row in (4, 5, 6, 8)}
    sheet = Sheet("Plan", cells, hidden_rows=frozenset({4, 5, 6, 7, 8}), hidden_columns=frozenset({6, 7}))

    assert name_hidden(sheet) == "rows 5 to 7, 9 and column G"
