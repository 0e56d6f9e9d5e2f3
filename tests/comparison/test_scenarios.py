"""What officers do to a plan between drafts, and what must be said of it: nothing more, nothing less."""

import datetime as dt
from calendar import monthrange

import pytest

from send_extract import read_plan
from send_extract.changes import Change, Pair, PlanDiff
from send_extract.comparison import diff_plans
from send_extract.plan import Action, Plan, Recommendation, Relation, TimingMention
from send_extract.source import Source
from send_extract.values.timing import Interval, Timing
from tests.builders import make_action, make_owners, make_plan, make_recommendation
from tests.comparison.application import apply_changes
from tests.comparison.content import find_content

MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
Row = tuple[str, str]

TRAINING: tuple[Row, ...] = (
    ("Training programme for the area established", "March"),
    ("Relevant officers and members identified and invited", "March"),
    ("Resilience features in all staff supervisions", "April"),
    ("Rolling programme for existing staff implemented", "April"),
    ("Training forms part of induction for new members", "Aug"),
)
PANEL: tuple[Row, ...] = (("Director identifies and appoints the new chair", "Feb"),)
PATHWAY: tuple[Row, ...] = (
    ("New pathway document reviewed and consulted on", "March"),
    ("Two orientation events run for parents", "April"),
    ("Publish the new threshold document on the website", "May"),
)
EARLY_HELP: tuple[Row, ...] = (
    ("Review the current processes and report on them", "March"),
    ("Cabinet approves proposals for short breaks", "July"),
    ("New processes publicised and put into practice", "July"),
)


def read_month(text: str) -> Timing | None:
    if text not in MONTHS:
        return Timing(status="tbc") if text == "tbc" else None
    month = MONTHS.index(text) + 1
    last = monthrange(2022, month)[1]
    return Timing(intervals=(Interval(dt.date(2022, month, 1), dt.date(2022, month, last)),))


def row(
    number: str, text: str, actions: tuple[Row, ...] = (), who: str = "GB", **fields: object
) -> Recommendation:
    owners = make_owners(*who.split("/"))
    made: tuple[Action, ...] = tuple(
        make_action(f"{number}.{place}", words, when, read_month(when), who=owners)
        for place, (words, when) in enumerate(actions, 1)
    )
    cell = TimingMention(" ".join(when for _, when in actions))
    return make_recommendation(number, text, actions=made, who=owners, when=cell, **fields)  # type: ignore[arg-type]


SEVEN = row("7", "Rewrite the threshold document and ensure everyone understands the pathway", PATHWAY, "AP")
TEN = row(
    "10",
    "Strengthen the early help offer for disabled children and clarify where short breaks sit",
    EARLY_HELP,
    "AK",
)
ELEVEN = row("11", "Consider the seniority of the chair of the Resource Allocation Panel", PANEL, "AK")
PANELS_ACTIONS: tuple[Row, ...] = (
    (PANEL[0][0], "Feb"),
    ("Terms of reference for the panel redrafted", "March"),
    ("Decisions of the panel published every term", "May"),
)
PANELS = row(
    "11", "Consider the seniority of the chair of the Resource Allocation Panel", PANELS_ACTIONS, "AK"
)
THIRTEEN = row("13", "Consider training and support for staff to strengthen resilience", TRAINING)


def compare(old: tuple[Recommendation, ...], new: tuple[Recommendation, ...]) -> PlanDiff:
    """The diff, after the laws: it makes the new of the old, and its way back has as many changes."""
    before, after = make_plan(*old), make_plan(*new)
    diff = diff_plans(before, after)
    assert apply_changes(before, diff) == find_content(after)
    assert len(diff_plans(after, before).changes) == len(diff.changes)
    return diff


def tell(change: Change) -> str:
    """A change in brief: its kind, and the numbers or ids on both sides."""
    names = change.action or change.measure or change.recommendation
    return change.kind if names is None else f"{change.kind} {_name(names.old)}>{_name(names.new)}"


def _name(name: object) -> str:
    return "+".join(name) if isinstance(name, tuple) else str(name or "-")


def changed(record: Recommendation, *actions: Row, number: str | None = None) -> Recommendation:
    who = "/".join(owner.code or "" for owner in record.who.value or ())
    return row(number or record.number, record.text, actions, who)


