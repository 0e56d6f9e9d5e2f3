"""The records of the outputs: generated from `schemas/` by `make schemas`, never edited by hand."""

from __future__ import annotations

from datetime import date as date_aliased
from typing import Annotated, Literal

from pydantic import Field

from send_extract.models.record import OutputRecord, is_left_out


class Column(OutputRecord):
    """A column of the plan's table: its heading as printed, and the field that it means."""

    heading: str
    field: str


class Counts(OutputRecord):
    """What a plan holds: records, timings by whether they were read, diagnostics by severity.

    A timing is `timings_unread` where words stand and no value was read, `timings_missing` where no words do.
    """

    recommendations: int
    actions: int
    measures: int
    timings_read: int
    timings_unread: int
    timings_missing: int
    owners: int
    glossary: int
    acronyms: int
    errors: int
    warnings: int
    notes: int


class Draft(OutputRecord):
    """Which version of the plan this is: `DRAFT 2` is label, `draft` its status, 2 its number."""

    label: str | None
    status: Literal["draft", "final", "progress"] | None
    number: str | int | None
    date: date_aliased | None


class Endpoint(OutputRecord):
    """One of the two drafts that were compared."""

    label: str | None
    sha256: str
    title: str | None
    name: str | None


class Failure(OutputRecord):
    """Why a source could not go on: the kind of error, its exit code, its one line."""

    error: str
    exit_code: int
    message: str


class Frequency(OutputRecord):
    """`count` times in each `period` (an ISO 8601 duration)."""

    count: int
    period: str


class HistoryDraft(OutputRecord):
    """A draft in the order of a history; `place` counts from 1."""

    place: int
    label: str | None
    name: str
    sha256: str
    date: date_aliased | None


class Interval(OutputRecord):
    """Days from `start` to `end`, both included; None is open."""

    start: date_aliased | None
    end: date_aliased | None


class Location(OutputRecord):
    """Where words stand in a source; every number counts from 1, and what is not known is left out.

    `line` in a text; `page`, `sheet`, `table` and `row` in other formats; `column` is the heading as printed;
    `item` counts the list items (or paragraphs, where there is no list) of the cell.
    """

    line: Annotated[int | None, Field(exclude_if=is_left_out)] = None
    page: Annotated[int | None, Field(exclude_if=is_left_out)] = None
    sheet: Annotated[str | None, Field(exclude_if=is_left_out)] = None
    table: Annotated[int | None, Field(exclude_if=is_left_out)] = None
    row: Annotated[int | None, Field(exclude_if=is_left_out)] = None
    column: Annotated[str | None, Field(exclude_if=is_left_out)] = None
    item: Annotated[int | None, Field(exclude_if=is_left_out)] = None


class OutputFile(OutputRecord):
    """A file that was made: its path from the manifest's folder with `/`, its size and digest."""

    path: str
    bytes: int
    sha256: str


class Owner(OutputRecord):
    """One person, role or body that answers for an action (design, section 3, "Who").

    `code` is a person's initials as printed, or the words of a role or a body; `name` a person's name, where
    the document or the settings give it; `position` and `organisation` what stands beside a name.
    """

    code: str | None
    name: str | None
    role: Literal["accountable", "consulted", "funder", "informed", "lead", "owner", "support"]
    position: str | None
    organisation: str | None


class OwnersMention(OutputRecord):
    """Words as printed, and their value: None where they were not read.

    `alternatives` are the other readings of an ambiguous wording, the likelier first; `rule` names the rules that
    read it, where a grammar of named rules did. The words are never edited.
    """

    text: str
    value: list[Owner] | None
    alternatives: list[list[Owner]]
    location: Location
    rule: str | None


class Pair(OutputRecord):
    """What a record is called in the old draft and in the new one."""

    old: str | list[str] | None
    new: str | list[str] | None


class Place(OutputRecord):
    """Where a record stands in one draft: the recommendation's place and the item's place in it, from 1."""

    recommendation: int
    item: int | None


class Places(OutputRecord):
    """Where a record stands in both drafts; of a merge or a split the first is the one that lives on."""

    old: list[Place] | Place | None
    new: list[Place] | Place | None


