"""Plans of a small corpus: two councils, drafts of theirs, what differs from draft to draft."""

import datetime as dt
from collections.abc import Iterable, Iterator
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from send_extract.comparison.grouping import find_traits
from send_extract.corpus.histories import PlanSource, tell_histories
from send_extract.corpus.history_tables import HISTORY_TABLES
from send_extract.corpus.tables import Identity
from send_extract.plan import Draft, Plan
from send_extract.pool import run_tasks
from send_extract.values.timing import Interval, Timing
from tests.builders import SOURCE, make_action, make_owners, make_plan, make_recommendation

TEXTS = (
    "Parent groups consulted on the new pathway",
    "Schools told of the decision in writing",
    "Board receives a report on complaints",
    "Panel meets each week to agree support",
)
LARKS, EAST = "Larkshire County Council", "Eastwick Council"


def due(month: int) -> Timing:
    return Timing(intervals=(Interval(dt.date(2024, month, 1), dt.date(2024, month, 28)),))


def make_draft(
    number: int | None, *months: int, texts: Iterable[str] = TEXTS, title: str = "SEND plan"
) -> Plan:
    """A draft with an action a month."""
    actions = tuple(
        make_action(f"1.{place}", text, f"month {month}", due(month), who=make_owners("GB"))
        for place, (text, month) in enumerate(zip(texts, months, strict=False), 1)
    )
    label = f"DRAFT {number}" if number else None
    return make_plan(
        make_recommendation(actions=actions, section="Access"),
        title=title,
        draft=Draft(label=label, status="draft", number=number),
        source=replace(SOURCE, name=f"draft-{number}.docx"),
    )


def make_source(uri: str, plan: Plan, council: str | None = None) -> PlanSource:
    data = msgspec.json.encode(plan)
    name = uri.rpartition("/")[2]
    identity = Identity(uri, name, sha256(data).hexdigest(), council)
    return PlanSource(identity, data, find_traits(plan, council))


def tell(*sources: PlanSource, jobs: int = 0) -> dict[str, list[dict[str, object]]]:
    """The rows of each table of the histories of some sources."""

    def ask(tasks: Iterator[object]) -> Iterator[object]:
        return run_tasks(tasks, jobs)  # type: ignore[arg-type]

    with tell_histories(sources, ask) as told:  # type: ignore[arg-type]
        return {
            table.name: [
                row
                for uri in told.list_uris()
                for row in msgspec.json.Decoder().decode_lines(told.read(uri, place))
            ]
            for place, table in enumerate(HISTORY_TABLES)
        }