ANNOUNCED = row(
    "8",
    "Ensure a clear understanding across the system",
    who="AP",
    notes=("to merge 7&8",),
    relations=(Relation("merge", ("7", "8")),),
)


def tie(number: str) -> Recommendation:
    return row("13", THIRTEEN.text, TRAINING, relations=(Relation("aligned", (number,)),))


CASES = {
    "an action inserted in the middle shifts no date": (
        (SEVEN,),
        (changed(SEVEN, PATHWAY[0], PATHWAY[1], ("Two orientation events run for practitioners", "July"), PATHWAY[2]),),
        ["action-added ->7.3"],
    ),
    "near-identical neighbours that changed about are put in another order": (
        (changed(SEVEN, PATHWAY[1], ("Two orientation events run for practitioners", "July"), PATHWAY[2]),),
        (changed(SEVEN, ("Two orientation events run for practitioners", "July"), PATHWAY[1], PATHWAY[2]),),
        ["action-reordered 7.1>7.2"],
    ),
    "words beyond recognition in the same place at the same date are reworded": (
        (SEVEN,),
        (changed(SEVEN, PATHWAY[0], ("Families meet us twice", "April"), PATHWAY[2]),),
        ["action-reworded 7.2>7.2"],
    ),
    "an elaboration that slipped is reworded, and slipped": (
        (TEN,),
        (changed(TEN, (f"{EARLY_HELP[0][0]} to cabinet with findings from early help", "May"), *EARLY_HELP[1:]),),
        ["action-reworded 10.1>10.1", "timing-changed 10.1>10.1"],
    ),
    "a dropped action beside a similar new one elsewhere is not the same": (
        (THIRTEEN,),
        (changed(THIRTEEN, *TRAINING[:3], TRAINING[4], ("Rolling programme for school governors implemented", "Dec")),),
        ["action-removed 13.4>-", "action-added ->13.5"],
    ),
    "a similar new action in place of a dropped one, for others at another date, is not the same": (
        (THIRTEEN,),
        (changed(THIRTEEN, *TRAINING[:3], ("Rolling programme for school governors launched", "Dec"), TRAINING[4]),),
        ["action-removed 13.4>-", "action-added ->13.4"],
    ),
    "a sibling in place of a dropped one, at another date, is not the same": (
        (SEVEN,),
        (changed(SEVEN, PATHWAY[0], ("Two orientation events run for practitioners", "July"), PATHWAY[2]),),
        ["action-removed 7.2>-", "action-added ->7.2"],
    ),
    "a slip of the pen put right is reworded, whatever its date": (
        (changed(SEVEN, PATHWAY[0], ("Two orientaiton events run for parents", "April"), PATHWAY[2]),),
        (changed(SEVEN, PATHWAY[0], ("Two orientation events run for parents", "July"), PATHWAY[2]),),
        ["action-reworded 7.2>7.2", "timing-changed 7.2>7.2"],
    ),
    "an action in another recommendation has moved, and its date with it": (
        (SEVEN, TEN),
        (changed(SEVEN, PATHWAY[0], PATHWAY[2]), changed(TEN, EARLY_HELP[0], PATHWAY[1], *EARLY_HELP[1:])),
        ["action-moved 7.2>10.2"],
    ),
    "an action that moved and slipped did both": (
        (SEVEN, TEN),
        (changed(SEVEN, PATHWAY[0], PATHWAY[2]), changed(TEN, *EARLY_HELP, (PATHWAY[1][0], "Sept"))),
        ["action-moved 7.2>10.4", "timing-changed 7.2>10.4"],
    ),
    "a chain of new numbers is a chain of new numbers": (
        (SEVEN, TEN, ELEVEN),
        (
            changed(SEVEN, *PATHWAY, number="8"),
            changed(TEN, *EARLY_HELP, number="11"),
            changed(ELEVEN, *PANEL, number="12"),
        ),
        ["recommendation-renumbered 7>8", "recommendation-renumbered 10>11", "recommendation-renumbered 11>12"],
    ),
    "numbers that changed about prove nothing": (
        (SEVEN, TEN),
        (changed(SEVEN, *PATHWAY, number="10"), changed(TEN, *EARLY_HELP, number="7")),
        ["recommendation-renumbered 7>10", "recommendation-renumbered 10>7"],
    ),
    "a recommendation restored to its order moved alone": (
        (TEN, ELEVEN, SEVEN, THIRTEEN),
        (SEVEN, TEN, ELEVEN, THIRTEEN),
        ["recommendation-reordered 7>7"],
    ),
    "a removed recommendation and a similar new one are two": (
        (SEVEN, ELEVEN),
        (
            SEVEN,
            row("11", "Consider the membership of the Resource Allocation Panel", (("Parents join it", "Oct"),), "LM"),
        ),
        ["recommendation-removed 11>-", "recommendation-added ->11"],
    ),
    "a recommendation in other words with its actions is the same": (
        (SEVEN, TEN),
        (SEVEN, row("10", "Do more for families sooner", EARLY_HELP, "AK")),
        ["recommendation-reworded 10>10"],
    ),
    "a recommendation in other words, at another number, with four actions of five is the same": (
        (SEVEN, THIRTEEN),
        (
            changed(SEVEN, *PATHWAY, number="8"),
            row("14", "Help people bear up", (*TRAINING[:4], ("Newcomers learn it in their first week", "Aug"))),
        ),
        [
            "recommendation-renumbered 7>8",
            "recommendation-renumbered 13>14",
            "recommendation-reworded 13>14",
            "action-reworded 13.5>14.5",
        ],
    ),
    "a recommendation in other words that two actions of three moved to is another": (
        (SEVEN, PANELS),
        (SEVEN, row("12", "Do more for families sooner", (*PANELS_ACTIONS[:2], ("Families meet us", "Dec")), "LM")),
        [
            "recommendation-removed 11>-",
            "recommendation-added ->12",
            "action-moved 11.1>12.1",
            "action-moved 11.2>12.2",
        ],
    ),
    "actions that were all rewritten, at the same dates in order, are reworded": (
        (SEVEN,),
        (changed(SEVEN, ("Our paper is redone", "March"), ("Families meet us", "April"), ("All is online", "May")),),
        ["action-reworded 7.1>7.1", "action-reworded 7.2>7.2", "action-reworded 7.3>7.3"],
    ),
    "words beyond recognition beside inserted ones, at a date that two had, are not guessed": (
        (THIRTEEN,),
        (
            changed(
                THIRTEEN, *TRAINING[:2], ("Governors hear of it", "June"), ("Managers ask how you are", "April"),
                ("Whoever was there before learns too", "May"), TRAINING[4],
            ),
        ),
        ["action-removed 13.3>-", "action-removed 13.4>-"] + [f"action-added ->13.{place}" for place in (3, 4, 5)],
    ),
    "words beyond recognition beside an inserted action, at a date of their own, are reworded": (
        (TEN,),
        (
            changed(
                TEN, EARLY_HELP[0], ("Governors hear of it", "June"), ("Members say yes to it", "July"), EARLY_HELP[2]
            ),
        ),
        ["action-added ->10.2", "action-reworded 10.2>10.3"],
    ),
    "an action dropped beside one in words beyond recognition leaves that reworded": (
        (changed(THIRTEEN, *TRAINING[1:3], *TRAINING[4:], ("Lessons of the year drawn", "Dec")),),
        (changed(THIRTEEN, TRAINING[1], ("Newcomers learn it first", "Aug"), ("Lessons of the year drawn", "Dec")),),
        ["action-removed 13.2>-", "action-reworded 13.3>13.2"],
    ),
    "actions that were all replaced, at other dates, are others": (
        (changed(SEVEN, *PATHWAY[:2]),),
        (changed(SEVEN, ("Our paper is gone through", "June"), ("Families meet us", "Sept")),),
        ["action-removed 7.1>-", "action-removed 7.2>-", "action-added ->7.1", "action-added ->7.2"],
    ),
    "a split carries its actions, and the numbers after it move on": (
        (TEN, ELEVEN),
        (
            row("10", "Strengthen the early help offer for disabled children", EARLY_HELP[:1], "AK"),
            row("11", "Clarify where short breaks sit", EARLY_HELP[1:], "AK"),
            changed(ELEVEN, *PANEL, number="12"),
        ),
        ["recommendation-split 10>10+11", "recommendation-renumbered 11>12"],
    ),
    "a merge takes both lists of actions": (
        (SEVEN, TEN),
        (
            row(
                "7",
                "Rewrite the threshold document, strengthen early help for disabled children and clarify where "
                "short breaks sit",
                PATHWAY + EARLY_HELP,
                "AP/AK",
            ),
        ),
        ["recommendation-merged 7+10>7"],
    ),
    "a merge that a note announced needs no words of the one that went": (
        (SEVEN, ANNOUNCED),
        (SEVEN,),
        ["recommendation-merged 7+8>7", "note-removed 8>7"],
    ),
    "an owner joins once, not once an action": (
        (TEN,), (row("10", TEN.text, EARLY_HELP, "AK/GB"),), ["owner-changed 10>10"],
    ),
    "a date lost and a date set": (
        (SEVEN,),
        (changed(SEVEN, (PATHWAY[0][0], "tbc"), *PATHWAY[1:]),),
        ["timing-changed 7.1>7.1"],
    ),
    "a removed recommendation whose action lives on elsewhere": (
        (SEVEN, TEN, ELEVEN),
        (SEVEN, changed(TEN, *EARLY_HELP, *PANEL)),
        ["action-moved 11.1>10.4", "recommendation-removed 11>-"],
    ),
    "two actions of the same words and dates are not taken for one another": (
        (changed(SEVEN, PATHWAY[0], PATHWAY[1], PATHWAY[0]),),
        (changed(SEVEN, PATHWAY[0], PATHWAY[1], PATHWAY[0], PATHWAY[2]),),
        ["action-added ->7.4"],
    ),
    "a tie to a recommendation follows its new number": (
        (TEN, tie("10")),
        (changed(TEN, *EARLY_HELP, number="12"), tie("12")),
        ["recommendation-renumbered 10>12"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_was_done_is_what_is_said(case: str) -> None:
    old, new, expected = CASES[case]
    assert sorted(map(tell, compare(old, new).changes)) == sorted(expected)


def test_a_near_miss_is_pointed_out_on_both_sides() -> None:
    old, new, _ = CASES["a dropped action beside a similar new one elsewhere is not the same"]
    gone, come = compare(old, new).changes
    assert (gone.similar and gone.similar.new, come.similar and come.similar.old) == ("13.5", "13.4")


def test_one_timing_for_all_actions_changes_once() -> None:
    old, new = (
        make_plan(
            make_recommendation(
                actions=tuple(
                    make_action(f"1.{n}", f"Do the {n}th thing", when, read_month(when)) for n in (1, 2, 3)
                ),
                when=TimingMention(when),
            )
        )
        for when in ("May", "July")
    )
    (change,) = diff_plans(old, new).changes
    assert (change.kind, change.action, len(change.implied)) == ("timing-changed", None, 3)
    assert change.shift
    assert change.shift.months == 2


def _report(status: str, *own: str) -> Recommendation:
    """A recommendation whose actions have cells of their own, and its own cell that gathers them."""
    actions = tuple(
        make_action(f"1.{place}", words, extra={"RAG": said})
        for place, ((words, _), said) in enumerate(zip(PATHWAY, own, strict=False), 1)
    )
    return make_recommendation("1", SEVEN.text, actions=actions, status=status)


def test_a_cell_of_one_action_is_told_of_that_action() -> None:
    old, new = _report("Green\nAmber", "Green", "Amber", "Green"), _report("Green", "Green", "Green", "Green")
    (found,) = compare((old,), (new,)).changes
    assert (found.kind, found.action) == ("field-changed", Pair("1.2", "1.2"))
    assert (found.field, found.old, found.new) == ("RAG", "Amber", "Green")


def test_what_a_cell_says_of_no_single_action_is_told_of_the_recommendation() -> None:
    old, new = (
        _report("Green\nLate", "Green", "Green", "Green"),
        _report("Green\nDone", "Green", "Green", "Green"),
    )
    (found,) = compare((old,), (new,)).changes
    assert (found.kind, found.action, found.old, found.new) == (
        "field-changed",
        None,
        "Green\nLate",
        "Green\nDone",
    )


def test_a_cell_that_was_divided_otherwise_is_no_change() -> None:
    divided = make_recommendation(actions=(make_action(when="May"),), when=TimingMention("May  June"))
    whole = make_recommendation(actions=(make_action(when=""),), when=TimingMention("May June"))
    assert diff_plans(make_plan(divided), make_plan(whole)).changes == ()


def test_typing_alone_is_counted_and_listed() -> None:
    old = make_plan(make_recommendation(text="Schools & settings", actions=(make_action(when="Sept"),)))
    new = make_plan(
        make_recommendation(text="Schools and settings", actions=(make_action(when="September"),))
    )
    diff = diff_plans(old, new)
    assert diff.changes == ()
    assert diff.summary == {"cosmetic": 2}
    assert [(change.old, change.new) for change in diff.cosmetic] == [
        ("Schools & settings", "Schools and settings"),
        ("Sept", "September"),
    ]


def test_plans_with_nothing_in_common_are_said_to_be_unrelated() -> None:
    assert not diff_plans(make_plan(SEVEN, TEN), make_plan(THIRTEEN)).related
    assert diff_plans(make_plan(SEVEN, TEN), make_plan(SEVEN)).related


def test_empty_plans_are_the_same() -> None:
    empty: Plan = make_plan()
    assert diff_plans(empty, empty).changes == ()
    assert len(diff_plans(empty, make_plan(SEVEN)).changes) == 1


TRACKER = "No,Recommendation,Action,Due,Owner,{}\n1,Fill every plot,Count them,31/03/2024,AB,{}\n"


def _track(headings: str, cells: str) -> Plan:
    return read_plan(TRACKER.format(headings, cells).encode())


def test_columns_of_one_field_are_told_each_under_its_own_heading() -> None:
    old, new = (_track("RAG,Status", f"{colour},Not started") for colour in ("Green", "Red"))
    (found,) = diff_plans(old, new).changes
    assert (found.field, found.action, found.old, found.new) == ("RAG", Pair("1.1", "1.1"), "Green", "Red")


def test_a_column_whose_heading_changed_is_the_same_column() -> None:
    (renamed,) = diff_plans(_track("RAG", "Green"), _track("Status", "Green")).changes
    assert (renamed.kind, renamed.old, renamed.new) == ("heading-changed", "RAG", "Status")
    found, _ = diff_plans(_track("RAG", "Green"), _track("Status", "Red")).changes
    assert (found.field, found.old, found.new) == ("Status", "Green", "Red")


def test_a_row_that_is_struck_out_was_removed() -> None:
    live = "| 1 | Open the jetty | Survey it | May | GB |"
    gone = "| ~~2~~ | ~~Mend the slip~~ | ~~Buy stone~~ | ~~June~~ | ~~BM~~ |"
    head = "| No | Recommendation | Action | When (2022) | Who |\n|---|---|---|---|---|\n"
    old, new = (
        read_plan(Source("plan.md", f"{head}{live}\n{row}\n".encode()))
        for row in (gone.replace("~~", ""), gone)
    )

    assert [tell(change) for change in diff_plans(old, new).changes] == ["recommendation-removed 2>-"]


def test_a_note_that_lost_its_emphasis_is_a_difference_of_typing() -> None:
    draft = "No\tRecommendation\tActions\tWhen (2022)\tWho\n4\tMend it {}\t<ul><li>Ask</li></ul>\tMay\tGB\n"
    old, new = (
        read_plan(draft.format(note).encode()) for note in ("<b>*merge 4&amp;6</b>", "*merge 4&amp;6")
    )
    diff = diff_plans(old, new)

    assert diff.changes == ()
    assert len(diff.cosmetic) == 1


def test_a_column_that_numbers_the_actions_changes_with_them_and_is_not_told_again() -> None:
    def number(*texts: str) -> Recommendation:
        actions = (make_action(f"1.{n}", text, extra={"Ref": f"1.{n}"}) for n, text in enumerate(texts, 1))
        return make_recommendation("1", SEVEN.text, actions=tuple(actions))

    first, second, third = (words for words, _ in PATHWAY[:3])
    (found,) = compare((number(first, second),), (number(third, first, second),)).changes
    assert (found.kind, found.text) == ("action-added", third)


def test_the_owners_of_a_split_s_part_without_actions_are_told() -> None:
    lamps = (("Lamps on the quay", "Jan"), ("Buoys in the channel", "Feb"))
    old = make_plan(row("1", "Light the quay and mark the channel with buoys", lamps, "GB/BM"))
    new = make_plan(row("1", "Light the quay", lamps, "GB/BM"), row("2", "Mark the channel with buoys"))

    diff = diff_plans(old, new)

    (split,) = diff.changes
    assert split.kind == "recommendation-split"
    assert [(each.kind, each.old, each.new) for each in split.implied] == [("owner-changed", "GB/BM", "GB")]
    assert apply_changes(old, diff) == find_content(new)
