"""The tables of a Word file: merged cells, heading rows, tables that only place things."""

from send_extract.document import Inset
from tests.forms.office import cell, paragraph, row, run, table
from tests.readers.docx.telling import find_kind, find_table, list_texts, read


def test_merged_cells_repeat_and_say_so() -> None:
    body = table(
        row("No", cell("Wide", '<w:gridSpan w:val="2"/>')),
        row(cell("1", '<w:vMerge w:val="restart"/>'), "a", "b"),
        row(cell("", "<w:vMerge/>"), "c", "d"),
    )

    rows = find_table(read(body).document).rows

    assert [(each.text, each.span) for each in rows[0].cells] == [
        ("No", ""),
        ("Wide", ""),
        ("Wide", "column"),
    ]
    assert [(each.text, each.span) for each in rows[2].cells] == [("1", "row"), ("c", ""), ("d", "")]


def test_header_rows_are_marked() -> None:
    body = table(row("No", "Actions", properties="<w:tblHeader/>"), row("1", "Ask"))

    assert [each.is_header for each in find_table(read(body).document).rows] == [True, False]


def test_columns_that_a_row_leaves_out_are_empty_cells() -> None:
    body = table(
        row("No", "Actions", "When", "Who"),
        row("Answer", "May", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )

    assert list_texts(body)[1] == ["", "Answer", "May", ""]


def test_a_table_that_only_places_another_is_looked_through() -> None:
    plan = table(row("No", "Actions"), row("1", "Ask"))
    body = table(row("Plan"), f"<w:tr><w:tc>{paragraph('Our plan')}{plan}{paragraph('')}</w:tc></w:tr>")

    document = read(body).document

    assert [[each.text for each in one.cells] for one in find_table(document).rows] == [
        ["No", "Actions"],
        ["1", "Ask"],
    ]
    assert [each.text for each in find_kind(document, "body")] == ["Plan", "Our plan"]


def test_words_that_a_merged_cell_covers_are_named() -> None:
    body = table(
        row("No", "Actions"),
        row(cell("1", '<w:vMerge w:val="restart"/>'), "Ask"),
        row(cell("old", '<w:vMerge w:val="continue"/>'), "Tell"),
    )

    found = read(body)

    assert [[each.text for each in one.cells] for one in find_table(found.document).rows][2] == ["1", "Tell"]
    assert ["'old'" in each.message for each in found.diagnostics if each.code == "words-hidden"] == [True]


def test_a_merged_cell_covers_rows_and_columns() -> None:
    wide = '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'
    body = table(row(cell("Both", wide), "a"), row(cell("", '<w:gridSpan w:val="2"/><w:vMerge/>'), "b"))

    rows = find_table(read(body).document).rows

    assert [[(each.text, each.span) for each in one.cells] for one in rows] == [
        [("Both", ""), ("Both", "column"), ("a", "")],
        [("Both", "row"), ("Both", "row"), ("b", "")],
    ]


def test_a_plan_inside_a_cell_of_a_form_knows_its_places() -> None:
    inner = table(
        row("Action", "Lead"),
        row("Ask all who came", cell("GB", '<w:vMerge w:val="restart"/>')),
        row("Tell all who did not", cell("", "<w:vMerge/>")),
    )
    held = f"<w:tr><w:tc>{paragraph('Actions')}</w:tc><w:tc>{inner}{paragraph('')}</w:tc></w:tr>"
    body = table(row("Recommendation", "Keep watch"), held, row("Success", "Calm"))

    form = find_table(read(body).document)

    assert [each.text for each in form.rows[2].cells] == ["Success", "Calm"]
    assert [(block.text, block.inset) for block in form.rows[1].cells[1].blocks] == [
        ("Action", Inset(2, 0, 0)),
        ("Lead", Inset(2, 0, 1)),
        ("Ask all who came", Inset(2, 1, 0)),
        ("GB", Inset(2, 1, 1, rows=2)),
        ("Tell all who did not", Inset(2, 2, 0)),
    ]


def test_a_layout_inside_a_cell_is_words_of_it() -> None:
    inner = table(row("Ask", "Tell"))
    held = f"<w:tr><w:tc>{paragraph('Actions')}</w:tc><w:tc>{inner}{paragraph('')}</w:tc></w:tr>"

    form = find_table(read(table(row("Recommendation", "Keep watch"), held)).document)

    assert [(block.text, block.inset) for block in form.rows[1].cells[1].blocks] == [
        ("Ask", None),
        ("Tell", None),
    ]


def test_words_of_a_row_outside_its_cells_get_a_cell_of_their_own() -> None:
    loose = (
        "<w:tbl><w:tr><w:tc><w:p>{0}</w:p></w:tc><w:p>{1}</w:p>{2}</w:tr><w:tc><w:p>{3}</w:p></w:tc></w:tbl>"
    )
    made = loose.format(*map(run, ("a", "b", "c", "d")))
    assert list_texts(made) == [["a", "b", "c"], ["d"]]
