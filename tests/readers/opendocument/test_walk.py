"""What stands in a text, in order, and what stands beside its words."""

from tests.forms.texts import cell, p, row, style, table
from tests.readers.opendocument.telling import find_kind, find_table, read, tell

COMMENT = (
    "<office:annotation><dc:creator>R</dc:creator><dc:date>2024-02-01T10:00:00</dc:date><text:p>Ask Joan</text:p>"
    "</office:annotation>"
)
NOTE = (
    "<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>See R2</text:p></text:note-body></text:note>"
)


def test_headings_and_titles_have_their_levels() -> None:
    named = style("Title", 'fo:font-weight="bold"', "paragraph")
    automatic = style("P1", "", "paragraph", 'style:parent-style-name="Title"')
    body = (
        p("Pier plan", 'text:style-name="P1"') + '<text:h text:outline-level="2">Aims</text:h>' + p("Words")
    )
    found = find_kind(read(body, automatic=automatic, named=named).document)

    assert [(each.level, each.text) for each in found] == [(1, "Pier plan"), (2, "Aims"), (0, "Words")]
    assert found[0].block.runs[0].emphasis == ""


def test_comments_and_footnotes_stand_at_the_row_that_they_were_made_on() -> None:
    document = read(table(row("Action", "When"), row("Ask", cell(p(f"May{COMMENT}{NOTE} 2025"))))).document
    [comment] = find_kind(document, "comment")
    [note] = find_kind(document)

    assert find_table(document).rows[1].cells[1].text == "May 2025"
    assert (comment.text, comment.location.table, comment.location.row) == ("Ask Joan", 1, 2)
    assert (note.text, note.location.row) == ("See R2", 2)


def test_a_comment_has_its_words_that_stand_in_no_paragraph() -> None:
    document = read(
        p("Ask<office:annotation>Ask Joan<table:table-row>Tell</table:table-row></office:annotation>")
    )
    assert [each.text for each in find_kind(document.document, "comment")] == ["Ask Joan", "Tell"]


def test_a_comment_right_in_a_cell_is_none_of_its_words() -> None:
    document = read(table(row("Ask", cell(COMMENT + p("May"))))).document

    assert find_table(document).rows[0].cells[1].text == "May"
    assert [each.text for each in find_kind(document, "comment")] == ["Ask Joan"]


def test_sections_and_drawings_of_the_page_are_looked_into_but_for_hidden_ones() -> None:
    shown = f"<text:section>{p('Aims')}{table(row('No', 'Action'), row('1', 'Ask'))}</text:section>"
    hidden = f'<text:section text:display="none">{p("Old")}</text:section>'
    frame = f"<draw:frame><draw:text-box>{p('Draft 2')}</draw:text-box></draw:frame>"
    found = read(frame + shown + hidden)

    assert [each.text for each in find_kind(found.document)] == ["Draft 2", "Aims"]
    assert len(find_table(found.document).rows) == 2
    assert tell(found) == [("words-hidden", "Old")]
