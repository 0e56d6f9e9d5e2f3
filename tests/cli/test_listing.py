from hypothesis import given
from hypothesis import strategies as st

from send_extract.cli.listing import draw_table

CELLS = st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), max_size=60)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=6), st.integers(40, 120))
def test_no_word_of_a_table_is_lost_however_narrow_it_is(rows: list[tuple[str, ...]], width: int) -> None:
    drawn = "".join("".join(draw_table(("No", "When", "Owner", "Action"), rows, width)).split())

    for row in rows:
        for cell in row:
            assert all(letter in drawn for letter in cell if not letter.isspace())
    letters = sum(len("".join(cell.split())) for row in rows for cell in row)
    assert len(drawn) == letters + len("NoWhenOwnerAction")


def test_a_wide_terminal_holds_a_row_in_a_line_and_a_narrow_one_folds_it() -> None:
    row = ("1.1", "March 2022", "GB", "Establish access to files and samples of casework in the team")

    assert len(list(draw_table(("No", "When", "Owner", "Action"), [row], 120))) == 2
    assert len(list(draw_table(("No", "When", "Owner", "Action"), [row], 40))) > 4
