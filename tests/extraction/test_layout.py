"""Where a plan stands in its document: its tables, their headings, what is none of them."""

import pytest

from send_extract import read_plan
from tests.extraction.test_plans import codes, extract, only, outline, plan

HEAD = "No\tRecommendation\tAction\tWho"


@pytest.mark.parametrize("rows", [(), ("\t\t\t",)])
def test_headings_without_a_row_are_warned_of(rows: tuple[str, ...]) -> None:
    (diagnostic,) = extract("Plan DRAFT 1", HEAD, *rows).diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("plan-without-rows", "warning")
    assert "No | Recommendation | Action | Who" in diagnostic.message


@pytest.mark.parametrize("end", ["\v", "\x85", "\u2028", "\u2029"])
def test_rare_line_ends_part_rows_where_there_are_no_others(end: str) -> None:
    assert outline(end.join((HEAD, "1\tOne\tMeet\tGB", "2\tTwo\tWrite\tBM"))) == [
        ("1", "One", ["Meet"]),
        ("2", "Two", ["Write"]),
    ]


def test_a_heading_row_of_two_lines_is_one() -> None:
    made = only(
        "No\tRecommendation\tActions\tTiming\t\tWho",
        "\t\t\tStart date\tEnd date\t",
        "1\tOne\tMeet\tJan 2023\tMarch 2023\tGB",
    )
    assert (made.number, made.who.text, made.extra) == ("1", "GB", {})
    assert "Jan 2023" in made.when.text
    assert "March 2023" in made.when.text


def test_a_row_of_names_of_fields_below_full_headings_is_no_second_line_of_them() -> None:
    assert outline(HEAD, "\t\tAction\tOwner", "1\tOne\tMeet\tGB")[-1] == ("1", "One", ["Meet"])


def test_headings_in_another_order_are_read_in_that_order() -> None:
    lines = (HEAD, "1\tOne\tMeet\tGB", "No\tRecommendation\tWho\tAction", "2\tTwo\tBM\tWrite")
    assert outline(*lines) == [("1", "One", ["Meet"]), ("2", "Two", ["Write"])]
    assert [each.who.text for each in plan(*lines).recommendations] == ["GB", "BM"]
    assert codes(*lines) == ["header-repeated"]


def test_a_key_below_the_rows_is_no_recommendation() -> None:
    made = plan(HEAD, "1\tOne\tMeet\tGB", "", "RAG\tMeaning", "Red\tlate", "Green\tdone")
    assert [each.number for each in made.recommendations] == ["1"]
    assert [words.text for words in made.paragraphs] == ["RAG  Meaning", "Red  late", "Green  done"]


@pytest.mark.parametrize(
    "line", ["Town plan 2023", "OFFICIAL", "OFFICIAL - SENSITIVE", "Strictly confidential"]
)
def test_a_running_title_or_a_protective_marking_between_rows_is_no_section(line: str) -> None:
    made = plan("Town plan 2023 DRAFT 1", HEAD, "1\tOne\tMeet\tGB", line, "2\tTwo\tWrite\tBM")
    assert [each.section for each in made.recommendations] == [None, None]
    assert [words.text for words in made.paragraphs] == [line]


def test_a_heading_below_a_merged_one_is_read_with_it() -> None:
    page = (
        "<table><tr><th colspan=2>Recommendation<th colspan=2>Planning</tr><tr><th>No<th>Detail<th>Action<th>Who</tr>"
        "<tr><td>1<td>Listen<td>Meet<td>GB</tr></table>"
    )
    made = read_plan(page.encode())
    assert [column.field for column in made.columns] == ["number", "recommendation", "actions", "who"]
    assert made.recommendations[0].text == "Listen"
    assert "Planning" in " ".join(words.text for words in made.paragraphs)


@pytest.mark.parametrize("line", ["Lead: Ann Bell", "Success criteria: 96% attend"])
def test_a_line_between_a_heading_and_its_table_leaves_the_section_to_the_heading(line: str) -> None:
    table = "| Action | Who |\n|---|---|\n| {0} | GB |\n"
    parts = [f"## {title}\n\n{line}\n\n{table.format(title)}" for title in ("Priority 1: Homes", "Streets")]
    made = read_plan("\n".join(["# Town plan", "", *parts]).encode())
    assert [each.section for each in made.recommendations] == ["Priority 1: Homes", "Streets"]
    assert [words.text for words in made.paragraphs] == [line, line]


def test_of_the_titles_above_a_tables_headings_the_counted_one_is_the_section() -> None:
    titles = "<tr><td colspan=2>Priority 1: Phonics</td></tr><tr><td colspan=2>Success criteria: 85% pass</td></tr>"
    table = f"<table>{titles}<tr><th>Action<th>Who</tr><tr><td>Train<td>GB</tr></table>"
    made = read_plan(f"<h1>School plan</h1>{table}".encode())
    assert [each.section for each in made.recommendations] == ["Priority 1: Phonics"]
    assert [words.text for words in made.paragraphs] == ["Success criteria: 85% pass"]


def test_a_table_that_repeats_the_headings_goes_on_with_the_recommendation_above() -> None:
    head = "<tr><th>No<th>Recommendation<th>Action<th>Who</tr>"
    first = f"<table>{head}<tr><td>1<td>Listen<td>Meet<td>GB</tr></table>"
    second = f"<table>{head}<tr><td><td><td>Write<td></tr><tr><td>2<td>Tell<td>Say<td>BM</tr></table>"
    made = read_plan(f"<h1>Town plan</h1>{first}<p></p>{second}".encode())
    assert [(each.number, [action.text for action in each.actions]) for each in made.recommendations] == [
        ("1", ["Meet", "Write"]),
        ("2", ["Say"]),
    ]
    assert made.recommendations[0].actions[1].who.text == "GB"


def test_what_stands_above_the_headings_of_columns_is_told() -> None:
    head = (
        "<tr><th>Ref<th>Action<th>Lead<th colspan=2>Timescale<tr><th>Ref<th>Action<th>Lead<th>Start<th>Finish"
    )
    page = f"<table>{head}<tr><td>1<td>Dig<td>GB<td>May 2022<td>June 2022</table>"
    found = [each for each in read_plan(page.encode()).diagnostics if each.code == "heading-above"]
    assert [each.message.split("'")[1] for each in found] == ["Timescale"]
