"""Character references are read as browsers read them; what is none stays as it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.readers.entities import decode_entities


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
    ],
)
def test_references_are_read(printed: str, read: str) -> None:
    assert decode_entities(printed) == read


@given(st.text(st.characters(exclude_characters="&")))
def test_text_without_any_stays(text: str) -> None:
    assert decode_entities(text) == text
