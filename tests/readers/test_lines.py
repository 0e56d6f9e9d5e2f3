import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.document import Block, Cell, Paragraph, Row, Run, Table
from send_extract.readers.lines import (
    find_marker,
    is_markup,
    read_lines,
    read_runs,
    split_cells,
)

Told = list[tuple[int, str, str]]


def tell(blocks: tuple[Block, ...]) -> Told:
    return [(block.level, block.marker, block.text) for block in blocks]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ask", [(0, "", "Ask")]),
        ("Ask\nTell", [(0, "", "Ask"), (0, "", "Tell")]),
        ("• Ask\n• Tell", [(1, "•", "Ask"), (1, "•", "Tell")]),
        ("- Ask\r\n\r\n- Tell", [(1, "•", "Ask"), (1, "•", "Tell")]),
        ("\uf0b7 Ask", [(1, "•", "Ask")]),
        ("(cid:127) Ask", [(1, "•", "Ask")]),
        ("1. Ask\n2. Tell", [(1, "1.", "Ask"), (1, "2.", "Tell")]),
        ("a) Ask\nb) Tell", [(1, "a)", "Ask"), (1, "b)", "Tell")]),
        ("(i) Ask\n(ii) Tell", [(1, "(i)", "Ask"), (1, "(ii)", "Tell")]),
        ("1. Ask", [(0, "", "1. Ask")]),
        ("31. March\n1. April", [(0, "", "31. March"), (0, "", "1. April")]),
        ("-5 places", [(0, "", "-5 places")]),
        ("•", [(0, "", "•")]),
        ("", []),
        (" \n ", []),
    ],
)
def test_lines_are_blocks_and_their_marks_are_read(text: str, told: Told) -> None:
    assert tell(read_lines(text)) == told


def test_an_asterisk_before_a_word_is_a_note_where_there_can_be_no_bold() -> None:
    [block] = read_lines("Ask them *to be merged")

    assert block.runs == (Run("Ask them"), Run(" "), Run("*to be merged", "b"))


def test_an_asterisk_at_the_beginning_is_a_footnote_mark() -> None:
    assert read_lines("*Ask them") == (Block((Run("*Ask them"),)),)


def test_emphasis_crosses_lines() -> None:
    assert read_runs((Run("• Ask\n• Te", "b"), Run("ll"))) == (
        Block((Run("Ask", "b"),), 1, "•"),
        Block((Run("Te", "b"), Run("ll")), 1, "•"),
    )


@given(st.text(alphabet="ab1.)•-* \n", max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(block.text for block in read_lines(text))

    assert [each for each in kept if each in "ab*"] == [each for each in text if each in "ab*"] or "*" in text


@pytest.mark.parametrize(("text", "length"), [("• a", 2), ("1) a", 3), ("a", 0), ("•", 0), ("12 a", 0)])
def test_the_length_of_a_mark_is_found(text: str, length: int) -> None:
    assert find_marker(text) == length


def test_markup_is_told_from_a_bare_bracket() -> None:
    assert is_markup("Ask<br>Tell")
    assert not is_markup("<20 weeks")


def test_cells_are_split_at_their_lines() -> None:
    marked, plain = Cell((Block((Run("- Ask\n- Tell"),)),)), Cell((Block((Run("Ask\nTell"),)),))
    heading = Paragraph(Block((Run("a\nb"),)))

    before, table = split_cells((heading, Table((Row((marked, plain)),))))

    assert before == heading
    assert isinstance(table, Table)
    assert [len(cell.blocks) for cell in table.rows[0].cells] == [2, 2]
