from send_extract.comparison.history import trace_history
from send_extract.writers.agenda.items import list_contents
from send_extract.writers.page.lives import cut_history, list_lives
from tests.writers.page.samples import MARCH, MAY, make_draft, make_step

FIRST = make_draft(1, make_step(1, "March", MARCH, "GB"), make_step(2, "March", MARCH, text="Close the desk"))
SECOND = make_draft(2, make_step(1, "May", MAY, "GB"))
HISTORY = trace_history((FIRST, SECOND)).history


def test_the_first_draft_has_no_history() -> None:
    assert list_lives(HISTORY, FIRST, list_contents(FIRST)) is None
    assert list_lives(None, FIRST, list_contents(FIRST)) is None


def test_a_later_draft_tells_what_became_of_each_action() -> None:
    lives = list_lives(HISTORY, SECOND, list_contents(SECOND))
    assert lives is not None
    assert [(life.text, life.item.number if life.item else None) for life in lives.sheets] == [
        ("Hold the CSIB meeting 1", "1.1"),
        ("Close the desk", None),
    ]
    assert [(stage.draft, stage.changes) for stage in lives.sheets[0].stages] == [
        ("DRAFT 1", ""),
        ("DRAFT 2", "date changed"),
    ]


def test_a_draft_knows_nothing_of_those_behind_it() -> None:
    cut = cut_history(HISTORY, 1)
    assert [draft.label for draft in cut.drafts] == ["DRAFT 1"]
    assert all(stage.draft == 1 for life in cut.actions for stage in life.stages)


def test_many_drafts_in_which_nothing_changed_are_told_in_one_row() -> None:
    drafts = [make_draft(number, make_step(1, "March", MARCH, "GB")) for number in range(1, 6)]
    drafts += [make_draft(number, make_step(1, "May", MAY, "GB")) for number in (6, 7)]
    lives = list_lives(trace_history(drafts).history, drafts[-1], list_contents(drafts[-1]))
    assert lives is not None
    assert [(stage.draft, stage.stage.when) for stage in lives.sheets[0].stages] == [
        ("DRAFT 1 – DRAFT 5", "March"),
        ("DRAFT 6", "May"),
        ("DRAFT 7", "May"),
    ]
