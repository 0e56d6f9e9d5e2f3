"""A law: every word that a Word file prints is in the document that is read, or named in a diagnostic."""

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from send_extract.document import Paragraph, Table
from send_extract.readers import Read
from tests.forms.office import cell, paragraph, row, run, table
from tests.readers.docx.telling import read
from tests.readers.docx.test_controls import box, control

WORD = re.compile(r"word\d+")
_NUMBERS = count()


def make_word() -> str:
    return f"word{next(_NUMBERS)}"


words = st.builds(make_word)
styles = st.sampled_from(
    ["", "<w:b/>", "<w:strike/>", "<w:vanish/>", '<w:rFonts w:ascii="Arial"/>', '<w:rStyle w:val="None"/>']
)
runs = st.builds(run, words, styles)
text_boxes = st.builds(
    lambda word, other: (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{paragraph(word)}{paragraph(other)}"
        "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
    ),
    words,
    words,
)


def wrap_inline(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    wrappers = st.sampled_from(
        [
            "<w:ins>{}</w:ins>",
            "<w:moveTo>{}</w:moveTo>",
            "<w:hyperlink>{}</w:hyperlink>",
            "<w:fldSimple>{}</w:fldSimple>",
            "<w:smartTag>{}</w:smartTag>",
            "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
            "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>",
            "<w:proofErr/>{}<w:bookmarkEnd/>",
            "<w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby>",
            "<v:unheard>{}</v:unheard>",
        ]
    )
    return st.builds(lambda wrapper, content: wrapper.format(content), wrappers, inner)


inlines = st.one_of(
    st.recursive(runs, wrap_inline, max_leaves=3),
    text_boxes,
    words.map(lambda word: control(run(word))),
    words.map(lambda word: box("1") + run(f" {word}")),
    words.map(lambda word: f"<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>"),
    words.map(lambda word: f"<w:r><w:tab/><w:t>{word}</w:t><w:br/></w:r>"),
)
properties = st.sampled_from(
    [
        "",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>',
        '<w:outlineLvl w:val="1"/>',
        "<w:rPr><w:del/></w:rPr>",
    ]
)
paragraphs = st.builds(
    lambda parts, own: paragraph("".join(parts), own), st.lists(inlines, min_size=1, max_size=3), properties
)
merges = st.sampled_from(["", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"])


def make_tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.builds(
        lambda content, merge: f"<w:tc><w:tcPr>{merge}</w:tcPr>{''.join(content)}</w:tc>",
        st.lists(inner, min_size=1, max_size=2),
        merges,
    )
    rows = st.lists(st.lists(cells, min_size=1, max_size=3), min_size=1, max_size=3)
    return rows.map(lambda made: table(*("<w:tr>" + "".join(each) + "</w:tr>" for each in made)))


blocks = st.recursive(paragraphs, make_tables, max_leaves=8)


def list_words(found: Read) -> set[str]:
    texts = [each.message for each in found.diagnostics]
    for element in found.document.elements:
        if isinstance(element, Paragraph):
            texts.append(element.text)
        else:
            texts += [each.text for one in element.rows for each in one.cells]
    return set(WORD.findall(" ".join(texts)))


@settings(max_examples=150, deadline=None)
@given(st.lists(blocks, min_size=1, max_size=3), st.lists(paragraphs, max_size=2))
def test_no_word_is_lost(body: list[str], header: list[str]) -> None:
    found = read("".join(body), header="".join(header))

    assert list_words(found) == set(WORD.findall("".join((*body, *header))))


@given(
    st.lists(
        st.lists(st.sampled_from(["", '<w:gridSpan w:val="2"/>', "<w:vMerge/>"]), min_size=2, max_size=4),
        min_size=2,
    )
)
def test_a_cell_that_repeats_another_says_so(made: list[list[str]]) -> None:
    body = table(*(row(*(cell(make_word(), merge) for merge in each)) for each in made))
    tables = [each for each in read(body).document.elements if isinstance(each, Table)]

    for one in tables[0].rows:
        seen = [each.text for each in one.cells if not each.span]
        assert len(seen) == len({*seen})
