"""The words of a paragraph are those that its runs print."""

from tests.forms.office import cell, paragraph, row, run, table
from tests.readers.docx.telling import find_kind, find_table, list_texts, read


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


def test_words_drawn_as_word_art_are_kept() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="Our plan"/></v:shape></w:pict></w:r>'

    assert [each.text for each in find_kind(read(paragraph(art)).document, "body")] == ["Our plan"]


def test_tabs_and_typed_spaces_keep_words_apart_and_breaks_end_lines() -> None:
    words = (
        "<w:r><w:t>Jan</w:t><w:tab/><w:t>Feb</w:t><w:br/>"
        "<w:t xml:space='preserve'>Mar  Apr</w:t><w:cr/><w:t>May</w:t></w:r>"
    )

    assert (
        list_texts(table(row("When", "Who"), row(cell(paragraph(words)), "GB")))[1][0]
        == "Jan  Feb\nMar  Apr\nMay"
    )


def test_emphasis_is_kept() -> None:
    words = run("Ask ") + run("*merge 4 and 6", "<w:b/>") + run(" now", '<w:i/><w:b w:val="0"/>')

    [block] = [each.block for each in find_kind(read(paragraph(words)).document, "body")]

    assert [(each.text, each.emphasis) for each in block.runs] == [
        ("Ask ", ""),
        ("*merge 4 and 6", "b"),
        (" now", "i"),
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


def test_a_sign_that_newer_programs_know_otherwise_is_the_older_ones() -> None:
    sign = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>\u2705</w:t></mc:Fallback>'
        "</mc:AlternateContent><w:t> Done</w:t></w:r>"
    )

    assert [each.text for each in find_kind(read(paragraph(sign)).document, "body")] == ["\u2705 Done"]