class PlanOwner(OutputRecord):
    """An owner listed once, with the recommendations and the actions that are theirs."""

    code: str | None
    name: str | None
    recommendations: list[str]
    actions: list[str]


class PlanParagraph(OutputRecord):
    """Words of the document that stand outside the plan's table and its glossary."""

    text: str
    level: int
    location: Location


class Relation(OutputRecord):
    """A recommendation's tie to others: `merge` (intended) or `aligned`."""

    kind: Literal["aligned", "merge"]
    numbers: list[str]


class Shift(OutputRecord):
    """How far a date went: whole months and days, both None where no number can be given."""

    months: int | None
    days: int | None
    direction: Literal["changed", "earlier", "later", "lost", "set"]


class SourceRecord(OutputRecord):
    """The file that the plan was read from."""

    name: str
    format: str
    encoding: str | None
    sha256: str
    bytes: int


class Timing(OutputRecord):
    """One timing in canonical form (design, section 4).

    `intervals` are days, several for several dates; `edtf` says them in ISO 8601-2 where it can; `deadline`
    marks a last day; `rrule` is an RFC 5545 recurrence, `frequency` the exact count; `duration` an ISO 8601
    length without an anchor, or the offset from what it is contingent on; `original` the intervals before a
    revision; `references` the numbers of other rows whose timing this one takes.
    """

    intervals: list[Interval]
    edtf: str | None
    deadline: bool
    approximate: bool
    rrule: str | None
    frequency: Frequency | None
    duration: str | None
    contingent_on: str | None
    status: (
        Literal[
            "as_required",
            "cancelled",
            "complete",
            "deferred",
            "immediate",
            "in_progress",
            "none",
            "not_started",
            "on_track",
            "ongoing",
            "overdue",
            "paused",
            "tbc",
            "unspecified",
        ]
        | None
    )
    original: list[Interval]
    references: list[str]


class TimingMention(OutputRecord):
    """Words as printed, and their value: None where they were not read.

    `alternatives` are the other readings of an ambiguous wording, the likelier first; `rule` names the rules that
    read it, where a grammar of named rules did. The words are never edited.
    """

    text: str
    value: Timing | None
    alternatives: list[Timing]
    location: Location
    rule: str | None


class Travel(OutputRecord):
    """What a merge or a split carried along: an item's id (a note's words) and its place in both drafts."""

    old: str
    new: str
    place: Places


class Values(OutputRecord):
    """What a timing meant and means, None where it was not read."""

    old: Timing | None
    new: Timing | None


class WordAccount(OutputRecord):
    """The account of a source's words: how many it has, in records, outside them, only quoted by a diagnostic, lost."""

    source: int
    records: int
    outside: int
    reported: int
    lost: int


class Acronym(OutputRecord):
    """One acronym of the plan: every use of it, and where its meaning comes from.

    `source` says where the expansion stands: `glossary`, `text` (inline, `Expansion (ACR)`) or `settings`;
    `reason` why `suggestion` is what the author meant, or which words of the plan fit an undefined term;
    `senses` are the expansions of a term that has more than one, and `expansion` is then None.
    """

    term: str
    status: Literal["defined", "undefined", "unused", "variant"]
    expansion: str | None
    suggestion: str | None
    uses: int
    locations: list[Location]
    source: Literal["glossary", "settings", "text"] | None
    reason: str | None
    senses: list[str]


class Action(OutputRecord):
    """One thing to be done, with its own timing and owners.

    `id` is the recommendation's number and the action's place in it (`6a.2`); `rich` the text with its
    emphasis and footnote marks as Markdown, None where it adds nothing; `mentions` the timings that stand in
    the text itself; `extra` the cells of the action's own row that have no field of their own, by heading;
    `lead_in` the words above the list that it stands in (`The partnership will:`).
    """

    id: str
    text: str
    when: TimingMention
    who: OwnersMention
    rich: str | None
    mentions: list[TimingMention]
    extra: dict[str, str]
    location: Location
    lead_in: str | None


class Diagnostic(OutputRecord):
    """One thing that the author or the reader of a plan should know: what it is, and what to do.

    `locations` are all its places, where it has several; `location` is the first.
    """

    code: str
    severity: Literal["error", "info", "warning"]
    message: str
    location: Location
    locations: list[Location]


