"""Which of the words above a plan are its title and its draft's label."""

import pytest

from send_extract import read_plan
from send_extract.plan import Plan
from send_extract.source import Source
from tests.extraction.test_plans import plan
from tests.forms.office import make_word_file, paragraph, row, run, table

ROWS = ("No\tRecommendation\tAction\tWhen", "1\tOne\tMeet\tJan")


def test_a_label_keeps_its_bracket_and_dates_the_plan() -> None:
    made = plan("Peer Review Plan Draft No. 4 (May 2023)", *ROWS)
    assert (made.title, made.draft.label, made.draft.number) == (
        "Peer Review Plan",
        "Draft No. 4 (May 2023)",
        4,
    )
    assert made.year == 2023


@pytest.mark.parametrize(
    ("lines", "title", "year"),
    [
        (("Loamshire Council", "Improvement plan 2023", "Draft 2"), "Improvement plan 2023", 2023),
        (
            ("Introduction", "The council was inspected.", "Town Recovery Plan", "DRAFT 5"),
            "Town Recovery Plan",
            None,
        ),
        (("Town Recovery", "How to read this plan", "DRAFT 5"), "Town Recovery", None),
        (("Town Recovery", "It follows a plan.", "DRAFT 5"), "Town Recovery", None),
    ],
)
def test_the_line_that_names_a_plan_is_the_title(
    lines: tuple[str, ...], title: str, year: int | None
) -> None:
    made = plan(*lines, *ROWS)
    assert (made.title, made.year) == (title, year)
    kept = [line for line in lines if line != title and not line.lower().startswith("draft")]
    assert [words.text for words in made.paragraphs] == kept


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Version 0.6 | Author: J Ray | Date: 4 July 2022", "2022-07-04"),
        ("Date: 4 July 2022", "2022-07-04"),
        ("Dated 4/7/22", "2022-07-04"),
        ("Jobs agreed at the meetings (compiled 4 July 2022)", "2022-07-04"),
        ("Meeting Date: 04/07/2022", "2022-07-04"),
        ("Prepared by J Ray. Last updated on Monday 4 July 2022.", "2022-07-04"),
        ("Agreed at the meeting of Full Council on 4 July 2022, minute 22/045", "2022-07-04"),
        ("Date of the next meeting: 4 July 2022", None),
        ("Next review date: 4 July 2022", None),
        ("The inspector wrote to us on 4 July 2022", None),
    ],
)
def test_a_line_that_says_the_date_dates_the_draft(line: str, date: str | None) -> None:
    made = plan("Town plan", line, *ROWS)
    assert (made.draft.date.isoformat() if made.draft.date else None) == date


def test_a_plan_that_the_page_header_alone_names_has_its_title_from_there() -> None:
    body = table(row("No", "Recommendation", "Action"), row("1", "Listen", "Meet"))
    word = make_word_file(
        body, header=paragraph("Exham Council") + paragraph("Leisure improvement plan – DRAFT 3")
    )

    made = read_plan(Source("plan.docx", word))

    assert (made.title, made.draft.number) == ("Leisure improvement plan", 3)


def test_the_heading_that_names_the_plan_is_the_title_below_the_name_of_its_body() -> None:
    made = read_plan(
        b"<h1>Exham Council</h1><h2>Peer challenge: improvement plan</h2><h2>Action plan</h2>"
        b"<table><tr><th>No<th>Recommendation<th>Action</tr><tr><td>1<td>Listen<td>Meet</tr></table>"
    )
    assert made.title == "Peer challenge: improvement plan"
    assert [words.text for words in made.paragraphs] == ["Exham Council", "Action plan"]


def test_a_row_of_the_version_above_the_headings_is_the_label() -> None:
    made = read_plan(
        b"Exham Council,,\nHomes Improvement Plan,,\nVersion,0.4,3 May 2022\n\n"
        b"No,Recommendation,Action\n1,Listen,Meet\n",
        format="csv",
    )
    assert (made.title, made.draft.label, str(made.draft.date)) == (
        "Homes Improvement Plan",
        "Version 0.4",
        "2022-05-03",
    )


def read_word(**parts: str) -> Plan:
    cells = (row("No", "Recommendation", "Action", "When"), row("1", "One", "Meet", "Jan"))
    above = paragraph("Town plan") + paragraph("DRAFT 5, 3 May 2022")
    return read_plan(Source("draft.docx", make_word_file(above + table(*cells), **parts)))


def test_a_page_header_that_says_title_draft_and_page_again_says_nothing_new() -> None:
    tab = "<w:r><w:tab/></w:r>"
    header = paragraph(run("Town plan") + tab + run("DRAFT 5, 3 May 2022"))
    made = read_word(header=header, footer=paragraph(run("Page 1 of 3")))
    assert (made.title, made.draft.label, made.paragraphs) == ("Town plan", "DRAFT 5", ())


def test_a_page_header_that_says_more_is_kept() -> None:
    made = read_word(header=paragraph(run("Town plan – Loamshire")), footer=paragraph(run("DRAFT 6")))
    assert [each.text for each in made.paragraphs] == ["Town plan – Loamshire", "DRAFT 6"]


def test_the_foot_of_a_page_is_no_line_of_the_glossary_above_it() -> None:
    glossary = paragraph("Glossary") + paragraph("QA quality assurance")
    cells = (row("No", "Recommendation", "Action", "When"), row("1", "One", "Meet", "Jan"))
    body = paragraph("Town plan") + table(*cells) + glossary
    made = read_plan(Source("draft.docx", make_word_file(body, footer=paragraph(run("Page 1 of 3")))))
    assert [entry.term for entry in made.glossary] == ["QA"]
    assert [each.code for each in made.diagnostics if each.code.startswith("glossary")] == []
