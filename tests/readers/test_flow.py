from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from send_extract.document import Block, Element, Paragraph, Row, Run, Table
from send_extract.readers.counts import ListNumber
from send_extract.readers.flow import Flow
from send_extract.source import Location


class PlainRow(NamedTuple):
    cells: list[etree._Element]
    is_heading: bool


class PlainFormat:
    """A format of paragraphs `p`, tables `t`, rows `r` and cells `c`, those that are covered `d`."""

    table_tag, cell_tag = "t", "c"

    def __init__(self) -> None:
        self.flow = Flow(self)

    def read_container(self, container: etree._Element) -> Iterator[Paragraph | etree._Element]:
        for child in container:
            yield child if child.tag == "t" else Paragraph(Block((Run(child.text or ""),)))

    def find_rows(self, table: etree._Element) -> Sequence[PlainRow]:
        return [PlainRow(list(row), row.get("is") == "heading") for row in table]

    def find_words(self, element: etree._Element) -> Iterable[str]:
        return map(str, element.itertext())

    def list_cells(self, rows: Sequence[PlainRow]) -> Iterable[etree._Element]:
        return [cell for row in rows for cell in row.cells]

    def lay_rows(self, rows: Sequence[PlainRow], table: int) -> Iterator[Row]:
        for place, row in enumerate(rows, 1):
            self.flow.place = Location(table=table, row=place)
            yield Row(tuple(self.flow.read_cell(cell) for cell in row.cells), self.flow.place)


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


def lay(*rows: str, heading: str = "") -> str:
    """A table with cells parted by `|`; where `heading` says so the first row is repeated on each page."""
    kept = [f"<r{heading if not place else ''}>{fill(row)}</r>" for place, row in enumerate(rows)]
    return f"<t>{''.join(kept)}</t>"


def fill(row: str) -> str:
    return "".join(f"<c>{cell if cell.startswith('<') else f'<p>{cell}</p>'}</c>" for cell in row.split("|"))


def count_tables(text: str) -> int:
    return sum(isinstance(each, Table) for each in read(text))


def test_a_table_around_tables_and_little_else_only_places_them() -> None:
    inner = lay("some words of a table", "and more of them")
    assert count_tables(lay(f"a|{inner}|{inner}")) == 2
    assert count_tables(lay(f"{'many more words than inside ' * 4}|{inner}")) == 1
    assert count_tables(lay(f"a|{inner}", heading=' is="heading"')) == 1


def test_a_cell_that_another_covers_makes_no_second_one() -> None:
    (paragraph,) = read("<t><r><c><p>a</p></c><d/></r></t>")
    assert isinstance(paragraph, Paragraph)


def test_a_form_around_the_plan_of_a_cell_places_nothing() -> None:
    plan = lay("No/Action/When".replace("/", "§"), "1§Ask all who came§May").replace("§", "</p></c><c><p>")
    form = lay("Recommendation|Keep watch", f"Action|{plan}", "Success|Calm")
    assert count_tables(form) == 1
    assert count_tables(lay(f"a|{plan}")) == 1


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


def test_a_number_that_counts_is_kept_and_any_other_mark_is_not() -> None:
    flow = PlainFormat().flow
    runs = (Run("Ask"),)

    counted = flow.number(runs, ListNumber("a", 0, "1.", is_counted=True), Run("1."), is_heading=False)
    flow.number(runs, ListNumber("a", 0, "•", is_counted=False), Run("•"), is_heading=False)

    assert (counted.marker, counted.level) == ("1.", 1)
    assert [each.block for each in flow.counted] == [counted]
