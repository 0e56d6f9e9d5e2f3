"""List marks that are drawn."""

from send_extract.readers.pdf.marks import name_marks
from send_extract.readers.pdf.words import Word

ASK = Word("Ask", 50, 70, 100, 110, "Arial", 10)


def test_a_small_square_before_a_word_is_a_list_mark() -> None:
    shape = {"x0": 40, "x1": 44, "top": 103, "bottom": 107}

    assert [word.text for word in name_marks((ASK,), (shape,))] == ["Ask", "•"]


def test_an_oblong_is_none() -> None:
    shape = {"x0": 40, "x1": 48, "top": 103, "bottom": 105}

    assert [word.text for word in name_marks((ASK,), (shape,))] == ["Ask"]
