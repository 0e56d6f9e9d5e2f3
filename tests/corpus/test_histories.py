from itertools import permutations

from msgspec.structs import replace

from tests.corpus.plans import EAST, LARKS, TEXTS, make_draft, make_source, tell

FIRST = make_source("larks/a.docx", make_draft(1, 1, 2, 3, 4), LARKS)
SECOND = make_source("larks/b.docx", make_draft(2, 1, 4, 3, 4), LARKS)
THIRD = make_source("east/old.docx", make_draft(3, 1, 2, 3, 4), EAST)


def columns(rows: list[dict[str, object]], *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_each_source_is_told_which_draft_of_which_plan_it_is() -> None:
    drafts = tell(FIRST, SECOND, THIRD)["drafts"]
    assert columns(drafts, "uri", "place", "drafts", "is_latest", "council") == [
        ("east/old.docx", 1, 1, True, EAST),
        ("larks/a.docx", 1, 2, False, LARKS),
        ("larks/b.docx", 2, 2, True, LARKS),
    ]
    assert len({row["plan"] for row in drafts}) == 2


def test_what_changed_is_told_of_the_later_draft() -> None:
    (change,) = tell(FIRST, SECOND, THIRD)["changes"]
    assert columns([change], "uri", "since_uri", "since", "kind", "direction", "days", "action_new") == [
        ("larks/b.docx", "larks/a.docx", "DRAFT 1", "timing-changed", "later", 60, "1.2")
    ]


def test_an_action_has_one_lasting_name_in_every_draft_of_its_plan() -> None:
    told = tell(FIRST, SECOND)
    second = [row for row in told["histories"] if row["text"] == TEXTS[1]]
    assert columns(second, "place", "is_latest", "when_printed", "end_date", "changes", "action_key") == [
        (1, False, "month 2", "2024-02-28", None, 2),
        (2, True, "month 4", "2024-04-28", "timing-changed", 2),
    ]
    assert {row["lasting_id"] for row in second} == {told["changes"][0]["lasting_id"]}
    assert second[0]["section"] == "Access"
    assert second[0]["owners"] == "GB"


def test_the_order_and_the_workers_change_nothing() -> None:
    sources = (FIRST, SECOND, THIRD)
    told = tell(*sources)
    assert all(tell(*turned) == told for turned in permutations(sources))
    assert tell(*sources, jobs=2) == told


def test_a_plan_keeps_its_name_and_its_actions_theirs_when_a_draft_is_added() -> None:
    before = {(row["plan"], row["lasting_id"]) for row in tell(FIRST)["histories"]}
    after = {(row["plan"], row["lasting_id"]) for row in tell(SECOND, FIRST)["histories"]}
    assert before <= after


def test_the_same_draft_twice_is_a_copy_and_counts_once() -> None:
    again = replace(FIRST, identity=FIRST.identity._replace(uri="larks/z/a.docx"))
    other = make_source("larks/a final 7.pdf", make_draft(1, 1, 2, 3, 4), LARKS)
    other = replace(other, identity=other.identity._replace(digest="0" * 64))
    told = tell(FIRST, again, other, SECOND)
    assert columns(told["drafts"], "uri", "place", "is_latest", "copy_of", "is_ordered") == [
        ("larks/a final 7.pdf", 1, False, None, True),
        ("larks/a.docx", 1, False, "larks/a final 7.pdf", True),
        ("larks/b.docx", 2, True, None, True),
        ("larks/z/a.docx", 1, False, "larks/a final 7.pdf", True),
    ]
    assert {row["uri"] for row in told["histories"]} == {"larks/a final 7.pdf", "larks/b.docx"}
    assert len(told["changes"]) == 1


def test_drafts_that_may_be_of_one_plan_are_left_apart_and_told() -> None:
    other = make_source("found/b.docx", make_draft(2, 1, 4, 3, 4, texts=["A", "B", "C", TEXTS[3]]))
    told = tell(FIRST, other)
    assert {row["drafts"] for row in told["drafts"]} == {1}
    assert columns(told["doubts"], "uri", "other_uri", "share") == [
        ("found/b.docx", "larks/a.docx", 0.4),
        ("larks/a.docx", "found/b.docx", 0.4),
    ]
    assert "plan.council" in str(told["doubts"][0]["reason"])
    assert not told["changes"]


def test_drafts_that_do_not_tell_their_order_have_no_direction() -> None:
    sources = [
        make_source(f"larks/{name}.docx", make_draft(None, *months), LARKS)
        for name, months in (("x", (1, 2)), ("y", (1, 5)))
    ]
    told = tell(*sources)
    assert {row["is_ordered"] for row in told["drafts"]} == {False}
    assert columns(told["changes"], "direction", "days") == [("changed", None)]


def test_a_plan_that_cannot_be_compared_is_told_and_stops_no_other() -> None:
    broken = replace(SECOND, plan=b'{"title": 1}')
    told = tell(FIRST, broken, THIRD, jobs=1)
    assert [row["uri"] for row in told["drafts"]] == ["east/old.docx", "larks/a.docx"]
    assert "larks/b.docx" in {row["uri"] for row in told["doubts"]}
    assert all(row["other_uri"] is None and row["reason"] for row in told["doubts"])


def test_no_plans_have_no_histories() -> None:
    assert not any(tell().values())
