"""Word's own constructs, each in the parts that Word writes."""

from send_extract.document import Document, Paragraph, Table
from send_extract.readers import Read
from send_extract.readers.docx.reading import read_docx_parts
from send_extract.source import Source
from tests.forms.office import cell, item, make_word_file, paragraph, row, run, table


def read(body: str, **parts: str) -> Read:
    return read_docx_parts(Source("draft.docx", make_word_file(body, **parts)))


def find_table(document: Document) -> Table:
    return next(element for element in document.elements if isinstance(element, Table))


def list_texts(body: str) -> list[list[str]]:
    return [[each.text for each in one.cells] for one in find_table(read(body).document).rows]


def find_kind(document: Document, kind: str) -> list[Paragraph]:
    return [each for each in document.elements if isinstance(each, Paragraph) and each.kind == kind]


def test_bullets_and_numbers_are_list_items() -> None:
    body = table(row("No", "Actions"), row("1", cell(item(2, "Ask") + item(2, "Answer"))))

    blocks = find_table(read(body).document).rows[1].cells[1].blocks

    assert [(block.text, block.level, block.marker) for block in blocks] == [
        ("Ask", 1, "•"),
        ("Answer", 1, "•"),
    ]


def test_numbers_that_word_counts_down_a_column_are_read() -> None:
    body = table(row("No", "Actions"), row(cell(item(1, "")), "Ask"), row(cell(item(1, "")), "Answer"))

    assert list_texts(body) == [["No", "Actions"], ["1", "Ask"], ["2", "Answer"]]


def test_numbers_that_run_down_a_column_stand_before_its_words() -> None:
    body = table(
        row("Recommendation", "Who"), row(cell(item(1, "Ask")), "GB"), row(cell(item(1, "Tell")), "BM")
    )

    assert list_texts(body)[1:] == [["1 Ask", "GB"], ["2 Tell", "BM"]]


def test_other_ways_of_counting_are_printed_as_word_prints_them() -> None:
    body = table(row(cell(item(3, "")), "a"), row(cell(item(3, "", 1)), "b"), row(cell(item(3, "")), "c"))

    assert [texts[0] for texts in list_texts(body)] == ["(iii)", "iii.A", "(iv)"]


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


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    inserted = f'<w:ins w:id="1" w:author="A">{run("new ")}</w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3">{run("gone")}</w:moveFrom><w:moveTo w:id="4">{run("here")}</w:moveTo>'
    body = table(
        row("No", "Actions"),
        row("1", cell(paragraph(inserted + deleted + moved))),
        row("2", "Dropped", properties='<w:del w:id="5"/>'),
    )

    found = read(body)

    assert [[each.text for each in one.cells] for one in find_table(found.document).rows] == [
        ["No", "Actions"],
        ["1", "new here"],
    ]
    [told] = [each for each in found.diagnostics if each.code == "tracked-changes"]
    assert "2 insertions, 3 deletions" in told.message


def test_comments_stand_at_the_row_that_they_were_made_on() -> None:
    reference = '<w:r><w:commentReference w:id="7"/></w:r>'
    body = table(row("No", "Actions"), row("1", cell(paragraph(run("Ask") + reference))))
    comments = f'<w:comment w:id="7" w:author="A">{paragraph("Is this agreed?")}</w:comment>'

    document = read(body, comments=comments).document
    [comment] = find_kind(document, "comment")

    assert (comment.text, comment.location.table, comment.location.row) == ("Is this agreed?", 1, 2)
    assert find_table(document).rows[1].cells[1].text == "Ask"


def test_page_headers_and_properties_are_read() -> None:
    document = read(paragraph("Body"), header=paragraph("DRAFT 3"), footer=paragraph("Page 1")).document

    assert [each.text for each in find_kind(document, "header")] == ["DRAFT 3"]
    assert [each.text for each in find_kind(document, "footer")] == ["Page 1"]
    assert ("title", "A plan DRAFT 4") in document.properties


def test_footnotes_are_kept_as_paragraphs() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:type="separator" w:id="0">{paragraph("-")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("As agreed in May")}</w:footnote>'

    texts = [
        each.text
        for each in find_kind(read(paragraph(run("Ask") + reference), footnotes=notes).document, "body")
    ]

    assert texts == ["Ask", "As agreed in May"]


def test_words_that_stand_in_odd_places_are_kept() -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    odd = {
        "field": f'<w:fldSimple w:instr="DATE">{run("field")}</w:fldSimple>',
        "linked": f'<w:hyperlink r:id="rX">{run("linked")}</w:hyperlink>',
        "equation": "<m:oMath><m:r><m:t>equation</m:t></m:r></m:oMath>",
        "controlled": f"<w:sdt><w:sdtContent>{run('controlled')}</w:sdtContent></w:sdt>",
        "tagged": f"<w:customXml>{run('tagged')}</w:customXml>",
        "boxed": f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>{box}</wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>",
    }
    document = read("".join(paragraph(each) for each in odd.values())).document

    assert [each.text for each in find_kind(document, "body")] == list(odd)


def test_a_watermark_in_the_page_header_and_a_text_box_there_are_read_apart() -> None:
    mark = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('Version 2')}</w:txbxContent></v:textbox></w:pict></w:r>"

    document = read(paragraph("Body"), header=paragraph(mark + run("Exham Council") + box)).document

    assert [each.text for each in find_kind(document, "header")] == ["Exham Council", "DRAFT", "Version 2"]


def test_words_drawn_as_word_art_are_kept() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="Our plan"/></v:shape></w:pict></w:r>'

    assert [each.text for each in find_kind(read(paragraph(art)).document, "body")] == ["Our plan"]


