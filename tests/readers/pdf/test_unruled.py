"""Tables without lines, or with some: read where the page says how, and else left alone."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from send_extract.document import Document, Table
from send_extract.errors import DefectiveSource
from send_extract.readers.pdf.assembly import read_pdf
from send_extract.source import Source
from tests.forms.drawing import LEADING, LEFTS, RIGHT, SPACE, TOP, Rows, draw_rows, write_pages

HEAD = ("No", "Recommendation", "Summary actions", "When (2023)", "Who", "Measure of success")
FIRST = (
    "1",
    "Listen to the residents who\nwait for their reviews",
    "• Ask all of them what they would\n  rather have instead\n• Tell the Board",
    "Jan\nWef Feb onwards",
    "TK",
    "• Residents say that they are heard",
)
SECOND = (
    "2",
    "Act on what they say",
    "• Write a plan that answers them",
    "March",
    "RM",
    "• The plan is published and read",
)
THIRD = ("3", "Report what was done", "• Report to the Board", "June", "TK", "• The Board is content")
ROWS = (HEAD, FIRST, SECOND, THIRD)
FOLDED = [[" ".join(cell.replace("• ", "").split()) for cell in row] for row in ROWS]


def rows_of(rows: Rows, top: float = TOP, *, is_ruled: bool = False) -> Callable[[Canvas], object]:
    return lambda canvas: draw_rows(canvas, rows, top, is_ruled=is_ruled)


def read(*draw: Callable[[Canvas], object]) -> Document:
    return read_pdf(Source("plan.pdf", write_pages(*draw))).document


def tell(document: Document) -> list[list[list[str]]]:
    """The cells of each table, each on one line."""
    return [
        [[" ".join(cell.text.split()) for cell in row.cells] for row in each.rows]
        for each in document.elements
        if isinstance(each, Table)
    ]


@pytest.mark.parametrize("is_ruled", [False, True])
def test_rows_under_a_known_heading_are_read_without_lines_between_columns(is_ruled: bool) -> None:
    assert tell(read(rows_of(ROWS, is_ruled=is_ruled))) == [FOLDED]


def test_each_item_keeps_its_line_of_a_cell() -> None:
    [table] = [each for each in read(rows_of(ROWS)).elements if isinstance(each, Table)]

    assert [block.text for block in table.rows[1].cells[2].blocks] == [
        "Ask all of them what they would rather have instead",
        "Tell the Board",
    ]
    assert [block.text for block in table.rows[1].cells[3].blocks] == ["Jan", "Wef Feb onwards"]


def test_shaded_rows_are_the_rows_even_of_those_between_them() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.9)
        canvas.rect(LEFTS[0] - 4, TOP - 6, RIGHT - LEFTS[0], LEADING + 4, stroke=0, fill=1)
        canvas.rect(LEFTS[0] - 4, TOP - 62, RIGHT - LEFTS[0], LEADING + 6, stroke=0, fill=1)
        canvas.setFillGray(0)
        draw_rows(canvas, ROWS)

    assert tell(read(draw)) == [FOLDED]


def test_a_table_without_lines_goes_on_on_the_next_page_with_and_without_its_headings() -> None:
    for head in ((), (HEAD,)):
        document = read(
            rows_of((HEAD, FIRST)),
            rows_of((*head, SECOND, THIRD), 560),
        )

        assert tell(document) == [FOLDED]


def test_what_follows_the_table_is_not_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        foot = draw_rows(canvas, ROWS)
        for line in ("Glossary", "SLT Senior Leadership Team", "HWB Health and Wellbeing Board"):
            foot -= 12
            canvas.drawString(LEFTS[0], foot, line)

    document = read(draw)

    assert tell(document) == [FOLDED]
    assert [each.text for each in document.elements if not isinstance(each, Table)] == [
        "Glossary",
        "SLT Senior Leadership Team",
        "HWB Health and Wellbeing Board",
    ]


def test_a_line_over_all_columns_is_a_row_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        foot = draw_rows(canvas, (HEAD, FIRST))
        canvas.drawString(LEFTS[0], foot, "Priority 2: answering what the residents have said")
        draw_rows(canvas, (SECOND, THIRD), foot - LEADING - SPACE)

    [rows] = tell(read(draw))

    assert set(rows[2]) == {"Priority 2: answering what the residents have said"}
    assert [row[0] for row in rows] == ["No", "1", rows[2][0], "2", "3"]


def test_numbers_in_the_middle_of_their_rows_are_told_by_the_space_around() -> None:
    def draw(canvas: Canvas) -> None:
        foot = draw_rows(canvas, (HEAD,))
        for row in (FIRST, SECOND, THIRD):
            half = (max(cell.count("\n") for cell in row) * LEADING) / 2
            canvas.drawString(LEFTS[0], foot - half, row[0])
            foot = draw_rows(canvas, (("", *row[1:]),), foot)

    assert [row[0] for row in tell(read(draw))[0]] == ["No", "1", "2", "3"]


def test_where_a_row_ends_is_never_guessed() -> None:
    """Numbers in the middle of rows that no space parts: no table is made of them."""

    def draw(canvas: Canvas) -> None:
        draw_rows(canvas, (HEAD,))
        for place in range(12):
            words = ("", "words of one row or of", "• words of one row or of", "Jan", "TK", "• words")
            draw_rows(canvas, (words,), TOP - 20 - LEADING * place)
        for place in (1, 4, 8):
            canvas.drawString(LEFTS[0], TOP - 25 - LEADING * place, str(place))

    with pytest.raises(DefectiveSource, match="too few lines"):
        read(draw)


def test_words_that_leave_no_strip_between_columns_make_no_table() -> None:
    long = "Listen to the residents who wait for their reviews and their plans"
    rows = (HEAD, *((str(place), long, "• Ask", "Jan", "TK", "• Heard") for place in range(1, 6)))

    with pytest.raises(DefectiveSource, match="too few lines"):
        read(rows_of(rows))


def test_a_page_without_a_heading_row_is_paragraphs() -> None:
    assert tell(read(rows_of(ROWS[1:]))) == []


@pytest.mark.parametrize("left", [0, 1])
def test_rows_between_lines_that_part_columns_alone_are_told_by_their_numbers(left: int) -> None:
    def draw(canvas: Canvas) -> None:
        foot = draw_rows(canvas, ROWS)
        for x in (*LEFTS[left:], RIGHT):
            canvas.line(x - 4, TOP + LEADING, x - 4, foot)
        for y in (TOP + LEADING, TOP - 6, foot):
            canvas.line(LEFTS[left] - 4, y, RIGHT - 4, y)

    assert tell(read(draw)) == [FOLDED]


def test_another_ruled_table_ends_one_without_lines() -> None:
    def draw(canvas: Canvas) -> None:
        foot = draw_rows(canvas, ROWS) - 20
        canvas.drawString(LEFTS[0], foot, "Glossary")
        for place, (term, words) in enumerate((("Term", "Meaning"), ("HWB", "Health and Wellbeing Board"))):
            canvas.drawString(300, foot - 20 - 15 * place, term)
            canvas.drawString(360, foot - 20 - 15 * place, words)
        for x in (295, 355, 480):
            canvas.line(x, foot - 10, x, foot - 40)
        for y in (10, 25, 40):
            canvas.line(295, foot - y, 480, foot - y)

    assert tell(read(draw)) == [FOLDED, [["Term", "Meaning"], ["HWB", "Health and Wellbeing Board"]]]


def test_a_row_that_goes_on_on_the_next_page_is_whole() -> None:
    last = ("4", "Keep it up", "• Ask all of the others", "Ongoing", "TK", "• Others say so")
    rest = ("", "", "  who wait what they would\n  rather have", "", "", "")
    rows = tell(read(rows_of((HEAD, FIRST, last)), rows_of((rest,), 560)))[0]

    assert rows[-1][2] == "Ask all of the others who wait what they would rather have"


def test_a_lone_pages_number_is_no_row() -> None:
    def draw(canvas: Canvas) -> None:
        draw_rows(canvas, ROWS)
        canvas.drawString(LEFTS[0], 20, "OFFICIAL")
        canvas.drawString(LEFTS[-1], 20, "Page 1")

    assert tell(read(draw)) == [FOLDED]


@pytest.mark.parametrize("number", ["Page 1", "1 of 9", "- 3 -"])
def test_a_pages_number_below_the_table_is_no_row(number: str) -> None:
    def draw(canvas: Canvas) -> None:
        draw_rows(canvas, ROWS)
        canvas.drawString(LEFTS[1], 20, number)

    assert tell(read(draw)) == [FOLDED]


def draw_grid(canvas: Canvas, lefts: tuple[float, ...], tops: tuple[int, ...]) -> None:
    for top in tops:
        canvas.line(lefts[0] - 1, top, lefts[-1], top)
    for left in lefts[:-1]:
        canvas.line(left - 1, tops[0], left - 1, tops[-1])
    canvas.line(lefts[-1], tops[0], lefts[-1], tops[-1])


def test_headings_without_lines_above_a_ruled_table_are_its_own() -> None:
    lefts = (40, 90, 250, 350)

    def draw(canvas: Canvas) -> None:
        for left, text in zip(lefts, ("No", "Action", "When", "Who"), strict=True):
            canvas.drawString(left, 500, text)
        for number, middle in ((1, 475), (2, 435)):
            for left, text in zip(lefts, (str(number), "", "May", "TK"), strict=True):
                canvas.drawString(left, middle, text)
            canvas.drawRightString(
                248.8, middle + 10, "Ask each of"
            )  # as near to the next column as a long line
            for place, line in enumerate(("the families", "that wait")):
                canvas.drawString(90, middle - place * 10, line)
        draw_grid(canvas, (*lefts, 450), (494, 454, 414))

    action = "Ask each of the families that wait"
    assert tell(read(draw)) == [
        [["No", "Action", "When", "Who"], ["1", action, "May", "TK"], ["2", action, "May", "TK"]]
    ]


def test_a_row_merged_over_a_ruled_tables_columns_is_one_cell() -> None:
    title = ("Outstanding from the ", "board of ", "9 September 2023")

    def draw(canvas: Canvas) -> None:
        widths = [canvas.stringWidth(words) for words in title]
        lefts = (40.0, 40 + widths[0], 40 + widths[0] + widths[1])
        rows = (
            ("Action", "Who", "When"),
            title,
            ("Ask", "TK", "May"),
            ("Tell", "RM", "June"),
            ("Mend", "RM", "July"),
        )
        for row, top in zip(rows, (500, 480, 460, 440, 420), strict=True):
            for left, text in zip(lefts, row, strict=True):
                canvas.drawString(left, top, text)
        for tops in ((514, 494), (474, 454, 434, 414)):
            draw_grid(canvas, (*lefts, 260), tops)
        draw_grid(canvas, (40, 260), (494, 474))

    [table] = tell(read(draw))
    assert table[1] == ["".join(title)] * 3
