"""What is laid over a page: its words are read, its comments told, its links and buttons passed over."""

import pytest

from send_extract.readers.pdf.annotations import read_annotations

BOX = {"x0": 100.0, "x1": 200.0, "top": 50.0, "bottom": 74.0}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"Subtype": "Widget", "FT": "Tx", "V": b"Ask all\nTell"}, ["Ask", "all", "Tell"]),
        ({"Subtype": "Widget", "FT": "Tx", "V": b"\xfe\xff\x00A\x00s\x00k"}, ["Ask"]),
        ({"Subtype": "Widget", "FT": "Ch", "V": b"Amber"}, ["Amber"]),
        ({"Subtype": "Widget", "Parent": {"FT": "Tx", "V": b"Ask"}}, ["Ask"]),
        ({"Subtype": "Widget", "FT": "Btn", "V": b"Off"}, []),
        ({"Subtype": "Widget", "FT": "Tx", "V": b"Ask", "F": 2}, []),
        ({"Subtype": "Widget", "FT": "Tx"}, []),
        ({"Subtype": "FreeText", "Contents": b"Typed over"}, ["Typed", "over"]),
        ({"Subtype": "Link", "Contents": b"https"}, []),
        ({}, []),
    ],
)
def test_fields_and_typed_boxes_are_words(data: dict[str, object], words: list[str]) -> None:
    assert [word.text for word in read_annotations([{**BOX, "data": data}]).words] == words


def test_a_line_of_a_field_is_a_line_inside_its_box() -> None:
    data = {"Subtype": "Widget", "FT": "Tx", "V": b"Ask all\nTell"}
    first, second, third = read_annotations([{**BOX, "data": data}]).words

    assert first.top == second.top < third.top
    assert all(
        100 <= word.x0 < word.x1 <= 200 and 50 <= word.top < word.bottom <= 74 for word in (first, third)
    )


@pytest.mark.parametrize("kind", ["Text", "Highlight"])
def test_comments_are_told_apart(kind: str) -> None:
    found = read_annotations([{**BOX, "data": {"Subtype": kind, "Contents": b"is it so? "}}])

    assert found == ((), ("is it so?",), ())


def test_a_reviewers_line_through_words_is_told() -> None:
    box = {"x0": 50, "top": 100, "x1": 90, "bottom": 110}
    data = {
        "Subtype": "StrikeOut",
        "Rect": [50, 90, 90, 100],
        "QuadPoints": [50, 100, 90, 100, 50, 90, 90, 90],
    }

    assert read_annotations([{**box, "data": data}]).strikes == ((50, 90, 105),)
