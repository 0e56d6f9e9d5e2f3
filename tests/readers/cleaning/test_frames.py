import pytest

from send_extract.document import Row, Table, make_cell
from send_extract.readers.cleaning.frames import drop_frames

FRAMED = ("", "A", "B", "C"), ("1", "No", "Action", "Lead"), ("2", "1", "Ask", "GB"), ("3", "2", "Tell", "AB")


def make_table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(Row(tuple(map(make_cell, row))) for row in rows))


def test_the_letters_and_numbers_around_a_sheet_are_left_out_and_said() -> None:
    (left,), (said,) = drop_frames((make_table(*FRAMED),))

    assert left == make_table(*(row[1:] for row in FRAMED[1:]))
    assert said.code == "sheet-frame"


@pytest.mark.parametrize("first", [(), ("",), ("No", "A", "B", "C"), ("", "A", "B", "D")])
def test_a_table_whose_first_row_is_no_row_of_letters_stays(first: tuple[str, ...]) -> None:
    table = make_table(first, *FRAMED[1:])

    assert drop_frames((table,)) == ((table,), [])
