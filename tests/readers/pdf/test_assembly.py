"""PDF files as a whole: tables over pages, pages without text, and what is flagged."""

import io
import re
from collections.abc import Callable, Sequence

import pytest
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table
from send_extract.errors import DefectiveSource
from send_extract.readers import Read, read_document
from send_extract.readers.pdf.assembly import read_pdf
from send_extract.source import Source
from tests.forms.drawing import LEADING, SPACE, TOP, draw_rows, write_pages
from tests.forms.paper import write_pdf


def make_cell(text: str) -> Cell:
    return Cell((Block((Run(text),)),)) if text else Cell()


def make_document(rows: int) -> Document:
    head = Row(tuple(make_cell(text) for text in ("No", "Recommendation", "Action")))
    body = [
        Row(tuple(make_cell(text) for text in (str(each), f"Listen {each}", f"Ask {each}")))
        for each in range(1, rows)
    ]
    return Document((Paragraph(Block((Run("A plan"),)), level=1), Table((head, *body))), "pdf")


def read(document: Document) -> Read:
    return read_pdf(Source("plan.pdf", write_pdf(document)))


def test_a_table_over_pages_is_one_without_its_repeated_headings() -> None:
    found = read(make_document(90))
    [table] = [each for each in found.document.elements if isinstance(each, Table)]

    assert [row.cells[0].text for row in table.rows] == ["No", *(str(each) for each in range(1, 90))]
    assert {row.location.page for row in table.rows} >= {1, 2, 3}


def test_every_row_but_the_heading_is_flagged_for_review() -> None:
    found = read(make_document(5))

    assert [each.location.row for each in found.diagnostics if each.code == "pdf-row"] == [2, 3, 4, 5]


def test_the_largest_letters_above_all_are_the_title() -> None:
    [title, *_] = read(make_document(3)).document.elements

    assert isinstance(title, Paragraph)
    assert (title.text, title.kind) == ("A plan", "title")


def test_page_footers_are_told_from_the_text() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number in (1, 2):
        canvas.drawString(50, 500, f"Body of page {'one' if number == 1 else 'two'}")
        canvas.drawString(50, 30, f"Page {number}")
        canvas.showPage()
    canvas.save()
    elements = read_pdf(Source("plan.pdf", stream.getvalue())).document.elements

    assert [(each.text, each.kind) for each in elements if isinstance(each, Paragraph)] == [
        ("Page 1", "footer"),
        ("Page 2", "footer"),
        ("Body of page one", "body"),
        ("Body of page two", "body"),
    ]


def make_picture() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(50, 50, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_scan_needs_ocr_first() -> None:
    with pytest.raises(DefectiveSource, match=r"^scan\.pdf: the PDF has no text.*Run OCR"):
        read_document(Source("scan.pdf", make_picture()))


def draw_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (8, 6), "white")), 0, 60, 800, 500)


def test_scanned_pages_are_named_where_a_footer_is_all_their_text() -> None:
    def draw(canvas: Canvas) -> None:
        draw_picture(canvas)
        canvas.drawString(50, 30, "OFFICIAL")

    with pytest.raises(DefectiveSource, match=r"pages 1, 2 are pictures without text.*Run OCR"):
        read_pdf(Source("scan.pdf", write_pages(draw, draw)))


def test_scanned_pages_beside_a_table_are_flagged() -> None:
    head = ("No", "Recommendation", "Summary actions", "When", "Who", "Measure of success")
    row = ("1", "Listen", "• Ask", "Jan", "TK", "• Heard")
    data = write_pages(lambda canvas: draw_rows(canvas, (head, row)), draw_picture)
    found = read_pdf(Source("plan.pdf", data))

    assert [each.location.page for each in found.diagnostics if each.code == "part-unread"] == [2]


def test_a_table_whose_rows_cannot_be_told_is_named() -> None:
    head = ("No", "Recommendation", "Summary actions", "When", "Who", "Measure of success")
    row = (
        "1",
        "Listen to the residents who wait for their reviews and plans",
        "• Ask",
        "Jan",
        "TK",
        "• Heard",
    )
    data = write_pages(lambda canvas: draw_rows(canvas, (head, row, row, row)))

    with pytest.raises(DefectiveSource, match=r"table on page 1 has too few lines.*all its borders"):
        read_pdf(Source("plan.pdf", data))


def test_a_file_whose_pages_are_lost_is_damaged() -> None:
    data = make_picture().replace(b"/Type /Page\n", b"/Type /Pogo\n").replace(b"/Kids [", b"/Kidz [")

    with pytest.raises(DefectiveSource, match="no page of it can be found"):
        read_pdf(Source("plan.pdf", data))


