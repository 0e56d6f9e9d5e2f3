"""Words from letters: which gaps are spaces."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from send_extract.readers.pdf.pages import read_pages
from send_extract.readers.pdf.words import Word, read_words
from send_extract.source import Source
from tests.forms.drawing import write_pages


def read(draw: Callable[[Canvas], object]) -> tuple[Word, ...]:
    return read_pages(Source("plan.pdf", write_pages(draw)))[0].words


def draw_letters(canvas: Canvas, text: str, gap: float, *, keeps_spaces: bool, shrink: float = 0.0) -> None:
    """Each letter for itself, `gap` points apart, its spaces printed or left out."""
    x = 50.0
    for letter in text:
        if keeps_spaces or letter != " ":
            canvas.drawString(x, 500, letter)
        x += canvas.stringWidth(letter) + gap - (shrink if letter == " " else 0)


@pytest.mark.parametrize("keeps_spaces", [True, False])
@pytest.mark.parametrize("gap", [-0.3, 0.0, 2.5])
def test_a_space_is_told_beside_the_gaps_between_letters(gap: float, keeps_spaces: bool) -> None:
    words = read(lambda canvas: draw_letters(canvas, "Director of Place", gap, keeps_spaces=keeps_spaces))

    assert [word.text for word in words] == ["Director", "of", "Place"]


def test_a_space_that_a_letter_is_printed_over_parts_nothing() -> None:
    words = read(lambda canvas: draw_letters(canvas, "Septembe r", 0, keeps_spaces=True, shrink=2.6))

    assert words[0].text == "September"


def test_a_space_after_a_word_is_told() -> None:
    words = read(lambda canvas: canvas.drawString(50, 500, "Ask all "))

    assert [word.spaced for word in words] == [True, True]
    assert not read(lambda canvas: canvas.drawString(50, 500, "Ask"))[0].spaced


def test_a_ligature_is_its_letters() -> None:
    letter = {
        "x0": 50,
        "x1": 60,
        "top": 100,
        "bottom": 110,
        "size": 10,
        "fontname": "Arial",
        "matrix": (1, 0),
    }

    assert [word.text for word in read_words([{**letter, "text": "\ufb00"}])] == ["ff"]


def test_a_line_between_two_cells_parts_words_that_touch() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "MarchGB")
        x = 50 + canvas.stringWidth("March")
        canvas.line(x, 490, x, 520)

    assert [word.text for word in read(draw)] == ["March", "GB"]


def test_a_number_set_close_to_the_next_column_is_a_word_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawRightString(90, 500, "12")
        canvas.drawString(91.4, 500, "Reconcile the account")
        canvas.drawString(50, 450, "Code A1B of the plan")

    words = [word.text for word in read(draw)]
    assert words == ["12", "Reconcile", "the", "account", "Code", "A1B", "of", "the", "plan"]