class GlossaryEntry(OutputRecord):
    """One line of the glossary: the author's words and, clean, what the term stands for.

    `text` is the expansion as printed; `expansion` the part of it that the letters cover, stray characters
    off; `group` the head as printed, where one line explains several terms (`AS/ASC/ASD`).
    """

    term: str
    text: str
    expansion: str | None
    location: Location
    group: str | None


class ManifestEntry(OutputRecord):
    """What became of one source; `sha256` is None where its bytes could not be read.

    `outcome` is `extracted`; `rejected` (it cannot be read, holds no plan, or its outputs cannot be written);
    `timeout` or `memory` (it takes more than its limits); or `crash` (the program broke down over it).
    """

    name: str
    outcome: Literal["crash", "extracted", "memory", "rejected", "timeout"]
    sha256: str | None
    format: str | None
    counts: Counts | None
    failure: Failure | None
    files: list[OutputFile]


class Measure(OutputRecord):
    """One measure of success; `id` is the recommendation's number and its place (`6a.m2`); `lead_in` as above."""

    id: str
    text: str
    rich: str | None
    mentions: list[TimingMention]
    location: Location
    lead_in: str | None


class Recommendation(OutputRecord):
    """One recommendation: its words, what is to be done, by when and by whom, and how success is measured.

    `when` and `who` are the whole cells as printed, a continuation row's on a new line; `section` is the
    heading that the row stands under.
    """

    number: str
    text: str
    rich: str | None
    section: str | None
    notes: list[str]
    relations: list[Relation]
    when: TimingMention
    who: OwnersMention
    actions: list[Action]
    measures: list[Measure]
    status: str | None
    progress: str | None
    priority: str | None
    cost: str | None
    extra: dict[str, str]
    location: Location


class Record(OutputRecord):
    """The whole of what was added or removed, as in `plan.json`; one of the three."""

    recommendation: Annotated[Recommendation | None, Field(exclude_if=is_left_out)] = None
    action: Annotated[Action | None, Field(exclude_if=is_left_out)] = None
    measure: Annotated[Measure | None, Field(exclude_if=is_left_out)] = None


class Stage(OutputRecord):
    """An action as it stood in one draft, and the kinds of change that brought it there."""

    draft: int
    recommendation: str
    action: str
    text: str
    when: str
    value: Timing | None
    owners: list[str]
    changes: list[
        Literal[
            "action-added",
            "action-moved",
            "action-removed",
            "action-reordered",
            "action-reworded",
            "cosmetic",
            "field-changed",
            "glossary-added",
            "glossary-changed",
            "glossary-removed",
            "heading-changed",
            "measure-added",
            "measure-moved",
            "measure-removed",
            "measure-reworded",
            "note-added",
            "note-removed",
            "owner-changed",
            "paragraph-added",
            "paragraph-removed",
            "paragraph-reworded",
            "recommendation-added",
            "recommendation-merged",
            "recommendation-removed",
            "recommendation-renumbered",
            "recommendation-reordered",
            "recommendation-reworded",
            "recommendation-split",
            "timing-changed",
            "timing-reworded",
            "title-changed",
        ]
    ]


