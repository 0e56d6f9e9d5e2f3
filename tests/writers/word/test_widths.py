from hypothesis import given
from hypothesis import strategies as st

from send_extract.writers.word.body import PrintedCell, PrintedRow, make_line
from send_extract.writers.word.widths import find_widths


def make_rows(*rows: tuple[str, ...]) -> list[PrintedRow]:
    return [PrintedRow(tuple(PrintedCell((make_line(text),)) for text in row)) for row in rows]


@given(
    st.integers(1, 30).flatmap(
        lambda count: st.lists(st.tuples(*[st.text(max_size=60)] * count), min_size=1, max_size=4)
    )
)
def test_the_columns_fill_the_page_and_none_is_lost(rows: list[tuple[str, ...]]) -> None:
    widths = find_widths(make_rows(*rows), 15000)
    assert sum(widths) == 15000
    assert min(widths) > 0


def test_a_column_of_sentences_is_wider_than_one_of_initials() -> None:
    number, words, who = find_widths(
        make_rows(("No", "Recommendation", "Who"), ("1", "a sentence of some words " * 9, "GB")), 15000
    )
    assert number <= who < words / 4
