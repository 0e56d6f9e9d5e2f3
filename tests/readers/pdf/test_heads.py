"""Headings without lines above a ruled table are a row of it where one stands over each column."""

import pytest

from send_extract.readers.pdf.columns import find_heading
from send_extract.readers.pdf.heads import head_page
from send_extract.readers.pdf.lines import group_lines
from send_extract.readers.pdf.pages import Page
from send_extract.readers.pdf.ruling import Box, GridPlace, Ruled
from tests.readers.pdf.test_lines import make_line

LEFTS = (0, 100, 200)


@pytest.mark.parametrize(("top", "rows"), [(30, 2), (60, 1)])
def test_headings_are_a_row_of_the_table_right_below_them(top: int, rows: int) -> None:
    words = [
        make_line(text, 10, left=left).words[0]
        for left, text in zip(LEFTS, ("No", "Action", "Who"), strict=True)
    ]
    boxes = [Box(left, top, left + 100, top + 20) for left in LEFTS]
    table = Ruled(Box(0, top, 300, top + 20), (tuple(map(GridPlace, boxes)),))
    page = Page(1, 400, 400, tuple(words), (table,), has_unread=False)
    heading = find_heading(group_lines(page.words, page.width))
    [headed] = head_page(page, heading).tables
    assert len(headed.rows) == rows
