"""The shapes that plans come in: rows to recommendations, sections, notes, numbers, titles."""

from typing import Any

import pytest
from msgspec.structs import replace

from send_extract.errors import NoPlanFound
from send_extract.extraction import Extraction, extract_plan
from send_extract.normalisation import divide_cells
from send_extract.plan import Plan, Recommendation, Relation, SourceRecord
from send_extract.readers import read_document
from send_extract.settings import DEFAULTS
from send_extract.source import Source
from send_extract.structure import structure_document

RECORD = SourceRecord(name="x", format="delimited", encoding="utf-8", sha256="0" * 64, bytes=0)
HEAD = "No\tRecommendation\tAction\tWhen (2022)\tWho\tMeasure of success"


def extract(*lines: str, **settings: Any) -> Extraction:
    read = read_document(Source("x", "\n".join((*lines, "")).encode()), "delimited")
    chosen = DEFAULTS._replace(**settings)
    extraction = extract_plan(structure_document(read.document, chosen.headings), RECORD, chosen)
    made = divide_cells(extraction.plan, extraction.cells, chosen)
    return replace(extraction, plan=made, diagnostics=(*extraction.diagnostics, *made.diagnostics))


def plan(*lines: str) -> Plan:
    return extract(*lines).plan


def codes(*lines: str) -> list[str]:
    return [diagnostic.code for diagnostic in extract(*lines).diagnostics]


def outline(*lines: str) -> list[tuple[str, str, list[str]]]:
    return [
        (each.number, each.text, [action.text for action in each.actions])
        for each in plan(*lines).recommendations
    ]


def only(*lines: str) -> Recommendation:
    (recommendation,) = plan(*lines).recommendations
    return recommendation


def test_a_row_without_a_number_continues_the_one_above() -> None:
    made = only(
        HEAD, "1\tListen\tMeet\tJan\tGB\tHeard", "\t\t<ul><li>Write</li><li>Call</li></ul>\tFeb  May\t\tRead"
    )
    assert [action.id for action in made.actions] == ["1.1", "1.2", "1.3"]
    assert [action.when.text for action in made.actions] == ["Jan", "Feb", "May"]
    assert [action.who.text for action in made.actions] == ["GB"] * 3
    assert (made.when.text, made.who.text) == ("Jan\nFeb  May", "GB")
    assert [measure.id for measure in made.measures] == ["1.m1", "1.m2"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1\tListen\tMeet", "1\tListen\tWrite"), [("1", "Listen", ["Meet", "Write"])]),
        (
            ("1.1\tListen\tMeet", "1.2\t\tWrite", "2.1\tTalk\tCall"),
            [("1", "Listen", ["Meet", "Write"]), ("2", "Talk", ["Call"])],
        ),
        (("R1:\tListen\tMeet", "SC18\tTalk\tCall"), [("R1", "Listen", ["Meet"]), ("SC18", "Talk", ["Call"])]),
        (
            ("2 (i)\tListen\tMeet", "Action Ref: A\tTalk\tCall"),
            [("2 (i)", "Listen", ["Meet"]), ("A", "Talk", ["Call"])],
        ),
        (("\tR1: Listen\tMeet", "\tR2: Talk\tCall"), [("R1", "Listen", ["Meet"]), ("R2", "Talk", ["Call"])]),
        (("1\tListen\tMeet", "1\tTalk\tCall"), [("1", "Listen", ["Meet"]), ("1", "Talk", ["Call"])]),
        (("1\tListen", "6\tTalk"), [("1", "Listen", []), ("6", "Talk", [])]),
        (("1\tListen to\tMeet", "\tfamilies more"), [("1", "Listen to families more", ["Meet"])]),
    ],
)
def test_rows_become_recommendations(
    lines: tuple[str, ...], expected: list[tuple[str, str, list[str]]]
) -> None:
    assert outline("No\tRecommendation\tAction", *lines) == expected


def test_numbers_are_taken_from_the_words_where_there_is_no_column_of_them() -> None:
    assert outline("Recommendation\tAction", "1. Listen\tMeet", "2. Talk\tCall") == [
        ("1", "Listen", ["Meet"]),
        ("2", "Talk", ["Call"]),
    ]


def test_a_row_of_one_cell_and_a_line_between_tables_name_a_section() -> None:
    made = plan(HEAD, "Theme 1: Voice\t\t", "1\tListen\tMeet", "Theme 2: Money", "2\tSpend\tCount")
    assert [each.section for each in made.recommendations] == ["Theme 1: Voice", "Theme 2: Money"]


def test_a_group_row_is_the_section_of_the_rows_numbered_below_it() -> None:
    made = plan(HEAD, "1\tVoice", "1.1\tListen\tMeet", "1.2\tTalk\tCall")
    assert [(each.number, each.section) for each in made.recommendations] == [
        ("1.1", "1 Voice"),
        ("1.2", "1 Voice"),
    ]


