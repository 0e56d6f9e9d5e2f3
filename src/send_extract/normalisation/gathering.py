"""Diagnostics that an author keeps reading: what no row has is said once, what is accepted not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.plan import Plan
from send_extract.settings import HELD, TIMED


class Gap(Struct, frozen=True):
    """A code that is said of each row without something, the fields of its columns, and what no row says."""

    code: str
    fields: tuple[str, ...]
    says: str


GAPS: Final = (
    Gap("timing-missing", TIMED, "says when"),
    Gap("owner-missing", HELD, "says who"),
)
FEWEST: Final = 2
"""Rows from which on a column that none of them fills is said once."""


def gather_diagnostics(plan: Plan, accepted: Iterable[str]) -> tuple[Diagnostic, ...]:
    """The diagnostics of `plan`, each once: one for a column that no row fills, none of an accepted code."""
    found = tuple(dict.fromkeys(plan.diagnostics))
    for gap in GAPS:
        found = tuple(_gather(plan, gap, found))
    codes = frozenset(accepted)
    return tuple(diagnostic for diagnostic in found if diagnostic.code not in codes)


def _gather(plan: Plan, gap: Gap, found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """`found`, with one finding in place of those of `gap` where no row has what they miss."""
    missing = [diagnostic for diagnostic in found if diagnostic.code == gap.code]
    if len(missing) < FEWEST or len(missing) < _count_rows(plan, gap):
        yield from found
        return
    where = _say_where(plan, gap)
    locations = tuple(diagnostic.location for diagnostic in missing)
    gathered = diagnose("column-empty", locations[0], says=gap.says, count=len(missing), where=where)
    yield replace(gathered, locations=locations)
    yield from (diagnostic for diagnostic in found if diagnostic.code != gap.code)


def _count_rows(plan: Plan, gap: Gap) -> int:
    """How many diagnostics of `gap` a plan has that fills none of its cells."""
    if gap.code == "timing-missing":
        return sum(len(recommendation.actions) for recommendation in plan.recommendations)
    return sum(bool(recommendation.actions) for recommendation in plan.recommendations)


def _say_where(plan: Plan, gap: Gap) -> str:
    heading = next((column.heading for column in plan.columns if column.field in gap.fields), None)
    return f" under {heading!r}" if heading else ", and no column is for it"
