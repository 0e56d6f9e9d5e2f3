"""A change reaches every block and every filled cell, and gives back what it left as it was."""

from msgspec.structs import replace

from send_extract.document import Block, Cell, Paragraph, Row, Run, Table, make_block, make_cell
from send_extract.readers.cleaning.walking import change_blocks, change_table
from send_extract.source import Location

TABLE = Table((Row((make_cell("ask"), Cell()), Location(row=1)), Row((make_cell("Tell"),), Location(row=2))))


def test_blocks_are_changed_in_paragraphs_and_in_cells() -> None:
    def shout(block: Block, _: Location) -> Block:
        return replace(block, runs=tuple(Run(run.text.upper(), run.emphasis) for run in block.runs))

    paragraph, table = change_blocks((Paragraph(make_block("plan")), TABLE), shout, lambda _: False)

    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    assert (paragraph.text, [row.texts for row in table.rows]) == ("PLAN", [["ASK", ""], ["TELL"]])


def test_a_cell_is_changed_with_its_rows_place_and_an_empty_one_is_not_asked_for() -> None:
    met: list[tuple[str, Location]] = []

    def note(cell: Cell, place: Location) -> Cell:
        met.append((cell.text, place))
        return cell

    same = change_table(TABLE, note, lambda _: False)

    assert met == [("ask", Location(row=1)), ("Tell", Location(row=2))]
    assert all(one is other for one, other in zip(same.rows, TABLE.rows, strict=True))


def test_a_row_that_is_settled_is_not_asked_for() -> None:
    changed = change_table(TABLE, lambda _, __: make_cell("?"), lambda row: row.location == Location(row=1))
    assert [row.texts for row in changed.rows] == [["ask", ""], ["?"]]
