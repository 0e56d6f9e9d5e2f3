"""The walk that fills the value of each mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.normalisation.acronyms import normalise_acronyms
from send_extract.normalisation.owners import normalise_owners

if TYPE_CHECKING:
    from collections.abc import Callable

    from send_extract.plan import Plan
    from send_extract.settings import Settings

STEPS: tuple[Callable[[Plan, Settings], Plan], ...] = (normalise_owners, normalise_acronyms)


def normalise_plan(plan: Plan, settings: Settings) -> Plan:
    """`plan` with a value for every mention that can be read, and what was found on the way."""
    for step in STEPS:
        plan = step(plan, settings)
    return plan
