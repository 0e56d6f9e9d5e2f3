"""Words to lines, and which of their breaks are the author's."""

from send_extract.readers.pdf.lines import Line, find_gap, find_wraps, group_lines
from send_extract.readers.pdf.words import Word

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


def test_words_side_by_side_are_a_line() -> None:
    words = [*make_line("b", 12).words, *make_line("a c", 0).words]

    assert [line.text for line in group_lines(words, 100)] == ["a c", "b"]


def test_a_line_that_could_not_hold_the_next_word_wraps() -> None:
    assert find_wraps(stack("a long line of words", "follows", "on")) == (False, True, False)


def test_lines_far_apart_are_two_paragraphs() -> None:
    lines = (
        make_line("a long line of words"),
        make_line("follows on here too", 12),
        make_line("new paragraph here", 40),
    )

    assert find_wraps(lines) == (False, True, False)


def test_a_line_that_begins_by_another_column_is_no_wrapped_one() -> None:
    first, second = stack("a long line of words", "follows")

    assert find_wraps((first, second._replace(begins=True))) == (False, False)


def test_a_small_word_that_may_just_have_fitted_follows() -> None:
    assert find_wraps(stack("*intention is", "to merge", edge=77.0)) == (False, True)
    assert find_wraps(stack("*intention is", "To merge", edge=77.0)) == (False, False)


def test_a_mark_that_hangs_on_a_word_needs_room_too() -> None:
    first, second = stack("March", "2022", edge=50.0)
    mark = second.words[0]._replace(text="2", x0=20.0, x1=24.0, size=6.0, raised=True)

    assert find_wraps((first, second)) == (False, False)
    assert find_wraps((first, second._replace(words=(*second.words, mark)))) == (False, True)


def test_a_large_list_mark_brings_lines_no_closer() -> None:
    first, second = stack("a long line of words", "• follows on")
    mark = second.words[0]._replace(top=second.top - 1.5, size=13.0)

    assert find_gap(first, second._replace(words=(mark, *second.words[1:]))) == find_gap(first, second)
