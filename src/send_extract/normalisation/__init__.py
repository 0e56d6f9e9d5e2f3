"""The walk that fills the value of each mention."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic
from send_extract.normalisation.acronyms import normalise_acronyms
from send_extract.normalisation.division import divide_cells
from send_extract.normalisation.gathering import gather_diagnostics
from send_extract.normalisation.owners import normalise_owners
from send_extract.normalisation.timings import normalise_timings
from send_extract.plan import Plan
from send_extract.settings import Settings

__all__ = ["divide_cells", "normalise_plan"]

STEPS: tuple[Callable[[Plan, Settings], Plan], ...] = (
    normalise_timings,
    normalise_owners,
    normalise_acronyms,
)


def normalise_plan(plan: Plan, settings: Settings) -> Plan:
    """`plan` with a value for every mention that can be read, and what was found on the way in source order."""
    for step in STEPS:
        plan = step(plan, settings)
    return replace(
        plan, diagnostics=tuple(sorted(gather_diagnostics(plan, settings.check.accept), key=_place))
    )


def _place(diagnostic: Diagnostic) -> tuple[int, ...]:
    """Where a diagnostic stands in the source; what concerns the whole plan comes first."""
    at = diagnostic.location
    return (at.page or 0, at.table or 0, at.line or 0, at.row or 0, at.item or 0)
