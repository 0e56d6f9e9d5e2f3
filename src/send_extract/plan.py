"""A plan: recommendations, their actions and measures, owners, glossary, and what is wrong with the draft.

This is the output contract (design, section 4). A change of a field's name or meaning changes
`SCHEMA_VERSION`.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from send_extract.diagnostics import Diagnostic
from send_extract.source import NOWHERE, Location
from send_extract.values.acronym import Acronym, GlossaryEntry
from send_extract.values.mention import Mention
from send_extract.values.owner import Owner
from send_extract.values.timing import Timing

SCHEMA_VERSION = "1.1"

TimingMention = Mention[Timing]
OwnersMention = Mention[tuple[Owner, ...]]


class Draft(Struct, frozen=True, gc=False):
    """Which version of the plan this is: `DRAFT 2` is label, `draft` its status, 2 its number."""

    label: str | None = None
    status: Literal["draft", "final", "progress"] | None = None
    number: str | int | None = None
    date: dt.date | None = None


class SourceRecord(Struct, frozen=True, gc=False):
    """The file that the plan was read from."""

    name: str
    format: str
    encoding: str | None
    sha256: str
    bytes: int


class Column(Struct, frozen=True, gc=False):
    """A column of the plan's table: its heading as printed, and the field that it means."""

    heading: str
    field: str


class Relation(Struct, frozen=True, gc=False):
    """A recommendation's tie to others: `merge` (intended) or `aligned`."""

    kind: Literal["merge", "aligned"]
    numbers: tuple[str, ...]


class Action(Struct, frozen=True, gc=False):
    """One thing to be done, with its own timing and owners.

    `id` is the recommendation's number and the action's place in it (`6a.2`); `rich` the text with its
    emphasis and footnote marks as Markdown, None where it adds nothing; `mentions` the timings that stand in
    the text itself; `extra` the cells of the action's own row that have no field of their own, by heading;
    `lead_in` the words above the list that it stands in (`The partnership will:`).
    """

    id: str
    text: str
    when: TimingMention = TimingMention()
    who: OwnersMention = OwnersMention()
    rich: str | None = None
    mentions: tuple[TimingMention, ...] = ()
    extra: dict[str, str] = {}
    location: Location = NOWHERE
    lead_in: str | None = None


class Measure(Struct, frozen=True, gc=False):
    """One measure of success; `id` is the recommendation's number and its place (`6a.m2`); `lead_in` as above."""

    id: str
    text: str
    rich: str | None = None
    mentions: tuple[TimingMention, ...] = ()
    location: Location = NOWHERE
    lead_in: str | None = None


class Recommendation(Struct, frozen=True, gc=False):
    """One recommendation: its words, what is to be done, by when and by whom, and how success is measured.

    `when` and `who` are the whole cells as printed, a continuation row's on a new line; `section` is the
    heading that the row stands under.
    """

    number: str
    text: str
    rich: str | None = None
    section: str | None = None
    notes: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    when: TimingMention = TimingMention()
    who: OwnersMention = OwnersMention()
    actions: tuple[Action, ...] = ()
    measures: tuple[Measure, ...] = ()
    status: str | None = None
    progress: str | None = None
    priority: str | None = None
    cost: str | None = None
    extra: dict[str, str] = {}
    location: Location = NOWHERE


class PlanOwner(Struct, frozen=True, gc=False):
    """An owner listed once, with the recommendations and the actions that are theirs."""

    code: str | None
    name: str | None = None
    recommendations: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


class PlanParagraph(Struct, frozen=True, gc=False):
    """Words of the document that stand outside the plan's table and its glossary."""

    text: str
    level: int = 0
    location: Location = NOWHERE


class WordAccount(Struct, frozen=True, gc=False):
    """The account of a source's words: how many it has, in records, outside them, only quoted by a diagnostic, lost."""

    source: int
    records: int
    outside: int
    reported: int
    lost: int


class Plan(Struct, frozen=True, gc=False, kw_only=True):
    """One draft of an action plan, read; `words` is None where nobody counted them."""

    schema_version: str = SCHEMA_VERSION
    title: str | None
    draft: Draft = Draft()
    year: int | None = None
    source: SourceRecord
    columns: tuple[Column, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    owners: tuple[PlanOwner, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    paragraphs: tuple[PlanParagraph, ...] = ()
    words: WordAccount | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
