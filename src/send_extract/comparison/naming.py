"""What the columns of two drafts are called, so that one whose heading changed is still the same column."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from send_extract.headings import find_field
from send_extract.plan import Plan

COLUMNS = ("section", "status", "progress", "priority", "cost")
"""The fields that have no kind of change of their own."""


class Headings(NamedTuple):
    """The columns of a draft: the fields of its headings, and what each is called in the new draft."""

    fields: Mapping[str, str] = MappingProxyType({})
    names: Mapping[str, str] = MappingProxyType({})

    def find_field(self, heading: str) -> str:
        """The field of a column, by its heading alone where the draft does not say."""
        return self.fields.get(heading) or find_field(heading)

    def name(self, heading: str) -> str:
        """What a column is called in the new draft."""
        return self.names.get(heading, heading)


def find_headings(plan: Plan, new: Plan) -> Headings:
    """The columns of a plan; one that alone has its field in both drafts is called as in the new one."""
    names = {}
    for field in COLUMNS:
        own, other = (_list_headings(each, field) for each in (plan, new))
        if len(own) == len(other) == 1:
            names[own[0]] = other[0]
    return Headings({column.heading: column.field for column in plan.columns}, names)


def _list_headings(plan: Plan, field: str) -> list[str]:
    return list(dict.fromkeys(column.heading for column in plan.columns if column.field == field))
