"""Rows to groups: titles between them, and recommendations that stand in a heading above their actions."""

import pytest

from send_extract import Plan, read_plan
from tests.extraction.test_plans import codes, extract, only, outline, plan

HEAD = "No\tRecommendation\tAction\tWhen\tWho"
ACTIONS = "<table><tr><th>Action<th>When<th>Who</tr>{}</table>"
ROW = "<tr><td>{}<td>May 2022<td>GB</tr>"


def list_sections(made: Plan) -> list[tuple[str, str, str | None]]:
    return [(each.number, each.text, each.section) for each in made.recommendations]


def test_a_plain_title_above_the_first_row_makes_titles_of_those_like_it() -> None:
    made = plan(
        HEAD,
        "\tGovernance\t\t\t",
        "1\tMeet more\tMeet\tMay\tGB",
        "\tPractice\t\t\t",
        "2\tTalk\tCall\tMay\tLM",
    )
    assert list_sections(made) == [("1", "Meet more", "Governance"), ("2", "Talk", "Practice")]


def test_a_row_of_words_alone_goes_on_where_no_title_stands_above_the_first() -> None:
    lines = (HEAD, "1\tMeet more with the Parish\tMeet\tMay\tGB", "\tCouncil\t\t\t", "2\tTalk\tCall\tMay\tLM")
    assert [text for _, text, _ in outline(*lines)] == ["Meet more with the Parish\nCouncil", "Talk"]


@pytest.mark.parametrize(
    ("label", "number"), [("Recommendation 3:", "3"), ("Area for Improvement 2 –", "2"), ("R4:", "4")]
)
@pytest.mark.parametrize("place", ["heading", "row"])
def test_a_recommendation_in_a_heading_has_the_actions_below_it(label: str, number: str, place: str) -> None:
    title = f"{label} Answer calls sooner"
    merged = f"<table><tr><th colspan=3>{title}</tr>"
    table = ACTIONS.format(ROW.format("Recruit") + ROW.format("Train"))
    table = f"<h2>{title}</h2>{table}" if place == "heading" else table.replace("<table>", merged)
    made = read_plan(f"<h1>Calls plan</h1>{table}".encode())
    (asked,) = made.recommendations
    assert (asked.number, asked.text, asked.section) == (number, "Answer calls sooner", None)
    assert [(action.id, action.text) for action in asked.actions] == [
        (f"{number}.1", "Recruit"),
        (f"{number}.2", "Train"),
    ]
    assert [each.message for each in made.diagnostics] == [
        f"The number {number} was read from '{label}'. Nothing needs doing."
    ]


def test_a_row_that_is_a_recommendation_stays_in_the_section_above() -> None:
    made = plan(
        "Ref\tAction\tWhen\tWho",
        "Priority 1: Homes\t\t\t",
        "Recommendation 7: Mend roofs\t\t\t",
        "a\tHire\tMay\tGB",
        "b\tMend\tJune\tGB",
        "Priority 2: Streets\t\t\t",
        "c\tSweep\tMay\tLM",
    )
    assert list_sections(made) == [("7", "Mend roofs", "Priority 1: Homes"), ("c", "", "Priority 2: Streets")]


def test_a_recommendation_in_a_heading_without_rows_is_kept() -> None:
    made = plan(
        "Ref\tActions\tWhen",
        "Recommendation 7: Mend roofs\t\t",
        "Recommendation 8: Sweep\t\t",
        "a\tHire\tMay",
    )
    assert [each.number for each in made.recommendations] == ["8"]
    assert [words.text for words in made.paragraphs] == ["Recommendation 7: Mend roofs"]


def test_a_title_inside_a_table_above_its_headings_is_the_section_where_others_stand_above() -> None:
    made = read_plan(
        (
            "<h1>Plan</h1>"
            + "".join(
                f"<table><tr><td colspan=3>Priority {n}: {name}</td></tr><tr><th>Action<th>When<th>Who</tr>"
                f"{ROW.format(name)}</table>"
                for n, name in enumerate(("Homes", "Streets"), 1)
            )
        ).encode()
    )
    assert [each.section for each in made.recommendations] == ["Priority 1: Homes", "Priority 2: Streets"]
    assert made.paragraphs == ()


@pytest.mark.parametrize(
    "line", ["Town plan 2023 Page 2 of 7", "Town plan 2023 21.11.222", "Another paper 2.12.051"]
)
def test_a_running_footer_between_rows_is_no_section(line: str) -> None:
    made = plan("Town plan 2023", "DRAFT 1", HEAD, "1\tOne\tMeet\tMay\tGB", line, "2\tTwo\tWrite\tMay\tLM")
    assert [each.section for each in made.recommendations] == [None, None]
    assert [words.text for words in made.paragraphs] == [line]


