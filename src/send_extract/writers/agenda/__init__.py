"""What is to be done, in the order in which people ask for it: item by item, by owner, by month."""

from __future__ import annotations

from typing import NamedTuple

from send_extract.plan import Plan
from send_extract.writers.agenda.items import Contents, list_contents
from send_extract.writers.agenda.months import MonthSheet, list_month_sheets
from send_extract.writers.agenda.scale import make_scale
from send_extract.writers.agenda.sheets import OwnerSheet, list_owner_sheets
from send_extract.writers.agenda.spans import list_days


class Agenda(NamedTuple):
    """A plan's items, the sheets of its owners and those of its months."""

    contents: Contents
    owners: tuple[OwnerSheet, ...]
    months: tuple[MonthSheet, ...]


def make_agenda(plan: Plan) -> Agenda:
    """The agenda of a plan."""
    contents = list_contents(plan)
    scale = make_scale(day for item in contents.items for day in list_days(item.timing))
    return Agenda(contents, list_owner_sheets(contents), list_month_sheets(contents, scale))
