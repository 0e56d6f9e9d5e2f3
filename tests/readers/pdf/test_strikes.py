"""Lines through words, and lines that are none."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from send_extract.readers.pdf.pages import Page, read_pages
from send_extract.source import Source
from tests.forms.drawing import write_pages


def read(draw: Callable[[Canvas], object]) -> Page:
    return read_pages(Source("plan.pdf", write_pages(draw)))[0]


def draw_struck(canvas: Canvas, height: float, thickness: float = 0, words: str = "GB BM") -> None:
    canvas.drawString(50, 500, words)
    end = 50 + canvas.stringWidth("GB")
    if thickness:
        canvas.rect(50, 500 + height - thickness / 2, end - 50, thickness, stroke=0, fill=1)
    else:
        canvas.line(50, 500 + height, end, 500 + height)


@pytest.mark.parametrize("thickness", [0, 0.6, 1.5])
def test_words_that_a_line_goes_through_are_struck_out(thickness: float) -> None:
    words = read(lambda canvas: draw_struck(canvas, 3, thickness)).words

    assert [(word.text, word.emphasis) for word in words] == [("GB", "s"), ("BM", "")]


@pytest.mark.parametrize("height", [-1.5, 14])
def test_a_line_below_or_above_words_strikes_nothing(height: float) -> None:
    assert not any(word.struck for word in read(lambda canvas: draw_struck(canvas, height)).words)


def test_a_long_line_that_meets_a_word_is_no_strike() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "GB")
        canvas.line(40, 503, 400, 503)

    assert not any(word.struck for word in read(draw).words)


def test_a_strike_rules_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (45, 100, 200):
            canvas.line(x, 480, x, 520)
        for y in (480, 520):
            canvas.line(45, y, 200, y)
        draw_struck(canvas, 3)

    [table] = read(draw).tables

    assert len(table.rows) == 1


def test_a_part_of_a_word_can_be_struck() -> None:
    words = read(lambda canvas: draw_struck(canvas, 3, words="GBBM")).words

    assert [(word.text, word.struck) for word in words] == [("GB", True), ("BM", False)]
