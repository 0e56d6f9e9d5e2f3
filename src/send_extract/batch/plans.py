"""A plan from whatever holds one: a draft of any format, or a `plan.json` that was written before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path

import msgspec

from send_extract.batch.sources import (
    STDIN,
    describe_error,
    find_drafts,
    find_settings,
    open_draft,
    refuse_draft,
)
from send_extract.errors import DefectiveSource, SendExtractError, UsageError
from send_extract.pipeline import open_source, read_plan
from send_extract.plan import SCHEMA_VERSION, Plan, TimingMention
from send_extract.settings import Settings
from send_extract.source import Source

_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What the decoder raises over what is no JSON of ours, nested deeper than it goes among it."""


class _Head(msgspec.Struct):
    """The one field that tells which version of the schema a `plan.json` follows."""

    schema_version: str | None = None


def open_plan(draft: str, settings: Settings | None = None) -> Plan:
    """The plan of a draft or of a `plan.json`, told apart by their bytes; `-` is standard input.

    Raises:
        SendExtractError: it cannot be read, or holds no plan that this version can read.
    """
    try:
        return _read_plan(draft, settings)
    except OSError as error:
        raise refuse_draft(draft, error) from error


def load_plan(path: str | PathLike[str]) -> Plan:
    """The plan of a `plan.json`, or of the folder of outputs that it stands in, of this or an older schema version.

    Raises:
        UnreadableSource: there is no such file, or it may not be read.
        DefectiveSource: it is no `plan.json`, or of a version that this program cannot read.
    """
    place = Path(path)
    source = open_source(place / "plan.json" if place.is_dir() else place)
    return _decode_plan(source, str(path))


def find_latest(folder: str, settings: Settings | None = None) -> tuple[Plan, Plan]:
    """The two latest drafts of the plan that a folder has most drafts of, in the order that they say.

    Raises:
        UsageError: the folder has not two drafts of one plan.
        SendExtractError: a draft in it cannot be read.
    """
    # One draft has no order: the comparison is imported where there are several.
    from send_extract.comparison.grouping import find_traits, group_drafts

    drafts = find_drafts([folder])
    plans = [open_plan(draft, settings) for draft in drafts] if len(drafts) > 1 else []
    groups = sorted(group_drafts(list(map(find_traits, plans))), key=lambda group: len(group.indexes))
    if not groups or len(groups[-1].indexes) == 1:
        raise UsageError(_word_alone(folder, drafts))
    return plans[groups[-1].indexes[-2]], plans[groups[-1].indexes[-1]]


def _word_alone(folder: str, drafts: Sequence[str]) -> str:
    """Why nothing is compared where two drafts of one plan are wanted.

    Raises:
        UnreadableSource: there is neither a folder nor a draft.
    """
    if drafts == (folder,):
        name = "standard input" if folder == STDIN else open_draft(folder).name
        return f"{name} is one draft, and two are compared. Name the other one too, or a folder of drafts."
    count = "one draft" if len(drafts) == 1 else "no two drafts of one plan"
    return f"{folder} has {count}: add the next one, or name the two to compare."


def _read_plan(draft: str, settings: Settings | None) -> Plan:
    source = open_draft(draft)
    if source.data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _decode_plan(source, "standard input" if draft == STDIN else draft)
    chosen = find_settings(draft) if settings is None else settings
    try:
        return read_plan(source, settings=chosen)
    except SendExtractError as error:
        raise type(error)(describe_error(str(error), source.name, draft)) from error


def _decode_plan(source: Source, name: str) -> Plan:
    data = source.data.removeprefix(b"\xef\xbb\xbf")
    try:
        version = msgspec.json.decode(data, type=_Head).schema_version
    except msgspec.ValidationError as error:
        message = f"{name} is JSON but no plan.json: {error}. Name a draft or a plan.json."
        raise DefectiveSource(message) from error
    except _FAULTS as error:
        message = f"{name} is no valid JSON: {error}. Extract the draft again."
        raise DefectiveSource(message) from error
    if version is None:
        message = f"{name} is JSON but no plan.json: it has no schema_version. Name a draft or a plan.json."
        raise DefectiveSource(message)
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        message = (
            f"{name} follows schema {version}; this program reads {SCHEMA_VERSION}. Extract the draft again."
        )
        raise DefectiveSource(message)
    try:
        plan = msgspec.json.decode(data, type=Plan)
    except _FAULTS as error:
        message = f"{name} is no whole plan.json: {error}. Extract the draft again."
        raise DefectiveSource(message) from error
    faulty = next((mention for mention in _list_timings(plan) if not _is_sound(mention)), None)
    if faulty:
        where = f"its timing {faulty.text!r} has no rule or length that can be read"
        message = f"{name} is no whole plan.json: {where}. Extract the draft again."
        raise DefectiveSource(message)
    return plan


def _list_timings(plan: Plan) -> Iterator[TimingMention]:
    for record in plan.recommendations:
        yield record.when
        for action in record.actions:
            yield from (action.when, *action.mentions)
        for measure in record.measures:
            yield from measure.mentions


def _is_sound(mention: TimingMention) -> bool:
    return all(timing.is_sound for timing in (mention.value, *mention.alternatives) if timing)
