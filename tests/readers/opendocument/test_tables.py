from send_extract.document import Inset
from tests.forms.texts import cell, p, row, table
from tests.readers.opendocument.telling import find_kind, find_table, list_texts, read, tell

COVERED = "<table:covered-table-cell/>"


def test_merged_cells_repeat_and_say_so() -> None:
    body = table(
        row("No", cell("Wide", 'table:number-columns-spanned="2"'), COVERED),
        row(cell("1", 'table:number-rows-spanned="2"'), "a", "b"),
        row(COVERED, "c", "d"),
    )
    rows = find_table(read(body).document).rows

    assert [(each.text, each.span) for each in rows[0].cells] == [
        ("No", ""),
        ("Wide", ""),
        ("Wide", "column"),
    ]
    assert [(each.text, each.span) for each in rows[2].cells] == [("1", "row"), ("c", ""), ("d", "")]


def test_rows_and_cells_that_are_written_once_stand_as_often_as_they_say() -> None:
    twice = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2">'
    )
    body = table(row("a", "b"), f"{twice}{p('x')}</table:table-cell></table:table-row>")

    assert list_texts(body) == [["a", "b"], ["x", "x"], ["x", "x"]]


def test_heading_rows_are_marked_and_soft_page_breaks_are_nothing() -> None:
    heads = f"<table:table-header-rows>{row('No', 'Action')}</table:table-header-rows><text:soft-page-break/>"
    rows = find_table(read(table(heads, row("1", "Ask"))).document).rows

    assert [each.is_header for each in rows] == [True, False]


def test_words_that_a_merged_cell_covers_are_told() -> None:
    covered = f"<table:covered-table-cell>{p('old')}</table:covered-table-cell>"
    found = read(table(row(cell("Ask", 'table:number-columns-spanned="2"'), covered), row("a", "b")))

    assert tell(found) == [("words-hidden", "old")]


def test_a_table_that_only_places_another_is_looked_through() -> None:
    inner = table(row("No", "Actions"), row("1", "Ask"))
    body = table(row("Plan"), row(cell(p("Our plan") + inner)))
    document = read(body).document

    assert [[each.text for each in one.cells] for one in find_table(document).rows] == [
        ["No", "Actions"],
        ["1", "Ask"],
    ]
    assert [each.text for each in find_kind(document)] == ["Plan", "Our plan"]


def test_a_plan_inside_a_cell_of_a_form_knows_its_places() -> None:
    inner = table(row("Action", "Lead"), row("Ask all who ever came to it", "GB"))
    body = table(row("Recommendation", "Keep watch"), row("Actions", cell(inner)), row("Success", "Calm"))
    blocks = find_table(read(body).document).rows[1].cells[1].blocks

    assert [(block.text, block.inset) for block in blocks] == [
        ("Action", Inset(2, 0, 0)),
        ("Lead", Inset(2, 0, 1)),
        ("Ask all who ever came to it", Inset(2, 1, 0)),
        ("GB", Inset(2, 1, 1)),
    ]


def test_any_other_table_in_a_cell_is_words_of_it() -> None:
    body = table(row("Recommendation", "Keep watch"), row("Note", cell(table(row("Ask", "Tell")))))

    assert list_texts(body)[1] == ["Note", "Ask\nTell"]
