from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from send_extract.document import Block, Element, Paragraph, Row, Run, Table
from send_extract.readers.flow import Flow
from send_extract.source import Location


class PlainFormat:
    """A format of paragraphs `p`, tables `t`, rows `r` and cells `c`; a table of one cell only lays out."""

    def __init__(self) -> None:
        self.flow = Flow(self)

    def read_container(self, container: etree._Element) -> Iterator[Paragraph | etree._Element]:
        for child in container:
            yield child if child.tag == "t" else Paragraph(Block((Run(child.text or ""),)))

    def find_rows(self, table: etree._Element) -> Sequence[etree._Element]:
        return list(table)

    def list_cells(self, rows: Sequence[etree._Element]) -> Iterable[etree._Element]:
        return [cell for row in rows for cell in row]

    def holds_plan(self, rows: Sequence[etree._Element]) -> bool:
        return len(rows) > 1

    def is_layout(self, table: etree._Element, rows: Sequence[etree._Element]) -> bool:
        return table.tag == "t" and len(list(self.list_cells(rows))) == 1

    def lay_rows(self, rows: Sequence[etree._Element], table: int) -> Iterator[Row]:
        for place, row in enumerate(rows, 1):
            self.flow.place = Location(table=table, row=place)
            yield Row(tuple(self.flow.read_cell(cell) for cell in row), self.flow.place)


def read(text: str) -> tuple[Element, ...]:
    flow = PlainFormat().flow
    return flow.finish(flow.read(etree.fromstring(f"<d>{text}</d>")))


def test_paragraphs_and_tables_come_in_order_with_the_number_of_each_table() -> None:
    elements = read("<p>a</p><t><r><c><p>b</p></c><c><p>c</p></c></r></t><p>d</p>")

    assert [type(each) for each in elements] == [Paragraph, Table, Paragraph]
    table = elements[1]
    assert isinstance(table, Table)
    assert table.location == Location(table=1)
    assert [(row.location.row, row.texts) for row in table.rows] == [(1, ["b", "c"])]


def test_a_table_that_only_lays_out_is_what_stands_in_it() -> None:
    (paragraph,) = read("<t><r><c><p>a</p></c></r></t>")

    assert isinstance(paragraph, Paragraph)
    assert paragraph.block.text == "a"


def test_a_table_inside_a_cell_is_blocks_of_it_and_the_place_is_the_cell_s_again() -> None:
    walk = PlainFormat()
    inner = "<t><r><c><p>x</p></c></r><r><c><p>y</p></c></r></t>"
    root = etree.fromstring(f"<d><t><r><c><p>a</p>{inner}<p>b</p></c><c><p>c</p></c></r></t></d>")

    (table,) = walk.flow.finish(walk.flow.read(root))

    assert isinstance(table, Table)
    assert [block.text for block in table.rows[0].cells[0].blocks] == ["a", "x", "y", "b"]
    assert table.rows[0].cells[1].text == "c"
    assert walk.flow.place == Location()


def test_an_empty_table_is_no_element_and_words_alone_are_told_once() -> None:
    walk = PlainFormat()

    assert walk.flow.finish(walk.flow.read(etree.fromstring("<d><t/></d>"))) == ()
    walk.flow.tell_words("words-hidden", "  a\n b ")
    walk.flow.tell_words("words-hidden", "a b")
    walk.flow.tell_words("words-hidden", " ")
    assert [each.message for each in walk.flow.oddities] == [next(iter(walk.flow.oddities)).message]
