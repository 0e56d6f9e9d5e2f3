import pytest

from send_extract.document import Block, Run
from send_extract.readers.pdf.lines import Line, Word, build_blocks, find_signs, find_wraps, group_lines

LETTER = 5.0


def make_line(
    text: str, top: float = 0.0, edge: float = 100.0, font: str = "Arial", left: float = 0.0
) -> Line:
    words: list[Word] = []
    x = left
    for part in text.split():
        words.append(Word(part, x, x + LETTER * len(part), top, top + 10, font, 10.0))
        x += LETTER * (len(part) + 0.5)
    return Line(tuple(words), edge)


def stack(*texts: str, edge: float = 100.0) -> tuple[Line, ...]:
    return tuple(make_line(text, place * 12.0, edge) for place, text in enumerate(texts))


def tell(*texts: str, edge: float = 100.0) -> list[tuple[str, str]]:
    return [(block.marker, block.text) for block in build_blocks(stack(*texts, edge=edge))]


def test_words_side_by_side_are_a_line() -> None:
    words = [*make_line("b", 12).words, *make_line("a c", 0).words]

    assert [line.text for line in group_lines(words, 100)] == ["a c", "b"]


def test_a_line_that_could_not_hold_the_next_word_wraps() -> None:
    assert find_wraps(stack("a long line of words", "follows", "on")) == (False, True, False)


def test_a_break_before_a_word_that_would_have_fitted_is_the_authors() -> None:
    assert tell("Jan", "Wef Feb onwards", "March") == [("", "Jan"), ("", "Wef Feb onwards"), ("", "March")]


def test_lines_far_apart_are_two_paragraphs() -> None:
    lines = (
        make_line("a long line of words"),
        make_line("follows on here too", 12),
        make_line("new paragraph here", 40),
    )

    assert find_wraps(lines) == (False, True, False)


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
    assert [block.marker for block in build_blocks(line, (), frozenset((">",)))] == [">"]


@pytest.mark.parametrize("text", ["& others", "£ 5", "( see below", "* a note"])
def test_a_sign_that_words_begin_with_is_no_mark_of_its_own(text: str) -> None:
    assert find_signs(stack(text, text)) == frozenset()


def test_marks_further_in_are_of_a_list_in_the_list() -> None:
    lines = (make_line("• Ask"), make_line("• Tell", 12, left=20), make_line("• Act", 24))

    assert [block.level for block in build_blocks(lines)] == [1, 2, 1]


def test_a_line_that_begins_by_another_column_is_no_wrapped_one() -> None:
    first, second = stack("a long line of words", "follows")

    assert find_wraps((first, second._replace(begins=True))) == (False, False)


def test_a_small_word_that_may_just_have_fitted_follows() -> None:
    assert find_wraps(stack("*intention is", "to merge", edge=77.0)) == (False, True)
    assert find_wraps(stack("*intention is", "To merge", edge=77.0)) == (False, False)


def test_a_small_raised_word_is_a_footnote_mark() -> None:
    words = (*make_line("document").words, Word("1", 40.2, 42.0, -1.0, 5.0, "Arial", 6.0))
    [line] = group_lines(words, 100)

    assert build_blocks((line,)) == (Block((Run("document"), Run("1", "^"))),)
    assert build_blocks((line,))[0].text == "document"


def test_a_number_that_lost_its_space_is_a_mark() -> None:
    assert tell("13.Ask") == [("13.", "Ask")]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("the work of co-", "production"), "the work of co-production"),
        (("access to files/", "samplesandmore"), "access to files/samplesandmore"),
        (("Recommendatio", "n of all"), "Recommendation of all"),
        (("September", "2022"), "September 2022"),
        (("recommendation", ", but"), "recommendation, but"),
    ],
)
def test_words_that_the_column_broke_are_whole_again(lines: tuple[str, str], words: str) -> None:
    edge = max(len(line) * LETTER for line in lines[:1])

    assert " ".join(text for _, text in tell(*lines, edge=edge)) == words


@pytest.mark.parametrize(
    ("vocabulary", "words"),
    [
        ((), "commissionnames"),
        (("commission",), "commission names"),
        (("names",), "commission names"),
        (("commission", "commissionnames"), "commissionnames"),
    ],
)
def test_words_that_stand_whole_elsewhere_were_not_broken(vocabulary: tuple[str, ...], words: str) -> None:
    lines = stack("commission", "names", edge=51.0)

    assert " ".join(block.text for block in build_blocks(lines, vocabulary)) == words


def test_fonts_tell_the_emphasis() -> None:
    line = Line((*make_line("Ask").words, *make_line("*merge", font="Arial-BoldMT", left=20).words), 100)

    assert build_blocks((line,)) == (Block((Run("Ask "), Run("*merge", "b"))),)


def test_no_lines_are_no_blocks() -> None:
    assert build_blocks(()) == ()
