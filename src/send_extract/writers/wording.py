"""Values in plain English: what a timing means, where words stand, who owns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import astuple

from send_extract.plan import Draft
from send_extract.source import Location
from send_extract.values.owner import Owner
from send_extract.values.timing import Timing, find_full_dates, word_timing

_PLACES = [f"{name} " if name != "column" else "" for name in Location.__struct_fields__]
_ROLES = {
    "lead": "lead", "accountable": "accountable", "support": "in support", "funder": "funder", "consulted": "consulted",
    "informed": "informed",
}  # fmt: skip


@lru_cache(maxsize=8192)
def describe_location(location: Location) -> str:
    """Where words stand: `line 6, Summary actions, item 3`; empty where nothing is known."""
    known = zip(_PLACES, astuple(location), strict=True)
    return ", ".join([f"{name}{value}" for name, value in known if value is not None])


def list_owners(owners: Iterable[Owner] | None) -> list[str]:
    """The code of each owner, or the name where there is no code."""
    return [name for owner in owners or () if (name := owner.code or owner.name)]


def describe_owners(owners: Iterable[Owner] | None) -> str:
    """Owners with their names and roles: `GB, Clerk (lead)`."""
    return ", ".join(_describe_owner(owner) for owner in owners or ())


def _describe_owner(owner: Owner) -> str:
    named = owner.name if owner.code and owner.name != owner.code else None
    remarks = [*filter(None, (named, _ROLES.get(owner.role)))]
    head = owner.code or owner.name or "nobody"
    return f"{head} ({', '.join(remarks)})" if remarks else head


@lru_cache(maxsize=4096)
def describe_timing(timing: Timing | None) -> str:
    """What a timing means in the words of an officer: `by 31 July 2022`; empty where there is no value."""
    return "" if timing is None else word_timing(timing)


def describe_draft(draft: Draft) -> str:
    """A draft's label with its day, once: `DRAFT 2, 14 March 2022`; empty where it has no label."""
    if not draft.label or draft.date is None or find_full_dates(draft.label):
        return draft.label or ""
    return f"{draft.label}, {draft.date.day} {draft.date:%B %Y}"