def test_editors_notes_are_taken_out_and_give_relations() -> None:
    made = only(
        HEAD,
        "4\tListen <b>*intention is to merge 4&amp;6</b>\t"
        "<p><b>Aligned to recommendation 2</b></p><ul><li>Meet</li></ul>",
    )
    assert (made.text, made.rich) == ("Listen", None)
    assert made.notes == ("intention is to merge 4&6", "Aligned to recommendation 2")
    assert made.relations == (Relation("merge", ("4", "6")), Relation("aligned", ("2",)))
    assert [action.text for action in made.actions] == ["Meet"]


def test_a_footnote_mark_is_off_the_text_and_in_its_rich_form() -> None:
    made = only(HEAD, "6a\t<i>*Reduce</i> refusals<sup>1</sup>\tMeet")
    assert (made.text, made.rich) == ("Reduce refusals", r"*\*Reduce* refusals<sup>1</sup>")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("April<sup>3</sup>", "April"),
        ("March 2022<sup>1</sup>", "March 2022"),
        ("April<sup>*</sup>", "April"),
        ("1<sup>st</sup> April", "1st April"),
        ("by 10<sup>2</sup> tonnes", "by 102 tonnes"),
        ("5 m<sup>2</sup>", "5 m2"),
        ("40 metres<sup>2</sup>", "40 metres2"),
        ("CO<sub>2</sub>", "CO2"),
    ],
)
def test_a_footnote_mark_is_off_the_words_of_every_cell(cell: str, text: str) -> None:
    made = only(HEAD, f"3<sup>1</sup>\tListen\t{cell}\t{cell}\tGB<sup>1</sup>\t{cell}")
    (action,), (measure,) = made.actions, made.measures
    assert (made.number, made.when.text, made.who.text) == ("3", text, "GB")
    assert [action.text, measure.text, action.when.text] == [text] * 3


def test_items_lose_the_marks_typed_into_them_and_keep_what_is_listed_below() -> None:
    cell = "<p>The board will:</p><ul><li>• Meet<ul><li>monthly</li></ul></li><li>1. Write</li></ul>"
    made = only(HEAD, f"1\tListen\t{cell}\tJan Feb")
    assert [(action.text, action.lead_in) for action in made.actions] == [
        ("Meet\nmonthly", "The board will:"),
        ("Write", "The board will:"),
    ]


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("1. Write 2. Agree", ["Write", "Agree"]),
        ("a) Find data b) Clean <i>data</i>", ["Find data", "Clean data"]),
        ("(i) Find (ii) Clean (iii) Use", ["Find", "Clean", "Use"]),
        ("• first • second", ["first", "second"]),
        ("1. Write<br>2. Agree", ["Write", "Agree"]),
        ("- Write<br>it up<br>- Agree", ["Write\nit up", "Agree"]),
        ("The board will:<br>• Meet<br>• Write", ["Meet", "Write"]),
        ("1. See section 2. Agree", ["See section 2. Agree"]),
        ("1. Write 3. Agree", ["Write 3. Agree"]),
        ("Book<br>Invite", ["Book\nInvite"]),
        ("Meet 1. GB 2. BM", ["Meet 1. GB 2. BM"]),
    ],
)
def test_a_list_typed_into_a_cell_is_several_items(cell: str, texts: list[str]) -> None:
    made = only(HEAD, f"1\tListen\t{cell}\t\t\t{cell}")
    assert [action.text for action in made.actions] == texts
    assert [measure.text for measure in made.measures] == texts
    assert [action.location.item for action in made.actions] == list(range(1, len(texts) + 1))


def test_counted_timings_and_owners_are_divided_among_counted_actions() -> None:
    made = only(HEAD, "1\tListen\t1. Write 2. Agree\t1. Jan 2. Feb\t1. GB 2. BM")
    assert [(action.when.text, action.who.text) for action in made.actions] == [("Jan", "GB"), ("Feb", "BM")]


@pytest.mark.parametrize(
    "cell",
    [
        "<ul><li><b>Aligned to recommendation 2</b></li><li>Meet</li></ul>",
        "<ul><li>Aligned to recommendation 2</li><li>Meet</li></ul>",
        "<ul><li>Meet<br>Aligned to recommendation 2</li></ul>",
        "<b>Aligned to recommendation 2</b><br>Meet",
    ],
)
def test_an_alignment_is_a_note_wherever_it_stands(cell: str) -> None:
    made = only(HEAD, f"4\tListen\t{cell}\tMay")
    assert made.relations == (Relation("aligned", ("2",)),)
    assert [(action.text, action.when.text) for action in made.actions] == [("Meet", "May")]


def test_what_has_been_done_is_progress_and_no_action() -> None:
    made = only(
        "No\tRecommendation\tActions\tWhat we've done\tBy when", "1\tOne\tMeet\tStarted in Jan\tMarch"
    )
    assert ([action.text for action in made.actions], made.progress) == (["Meet"], "Started in Jan")


def test_a_carbon_saving_is_no_cost() -> None:
    made = only("No\tObjective\tActions\tBudget\tCarbon saving (tCO2e)", "1\tOne\tMeet\t£250k\t40t")
    assert (made.cost, made.extra) == ("£250k", {"Carbon saving (tCO2e)": "40t"})


