"""Lines to blocks: items, wraps and runs."""

import pytest

from send_extract.document import Block, Run
from send_extract.readers.pdf.blocks import build_blocks, find_signs
from send_extract.readers.pdf.lines import Line, group_lines
from send_extract.readers.pdf.seams import Habits
from send_extract.readers.pdf.words import Word
from tests.readers.pdf.test_lines import make_line, stack


def tell(*texts: str, edge: float = 100.0) -> list[tuple[str, str]]:
    return [(block.marker, block.text) for block in build_blocks(stack(*texts, edge=edge))]


def test_a_break_before_a_word_that_would_have_fitted_is_the_authors() -> None:
    assert tell("Jan", "Wef Feb onwards", "March") == [("", "Jan"), ("", "Wef Feb onwards"), ("", "March")]


@pytest.mark.parametrize(
    ("bullet", "marker"),
    [
        ("•", "•"),
        ("(cid:127)", "•"),
        ("\uf0b7", "•"),
        ("\x00", "•"),
        ("-", "-"),
        ("1.", "1."),
        ("§", "§"),
        (">", ">"),
        ("?", "?"),
    ],
)
def test_marks_begin_items_and_wrapped_lines_go_on(bullet: str, marker: str) -> None:
    told = tell(f"{bullet} Ask all of them", "everywhere", f"{bullet} Tell")

    assert told == [(marker, "Ask all of them everywhere"), (marker, "Tell")]


def test_a_lone_sign_that_means_something_is_a_mark_only_where_others_use_it() -> None:
    line = stack("> 90% of reviews")

    assert [block.marker for block in build_blocks(line)] == [""]
    assert [block.marker for block in build_blocks(line, Habits(), frozenset((">",)))] == [">"]


@pytest.mark.parametrize("text", ["& others", "£ 5", "( see below", "* a note"])
def test_a_sign_that_words_begin_with_is_no_mark_of_its_own(text: str) -> None:
    assert find_signs(stack(text, text)) == frozenset()


def test_marks_further_in_are_of_a_list_in_the_list() -> None:
    lines = (make_line("• Ask"), make_line("• Tell", 12, left=20), make_line("• Act", 24))

    assert [block.level for block in build_blocks(lines)] == [1, 2, 1]


def test_a_small_raised_word_is_a_footnote_mark() -> None:
    words = (*make_line("document").words, Word("1", 40.2, 42.0, -1.0, 5.0, "Arial", 6.0))
    [line] = group_lines(words, 100)

    assert build_blocks((line,)) == (Block((Run("document"), Run("1", "^"))),)
    assert build_blocks((line,))[0].text == "document"


def test_a_number_that_lost_its_space_is_a_mark() -> None:
    assert tell("13.Ask") == [("13.", "Ask")]


def test_fonts_tell_the_emphasis() -> None:
    line = Line((*make_line("Ask").words, *make_line("*merge", font="Arial-BoldMT", left=20).words), 100)

    assert build_blocks((line,)) == (Block((Run("Ask "), Run("*merge", "b"))),)


def test_no_lines_are_no_blocks() -> None:
    assert build_blocks(()) == ()


def test_a_dash_between_the_words_of_a_line_that_wraps_is_no_mark() -> None:
    assert tell("Assistant Director", "– Education", edge=95.0) == [("", "Assistant Director – Education")]
