import pytest

from send_extract.document import Block, Cell, Run
from send_extract.readers.counts import (
    Counted,
    ListNumber,
    Numbering,
    advance,
    build_cell,
    find_running,
    number_block,
    print_mark,
    print_running,
)


@pytest.mark.parametrize(
    ("kind", "count", "mark"),
    [
        ("decimal", 12, "12."), ("decimalZero", 3, "03."), ("lowerLetter", 28, "bb."), ("upperLetter", 2, "B."),
        ("lowerRoman", 9, "ix."), ("upperRoman", 44, "XLIV."),
    ],
)  # fmt: skip
def test_a_count_is_printed_in_its_kind(kind: str, count: int, mark: str) -> None:
    assert print_mark(Numbering(kind), {0: Numbering(kind)}, [count]) == mark


def test_counting_a_level_begins_those_below_it_anew() -> None:
    counter: list[int | None] = [2, 5, *[None] * 7]

    advance(counter, 0, 1)
    advance(counter, 1, 4)

    assert counter[:3] == [3, 4, None]


def test_numbers_of_headings_and_worded_ones_stand_before_the_words() -> None:
    words, mark = (Run("Ask"),), Run("1.")

    assert (
        number_block(words, ListNumber("L", 0, "1.", is_counted=True), mark, is_heading=False).marker == "1."
    )
    assert (
        number_block(words, ListNumber("L", 0, "1.", is_counted=True), mark, is_heading=True).text == "1. Ask"
    )


def test_lists_with_an_item_in_each_of_several_cells_run_down_a_column() -> None:
    block = Block((Run("Ask"),), 1, "1.")
    counted = [Counted(block, Run("1."), name, at) for name, at in (("L", 1), ("L", 2), ("M", 3), ("M", 3))]

    assert find_running(counted) == {"L"}
    assert print_running(Cell((block,)), {id(block): Run("1.")}).text == "1. Ask"


def test_lines_of_a_cell_s_only_paragraph_are_its_items() -> None:
    assert [block.text for block in build_cell([Block((Run("Ask\nTell"),))]).blocks] == ["Ask", "Tell"]
    assert len(build_cell([Block((Run("Ask\nall of them"),))]).blocks) == 1
