"""Heading rows are marked once: each table's own, and those that repeat it."""

from msgspec.structs import replace

from send_extract.document import Block, Cell, Paragraph, Row, Run, Table
from send_extract.structure.heads import mark_heading_rows

HEAD = ("No", "Action", "Lead", "Due")


def make_table(*rows: tuple[str, ...]) -> Table:
    return Table(
        tuple(Row(tuple(Cell((Block((Run(text),)),) if text else ()) for text in row)) for row in rows)
    )


def list_marked(*tables: Table | Paragraph) -> list[list[bool]]:
    marked = mark_heading_rows(tables, {})
    return [[row.is_header for row in table.rows] for table in marked if isinstance(table, Table)]


def test_the_heading_row_and_its_repetitions_are_marked() -> None:
    repeated = ("No", "ACTION", "Lead", "")
    reordered = ("No", "Lead", "Action", "Due")
    table = make_table(
        ("Roads",), HEAD, ("1", "Mend", "GB", "May"), repeated, reordered, ("", "", "Lead", "")
    )
    assert list_marked(table) == [[False, True, False, True, True, False]]


def test_the_heading_row_is_known_again_on_the_next_page_and_not_beyond_another() -> None:
    first, page = (
        make_table(HEAD, ("1", "Mend", "GB", "May")),
        make_table(("No", "Action", "", ""), ("2", "Dig", "", "")),
    )
    assert list_marked(first, Paragraph(Block((Run("more"),))), page) == [[True, False], [True, False]]


def test_what_a_reader_took_for_a_heading_row_is_one_only_of_a_plan() -> None:
    table = make_table(("Name", "Telephone"), ("GB", "01702"))
    hinted = replace(table, rows=(replace(table.rows[0], is_header=True), *table.rows[1:]))
    assert list_marked(hinted) == [[False, False]]
