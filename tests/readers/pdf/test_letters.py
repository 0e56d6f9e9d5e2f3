"""Words from letters: what stands where it cannot be read as it is printed."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from send_extract.document import Paragraph
from send_extract.readers.pdf.letters import find_turn
from send_extract.readers.pdf.pages import Page, read_pages
from send_extract.source import Source
from tests.forms.drawing import write_pages


def read(*draw: Callable[[Canvas], None]) -> Page:
    return read_pages(Source("plan.pdf", write_pages(*draw)))[0]


def tell(page: Page) -> list[str]:
    return [word.text for word in page.words]


def test_letters_that_are_struck_twice_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "Recommendation all")
        canvas.drawString(50.3, 500.2, "Recommendation all")

    assert tell(read(draw)) == ["Recommendation", "all"]


def test_words_across_the_page_are_kept_apart() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "Ask")
        canvas.rotate(45)
        canvas.drawString(400, 0, "DRAFT")

    page = read(draw)

    assert (tell(page), page.stamp) == (["Ask"], "DRAFT")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_upright(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 300)
        canvas.rotate(turn)
        canvas.drawString(0, 0, "Ask all")
        canvas.drawString(0, -20, "Tell all")

    assert tell(read(draw)) == ["Ask", "all", "Tell", "all"]


@pytest.mark.parametrize("turn", [90, 270])
def test_a_heading_that_stands_on_end_is_a_word(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "Ask all of them")
        canvas.translate(300, 300)
        canvas.rotate(turn)
        canvas.drawString(0, 0, "Owner")

    assert "Owner" in tell(read(draw))


@pytest.mark.parametrize("shape", ["circle", "square"])
def test_small_shapes_before_words_are_list_marks(shape: str) -> None:
    def draw(canvas: Canvas) -> None:
        if shape == "circle":
            canvas.circle(43, 503, 1.5, stroke=0, fill=1)
        else:
            canvas.rect(41.5, 501.5, 3, 3, stroke=0, fill=1)
        canvas.drawString(50, 500, "Ask all")

    assert sorted(tell(read(draw))) == ["Ask", "all", "•"]


@pytest.mark.parametrize(("x", "radius"), [(43, 8), (10, 1.5), (75, 1.5)])
def test_other_shapes_are_no_list_marks(x: float, radius: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.circle(x, 503, radius, stroke=0, fill=1)
        canvas.drawString(50, 500, "Ask all")

    assert tell(read(draw)) == ["Ask", "all"]


def test_a_sign_of_a_font_of_symbols_is_a_list_mark_before_words_alone() -> None:
    def draw(canvas: Canvas) -> None:
        for height, words in ((500, "Ask"), (400, "")):
            canvas.setFont("ZapfDingbats", 8)
            canvas.drawString(40, height, "n")
            canvas.setFont("Helvetica", 8)
            canvas.drawString(50, height, words)

    assert tell(read(draw))[:2] == ["•", "Ask"]
    assert "•" not in tell(read(draw))[2:]


def test_a_turn_is_told_in_quarters() -> None:
    axes = [(1, 0), (0.1, 1), (-1, 0), (0, -1)]

    assert [find_turn({"matrix": (*each, 0, 0, 0, 0)}) for each in axes] == [0, 90, 180, 270]


def test_a_stamp_is_words_of_the_document() -> None:
    from send_extract.readers.pdf.assembly import read_pdf

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "Ask")
        canvas.rotate(45)
        canvas.drawString(400, 0, "DRAFT")

    elements = read_pdf(Source("plan.pdf", write_pages(draw))).document.elements

    assert ("DRAFT", "footer") in [(each.text, each.kind) for each in elements if isinstance(each, Paragraph)]
