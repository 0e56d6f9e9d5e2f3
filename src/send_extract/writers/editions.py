"""What outputs are made of that tell of several drafts: a draft among those of its plan, and a whole run."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from send_extract.changes import Compared, History
from send_extract.manifest import Manifest
from send_extract.plan import Draft, Plan


class Edition(Struct, frozen=True):
    """A draft among the drafts of its plan in a run: its folder's name, its plan, what changed since the one before.

    `compared` is None for the first and for a lone draft, `history` (of all drafts of the plan) for a lone one;
    `day` is the one that looking ahead begins on, None where the plan's own is to be taken.
    """

    folder: str
    plan: Plan
    compared: Compared | None = None
    history: History | None = None
    day: date | None = None


class RunDraft(Struct, frozen=True, gc=False):
    """A draft that was read as the files of its run tell of it: its folder's name, its title and label.

    `changes` are sentences on what changed since the draft that `since` names; none for the first and for a lone one.
    """

    folder: str
    title: str | None
    draft: Draft
    since: str = ""
    changes: tuple[str, ...] = ()


class RunRecord(Struct, frozen=True, gc=False):
    """A run as its own files tell of it: its drafts that were read, in its order, and the outcome of every draft."""

    drafts: tuple[RunDraft, ...]
    manifest: Manifest
