import pytest
from openpyxl import Workbook

from send_extract import read_plan
from send_extract.source import Source
from tests.forms.sheets import save_workbook

PLAN = (
    "No\tRecommendation\tSummary actions\tWhen (2022)\tWho\tMeasure of success\n"
    "1\tListen\t<ul><li>Meet</li></ul>\tMay\tGB\tFamilies are heard\n\n"
)


@pytest.mark.parametrize(
    "key",
    [
        "## Key to initials\n\nInitials\tName\tRole\nGB\tGail Brown\tHead of Inclusion\n",
        "Lead officers\n\nInitials\tName\tRole\nGB\tGail Brown\tHead of Inclusion\n",
        "## Key to initials\n\n| Initials | Name | Role |\n| --- | --- | --- |\n| GB | Gail Brown | Clerk |\n",
        "Key: BM = Ben Moss, GB = Gail Brown\n",
    ],
)
def test_a_key_after_the_table_names_the_owners(key: str) -> None:
    plan = read_plan((PLAN + key).encode())
    assert [(owner.code, owner.name) for owner in plan.owners] == [("GB", "Gail Brown")]
    assert not [entry for entry in plan.glossary if entry.term == "Initials"]


@pytest.mark.parametrize(
    "rows",
    [
        "Term\tMeaning\nQA\tQuality assurance\n",
        "| Term | Meaning |\n| --- | --- |\n| QA | Quality assurance |\n",
    ],
)
def test_a_glossary_has_its_entries_without_its_heading_row(rows: str) -> None:
    plan = read_plan(f"{PLAN}## Glossary\n\n{rows}".encode())
    assert [(entry.term, entry.text) for entry in plan.glossary] == [("QA", "Quality assurance")]
    assert any("Meaning" in words.text for words in plan.paragraphs)


def test_a_glossary_above_the_plan_ends_at_the_plans_title_and_label() -> None:
    above = (
        "Abbreviations used in this plan\nASB – anti-social behaviour\nCSP: Community Safety Partnership\n\n"
    )
    plan = read_plan(
        f"{above}Safety Peer Challenge: Action Plan 2019/20\nFinal v2 – 9 April 2019\n\n{PLAN}".encode()
    )
    assert [entry.term for entry in plan.glossary] == ["ASB", "CSP"]
    assert (plan.title, plan.draft.label) == (
        "Safety Peer Challenge: Action Plan 2019/20",
        "Final v2",
    )


def test_a_table_headed_as_a_key_is_one_wherever_it_stands() -> None:
    key = "| Initials | Officer | Post |\n|---|---|---|\n| GB | Gail Brown | Clerk |\n"
    rows = "| No | Recommendation | Action | Who |\n|---|---|---|---|\n| 1 | Listen | Meet | GB |\n"
    plan = read_plan(f"# Plan\n\n{key}\n{rows}".encode())
    assert [(owner.code, owner.name) for owner in plan.owners] == [("GB", "Gail Brown")]


def test_the_last_line_of_a_key_between_two_tables_is_no_section() -> None:
    key = "Key to initials:\nGB = Gail Brown\nBM: Ben Moss\n\n"
    second = PLAN.replace("1\tListen", "2\tTalk")
    plan = read_plan(f"Plan\n\n{PLAN}{key}{second}".encode())
    assert [(each.number, each.section) for each in plan.recommendations] == [("1", None), ("2", None)]
    assert [entry.term for entry in plan.glossary] == ["GB", "BM"]


def test_a_sheet_that_is_called_a_glossary_is_one() -> None:
    book = Workbook()
    book.create_sheet("Plan").append(["No", "Recommendation", "Action"])
    book["Plan"].append([1, "Listen", "Meet the PCF"])
    book.create_sheet("Glossary of terms").append(["PCF", "Parent Carer Forum"])

    plan = read_plan(Source("plan.xlsx", save_workbook(book)))

    assert [(entry.term, entry.text) for entry in plan.glossary] == [("PCF", "Parent Carer Forum")]


@pytest.mark.parametrize(
    "glossary",
    [
        "## Fenmoor Acronyms\n\nQTB – Quality Team Board\nFLN – Family Learning Network\n",
        "Jargon explained\n\nQTB – Quality Team Board\nFLN – Family Learning Network\n",
        "QTB – Quality Team Board\nFLN – Family Learning Network\n",
        "Key: QTB = Quality Team Board FLN = Family Learning Network\n",
        "## Glossary\n\nQTB    Quality Team\n       Board\nFLN    Family Learning\n       Network\n",
        "QTB\n\nQuality Team Board\n\nFLN\n\nFamily Learning Network\n",
        "## Glossary\n\nQTB |\nQuality Team Board |\nFLN |\nFamily Learning Network |\n",
        "| QTB | Quality Team Board |\n| FLN | Family Learning Network |\n",
    ],
)
def test_a_glossary_is_known_by_what_stands_over_it_or_by_its_look(glossary: str) -> None:
    plan = read_plan((PLAN + glossary).encode())
    assert [(entry.term, entry.text) for entry in plan.glossary] == [
        ("QTB", "Quality Team Board"),
        ("FLN", "Family Learning Network"),
    ]


def test_three_entries_on_a_line_of_a_glossary_run_on() -> None:
    line = "QTB Quality Team Board FLN Family Learning Network PCF Parent Carer Forum"
    plan = read_plan(f"{PLAN}## Glossary\n\n{line}\n".encode())
    assert [entry.term for entry in plan.glossary] == ["QTB", "FLN", "PCF"]


def test_a_term_on_its_own_line_has_the_senses_below_it() -> None:
    plan = read_plan(f"{PLAN}## Glossary\n\nQTB\nQuality Team Board\nQuarterly Training Bulletin\n".encode())
    assert [entry.text for entry in plan.glossary] == ["Quality Team Board", "Quarterly Training Bulletin"]


def test_a_glossary_begins_no_document() -> None:
    plan = read_plan(f"QIP – Quality Improvement Plan\n\n{PLAN}".encode())
    assert (plan.title, plan.glossary) == ("QIP – Quality Improvement Plan", ())