def test_paragraphs_without_a_list_are_actions() -> None:
    assert outline(HEAD, "1\tListen\t<p>Meet</p><p>Write</p>") == [("1", "Listen", ["Meet", "Write"])]


def test_dates_apart_are_joined_in_words_that_read_as_one_timing() -> None:
    made = only(
        "No\tRecommendation\tAction\tStart date\tEnd date\tRevised date",
        "1\tListen\tMeet\tJan 2022\tMay 2022\tJune 2022",
    )
    assert made.actions[0].when.text == "Jan 2022 – May 2022 → June 2022"


def test_an_accountable_owner_is_marked_as_such() -> None:
    made = only("No\tRecommendation\tAction\tLead\tAccountable officer", "1\tListen\tMeet\tGB\tBM")
    assert made.who.text == "GB\nAccountable: BM"


def test_other_columns_are_fields_or_extra() -> None:
    made = only(
        "No\tRecommendation\tAction\tRAG\tPriority\tCost\tComments\tScope",
        "1\tListen\tMeet\tAmber\tHigh\t£5\tGood\tAll",
    )
    assert (made.status, made.priority, made.cost, made.notes) == ("Amber", "High", "£5", ("Good",))
    assert made.extra == {"Scope": "All"}
    assert made.actions[0].extra == {"RAG": "Amber", "Priority": "High", "Cost": "£5", "Scope": "All"}


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("2\tListen\tMeet", "1\tTalk\tCall"), "number-order"),
        (("1\tListen\tMeet", "1\tTalk\tCall"), "number-duplicate"),
        (("\tListen\tMeet",), "number-missing"),
        (("1\tListen\t",), "recommendation-without-actions"),
        (("1\tListen\tMeet\tJan\tGB\tHeard\tMore",), "cell-count-mismatch"),
        (("1\tListen\tMeet", HEAD, "2\tTalk\tCall"), "header-repeated"),
        (("1\tListen\tMeet", "2\t\t\t\t\t"), "row-empty"),
        (("1\tListen\t<ul><li>harmonic detectionPower factor</li></ul>",), "items-glued"),
        (("1\tListen\t<ul><li>• Meet</li></ul>",), "list-marker-removed"),
        (("1\tListen <b>*to be merged with 9</b>\tMeet",), "relation-unresolved"),
    ],
)
def test_what_is_odd_is_said(lines: tuple[str, ...], code: str) -> None:
    assert code in codes(HEAD, *lines)


def test_an_unknown_column_whose_cells_are_plainly_timings_is_taken_as_such() -> None:
    made = extract(
        "No\tRecommendation\tAction\tHorizon", "1\tListen\tMeet\tMarch 2022", "2\tTalk\tCall\tMay 2022"
    )
    assert [column.field for column in made.plan.columns][-1] == "when"
    assert "heading-guessed" in [diagnostic.code for diagnostic in made.diagnostics]


def test_a_table_that_is_no_plan_is_refused_with_its_headings() -> None:
    with pytest.raises(NoPlanFound, match=r"Colour \| Size.*\[headings\]"):
        plan("Colour\tSize\tShape", "red\tbig\tround")
    with pytest.raises(NoPlanFound, match="no table"):
        plan("Only words")


def test_settings_map_a_heading() -> None:
    made = extract(
        "No\tColour\tSize", "1\tred\tbig", headings={"Colour": "recommendation", "Size": "actions"}
    )
    assert made.plan.recommendations[0].actions[0].text == "big"


@pytest.mark.parametrize(
    ("line", "title", "label", "status", "number"),
    [
        ("Peer review plan DRAFT 2", "Peer review plan", "DRAFT 2", "draft", 2),
        ("Peer review plan v0.3", "Peer review plan", "v0.3", "draft", "0.3"),
        (
            "Peer review plan – FiNAL v1.0 27 July 2018",
            "Peer review plan",
            "FiNAL v1.0",
            "final",
            "1.0",
        ),
        ("Plan: Third draft June 17", "Plan", "Third draft June 17", "draft", 3),
        ("A plan to finish the draft strategy", "A plan to finish the draft strategy", None, None, None),
    ],
)
def test_the_draft_label_is_taken_off_the_title(
    line: str, title: str, label: str | None, status: str | None, number: str | int | None
) -> None:
    made = plan(line, HEAD, "1\tListen\tMeet")
    assert made.title == title
    assert (made.draft.label, made.draft.status, made.draft.number) == (label, status, number)
    assert made.paragraphs == ()


@pytest.mark.parametrize("surplus", ["\tsee minute 44", "\t\t"])
def test_a_line_below_the_headings_is_the_section_of_rows_of_which_one_is_longer(surplus: str) -> None:
    lines = (
        "No\tRecommendation\tAction",
        "Priority 1: Leadership",
        "1\tOne\tMeet",
        f"2\tTwo\tWrite{surplus}",
    )
    assert outline(*lines) == [("1", "One", ["Meet"]), ("2", "Two", ["Write"])]
    assert [each.section for each in plan(*lines).recommendations] == ["Priority 1: Leadership"] * 2