class Change(OutputRecord):
    """One change.

    `text` says what it is about; `old` and `new` are the words on both sides. `shift` and `value` are a
    timing's, `added` and `removed` an owner change's, `term` a glossary entry's, `field` a column's.
    `similar` points from a record that came or went to the one it resembles without being it. `minor` marks a
    difference of a letter, capitals or punctuation. `record` is the whole of what was added or removed, and
    `owners` who answers for an action that came, went or moved. What a merge or a split took along is
    `carried_…`. `identifier` is the action's lasting one, where its history is known. `implied` are changes of
    single actions that this one accounts for (the owner of each, where the Who cell changed) and that are not
    counted again.
    """

    kind: Literal[
        "action-added",
        "action-moved",
        "action-removed",
        "action-reordered",
        "action-reworded",
        "cosmetic",
        "field-changed",
        "glossary-added",
        "glossary-changed",
        "glossary-removed",
        "heading-changed",
        "measure-added",
        "measure-moved",
        "measure-removed",
        "measure-reworded",
        "note-added",
        "note-removed",
        "owner-changed",
        "paragraph-added",
        "paragraph-removed",
        "paragraph-reworded",
        "recommendation-added",
        "recommendation-merged",
        "recommendation-removed",
        "recommendation-renumbered",
        "recommendation-reordered",
        "recommendation-reworded",
        "recommendation-split",
        "timing-changed",
        "timing-reworded",
        "title-changed",
    ]
    recommendation: Pair | None
    action: Pair | None
    text: str
    old: str | list[str] | None
    new: str | list[str] | None
    shift: Annotated[Shift | None, Field(exclude_if=is_left_out)] = None
    measure: Annotated[Pair | None, Field(exclude_if=is_left_out)] = None
    term: Annotated[str | None, Field(exclude_if=is_left_out)] = None
    field: Annotated[str | None, Field(exclude_if=is_left_out)] = None
    added: Annotated[list[str], Field(exclude_if=is_left_out)] = []
    removed: Annotated[list[str], Field(exclude_if=is_left_out)] = []
    similar: Annotated[Pair | None, Field(exclude_if=is_left_out)] = None
    minor: Annotated[bool, Field(exclude_if=is_left_out)] = False
    value: Annotated[Values | None, Field(exclude_if=is_left_out)] = None
    owners: Annotated[Pair | None, Field(exclude_if=is_left_out)] = None
    place: Annotated[Places | None, Field(exclude_if=is_left_out)] = None
    record: Annotated[Record | None, Field(exclude_if=is_left_out)] = None
    identifier: Annotated[str | None, Field(exclude_if=is_left_out)] = None
    carried_actions: Annotated[list[Travel], Field(exclude_if=is_left_out, validate_default=True)] = []
    carried_measures: Annotated[list[Travel], Field(exclude_if=is_left_out, validate_default=True)] = []
    carried_notes: Annotated[list[Travel], Field(exclude_if=is_left_out, validate_default=True)] = []
    implied: Annotated[list[Change], Field(exclude_if=is_left_out, validate_default=True)] = []


class Changes(OutputRecord):
    """All that changed from one draft to another, by recommendation in the order of the new draft.

    `summary` counts the changes by kind, and the differences of typing under `cosmetic`; these stand in
    `cosmetic`, apart from the changes. `related` is False where the two are hardly drafts of one plan. `order` is
    `turned` where the drafts themselves say that the first is the later one, `unknown` where nothing but their
    files' names puts them in order: no shift then has a direction.
    """

    schema_version: str
    origin: Annotated[Endpoint, Field(alias="from")]
    target: Annotated[Endpoint, Field(alias="to")]
    related: bool
    order: Literal["given", "turned", "unknown"]
    summary: dict[str, int]
    changes: list[Change]
    cosmetic: list[Change]


class Life(OutputRecord):
    """An action through the drafts that have it, under an identifier that never changes."""

    identifier: str
    stages: list[Stage]


class Manifest(OutputRecord):
    """One run: which version of the program, and what became of each source, in the order of the run.

    `files` are those of the run's own folder, such as the histories; `earlier` has the sources of runs before whose
    files stand in the folder still, a failed source among `sources` keeps those that it had.
    """

    schema_version: str
    generator: str
    sources: list[ManifestEntry]
    files: list[OutputFile]
    earlier: list[ManifestEntry]


class Plan(OutputRecord):
    """One draft of an action plan, read; `words` is None where nobody counted them."""

    schema_version: str
    title: str | None
    draft: Draft
    year: int | None
    source: SourceRecord
    columns: list[Column]
    recommendations: list[Recommendation]
    owners: list[PlanOwner]
    glossary: list[GlossaryEntry]
    acronyms: list[Acronym]
    paragraphs: list[PlanParagraph]
    words: WordAccount | None
    diagnostics: list[Diagnostic]


class History(OutputRecord):
    """The drafts of one plan in order, and the life of every action, by its first appearance.

    `ordered` is False where nothing but their files' names tells the order.
    """

    schema_version: str
    title: str | None
    ordered: bool
    drafts: list[HistoryDraft]
    actions: list[Life]


Change.model_rebuild()
