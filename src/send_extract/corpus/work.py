"""One source to its rows: the work that every engine asks for, wherever it is done, and how it is kept from harm."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from send_extract.batch.outcomes import tell_fault
from send_extract.confinement import blame, find_limits
from send_extract.corpus.councils import find_council
from send_extract.corpus.rows import SourceRows, mark_reading, pack_rows, time_rows
from send_extract.corpus.sources import fetch, fetch_several, find_terms, name_source
from send_extract.corpus.tables import Identity, SourceOutcome, encode_plan
from send_extract.errors import SendExtractError
from send_extract.manifest import count_records
from send_extract.pipeline import make_plan, spell_name
from send_extract.plan import Plan
from send_extract.pool import Answer, Task, race_tasks
from send_extract.settings import Settings
from send_extract.source import Source
from send_extract.version import __version__

AHEAD = 8
"""Sources that are asked for at once, where they are elsewhere: more would only lie in memory."""


class Parcel(Struct, frozen=True, array_like=True):
    """One source as an engine gets it: where it stands, and its bytes (None: whoever works on it fetches them).

    `known` is the mark of what was read of it before: where that would be done again, it is not. `settings` are those
    beside it, where whoever works on it could not see them.
    """

    uri: str
    data: bytes | None = None
    known: str = ""
    settings: Settings | None = None


class Terms(Struct, frozen=True, array_like=True):
    """What holds for all sources of a run: the settings (None: those beside each), and the name of a reader."""

    settings: Settings | None = None
    format: str | None = None


class Means(NamedTuple):
    """What an engine works with: how many processes at once, or the cluster of a master of Spark's."""

    jobs: int
    master: str | None = None


class SourceReading(Struct, frozen=True, array_like=True):
    """One source with all that decides its rows."""

    uri: str
    data: bytes
    settings: Settings
    format: str | None = None


def digest_settings(settings: Settings, reader: str | None) -> str:
    """What tells settings from others."""
    return sha256(msgspec.json.encode((settings, reader), order="deterministic")).hexdigest()[:16]


def make_rows(reading: SourceReading) -> SourceRows:
    """The rows of one source, the same bytes each time; one that is refused has its outcome alone."""
    source = Source(name_source(reading.uri), reading.data)
    digest = digest_settings(reading.settings, reading.format)
    council = reading.settings.plan.council
    identity = Identity(reading.uri, source.name, source.sha256, council)
    try:
        plan = make_plan(source, reading.settings, reading.format)
    except (SendExtractError, OSError) as fault:
        return SourceRows(reading.uri, tell_refusal(identity, fault, len(source.data), digest))
    identity = identity._replace(council=council or find_council(plan.title))
    outcome = _tell_plan(identity, plan, digest)
    return SourceRows(reading.uri, outcome, tuple(encode_plan(identity, plan)))


def answer_reading(data: bytes) -> bytes:
    """A worker's task: the rows of a source."""
    reading = msgspec.msgpack.decode(data, type=SourceReading)
    del data  # it holds the source once more
    return pack_rows(make_rows(reading))


def read_parcels(
    parcels: Iterable[Parcel], terms: Terms, jobs: int = 1, *, is_kept: bool = False
) -> Generator[bytes, None, None]:
    """The packed rows of each parcel as they come, by up to `jobs` processes that are held to limits and replaced.

    Whatever a source brings about is its outcome: nothing is raised for one. Close it where it is left before its end;
    with `is_kept` its one process is for the next parcels too.
    """
    sent: dict[int, _Sent] = {}
    with closing(race_tasks(_send(parcels, terms, sent), jobs, is_kept=is_kept)) as answers:
        for place, answer in answers:
            yield _receive(sent.pop(place), answer)


class _Sent(NamedTuple):
    """What is known of a source that somebody is at work on."""

    identity: Identity
    size: int | None = None
    settings: str | None = None


def _send(parcels: Iterable[Parcel], terms: Terms, sent: dict[int, _Sent]) -> Iterator[Task | Answer]:
    """What is to be done over each parcel, or its rows where these are known; `sent` is told of each, by its place."""
    function = f"{answer_reading.__module__}:{answer_reading.__name__}"
    for place, parcel in enumerate(_look_ahead(parcels)):
        reading = open_parcel(parcel, terms)
        if isinstance(reading, SourceRows):
            sent[place] = _Sent(Identity(parcel.uri, name_source(parcel.uri)))
            yield Answer("done", pack_rows(reading))
        else:
            sent[place] = _tell_sent(reading)
            limits = find_limits(reading.data, reading.settings.limits)
            yield Task(function, msgspec.msgpack.encode(reading), limits)


def _look_ahead(parcels: Iterable[Parcel]) -> Iterator[Parcel]:
    """The parcels, those from elsewhere with their bytes, several of which are asked for at once."""
    waiting = iter(parcels)
    while pack := list(islice(waiting, AHEAD)):
        found = fetch_several(parcel.uri for parcel in pack if parcel.data is None)
        for parcel in pack:
            yield replace(parcel, data=found.pop(parcel.uri, parcel.data))


def open_parcel(parcel: Parcel, terms: Terms) -> SourceReading | SourceRows:
    """A parcel with its bytes and its settings; its rows where these cannot be had, or were known before."""
    try:
        reading = _open(parcel, terms)
    except SendExtractError as fault:
        return SourceRows(parcel.uri, tell_refusal(Identity(parcel.uri, name_source(parcel.uri)), fault))
    settings = digest_settings(reading.settings, reading.format)
    if parcel.known and parcel.known == mark_reading(sha256(reading.data).hexdigest(), settings):
        return SourceRows(parcel.uri)
    return reading


def _open(parcel: Parcel, terms: Terms) -> SourceReading:
    try:
        data = fetch(parcel.uri) if parcel.data is None else parcel.data
        settings = parcel.settings or terms.settings or find_terms(parcel.uri)
    except Exception as fault:
        raise tell_fault(parcel.uri, fault) from fault
    return SourceReading(parcel.uri, data, settings, terms.format)


def _tell_sent(reading: SourceReading) -> _Sent:
    council = reading.settings.plan.council
    identity = Identity(reading.uri, name_source(reading.uri), sha256(reading.data).hexdigest(), council)
    return _Sent(identity, len(reading.data), digest_settings(reading.settings, reading.format))


def _receive(sent: _Sent, answer: Answer) -> bytes:
    packed = answer.data
    if answer.fate != "done":
        fault = blame(sent.identity.name, answer)
        packed = pack_rows(
            SourceRows(sent.identity.uri, tell_refusal(sent.identity, fault, sent.size, sent.settings))
        )
    return time_rows(packed, answer.seconds) if answer.seconds else packed


def tell_refusal(
    identity: Identity, fault: Exception, size: int | None = None, settings: str | None = None
) -> SourceOutcome:
    """The outcome of a source over which something was raised."""
    error = tell_fault(identity.name, fault)
    return SourceOutcome(
        identity,
        error.fate,
        error=type(error).__name__,
        exit_code=error.exit_code,
        reason=spell_name(" ".join(str(error).split())),
        bytes=size,
        program=__version__,
        settings=settings,
    )


def _tell_plan(identity: Identity, plan: Plan, settings: str) -> SourceOutcome:
    draft = plan.draft
    return SourceOutcome(
        identity,
        "extracted",
        bytes=plan.source.bytes,
        format=plan.source.format,
        title=plan.title,
        label=draft.label,
        status=draft.status,
        number=None if draft.number is None else str(draft.number),
        date=draft.date,
        year=plan.year,
        program=__version__,
        settings=settings,
        counts=count_records(plan),
    )
