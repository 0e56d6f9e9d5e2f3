"""Small plans for tests: a builder a record, each with what most tests do not care about filled in."""

from typing import Any

from msgspec.structs import replace

from send_extract.plan import Action, Measure, Plan, Recommendation, SourceRecord, TimingMention
from send_extract.values.mention import Mention
from send_extract.values.owner import Owner
from send_extract.values.timing import Timing

SOURCE = SourceRecord(name="draft.txt", format="delimited", encoding="utf-8", sha256="0" * 64, bytes=100)


def make_plan(*recommendations: Recommendation, **fields: Any) -> Plan:
    return replace(Plan(title="A plan", source=SOURCE, recommendations=recommendations), **fields)


def make_recommendation(
    number: str = "1",
    text: str = "Listen to families",
    *,
    actions: tuple[Action, ...] = (),
    measures: tuple[str, ...] = (),
    **fields: Any,
) -> Recommendation:
    made = tuple(Measure(id=f"{number}.m{place}", text=words) for place, words in enumerate(measures, 1))
    return replace(Recommendation(number=number, text=text, actions=actions, measures=made), **fields)


def make_action(
    id: str = "1.1",  # noqa: A002 - the field's own name
    text: str = "Hold a meeting",
    when: str = "",
    value: Timing | None = None,
    **fields: Any,
) -> Action:
    return replace(Action(id=id, text=text, when=TimingMention(text=when, value=value)), **fields)


def make_owners(*codes: str) -> Mention[tuple[Owner, ...]]:
    return Mention(text="/".join(codes), value=tuple(Owner(code=code) for code in codes))