@pytest.mark.parametrize("again", ["1 cont.", "1 (continued)", "1 cont'd", "1 ctd"])
def test_a_number_that_says_it_goes_on_continues_its_recommendation(again: str) -> None:
    found = extract(HEAD, "1\tOne\tMeet\tMay\tGB", f"{again}\t\tWrite\tJune\t")
    assert [action.text for action in found.plan.recommendations[0].actions] == ["Meet", "Write"]
    assert any(each.code == "row-kind" and again in each.message for each in found.diagnostics)


def test_cells_numbered_below_the_number_before_the_words_are_its_actions() -> None:
    lines = (
        "Recommendation\tRef\tAction\tWhen",
        "1. Meet more\t1.1.1\tMeet\tMay",
        "\t1.1.2\tWrite\tJune",
        "2. Talk\t2.1.1\tCall\tMay",
    )
    assert outline(*lines) == [("1", "Meet more", ["Meet", "Write"]), ("2", "Talk", ["Call"])]
    assert [action.extra for action in extract(*lines).plan.recommendations[0].actions] == [
        {"Ref": "1.1.1"},
        {"Ref": "1.1.2"},
    ]


def test_a_number_that_ends_in_a_bracket_is_no_word_beside_itself() -> None:
    made = only(HEAD, "2 (ii)\tOne\tMeet\tMay\tGB")
    assert (made.number, made.extra, made.actions[0].extra) == ("2 (ii)", {}, {})
    assert codes(HEAD, "2 (ii)\tOne\tMeet\tMay\tGB") == []


def test_a_numbered_sentence_above_actions_numbered_below_it_is_their_recommendation() -> None:
    title = "1.1 The board should know the profile of its children"
    made = plan("Ref\tAction\tWho", "Domain 1\t\t", f"{title}\t\t", "1.1.1\tMeet\tGB", "1.1.2\tWrite\tLM")
    assert list_sections(made) == [("1.1", title[4:], "Domain 1")]
    assert made.paragraphs == ()


def test_a_row_that_adds_up_is_none_of_the_plan() -> None:
    made = plan("No\tRecommendation\tAction\tCost", "1\tMend\tHire\t£300", "\tTotal\t\t£300")
    assert [(each.number, each.cost) for each in made.recommendations] == [("1", "£300")]
    assert [words.text for words in made.paragraphs] == ["Total  £300"]


def test_a_numbered_title_above_actions_numbered_below_it_is_their_section() -> None:
    made = plan(
        "Ref\tAction\tWho",
        "1\tGovernance\t",
        "1.1\tMeet\tGB",
        "1.2\tWrite\tLM",
        "2\tMoney\t",
        "2.1\tSave\tGB",
    )
    assert list_sections(made) == [
        ("1.1", "", "1 Governance"),
        ("1.2", "", "1 Governance"),
        ("2.1", "", "2 Money"),
    ]


def test_a_merged_number_has_the_actions_beside_it() -> None:
    page = (
        "<table><tr><th>No<th>Action<th>Who</tr><tr><td rowspan=2>1<td>Meet<td>GB</tr>"
        "<tr><td>Write<td>LM</tr><tr><td>2<td>Call<td>GB</tr></table>"
    )
    made = read_plan(page.encode())
    assert [(each.number, len(each.actions)) for each in made.recommendations] == [("1", 2), ("2", 1)]


def test_a_recommendation_that_begins_with_total_is_one() -> None:
    lines = ("Recommendation\tAction", "Total place\t", "Totally new budgets\tWrite")
    assert [text for _, text, _ in outline(*lines)] == ["Total place", "Totally new budgets"]


@pytest.mark.parametrize("label", ["Recommendation 3", "Recommendation 3:", "Area for Improvement 3."])
def test_a_recommendation_below_a_heading_of_its_number_has_the_actions_below_it(label: str) -> None:
    text = "The council should answer calls sooner, and say when."
    table = ACTIONS.format(ROW.format("Recruit"))
    made = read_plan(f"<h1>Calls plan</h1><h2>{label}</h2><p>{text}</p>{table}".encode())
    assert [(each.number, each.text, each.section) for each in made.recommendations] == [("3", text, None)]
    assert made.paragraphs == ()


def test_a_recommendation_in_a_merged_cell_above_each_heading_row_has_the_actions_below_it() -> None:
    head = "<tr><td><b>Action</b><td><b>Lead</b><td><b>Due</b><td><b>Update</b></tr>"
    row = "<tr><td>{}<td>GB<td>May 2022<td>Done</tr>"
    title = "<tr><td colspan=2><b>Recommendation {}</b><br>That {}<td colspan=2>Decision: agreed</tr>"
    rows = (
        title.format(1, "it be so"),
        head,
        row.format("Meet"),
        title.format(2, "all agree"),
        head,
        row.format("Vote"),
    )
    made = read_plan(f"<h1>Review</h1><table>{''.join(rows)}</table>".encode())
    assert [
        (each.number, each.text, [action.text for action in each.actions]) for each in made.recommendations
    ] == [
        ("1", "That it be so", ["Meet"]),
        ("2", "That all agree", ["Vote"]),
    ]
    assert made.recommendations[1].notes == ("Decision: agreed",)
