from send_extract.document import Paragraph, Table
from send_extract.readers import read_document
from send_extract.readers.dialects.boxes import read_boxes
from send_extract.source import Source

GRID = """A plan

+----+------------------+-------------+
| No | Action           | When        |
+====+==================+=============+
| 1  | - Survey every   | - May       |
|    |   home           | - June      |
|    | - Insulate it    |             |
+----+------------------+-------------+
| 2  | Plant trees      | July        |
+----+------------------+-------------+

Words below
"""
LISTED = """+----+------------------+------+
| No | Action           | When |
+----+------------------+------+
|  1 | Survey           | May  |
|  2 | Insulate all of  | June |
|    | the homes        |      |
+----+------------------+------+
"""
SPANNED = """+----+--------+------+
| No | Action | When |
+====+========+======+
| Priority 1  |      |
+----+--------+------+
| 1  | Survey | May  |
|    +--------+------+
|    | Dig    | June |
+----+--------+------+
"""


def tell(text: str) -> list[str | list[list[str]]]:
    return [
        each.text if isinstance(each, Paragraph) else [[cell.text for cell in row.cells] for row in each.rows]
        for each in read_document(Source("plan.txt", text.encode())).document.elements
    ]


def test_rules_part_the_rows_of_a_grid() -> None:
    assert tell(GRID) == [
        "A plan",
        [
            ["No", "Action", "When"],
            ["1", "Survey every home\nInsulate it", "May\nJune"],
            ["2", "Plant trees", "July"],
        ],
        "Words below",
    ]


def test_a_line_is_a_row_where_no_rule_parts_them() -> None:
    assert tell(LISTED) == [
        [["No", "Action", "When"], ["1", "Survey", "May"], ["2", "Insulate all of the homes", "June"]]
    ]


def test_cells_may_go_over_columns_and_rows() -> None:
    assert tell(SPANNED) == [
        [["No", "Action", "When"], ["Priority 1", "", ""], ["1", "Survey", "May"], ["", "Dig", "June"]]
    ]


def test_rows_know_their_lines() -> None:
    [_, table, _] = read_document(Source("plan.txt", GRID.encode())).document.elements

    assert isinstance(table, Table)
    assert [row.location.line for row in table.rows] == [4, 6, 10]


def test_a_line_that_slipped_keeps_its_words() -> None:
    slipped = GRID.replace(
        "| 2  | Plant trees      | July        |", "| 2 | Plant | trees      | July       | early"
    )

    assert tell(slipped)[1][-1] == ["2", "Plant | trees", "July early"]


def test_boxes_of_lines_are_grids() -> None:
    box = "┌────┬────────┐\n│ No │ Action │\n├────┼────────┤\n│ 1  │ Survey │\n└────┴────────┘\n"

    assert tell(box) == [[["No", "Action"], ["1", "Survey"]]]


def test_a_long_line_of_dashes_with_words_is_no_rule() -> None:
    lines = ["+" + "-" * 20_000 + "a"] * 3

    assert read_boxes(lines).rows == ()


def test_words_below_a_cell_that_its_first_line_left_empty_are_kept() -> None:
    text = """\
+---+-------+-------+
| No| Action| When  |
+---+-------+-------+
| 1 | Dig
|   |       | May   |
+---+-------+-------+
"""
    rows = read_boxes(text.split("\n")).rows
    assert "May" in rows[-1].cells[2]
