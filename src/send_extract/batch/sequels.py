"""What goes to the workers that look at the drafts of one plan together, and what comes back."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from send_extract.batch.files import StagedFile

ALL, TRAITS = "all", "traits"
"""What is kept of all drafts of a run together, and of that what tells which are of one plan, a line a draft."""


class PlanGroup(Struct, frozen=True, array_like=True):
    """The drafts of one plan in order, by their places in the run; `is_known` says whether they tell that order.

    `suffix` is what the names of the history's files end in, where several plans of a run have one.
    """

    places: tuple[int, ...]
    is_known: bool = True
    suffix: str = ""


class RunJob(Struct, frozen=True, array_like=True):
    """The workplace of a run that is looked at as a whole, and which files of its own are to be made."""

    root: str
    run: str
    outputs: tuple[str, ...] = ()


class Member(Struct, frozen=True, array_like=True):
    """A draft as its plan's group needs it: what it is called, its folder, its plan as JSON, what is to be made of it.

    One that failed in this run (`is_old`) has the plan that it was read to before, and nothing is made of it.
    """

    draft: str
    name: str
    plan: bytes
    outputs: tuple[str, ...] = ()
    day: date | None = None
    is_old: bool = False


class GroupJob(Struct, frozen=True, array_like=True):
    """The drafts of one plan in order, and the workplace in which what tells of them is to be made."""

    members: tuple[Member, ...]
    group: PlanGroup
    outputs: tuple[str, ...]
    root: str
    run: str


class Sequel(Struct, frozen=True, array_like=True):
    """What was made of a draft among others: its files, and what changed since the draft that is named.

    `failure` is the outcome that the draft has in place of its own, JSON, where something was raised over it.
    """

    staged: tuple[StagedFile, ...] = ()
    since: str = ""
    changes: tuple[str, ...] = ()
    failure: bytes = b""


class GroupReply(Struct, frozen=True, array_like=True):
    """What was made of each draft of a plan, in their order, and the files of the plan's history."""

    sequels: tuple[Sequel, ...]
    staged: tuple[StagedFile, ...] = ()
