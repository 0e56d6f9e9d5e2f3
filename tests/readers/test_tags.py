"""What a tag does is told from its name and its attributes; what is no tag is an author's words."""

import pytest

from send_extract.readers.tags import TAG, Classified, classify_tag, find_value, read_attributes


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("p", Classified("open_block")),
        ("/P", Classified("close_block")),
        ("strong class='x'", Classified("open_emphasis", "b")),
        ("/del", Classified("close_emphasis", "s")),
        ("br/", Classified("break_line")),
        ("li value='4'", Classified("open_item", "4")),
        ("img alt='A pier'", Classified("describe_image", "A pier")),
        ("o:p", Classified("skip")),
        ("!doctype html", Classified("skip")),
    ],
)
def test_a_known_tag_has_its_effect(tag: str, told: Classified) -> None:
    assert classify_tag(tag) == told


@pytest.mark.parametrize("tag", ["name of the school", "GB", "p and others", "tbc/x"])
def test_words_in_angle_brackets_stay_words(tag: str) -> None:
    assert classify_tag(tag) == Classified("keep_words", tag)


@pytest.mark.parametrize("tag", ["span style='display:none'", "input type=checkbox", "p class='sr-only'"])
def test_a_tag_that_says_how_it_is_shown_is_for_the_reader_of_pages(tag: str) -> None:
    assert classify_tag(tag).effect == "show"


def test_a_list_says_where_it_starts_and_how_it_counts() -> None:
    assert find_value("ol", {"start": "3", "type": "a"}) == "3 a"
    assert find_value("ol", {"start": "9" * 20}) == "1 1"
    assert find_value("ul", {}) == ""


def test_attributes_are_read_with_quotes_and_without() -> None:
    assert read_attributes("ol START='3' type=a title=\"x y\"") == {"start": "3", "type": "a", "title": "x y"}


def test_a_comparison_is_no_tag() -> None:
    assert TAG.findall("if a < b and <b>c</b> > d") == ["b", "/b"]
