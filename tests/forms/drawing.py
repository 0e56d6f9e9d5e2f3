"""Pages drawn word by word: what no layout program would write, and what lines alone make of a table."""

import io
from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

Rows = Sequence[Sequence[str]]
LEFTS = (40, 75, 225, 425, 500, 540)
RIGHT = 760
TOP = 500
LEADING = 10
SPACE = 8
SIZE = 8


def write_pages(*draw: Callable[[Canvas], object], width: int = 800, height: int = 600) -> bytes:
    """A PDF with a page for each of `draw`."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(width, height))
    for page in draw:
        canvas.setFont("Helvetica", SIZE)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def draw_rows(canvas: Canvas, rows: Rows, top: float = TOP, *, is_ruled: bool = False) -> float:
    """Draws rows whose cells have lines, level lines between them where `is_ruled`; gives the foot of the last."""
    for row in rows:
        if is_ruled:
            canvas.line(LEFTS[0] - 4, top + LEADING, RIGHT, top + LEADING)
        cells = [cell.split("\n") for cell in row]
        for left, lines in zip(LEFTS, cells, strict=False):
            for place, line in enumerate(lines):
                canvas.drawString(left, top - place * LEADING, line)
        top -= max(map(len, cells)) * LEADING + SPACE
    return top
