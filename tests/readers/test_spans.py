from hypothesis import given
from hypothesis import strategies as st

from send_extract.document import Block, Cell, Run
from send_extract.readers.spans import WIDEST, Spanned, expand_spans


def make(text: str, columns: int = 1, rows: int = 1) -> Spanned:
    return Spanned(Cell((Block((Run(text),)),)), columns, rows)


def tell(rows: list[list[Spanned]]) -> list[list[str]]:
    return [[f"{cell.text}{cell.span[:1]}" for cell in row] for row in expand_spans(rows)]


def test_cells_that_span_nothing_stay() -> None:
    assert tell([[make("a"), make("b")], [make("c")]]) == [["a", "b"], ["c"]]


def test_a_span_of_columns_is_repeated_to_the_right() -> None:
    assert tell([[make("a", 3), make("b")]]) == [["a", "ac", "ac", "b"]]


def test_a_span_of_rows_is_repeated_below() -> None:
    assert tell([[make("a", 1, 3), make("b")], [make("c")], [make("d")]]) == [
        ["a", "b"],
        ["ar", "c"],
        ["ar", "d"],
    ]


def test_both_at_once_push_the_rows_below_aside() -> None:
    assert tell([[make("x"), make("a", 2, 2)], [make("y"), make("z")]]) == [
        ["x", "a", "ac"],
        ["y", "ar", "ar", "z"],
    ]


def test_a_span_to_the_right_of_a_short_row_keeps_its_column() -> None:
    assert tell([[make("a"), make("b"), make("c", 1, 2)], [make("d")]]) == [["a", "b", "c"], ["d", "", "cr"]]


def test_a_span_of_no_rows_reaches_the_end() -> None:
    assert tell([[make("a", 1, 0)], [], []]) == [["a"], ["ar"], ["ar"]]


def test_a_span_beyond_all_reason_is_cut() -> None:
    [row] = expand_spans([[make("a", 10**9, 10**9)]])

    assert len(row) == WIDEST


SPANNED = st.builds(make, st.text("ab", min_size=1, max_size=2), st.integers(-1, 4), st.integers(0, 4))


@given(st.lists(st.lists(SPANNED, max_size=4), max_size=5))
def test_every_cell_stands_exactly_once_as_its_own(rows: list[list[Spanned]]) -> None:
    laid = expand_spans(rows)

    assert [[cell for cell in row if not cell.span and cell.blocks] for row in laid] == [
        [spanned.cell for spanned in row] for row in rows
    ]
