import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.notation.marks import (
    GLYPHS,
    Mark,
    find_bullets_inside,
    find_counted_inside,
    find_mark,
    find_marks,
    split_counted,
)


@pytest.mark.parametrize("glyph", [*GLYPHS.split("\uf000")[0], "\uf0b7", "\uf0d8", "(cid:127)"])
def test_a_glyph_marks_an_item_with_and_without_white_space_behind_it(glyph: str) -> None:
    ends = [
        mark.end for text in (f"{glyph}Ask", f"{glyph} Ask", f"  {glyph}\tAsk") if (mark := find_mark(text))
    ]

    assert ends == [len(glyph), len(glyph) + 1, len(glyph) + 3]


@pytest.mark.parametrize("mark", ["-", "–", "—", "*", "o", "+", ">", "»"])
def test_a_dash_a_star_or_a_typed_ring_needs_white_space_behind_it(mark: str) -> None:
    assert find_mark(f"{mark} Ask") == Mark(2, mark, "")
    assert find_mark(f"{mark}ne") is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1. Ask", "1"),
        ("(a) Ask", "a"),
        ("iv) Ask", "iv"),
        ("B. Ask", "B"),
        ("2.Ask", "2"),
        ("31. March", "31"),
    ],
)
def test_a_mark_that_counts_says_what_it_counts(text: str, count: str) -> None:
    mark = find_mark(text)

    assert mark is not None
    assert mark.counted == count


@pytest.mark.parametrize("text", ["", "•", "- ", "1.", "April", "1.5 million", "(cid:12)", "a.m. only", "-"])
def test_words_without_a_mark_have_none(text: str) -> None:
    assert find_mark(text) is None


def test_marks_that_count_are_a_list_only_where_they_count_up() -> None:
    assert [mark and mark.counted for mark in find_marks(["1. Ask", "2. Answer"])] == ["1", "2"]
    assert find_marks(["1. Ask", "7. Answer"]) == [None, None]
    assert find_marks(["31. March"]) == [None]


def test_letters_that_a_lost_font_left_are_marks_where_every_line_has_the_same() -> None:
    assert [mark and mark.end for mark in find_marks(["Ø Ask", "Ø Answer"])] == [2, 2]
    assert find_marks(["Ø Ask", "Answer"]) == [None, None]
    assert find_marks(["v Ask", "q Answer"]) == [None, None]


def test_glyphs_inside_words_begin_items_and_dashes_do_not() -> None:
    assert [match.start() for match in find_bullets_inside("• Ask – soon ➢ Answer")] == [0, 13]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("1. Ask 2. Answer", ("Ask", "Answer")),
        ("a) Ask  b) Answer", ("Ask", "Answer")),
        ("(i) Ask (ii) Answer", ("Ask", "Answer")),
        ("2.1 Ask 2.2 Answer", ("Ask", "Answer")),
        ("1. Ask 3. Answer", ()),
        ("See 1. and 2. below", ()),
    ],
)
def test_a_text_counted_from_its_beginning_is_cut_at_its_counts(text: str, pieces: tuple[str, ...]) -> None:
    assert split_counted(text) == pieces


@given(st.text())
def test_a_mark_ends_before_the_words_and_takes_none_of_them(text: str) -> None:
    mark = find_mark(text)

    assert mark is None or (mark.printed in text[: mark.end] and text[mark.end :].strip())
    assert all(match.start() <= match.end() for match in find_counted_inside(text))
