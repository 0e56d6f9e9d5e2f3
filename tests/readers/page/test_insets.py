from send_extract.document import Block, Inset, Table
from send_extract.readers.page import WebPage, read_page

INNER = (
    "<table><caption>In order:</caption><tr><th>Action</th><th>Lead</th></tr>"
    "<tr><td><ul><li>Ask<li>Tell</ul></td><td rowspan=2>GB</td></tr><tr><td>Write {}</td></tr></table>"
)
OUTER = (
    "<table><tr><td>Recommendation</td><td>Keep watch</td></tr><tr><td>Actions</td><td>{}</td></tr></table>"
)


def list_blocks(page: WebPage) -> list[Block]:
    (table,) = (each for each in page.elements if isinstance(each, Table))
    return list(table.rows[1].cells[1].blocks)


def test_words_of_a_plan_inside_a_cell_know_their_places() -> None:
    blocks = list_blocks(read_page(OUTER.format(INNER.format(""))))

    assert [(block.text, block.level, block.inset) for block in blocks] == [
        ("In order:", 0, None),
        ("Action", 0, Inset(1, 0, 0)),
        ("Lead", 0, Inset(1, 0, 1)),
        ("Ask", 1, Inset(1, 1, 0)),
        ("Tell", 1, Inset(1, 1, 0)),
        ("GB", 0, Inset(1, 1, 1, rows=2)),
        ("Write", 0, Inset(1, 2, 0)),
    ]


def test_a_form_around_a_plan_that_is_longer_than_it_places_nothing() -> None:
    page = read_page(OUTER.format(INNER.format("to all who ever asked for the minutes of a meeting")))

    assert len(page.elements) == 1


def test_any_other_table_in_a_cell_is_words_of_it() -> None:
    blocks = list_blocks(read_page(OUTER.format("<table><tr><td>Ask</td><td>Tell</td></tr></table>")))

    assert [(block.text, block.inset) for block in blocks] == [("Ask  Tell", None)]


def test_what_is_struck_around_a_plan_is_struck_in_it() -> None:
    page = read_page(OUTER.format(f"<s>{INNER.format('')}</s>"))

    assert {run.emphasis for block in list_blocks(page) for run in block.runs} == {"s"}


def test_what_is_odd_in_a_plan_inside_a_cell_is_told() -> None:
    page = read_page(OUTER.format(INNER.format("<img alt='A pier'>")))

    assert [found.code for found in page.diagnostics] == ["image-described"]
