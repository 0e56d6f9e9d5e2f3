"""A document's records say of themselves what is in them: words, their marks, the cells that count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from send_extract.document import (
    Block,
    Cell,
    Paragraph,
    Row,
    Run,
    cut_runs,
    join_runs,
    make_block,
    make_cell,
    print_runs,
    strip_runs,
)
from send_extract.source import Location

RUNS = st.lists(st.builds(Run, st.text("ab \n", max_size=4), st.sampled_from(("", "b"))), max_size=4)


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [
        ("Survey the pier", "1", "Survey the pier"),
        ("by 2022", "*", "by 2022"),
        ("Reduce CO", "2", "Reduce CO2"),
        ("ten square metres", "2", "ten square metres2"),
        ("the 1", "st", "the 1st"),
    ],
)
def test_a_raised_mark_is_no_word_and_a_power_is(before: str, raised: str, text: str) -> None:
    assert join_runs([Run(before), Run(raised, "^")]) == text


def test_the_mark_of_a_recommendations_number_is_raised_behind_it_alone() -> None:
    assert Block((Run("3"), Run("1", "^"))).text == "3"
    assert Block((Run("3"), Run("1", "^"), Run(" of them"))).text == "31 of them"


@given(RUNS, st.integers(0, 8))
def test_runs_are_cut_at_a_character(runs: list[Run], start: int) -> None:
    assert print_runs(cut_runs(runs, start)) == print_runs(runs)[start:]


@given(RUNS)
def test_runs_are_stripped_as_their_words_are(runs: list[Run]) -> None:
    assert print_runs(strip_runs(runs)) == print_runs(runs).strip()


def test_plain_words_make_a_block_and_a_cell_and_none_make_empty_ones() -> None:
    assert make_cell("Ask") == Cell((Block((Run("Ask"),)),))
    assert make_cell("") == Cell()
    assert make_block("").text == ""


def test_a_row_tells_its_words_from_those_that_merged_cells_repeat() -> None:
    above, beside = Cell(make_cell("GB").blocks, "row"), Cell(make_cell("Ask").blocks, "column")
    row = Row((make_cell("Ask"), beside, above, Cell()), Location(row=3))

    assert row.texts == ["Ask", "Ask", "GB", ""]
    assert [cell.text for cell in row.filled] == ["Ask", "GB"]
    assert [cell.text for cell in row.own] == ["Ask"]
    assert row.paragraphs == [Paragraph(make_block("Ask"), Location(row=3))]


def test_a_row_without_words_is_not_filled() -> None:
    assert not Row((Cell(), Cell(fill="Red"))).is_filled


def test_words_that_are_given_with_blocks_are_those_of_the_blocks() -> None:
    cell = Cell((Block((Run("Ask"),)),), text="Answer")
    assert cell == make_cell("Ask")
    assert replace(cell, blocks=(Block((Run("Listen"),)),)).text == "Listen"
