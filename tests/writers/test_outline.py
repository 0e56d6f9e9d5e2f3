from send_extract.plan import Column, PlanParagraph, TimingMention
from send_extract.values.acronym import Acronym
from send_extract.writers.outline import outline_plan
from tests.builders import make_action, make_owners, make_plan, make_recommendation

PAIR = (make_action("1.1", when="Jan"), make_action("1.2", when="Feb/July"))


def test_a_shared_out_cell_is_kept_out_of_sight() -> None:
    record = make_recommendation(actions=PAIR, when=TimingMention("Jan  Feb/July"))
    (entry,) = outline_plan(make_plan(record)).entries
    assert entry.cells == (("When", "Jan  Feb/July"),)
    assert entry.remarks == ()


def test_a_cell_that_is_its_parts_on_lines_needs_nothing() -> None:
    record = make_recommendation(actions=PAIR, when=TimingMention("Jan\nFeb/July"))
    (entry,) = outline_plan(make_plan(record)).entries
    assert (entry.cells, entry.remarks) == ((), ())


def test_an_empty_cell_is_not_kept() -> None:
    record = make_recommendation(actions=(make_action("1.1"), make_action("1.2")))
    (entry,) = outline_plan(make_plan(record)).entries
    assert (entry.cells, entry.remarks) == ((), ())


def test_a_cell_that_was_not_shared_out_is_shown() -> None:
    record = make_recommendation(actions=PAIR, when=TimingMention("Jan Feb/July March"))
    (entry,) = outline_plan(make_plan(record)).entries
    assert entry.remarks == (("When", "Jan Feb/July March"),)


def test_labels_are_the_headings_as_printed() -> None:
    columns = (Column("When (2022)", "when"), Column("Lead", "who"), Column("Scope", "extra"))
    record = make_recommendation(
        who=make_owners("GB"), status="open", extra={"Scope": "all"}, notes=("a", "b")
    )
    outline = outline_plan(make_plan(record, columns=columns))
    assert (outline.labels["when"], outline.labels["actions"]) == ("When (2022)", "Action")
    assert outline.entries[0].remarks == (
        ("Lead", "GB"),
        ("Status", "open"),
        ("Scope", "all"),
        ("Note", "a"),
        ("Note", "b"),
    )


def test_two_rows_with_one_number_have_anchors_of_their_own() -> None:
    outline = outline_plan(make_plan(make_recommendation("7"), make_recommendation("7")))
    assert [entry.anchor for entry in outline.entries] == ["Recommendation 7", "Recommendation 7-1"]


def test_a_plan_of_actions_alone_is_listed_by_its_actions() -> None:
    records = (make_recommendation(text="", actions=PAIR), make_recommendation(text="Do more", actions=PAIR))
    outline = outline_plan(make_plan(*records))
    assert [entry.summary for entry in outline.entries] == [PAIR[0].text, "Do more"]


def test_acronyms_to_note_are_those_that_are_not_simply_defined() -> None:
    acronyms = (
        Acronym("QA", "defined"),
        Acronym("PFH", "undefined"),
        Acronym("PHF", "variant", suggestion="PFH"),
        Acronym("RTA", "unused"),
    )
    remarks = [(entry.term, remark) for entry, remark in outline_plan(make_plan(acronyms=acronyms)).acronyms]
    assert remarks == [("PFH", "not explained"), ("PHF", "probably PFH"), ("RTA", "explained, and not used")]


def test_the_glossarys_own_heading_is_no_paragraph() -> None:
    paragraphs = (PlanParagraph("Introduction", 2), PlanParagraph("Glossary", 2), PlanParagraph("Glossary"))
    outline = outline_plan(make_plan(paragraphs=paragraphs))
    assert [entry.text for entry in outline.paragraphs] == ["Introduction", "Glossary"]


def test_a_lead_in_begins_ends_and_goes_on() -> None:
    led = [
        make_action(f"1.{place}", lead_in=words)
        for place, words in enumerate(["We will:", "We will:", None], 1)
    ]
    (entry,) = outline_plan(make_plan(make_recommendation(actions=tuple(led)))).entries
    assert [lead_in for lead_in, _ in entry.actions] == ["We will:", None, ""]


def test_several_columns_of_one_field_stand_in_the_table_alone() -> None:
    action = make_action(extra={"% complete": "20%", "Update": "Chosen"})
    columns = (Column("% complete", "progress"), Column("Update", "progress"))
    record = make_recommendation(actions=(action,), progress="20%\nChosen")
    (entry,) = outline_plan(make_plan(record, columns=columns)).entries
    assert entry.remarks == ()

    more = make_recommendation(actions=(action,), progress="20%\nChosen\nLate")
    (entry,) = outline_plan(make_plan(more, columns=columns)).entries
    assert entry.remarks == (("% complete", "20%\nChosen\nLate"),)


def test_columns_that_only_some_actions_have_are_named_once() -> None:
    actions = (
        make_action(extra={"Scope": "all"}),
        make_action("1.2", extra={"Scope": "some", "Risk": "low"}),
    )
    (entry,) = outline_plan(make_plan(make_recommendation(actions=actions))).entries
    assert entry.headings == ("Scope", "Risk")
