"""Columns part where hardly a line's words stand, as near to the next heading as may be."""

from send_extract.readers.dialects.gutters import Stretch, find_bounds, find_spans


def test_words_are_parted_where_two_spaces_stand() -> None:
    assert find_spans(" No  By when ") == [Stretch(1, 3, "No"), Stretch(5, 12, "By when")]


def test_stretches_overlap_on_whatever_lines() -> None:
    assert Stretch(0, 5, "a").overlaps(Stretch(4, 9, "b"))
    assert not Stretch(0, 5, "a").overlaps(Stretch(5, 9, "b"))


def test_a_column_begins_under_its_heading() -> None:
    headings = find_spans("No  Action      When")
    body = ("1   Ask them    May", "2   Tell all    June")

    assert find_bounds(headings, body) == (0, 4, 16)


def test_a_column_begins_before_its_heading_where_its_words_do() -> None:
    headings = find_spans("No    Action            When")
    body = ("1   Ask them all      May 2022", "2   Tell all of it    June 2022")

    assert find_bounds(headings, body) == (0, 4, 22)


def test_one_heading_bounds_one_column() -> None:
    assert find_bounds(find_spans("  Action"), ["  Mend the pier"]) == (2,)
