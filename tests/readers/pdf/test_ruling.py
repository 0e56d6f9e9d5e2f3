"""Lines that are drawn in other ways than from edge to edge."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from send_extract.readers.pdf.pages import Page, read_pages
from send_extract.source import Source
from tests.forms.drawing import write_pages

ACROSS, DOWN = (100, 200, 300, 400), (300, 350, 400, 450)


def read(draw: Callable[[Canvas], object]) -> Page:
    return read_pages(Source("plan.pdf", write_pages(draw)))[0]


def draw_lines(canvas: Canvas, across: tuple[int, ...], down: tuple[int, ...]) -> None:
    canvas.drawString(110, 500, "Ask")
    for x in across:
        canvas.line(x, DOWN[0], x, DOWN[-1])
    for y in down:
        canvas.line(ACROSS[0], y, ACROSS[-1], y)


def tell(page: Page) -> list[tuple[int, int]]:
    """How many rows and columns each table has."""
    return [(len(table.rows), len(table.rows[0])) for table in page.tables]


@pytest.mark.parametrize(
    ("across", "down"),
    [
        (ACROSS, DOWN),
        ((*ACROSS[1:],), DOWN),
        (ACROSS[1:-1], DOWN),
        (ACROSS, DOWN[1:]),
        (ACROSS, DOWN[1:-1]),
    ],
    ids=["all", "no left", "no sides", "no foot", "no head and foot"],
)
def test_a_table_that_lacks_outer_lines_is_whole(across: tuple[int, ...], down: tuple[int, ...]) -> None:
    assert tell(read(lambda canvas: draw_lines(canvas, across, down))) == [(3, 3)]


def test_lines_of_one_direction_alone_are_no_table() -> None:
    assert tell(read(lambda canvas: draw_lines(canvas, (), DOWN))) == []


def test_two_tables_below_one_another_stay_two() -> None:
    def draw(canvas: Canvas) -> None:
        draw_lines(canvas, ACROSS[1:-1], DOWN)
        canvas.translate(0, -250)
        draw_lines(canvas, ACROSS[1:-1], DOWN)

    assert tell(read(draw)) == [(3, 3), (3, 3)]


def test_dots_in_a_row_are_a_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(110, 500, "Ask")
        for x in ACROSS:
            for y in range(DOWN[0], DOWN[-1] + 1, 2):
                canvas.rect(x, y, 1, 1, stroke=0, fill=1)
        for y in DOWN:
            for x in range(ACROSS[0], ACROSS[-1] + 1, 2):
                canvas.rect(x, y, 1, 1, stroke=0, fill=1)

    assert tell(read(draw)) == [(3, 3)]


def test_a_merged_cell_that_the_page_cuts_holds_its_words() -> None:
    """The first column has no line at its foot, nor between its last two rows."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(110, 380, "Listen")
        for x in ACROSS:
            canvas.line(x, DOWN[0], x, DOWN[-1])
        for y, left in zip(DOWN, (200, 200, 100, 100), strict=True):
            canvas.line(left, y, ACROSS[-1], y)

    page = read(draw)
    [table] = page.tables
    firsts = [row[0] for row in table.rows]

    assert [place.span for place in firsts] == ["", "", "row"]
    assert firsts[1].box is not None
    assert firsts[1].box.holds(page.words[0])


def test_a_table_of_two_rows_with_lines_inside_alone_is_whole() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(110, 380, "Listen")
        for x in (150, 200, 250):
            canvas.line(x, 300, x, 400)
        canvas.line(100, 350, 300, 350)

    assert tell(read(draw)) == [(2, 4)]
