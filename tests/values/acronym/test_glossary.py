import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_extract.values.acronym.glossary import GlossaryReading, parse_glossary_line, parse_glossary_row
from tests.values.acronym.cases import FAULTS, FORMS, SOUND

PARTS = st.sampled_from(["RTA", "CSIB", "(CWD)", "–", ":", "=", "/", "a", "A", "refusal", "to", "Assess"])
LINES = [line for form in FORMS for line in form.lines]


@pytest.mark.parametrize(("line", "entries"), LINES, ids=[repr(line) for line, _ in LINES])
def test_lines_are_read_in_every_form(line: str, entries: tuple[tuple[str, str], ...]) -> None:
    reading = parse_glossary_line(line)

    assert tuple((entry.term, entry.text) for entry in reading.entries) == entries
    assert reading.findings == ()


@pytest.mark.parametrize(("line", "entries", "code"), FAULTS, ids=[repr(line) for line, _, _ in FAULTS])
def test_what_is_wrong_with_a_line_is_said(
    line: str, entries: tuple[tuple[str, str], ...], code: str
) -> None:
    reading = parse_glossary_line(line)

    assert tuple((entry.term, entry.text) for entry in reading.entries) == entries
    assert [finding.code for finding in reading.findings] == [code]


def test_a_row_has_its_term_in_either_column() -> None:
    first = parse_glossary_row("CWD", "Children with Disabilities")

    assert first == parse_glossary_row("Children with Disabilities", "CWD")
    assert [(entry.term, entry.text) for entry in first.entries] == [("CWD", "Children with Disabilities")]


def test_a_row_with_one_cell_is_a_line() -> None:
    assert parse_glossary_row("", "RTA Refusal to assess") == parse_glossary_line("RTA Refusal to assess")


def test_a_group_keeps_its_head_and_finds_what_each_term_stands_for() -> None:
    entries = parse_glossary_line("ASC/ASD – Autistic Spectrum Condition/Disorder").entries

    assert [entry.group for entry in entries] == ["ASC/ASD", "ASC/ASD"]
    assert [entry.expansion for entry in entries] == [
        "Autistic Spectrum Condition",
        "Autistic Spectrum Disorder",
    ]


@given(st.sampled_from(SOUND), st.sampled_from([" ", "\t", " – ", " - ", ": ", " = ", "  ", " | "]))
@settings(max_examples=1000, deadline=None)
def test_an_entry_printed_in_any_form_reads_back(entry: tuple[str, str], divider: str) -> None:
    term, text = entry

    reading = parse_glossary_line(f"{term}{divider}{text}")

    assert [(read.term, read.text) for read in reading.entries] == [(term, text)]
    assert reading.findings == ()


@given(st.text(max_size=120) | st.lists(PARTS).map(" ".join))
@settings(max_examples=1000, deadline=None)
def test_any_line_gives_a_reading_that_keeps_its_words(line: str) -> None:
    reading = parse_glossary_line(line)

    kept = " ".join(f"{entry.group} {entry.term} {entry.text}" for entry in reading.entries)
    kept += " ".join(str(dict(finding.words).get("text", "")) for finding in reading.findings)
    assert all(
        word in kept for word in line.split() if len(word) > 3 and word.isalpha()
    )  # marks and headings are shorter


@pytest.mark.parametrize(
    "line",
    [
        "Term\tMeaning",
        "Acronym – Definition",
        "Abbreviation | Full name",
        "Initials\tName\tRole",
        "Term\tMeaning\tWhat it does",
    ],
)
def test_a_heading_row_is_no_entry(line: str) -> None:
    assert parse_glossary_line(line) == GlossaryReading()


def test_a_heading_row_of_two_cells_is_no_entry() -> None:
    assert parse_glossary_row("Term", "Meaning") == parse_glossary_row("Meaning", "Term") == GlossaryReading()


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("QA – Quality assurance; ICB – Integrated Care Board", ["QA", "ICB"]),
        ("QA Quality assurance; ICB Integrated Care Board; ", ["QA", "ICB"]),
        ("QA = what is checked; ICB = those who pay", ["QA", "ICB"]),
        ("QA – Quality assurance; done by the ICB", ["QA"]),
        ("QA – Quality assurance; ICB members take part", ["QA"]),
        ("AP – Alternative Provision; Academic Place", ["AP", "AP"]),
    ],
)
def test_semicolons_divide_where_an_entry_begins_after_each(line: str, terms: list[str]) -> None:
    assert [entry.term for entry in parse_glossary_line(line).entries] == terms
