"""Actions of a cell: their own numbers in front of them, and lines that are one each."""

import pytest

from send_extract import read_plan
from send_extract.source import Source
from tests.extraction.test_plans import codes, only
from tests.forms.office import cell, make_word_file, row, table

HEAD = "No\tRecommendation\tActions\tWhen\tWho\tMeasures"


@pytest.mark.parametrize(
    ("number", "first", "second"),
    [("2", "2.1", "2.2"), ("R2", "2.1", "2.2"), ("2", "2a", "2b"), ("2", "2a)", "2b)")],
)
@pytest.mark.parametrize("line_end", ["<br>", " "])
def test_actions_numbered_below_their_recommendation_are_one_each(
    number: str, first: str, second: str, line_end: str
) -> None:
    cells = (("Meet", "Write"), ("May 2022", "June 2022"), ("GB", "LM"), ("Heard", "Read"))
    row = "\t".join(f"{first} {one}{line_end}{second} {two}" for one, two in cells)
    made = only(HEAD, f"{number}\tListen\t{row}")
    assert [(action.text, action.when.text, action.who.text) for action in made.actions] == [
        ("Meet", "May 2022", "GB"),
        ("Write", "June 2022", "LM"),
    ]
    assert [measure.text for measure in made.measures] == ["Heard", "Read"]


def test_the_number_of_one_action_alone_is_left_out_of_its_words_and_told() -> None:
    rows = (HEAD, "2\tListen\t2.1 Meet parents\tMay\tGB\t", "\t\tAction 2.2: Write to them\tJune\tGB\t")
    assert [action.text for action in only(*rows).actions] == ["Meet parents", "Write to them"]
    assert codes(*rows) == ["list-marker-removed", "list-marker-removed"]


@pytest.mark.parametrize("words", ["2.5 FTE posts filled", "3.1 Meet", "2022 Budget agreed", "2.1 is met"])
def test_another_figure_in_front_of_an_action_is_a_word_of_it(words: str) -> None:
    assert [action.text for action in only(HEAD, f"2\tListen\t{words}\tMay\tGB\t").actions] == [words]


def test_lines_are_an_action_each_where_the_timings_are_as_many() -> None:
    page = (
        "<table><tr><th>No<th>Recommendation<th>Actions<th>When</tr>"
        "<tr><td>1<td>Listen<td>Meet parents<br>Write to them<td>May 2022<br>June 2022</tr>"
        "<tr><td>2<td>Talk<td>Meet parents<br>and carers<td>May 2022<br>June 2022</tr>"
        "<tr><td>3<td>Tell<td>Meet Parent<br>Carer Forum<td>May 2022</tr></table>"
    )
    made = read_plan(page.encode()).recommendations
    assert [(action.text, action.when.text) for action in made[0].actions] == [
        ("Meet parents", "May 2022"),
        ("Write to them", "June 2022"),
    ]
    assert [action.location.item for action in made[0].actions] == [1, 2]
    assert [action.text for action in made[1].actions] == ["Meet parents and carers"]
    assert [action.text for action in made[2].actions] == ["Meet Parent\nCarer Forum"]


def test_actions_numbered_below_their_rows_own_number_are_one_each() -> None:
    rows = ("Recommendation 1: Plan together\t\t", "1A\t1A.1 Publish<br>1A.2 Talk\tGB", "1B\t1B.1 Meet\tLM")
    made = only("Ref\tActions\tWho", *rows)
    assert [action.text for action in made.actions] == ["Publish", "Talk", "Meet"]


def test_measures_that_each_row_of_a_recommendation_repeats_are_its_measures_once() -> None:
    made = only(
        "No\tRecommendation\tAction\tMeasure of success",
        "1\tListen\tMeet\tFamilies are heard",
        "1\tListen\tWrite\tFamilies are heard",
        "1\tListen\tAnswer\tLetters are answered",
    )
    assert [action.text for action in made.actions] == ["Meet", "Write", "Answer"]
    assert [measure.text for measure in made.measures] == ["Families are heard", "Letters are answered"]


def test_columns_of_one_heading_keep_the_words_of_each() -> None:
    made = only(f"{HEAD}\tScope\tScope", "2\tListen\tMeet\tMay\tGB\t\tNorth\tSouth")
    assert made.extra == {"Scope": "North\nSouth"}
    numbered = only(f"{HEAD}\tRef\tRef", "2\tListen\tMeet\tMay\tGB\t\tx1\tx2")
    assert numbered.actions[0].extra == {"Ref": "x1\nx2"}


def test_what_is_merged_over_all_rows_is_said_of_the_recommendation_and_not_of_each_action() -> None:
    merged, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row("No", "Recommendation", "Actions", "Status", "Priority"),
        row(cell("1", merged), cell("Listen", merged), "Meet", "open", cell("High", merged)),
        row(cell("", on), cell("", on), "Write", "done", cell("", on)),
    )
    [record] = read_plan(Source("draft.docx", make_word_file(table(*rows)))).recommendations
    assert record.priority == "High"
    assert [action.extra for action in record.actions] == [{"Status": "open"}, {"Status": "done"}]
