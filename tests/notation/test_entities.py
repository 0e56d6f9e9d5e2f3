"""Character references are read as browsers read them; what is none stays as it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.notation.entities import decode_entities


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Health &amp; Care", "Health & Care"),
        ("&pound;20", "£20"),
        ("&#8211; &#x2013;", "– –"),
        ("A&E", "A&E"),
        ("R&D; then", "R&D; then"),
        ("&amp next", "& next"),
        ("&ampere", "&ampere"),
        ("&unknown;", "&unknown;"),
        ("A&amp;amp;#38;amp;B", "A&B"),
        ("&amp;lt;b&amp;gt;", "<b>"),
        ("&amp;ampamp;", "&ampamp;"),
        ("&&#97;mp;lt;", "<"),
    ],
)
def test_references_are_read(printed: str, read: str) -> None:
    assert decode_entities(printed) == read


def test_a_sign_is_read_however_often_it_was_escaped() -> None:
    assert decode_entities(f"&{'amp;' * 20_000}lt;") == "<"


@given(st.text(st.sampled_from("&#;amplt38xX ")))
def test_what_was_read_is_read(text: str) -> None:
    assert decode_entities(decode_entities(text)) == decode_entities(text)


@given(st.text(st.characters(exclude_characters="&")))
def test_text_without_any_stays(text: str) -> None:
    assert decode_entities(text) == text
