import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings

from send_extract import read_plan
from send_extract.diagnostics import Diagnostic
from send_extract.plan import Draft, Plan
from send_extract.readers import READERS
from send_extract.source import Source
from send_extract.values.acronym import GlossaryEntry
from send_extract.writers.word.file import write_word
from tests.builders import make_action, make_plan, make_recommendation
from tests.cases import HERE, read, read_case
from tests.readers.test_matrix import convert_by_libreoffice, tell
from tests.strategies import PLANS

ROOT = Path(__file__).parents[3]
PAGES = sorted(HERE.glob("*.md"))
GOLDEN = sorted(
    path for path in (ROOT / "tests" / "golden").glob("*/*")
    if path.stem in {"plan", "old", "new"} and path.parent.name != "__pycache__"
)  # fmt: skip
READ_OTHERWISE = {
    "asked-in-a-table-for-each-area": "P1 in a column of its own is a level of priority",
    "actions-numbered-by-their-theme": "nothing in a row tells a second action of a recommendation without words",
    "listed-with-labels": "beside the plan's own numbers the column of R1 and R2 is one of numbers, too",
}


@pytest.fixture(autouse=True)
def _read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, "docx", "send_extract.readers.docx.reading:read_docx_parts")


def read_again(plan: Plan) -> Plan:
    return read_plan(Source("plan.docx", write_word(plan)))


def tell_all(plan: Plan) -> dict[str, object]:
    """What a Word file must say alike; a title that ends in the draft's label is printed beside it as without."""
    told = tell(plan)
    title, label = plan.title, plan.draft.label
    head = (title.removesuffix(label).strip() if title and label else title, *told["head"][1:])
    sections = [record.section for record in plan.recommendations]
    rich = [(action.rich, action.lead_in) for record in plan.recommendations for action in record.actions]
    return told | {"head": head, "sections": sections, "rich": rich}


def list_said(plan: Plan) -> list[set[str]]:
    """The words of whatever else is said of each recommendation."""
    said = [
        [record.status, record.progress, record.priority, record.cost, *record.extra.values()]
        for record in plan.recommendations
    ]
    return [set(" ".join(filter(None, texts)).split()) for texts in said]


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem not in READ_OTHERWISE], ids=lambda page: page.stem
)
def test_the_plan_of_every_case_reads_back_from_word_as_it_was(page: Path) -> None:
    plan = read(read_case(page))
    again = read_again(plan)
    assert tell_all(again) == tell_all(plan)
    assert all(now >= before for now, before in zip(list_said(again), list_said(plan), strict=True))


@pytest.mark.parametrize(
    "path", [ROOT / "raw" / "draft-1.txt", *GOLDEN], ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_golden_plan_reads_back_from_word_as_it_was(path: Path) -> None:
    plan = read_plan(path)
    assert tell_all(read_again(plan)) == tell_all(plan)


def test_written_again_from_what_was_read_back_the_words_are_the_same() -> None:
    plan = read_plan(ROOT / "raw" / "draft-1.txt")
    once, twice = (docx.Document(io.BytesIO(write_word(each))) for each in (plan, read_again(plan)))
    assert [each.text for each in once.paragraphs] == [each.text for each in twice.paragraphs]
    assert list_cells(once) == list_cells(twice)


def test_nothing_new_is_said_of_what_is_read_back() -> None:
    plan = read_plan(ROOT / "raw" / "draft-1.txt")
    again = read_again(plan)
    assert sorted(each.message for each in again.diagnostics) == sorted(
        each.message for each in plan.diagnostics
    )
    assert [each.text for each in again.paragraphs] == [each.text for each in plan.paragraphs]


def list_cells(document: object) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]  # type: ignore[attr-defined]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(PLANS)
def test_any_plan_makes_a_word_file_with_its_words_the_same_bytes_each_time(plan: Plan) -> None:
    data = write_word(plan)
    assert data == write_word(plan)
    shown = "".join(" ".join(cells) for cells in list_cells(docx.Document(io.BytesIO(data))))
    words = [
        word for record in plan.recommendations for action in record.actions for word in action.text.split()
    ]
    assert all(word in shown for word in words)


def test_title_and_draft_stand_above_the_table_and_in_the_page_header() -> None:
    word = docx.Document(
        io.BytesIO(write_word(make_plan(make_recommendation(), draft=Draft("DRAFT 2", "draft", 2))))
    )
    assert [(each.text, each.style.name) for each in word.paragraphs[:2] if each.style] == [
        ("A plan", "Title"),
        ("DRAFT 2", "Subtitle"),
    ]
    assert word.sections[0].first_page_header.paragraphs[0].text == "\tDRAFT 2"
    assert word.sections[0].header.paragraphs[0].text == "A plan\tDRAFT 2"
    assert word.sections[0].footer.part.element.xpath("string(.)") == "Page 1 of 1"


def test_the_page_is_a4_on_its_side() -> None:
    section = docx.Document(io.BytesIO(write_word(make_plan(make_recommendation())))).sections[0]
    assert (round((section.page_width or 0) / 360000, 1), round((section.page_height or 0) / 360000, 1)) == (
        29.7,
        21.0,
    )


def test_what_is_to_be_mended_is_a_comment_by_the_program_and_no_note_when_it_is_read_back() -> None:
    action = make_action("1.1", "Meet")
    plan = make_plan(
        make_recommendation(actions=(action,)),
        diagnostics=(Diagnostic("timing-missing", "warning", "Say when."),),
    )
    data = write_word(plan)
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert [(each.author, each.text, each.timestamp) for each in comments] == [
        ("send-extract", "Say when.", None)
    ]
    assert [record.notes for record in read_plan(Source("plan.docx", data)).recommendations] == [()]


def test_the_glossary_stands_below_the_table() -> None:
    plan = make_plan(make_recommendation(), glossary=(GlossaryEntry("QA", "quality assurance"),))
    word = docx.Document(io.BytesIO(write_word(plan)))
    assert list_cells(word)[-1] == ["QA", "quality assurance"]
    assert word.paragraphs[-1].text == "Glossary"


def test_every_style_that_is_used_is_one_of_words_own() -> None:
    data = write_word(read_plan(ROOT / "raw" / "draft-1.txt"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        used = set(
            re.findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', package.read("word/document.xml"))
        )
        known = set(re.findall(rb'w:styleId="(\w+)"', package.read("word/styles.xml")))
    assert used <= known


def test_nothing_in_the_file_is_from_the_day_or_the_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(write_word(make_plan(make_recommendation())))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [part.filename for part in package.infolist()] == sorted(package.namelist())
        assert b"1980-01-01" in package.read("docProps/core.xml")


def test_libreoffice_opens_it_and_prints_it(tmp_path: Path) -> None:
    plan = read_plan(ROOT / "raw" / "draft-1.txt")
    printed = convert_by_libreoffice(write_word(plan), "pdf", tmp_path)
    assert tell(read_plan(printed)) == tell(plan)