def test_the_words_of_diagrams_are_kept() -> None:
    diagram = "<a:p><a:r><a:t>Listen</a:t></a:r></a:p><a:p><a:r><a:t>Act</a:t></a:r></a:p><a:p/>"

    document = read(paragraph("Our plan"), diagramData=diagram).document

    assert [each.text for each in find_kind(document, "body")] == ["Our plan", "Listen", "Act"]


def test_columns_that_a_row_leaves_out_are_empty_cells() -> None:
    body = table(
        row("No", "Actions", "When", "Who"),
        row("Answer", "May", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )

    assert list_texts(body)[1] == ["", "Answer", "May", ""]


def test_the_number_of_a_paragraph_that_was_deleted_is_not_printed() -> None:
    gone = '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>'

    assert list_texts(table(row("Who", "Actions"), row("GB", cell(item(1, gone))))) == [
        ["Who", "Actions"],
        ["GB", ""],
    ]


def test_the_lines_of_a_cell_that_is_one_paragraph_are_its_items() -> None:
    lines = "<w:r><w:t>Ask</w:t><w:br/><w:t>Answer</w:t></w:r>"
    body = table(
        row("Actions", "Measure"), row(cell(paragraph(lines)), cell(paragraph(lines) + paragraph("Tell")))
    )

    first, second = find_table(read(body).document).rows[1].cells

    assert [block.text for block in first.blocks] == ["Ask", "Answer"]
    assert [block.text for block in second.blocks] == ["Ask\nAnswer", "Tell"]


def test_a_sentence_that_was_broken_by_hand_stays_one() -> None:
    lines = "<w:r><w:t>Ask parents</w:t><w:br/><w:t>and carers</w:t></w:r>"

    [one] = (
        find_table(read(table(row("Actions", "Who"), row(cell(paragraph(lines)), "GB"))).document)
        .rows[1]
        .cells[0]
        .blocks
    )

    assert one.text == "Ask parents\nand carers"


def test_tabs_and_typed_spaces_keep_words_apart_and_breaks_end_lines() -> None:
    words = (
        "<w:r><w:t>Jan</w:t><w:tab/><w:t>Feb</w:t><w:br/>"
        "<w:t xml:space='preserve'>Mar  Apr</w:t><w:cr/><w:t>May</w:t></w:r>"
    )

    assert (
        list_texts(table(row("When", "Who"), row(cell(paragraph(words)), "GB")))[1][0]
        == "Jan  Feb\nMar  Apr\nMay"
    )


def test_pictures_are_dropped_and_their_descriptions_told() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="The council crest"/><a:graphic><a:graphicData>'
        '<a:blip r:embed="rNone"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    found = read(paragraph(run("Plan") + picture))

    assert [each.text for each in find_kind(found.document, "body")] == ["Plan"]
    assert any("The council crest" in each.message for each in found.diagnostics)


def test_emphasis_is_kept() -> None:
    words = run("Ask ") + run("*merge 4 and 6", "<w:b/>") + run(" now", '<w:i/><w:b w:val="0"/>')

    [block] = [each.block for each in find_kind(read(paragraph(words)).document, "body")]

    assert [(each.text, each.emphasis) for each in block.runs] == [
        ("Ask ", ""),
        ("*merge 4 and 6", "b"),
        (" now", "i"),
    ]


def test_words_before_a_paragraph_s_deleted_end_belong_to_the_next() -> None:
    deleted_end = '<w:rPr><w:del w:id="9"/></w:rPr>'
    body = (
        paragraph(run("Ask "), deleted_end) + paragraph(run("parents")) + paragraph(run("Tell"), deleted_end)
    )

    assert [each.text for each in find_kind(read(body).document, "body")] == ["Ask parents", "Tell"]


def test_a_table_inside_a_cell_is_part_of_its_words() -> None:
    inner = table(row("Ask", "May"), row("Tell", "June"))
    body = table(
        row("No", "Recommendation and its actions"), row("1", f"<w:tc>{paragraph('Listen')}{inner}</w:tc>")
    )

    cells = find_table(read(body).document).rows[1].cells

    assert [block.text for block in cells[1].blocks] == ["Listen", "Ask", "May", "Tell", "June"]


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


def test_a_page_break_and_a_hyphen_that_does_not_break_are_kept_apart_from_one_that_may() -> None:
    words = (
        '<w:r><w:t>Ask</w:t><w:br w:type="page"/><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/>'
        "<w:t>eration</w:t></w:r>"
    )

    assert [each.text for each in find_kind(read(paragraph(words)).document, "body")] == [
        "Ask\nco\u2011operation"
    ]


def test_struck_words_are_marked_wherever_they_stand() -> None:
    body = table(row("When", "Who"), row(cell(paragraph(run("May", "<w:strike/>") + run(" June"))), "GB"))
    document = read(body, header=paragraph(run("DRAFT 1", "<w:dstrike/>") + run(" DRAFT 2"))).document

    assert [(each.text, each.emphasis) for each in find_table(document).rows[1].cells[0].blocks[0].runs] == [
        ("May", "s"),
        (" June", ""),
    ]
    assert [each.emphasis for each in find_kind(document, "header")[0].block.runs] == ["s", ""]


def test_a_part_of_another_file_is_named() -> None:
    found = read(paragraph("Our plan") + '<w:altChunk r:id="rX"/>')

    assert [each.message for each in found.diagnostics if each.code == "part-unread"]


def test_a_sign_that_newer_programs_know_otherwise_is_the_older_ones() -> None:
    sign = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>\u2705</w:t></mc:Fallback>'
        "</mc:AlternateContent><w:t> Done</w:t></w:r>"
    )

    assert [each.text for each in find_kind(read(paragraph(sign)).document, "body")] == ["\u2705 Done"]