def test_a_title_in_the_page_header_is_the_title_where_nothing_stands_above_the_table() -> None:
    head = ("No", "Recommendation", "Summary actions", "When", "Who", "Measure of success")
    row = ("1", "Listen", "• Ask", "Jan", "TK", "• Heard")

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 570, "Improvement plan DRAFT 3")
        draw_rows(canvas, (head, row))

    first = read_pdf(Source("plan.pdf", write_pages(draw, draw))).document.elements[0]

    assert isinstance(first, Paragraph)
    assert (first.text, first.kind) == ("Improvement plan DRAFT 3", "title")


def test_a_protected_file_is_told_so() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt="secret")
    canvas.drawString(50, 500, "A plan")
    canvas.save()

    with pytest.raises(DefectiveSource, match="password-protected"):
        read_document(Source("plan.pdf", stream.getvalue()))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<", make_picture()[:300]])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(DefectiveSource, match=r"plan\.pdf: "):
        read_document(Source("plan.pdf", data))


def test_a_page_whose_end_is_lost_says_so() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=1)
    for place in range(60):
        canvas.drawString(50, 800 - 12 * place, f"Words of line {place} and {place * 7919}")
    canvas.save()
    data = stream.getvalue()
    start = data.index(b"stream\n", data.index(b"/Length")) + 300
    damaged = data[:start] + data[start : start + 5][::-1] + data[start + 5 :]
    found = read_pdf(Source("plan.pdf", damaged))

    assert [each.message for each in found.diagnostics if "damaged page" in each.message]


@pytest.fixture
def two_pages(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A plan over two pages, their streams packed."""
    monkeypatch.setattr(rl_config, "useA85", 0)
    head = ("No", "Recommendation", "Summary actions", "When", "Who", "Measure of success")
    rows = [(str(place), f"Listen {place}", "• Ask", "Jan", "TK", "• Heard") for place in range(1, 6)]

    def draw(part: Sequence[tuple[str, ...]]) -> Callable[[Canvas], object]:
        return lambda canvas: draw_rows(canvas, (head, *part))

    return write_pages(draw(rows[:3]), draw(rows[3:]))


def find_streams(data: bytes) -> list[re.Match[bytes]]:
    return [*re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)]


@pytest.mark.parametrize("place", range(0, 200, 9))
@pytest.mark.parametrize("number", [0, 1])
def test_a_damaged_stream_says_so_or_is_refused(two_pages: bytes, place: int, number: int) -> None:
    data = two_pages
    match = find_streams(data)[number]
    at = match.start(1) + place % len(match[1])
    damaged = data[:at] + bytes((data[at] ^ 0x55,)) + data[at + 1 :]
    try:
        found = read_pdf(Source("plan.pdf", damaged))
    except DefectiveSource:
        return
    assert [each.location.page for each in found.diagnostics if "damaged page" in each.message] == [
        number + 1
    ]


@pytest.mark.parametrize("left", [0.2, 0.5, 0.9])
def test_a_stream_that_is_cut_short_says_so_and_gives_what_it_has(two_pages: bytes, left: float) -> None:
    data = two_pages
    match = find_streams(data)[1]
    packed = match[1]
    kept = packed[: int(left * len(packed))]
    cut = data[: match.start(1)] + kept + b" " * (len(packed) - len(kept)) + data[match.end(1) :]

    found = read_pdf(Source("plan.pdf", cut))

    assert [each.location.page for each in found.diagnostics if "damaged page" in each.message] == [2]


def test_pages_that_the_file_counts_and_does_not_hold_are_told(two_pages: bytes) -> None:
    data = two_pages
    second = re.search(rb"/Kids \[ \d+ 0 R (\d+) 0 R", data)
    assert second is not None
    lost = data[: second.start(1)] + b"9" * len(second[1]) + data[second.end(1) :]

    found = read_pdf(Source("plan.pdf", lost))

    assert [each.location.page for each in found.diagnostics if "damaged page" in each.message] == [2]


def test_a_heading_keeps_its_number() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(40, 540, "3. Damp and mould")
        canvas.setFont("Helvetica", 8)
        draw_rows(canvas, (("No", "Action", "Who", "When"), ("1", "Ask", "TK", "May 2025")))

    [heading, _] = read_pdf(Source("plan.pdf", write_pages(draw))).document.elements
    assert isinstance(heading, Paragraph)
    assert heading.text == "3. Damp and mould"


@pytest.mark.parametrize(("lower", "told"), [(3, True), (10, False)])
def test_lines_that_stand_on_one_another_are_told(lower: int, told: bool) -> None:
    def draw(canvas: Canvas) -> None:
        draw_rows(canvas, (("No", "Action", "Who", "When"), ("1", "Ask the families", "TK", "May 2025")))
        canvas.drawString(75, TOP - LEADING - SPACE - lower, "tell them what came of it")

    found = read_pdf(Source("plan.pdf", write_pages(draw))).diagnostics
    assert any("printed over one another" in each.message for each in found) is told
