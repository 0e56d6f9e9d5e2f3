"""Random plans, written in every format and read back, are the same plans."""

import re
import string
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from send_extract import read_plan
from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table
from send_extract.plan import Plan
from send_extract.readers import READERS, read_document
from send_extract.readers.docx.reading import read_docx_parts
from send_extract.readers.pdf.assembly import read_pdf
from send_extract.readers.spreadsheet import read_ods, read_xlsx
from send_extract.source import Source
from send_extract.writers.markdown import write_markdown as write_plan_markdown
from send_extract.writers.word.file import write_word
from tests.forms.formats import FORMS
from tests.readers.test_matrix import tell

MONTHS = (
    "January",
    "Feb 2023",
    "by July",
    "Autumn Term 2022",
    "TBC",
    "Ongoing",
    "Q3 22/23",
    "31st March 2023",
)
HEADINGS = ("No", "Recommendation", "Actions", "When (2022)", "Who", "Measures")
WORDS = st.lists(
    st.text(string.ascii_lowercase, min_size=2, max_size=9).filter(
        lambda word: word not in {"mm", "ii", "iv", "vi"}
    )
    | st.sampled_from(
        ["<20", "a&b", '"so"', "50%", "£5", "café", "a_b_c", "x|y", "[sic]", "~ten~", "it's", "é—ü"]
    ),
    min_size=1,
    max_size=7,
).map(lambda words: "Begin " + " ".join(words))
RUNS = st.builds(lambda first, second: (Run(first), Run(f" {second}", "i")), WORDS, WORDS) | WORDS.map(
    lambda words: (Run(words),)
)
PARAGRAPHS = RUNS.map(Block)


@st.composite
def draw_cells(draw: st.DrawFn, number: int) -> Row:
    actions = draw(st.lists(RUNS, min_size=1, max_size=3))
    items = tuple(Block(runs, 1, "•") for runs in actions)
    timings = tuple(Block((Run(draw(st.sampled_from(MONTHS))),)) for _ in actions)
    measures = tuple(
        Block(runs, 1, f"{place}.") for place, runs in enumerate(draw(st.lists(RUNS, max_size=2)), 1)
    )
    owner = Block((Run(draw(st.sampled_from(["GB", "GB/BM", "Head of Housing"]))),))
    cells = ((Block((Run(str(number)),)),), (draw(PARAGRAPHS),), items, timings, (owner,), measures)
    return Row(tuple(Cell(blocks) for blocks in cells))


@st.composite
def draw_documents(draw: st.DrawFn) -> Document:
    head = Row(tuple(Cell((Block((Run(heading),)),)) for heading in HEADINGS))
    rows = [draw(draw_cells(number)) for number in range(1, draw(st.integers(1, 4)) + 1)]
    title = Paragraph(Block((Run("A plan of action DRAFT 2"),)), level=1)
    glossary = [
        Paragraph(Block((Run("Glossary"),)), level=2),
        Paragraph(Block((Run("QA quality assurance"),))),
    ]
    return Document((title, Table((head, *rows)), *glossary), "delimited")


IN_PROCESS = {
    "word.docx": read_docx_parts,
    "sheet.xlsx": read_xlsx,
    "sheet.ods": read_ods,
    "paper.pdf": read_pdf,
}


def read_again(name: str, document: Document) -> Document:
    kind, write = FORMS[name]
    source = Source(name, write(document))
    return IN_PROCESS[name](source).document if name in IN_PROCESS else read_document(source, kind).document


def tell_cells(document: Document) -> list[Any]:
    """Each row's cells: their items' words, white space aside, and whether each stands in a list."""
    return [
        [[(" ".join(block.text.split()), block.level > 0) for block in cell.blocks] for cell in row.cells]
        for element in document.elements
        if isinstance(element, Table)
        for row in element.rows
    ]


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=draw_documents())
def test_a_table_read_back_has_the_same_items_in_the_same_cells(name: str, document: Document) -> None:
    again, told = flatten(tell_cells(read_again(name, document))), flatten(tell_cells(document))

    assert join(again) == join(told)
    if name != "paper.pdf":  # a line that fills its column and the next paragraph cannot be told apart
        assert again == told


def flatten(rows: list[Any]) -> list[Any]:
    """The words of each cell; a number before one may be a list's or the words' own, where it stands alone."""
    return [[[_undo_number(words) for words, _ in cell] for cell in row] for row in rows]


def join(rows: list[Any]) -> list[Any]:
    """Each cell's words, whatever items they are in."""
    return [[" ".join(cell) for cell in row] for row in rows]


def _undo_number(words: str) -> str:
    return re.sub(r"^\d+\. ", "", words)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=draw_documents())
def test_the_regenerated_plan_reads_back_as_the_same_plan(document: Document) -> None:
    original = read_plan(Source("page.html", FORMS["page.html"][1](document)))
    again = read_plan(Source("plan.md", write_plan_markdown(original)))

    assert forget_places(again) == forget_places(original)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(document=draw_documents())
def test_the_word_file_reads_back_as_the_same_plan(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(READERS, "docx", "send_extract.readers.docx.reading:read_docx_parts")
    original = read_plan(Source("page.html", FORMS["page.html"][1](document)))
    again = read_plan(Source("plan.docx", write_word(original)))

    assert tell(again) == tell(original)


def forget_places(plan: Plan) -> dict[str, Any]:
    return tell(plan) | {"columns": [column.field for column in plan.columns if column.field != "notes"]}
