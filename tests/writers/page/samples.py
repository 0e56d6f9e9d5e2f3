"""Drafts of a small plan that has all that a page shows, and one whose every field is hostile."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from send_extract.changes import Compared
from send_extract.comparison.history import trace_history
from send_extract.diagnostics import Diagnostic
from send_extract.plan import Action, Column, Draft, Plan, PlanOwner, PlanParagraph
from send_extract.source import Location
from send_extract.values.acronym import Acronym, GlossaryEntry
from send_extract.values.mention import Mention
from send_extract.values.owner import Owner
from send_extract.values.timing import Frequency, Interval, Timing
from send_extract.writers.editions import Edition
from tests.builders import SOURCE, make_action, make_owners, make_plan, make_recommendation

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{{ 7*7 }}</style></title>javascript:alert(3)"
MARCH = Timing(intervals=(Interval(date(2022, 3, 1), date(2022, 3, 31)),), edtf="2022-03")
MAY = Timing(intervals=(Interval(date(2022, 5, 1), date(2022, 5, 31)),), edtf="2022-05")
BY_JULY = Timing(intervals=(Interval(None, date(2022, 7, 31)),), deadline=True)
FROM_APRIL = Timing(intervals=(Interval(date(2022, 4, 1), None),))
QUARTERLY = Timing(
    intervals=(Interval(date(2022, 1, 1), None),),
    rrule="FREQ=MONTHLY;INTERVAL=3",
    frequency=Frequency(1, "P3M"),
)
SPRING = Timing(intervals=(Interval(date(2022, 1, 1), date(2022, 4, 17)),), approximate=True)
WAITS = Timing(contingent_on="DfE")
ONGOING = Timing(status="ongoing")


def make_step(place: int, when: str, value: Timing | None, *owners: str, text: str = "") -> Action:
    action = make_action(f"1.{place}", text or f"Hold the CSIB meeting {place}", when, value)
    return replace(action, who=make_owners(*owners), location=Location(line=5, column="Actions", item=place))


def make_draft(number: int, *actions: Action, **fields: Any) -> Plan:
    record = make_recommendation("1", "Listen to families", actions=actions, measures=("CSIB is content",))
    own = make_recommendation("2", "Answer", when=Mention(text="May", value=MAY), who=make_owners("GB"))
    bare = make_recommendation("3", "Think", notes=("merge with 1",))
    plan = make_plan(
        record,
        own,
        bare,
        draft=Draft(f"DRAFT {number}", "draft", number, date(2022, 1, 10)),
        source=replace(SOURCE, name=f"draft-{number}.txt", sha256=str(number) * 64),
        columns=(Column("No", "number"), Column("Actions", "actions")),
        owners=(PlanOwner("GB", "Grace Brook", ("1",), ("1.1",)), PlanOwner("Head of Service")),
        glossary=(GlossaryEntry("CSIB", "Children's Services Improvement Board"),),
        acronyms=(
            Acronym("CSIB", "defined", "Children's Services Improvement Board", uses=9),
            Acronym("PFH", "undefined", uses=1),
        ),
        paragraphs=(PlanParagraph("Agreed by the board"),),
        diagnostics=(
            Diagnostic("timing-unread", "warning", "The timing 'soonish' is not read.", Location(line=5)),
            Diagnostic("timing-ambiguous", "info", "It has more than one reading.", Location(line=6)),
        ),
    )
    return replace(plan, **fields)


def make_edition() -> Edition:
    """The second draft of a plan, with something of every kind, beside its first."""
    old = make_draft(
        1,
        make_step(1, "March", MARCH, "GB"),
        make_step(2, "by July", BY_JULY, "Head of Service"),
        make_step(3, "", None, text="Close the old desk"),
    )
    new = make_draft(
        2,
        make_step(1, "May", MAY, "GB"),
        make_step(2, "by July", BY_JULY, "Head of Service", "GB"),
        make_step(3, "from April", FROM_APRIL, "AK", text="Train every new member of staff"),
        make_step(4, "Quarterly from January", QUARTERLY, "AK", text="Report to councillors"),
        make_step(5, "Spring", SPRING, "GB", text="Survey parents and carers"),
        make_step(6, "DfE contingent", WAITS, "GB", text="Publish the national standard"),
        make_step(7, "Ongoing", ONGOING, "GB", text="Keep the website up to date"),
        make_step(8, "soonish", None, "AK", text="Move the office"),
        make_step(9, "", None, text="Write the evaluation"),
        make_step(
            10, "6 times a year", Timing(frequency=Frequency(6, "P1Y")), "GB", text="Check the roadmap"
        ),
    )
    traced = trace_history((old, new))
    return Edition("draft-2", new, Compared(old, new, traced.diffs[0]), traced.history)


def make_hostile(words: str = HOSTILE) -> Edition:
    """A draft whose every field is `words`: markup, script and template, or whatever else is too much."""
    action = replace(
        make_action(words, words, words, MARCH),
        who=Mention(text=words, value=(Owner(words, words, position=words, organisation=words),)),
        mentions=(Mention(text=words, value=Timing(contingent_on=words)),),
        extra={words: words},
        lead_in=words,
        location=Location(column=words, sheet=words),
    )
    record = make_recommendation(
        words, words, actions=(action, replace(action, when=Mention(text=words))), measures=(words,)
    )
    record = replace(
        record, section=words, notes=(words,), status=words, progress=words, priority=words,
        cost=words, extra={words: words}, when=Mention(text=words), who=Mention(text=words),
    )  # fmt: skip
    new = make_plan(
        record,
        title=words,
        draft=Draft(words, "draft", words),
        source=replace(SOURCE, name=words, format=words, encoding=words, sha256=words),
        columns=(Column(words, "actions"),),
        owners=(PlanOwner(words, words),),
        glossary=(GlossaryEntry(words, words, words),),
        acronyms=(Acronym(words, "defined", words), Acronym("x", "variant", suggestion=words)),
        paragraphs=(PlanParagraph(words),),
        diagnostics=(Diagnostic("timing-unread", "warning", words, Location(sheet=words)),),
    )
    old = replace(new, recommendations=(replace(record, text="other", actions=record.actions[:1]),))
    traced = trace_history((old, new))
    return Edition(words, new, Compared(old, new, traced.diffs[0]), traced.history)
