"""The real draft, rewritten in every format, gives what the original gives."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from send_extract import read_plan
from send_extract.document import Document, Paragraph, Table
from send_extract.plan import Plan
from send_extract.readers import detect_format, read_document
from send_extract.source import Source
from send_extract.writers.markdown import write_markdown as write_plan_markdown
from tests.forms.formats import FORMS
from tests.forms.shapes import tabulate_actions
from tests.forms.word import write_docx

DRAFT = Path(__file__).parents[2] / "raw" / "draft-1.txt"
BY_ACTION = (
    "page.html",
    "lists.md",
    "word.docx",
    "sheet.xlsx",
    "sheet.ods",
    "text.odt",
    "commas.csv",
    "paper.pdf",
)


def tell(plan: Plan) -> dict[str, Any]:
    """What every format must say alike; places and the words of whole cells are each format's own."""
    records = plan.recommendations
    actions = [action for record in records for action in record.actions]
    return {
        "head": (plan.title, plan.draft, plan.year),
        "recommendations": [(each.number, each.text, each.notes, each.relations) for each in records],
        "actions": [(each.id, each.text) for each in actions],
        "timings": [(each.id, each.when.text, each.when.value) for each in actions],
        "owners": [(each.id, each.who.value) for each in actions],
        "measures": [(each.id, each.text) for record in records for each in record.measures],
        "glossary": [(each.term, each.text, each.expansion) for each in plan.glossary],
        "acronyms": [(each.term, each.status, each.suggestion) for each in plan.acronyms],
    }


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(Source(DRAFT.name, DRAFT.read_bytes())).document


@pytest.fixture(scope="module")
def original() -> Plan:
    return read_plan(DRAFT)


def test_the_original_is_what_the_design_counts(original: Plan) -> None:
    told = tell(original)

    assert [len(told[name]) for name in ("recommendations", "actions", "measures", "glossary")] == [
        16,
        52,
        29,
        14,
    ]
    assert all(value is not None for _, _, value in told["timings"])


@pytest.mark.parametrize("name", FORMS)
def test_a_draft_in_another_format_gives_the_same_plan(name: str, document: Document, original: Plan) -> None:
    kind, write = FORMS[name]
    source = Source(name, write(document))

    assert detect_format(source) == kind
    assert tell(read_plan(source)) == tell(original)


@pytest.mark.parametrize("name", BY_ACTION)
@pytest.mark.parametrize("way", ["merged", "repeated"])
def test_a_row_an_action_gives_the_same_plan(name: str, way: str, document: Document, original: Plan) -> None:
    reshaped = tabulate_actions(original, document, merged=way == "merged")

    assert tell(read_plan(Source(name, FORMS[name][1](reshaped)))) == tell(original)


@pytest.mark.parametrize("name", FORMS)
def test_no_word_of_the_draft_is_lost_on_the_way_through_a_format(name: str, document: Document) -> None:
    read = read_document(Source(name, FORMS[name][1](document))).document

    assert list_words(read) >= list_words(document)


def list_words(document: Document) -> set[str]:
    return {word for element in document.elements for text in list_texts(element) for word in text.split()}


def list_texts(element: Paragraph | Table) -> list[str]:
    if isinstance(element, Paragraph):
        return [element.text]
    return [cell.text for row in element.rows for cell in row.cells]


def test_the_markdown_that_is_written_reads_back_as_the_same_plan(original: Plan) -> None:
    again = read_plan(Source("plan.md", write_plan_markdown(original)))

    assert tell(again) == tell(original)
    assert [each.when.text for each in again.recommendations] == [
        each.when.text for each in original.recommendations
    ]


@pytest.mark.parametrize("kind", ["docx", "odt", "fodt", "pdf", "html"])
def test_what_libreoffice_makes_of_the_draft_gives_the_same_plan(
    kind: str, tmp_path: Path, document: Document, original: Plan
) -> None:
    source = convert_by_libreoffice(write_docx(document), kind, tmp_path)

    assert tell(read_plan(source)) == tell(original)


def convert_by_libreoffice(data: bytes, kind: str, folder: Path) -> Source:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (folder / "draft.docx").write_bytes(data)
    made = folder / "made"
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
    ]
    command += [
        "docx:MS Word 2007 XML" if kind == "docx" else kind,
        "--outdir",
        str(made),
        str(folder / "draft.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return Source(f"draft.{kind}", (made / f"draft.{kind}").read_bytes())
