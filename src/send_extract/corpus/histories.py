"""The drafts of every plan of a corpus: found, compared, and told in tables beside those of the single drafts.

Which drafts are of one plan is found here, from a kilobyte a draft; each plan is then a task of its own for whichever
engine is at work (`families`). Plans wait on the disk, not in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

import msgspec
from msgspec import Struct

from send_extract.comparison.councils import is_same_council
from send_extract.comparison.grouping import Doubt, Traits, relate_drafts
from send_extract.confinement import find_sequel_limits, unseal
from send_extract.corpus.families import MemberRows, PlanMember, answer_family, read_member_rows
from send_extract.corpus.history_tables import DOUBTS, FAMILY_TABLES
from send_extract.corpus.tables import IDENTITY, Identity, encode_rows
from send_extract.errors import SendExtractError
from send_extract.pool import Answer, Task

Asker = Callable[[Iterator[Task]], Iterator[Answer]]
"""Whoever has tasks done, and gives the answer to each in their order."""


class PlanSource(Struct, frozen=True):
    """A source that was extracted: its `plan.json`, and what tells of which plan it is."""

    identity: Identity
    plan: bytes
    traits: Traits


class _Stretch(NamedTuple):
    """Where something stands in a file."""

    start: int
    size: int


class _Spill:
    """Bytes that wait on the disk."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._end = 0

    def keep(self, data: bytes) -> _Stretch:
        """Keeps some bytes, and says where."""
        self._file.seek(self._end)
        self._file.write(data)
        span = _Stretch(self._end, len(data))
        self._end += len(data)
        return span

    def read(self, span: _Stretch) -> bytes:
        """What was kept there."""
        self._file.seek(span.start)
        return self._file.read(span.size)


class _Waiting(NamedTuple):
    """The same bytes of one council at one or more places, what tells of their plan, and where the plan waits."""

    identities: list[Identity]
    traits: Traits
    span: _Stretch


class Histories:
    """What is told of the drafts of a corpus together, source by source."""

    def __init__(self, spans: Mapping[str, Sequence[_Stretch]], lines: _Spill) -> None:
        """Lines that wait on the disk, those of each table in the order of `HISTORY_TABLES`."""
        self._spans = spans
        self._lines = lines

    def list_uris(self) -> list[str]:
        """The sources of which anything is told, in order."""
        return sorted(self._spans)

    def read(self, uri: str, table: int) -> bytes:
        """The lines of a source in the table at a place of `HISTORY_TABLES`."""
        return self._lines.read(self._spans[uri][table])


@contextmanager
def tell_histories(plans: Iterable[PlanSource], ask: Asker) -> Iterator[Histories]:
    """What is told of the drafts of a corpus together.

    Neither the order of the plans nor who answers changes it.
    """
    with TemporaryFile() as waiting, TemporaryFile() as told:
        spill, lines = _Spill(waiting), _Spill(told)
        drafts = _keep_plans(plans, spill)
        kinship = relate_drafts([draft.traits for draft in drafts])
        families = [[drafts[index] for index in group.indexes] for group in kinship.groups]
        tracing = _Tracing(spill, lines, ask)
        tracing.trace(families)
        doubts = chain(_tell_doubts(drafts, kinship.doubts), tracing.faults)
        yield Histories(_add_doubts(tracing.spans, doubts, lines), lines)


def _add_doubts(
    spans: Mapping[str, Sequence[_Stretch]], doubts: Iterable[tuple[Any, ...]], lines: _Spill
) -> dict[str, Sequence[_Stretch]]:
    """Where the lines of each source stand, those of its doubts too."""
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in doubts:
        found[row[0]].append(row)
    nothing = [_Stretch(0, 0)] * len(FAMILY_TABLES)
    return {
        uri: [
            *spans.get(uri, nothing),
            lines.keep(encode_rows(DOUBTS, sorted(found[uri], key=lambda row: row[len(IDENTITY)] or ""))),
        ]
        for uri in sorted({*spans, *found})
    }


def _keep_plans(plans: Iterable[PlanSource], spill: _Spill) -> list[_Waiting]:
    """What is kept of each plan, the same bytes once, in the order of their first uris."""
    found: dict[tuple[str | None, str | None], _Waiting] = {}
    for source in plans:
        key = source.identity.council, source.identity.digest
        if key not in found:
            found[key] = _Waiting([], source.traits, spill.keep(source.plan))
        found[key].identities.append(source.identity)
    for waiting in found.values():
        waiting.identities.sort()
    return sorted(found.values(), key=lambda waiting: waiting.identities[0].uri)


class _Tracing:
    """The drafts of each plan being compared: where the lines of each source stand, and what broke down."""

    def __init__(self, spill: _Spill, lines: _Spill, ask: Asker) -> None:
        self.spans: dict[str, Sequence[_Stretch]] = {}
        self.faults: list[tuple[Any, ...]] = []
        self._spill, self._lines, self._ask = spill, lines, ask

    def trace(self, families: Sequence[Sequence[_Waiting]]) -> None:
        """Has the drafts of each plan compared; where that breaks down, each is looked at by itself, and it is told."""
        lone: list[Sequence[_Waiting]] = []
        tasks = (_make_task(family, self._spill) for family in families)
        for family, answer in zip(families, self._ask(tasks), strict=True):
            try:
                self._keep(_open(family, answer))
            except SendExtractError as fault:
                reason = " ".join(str(fault).split())
                self.faults += ((*identity, None, None, reason) for identity in _list_identities(family))
                lone += [[draft] for draft in family if len(family) > 1]
        if lone:
            self.trace(lone)

    def _keep(self, members: Iterable[MemberRows]) -> None:
        for rows in members:
            self.spans[rows.uri] = [self._lines.keep(table) for table in rows.tables]


def _make_task(family: Sequence[_Waiting], spill: _Spill) -> Task:
    """The task to compare the drafts of a plan."""
    members = tuple(
        PlanMember(identity, spill.read(draft.span)) for draft in family for identity in draft.identities
    )
    function = f"{answer_family.__module__}:{answer_family.__name__}"
    size = sum(len(member.plan) for member in members)
    return Task(function, msgspec.msgpack.encode(members), find_sequel_limits(size))


def _open(family: Sequence[_Waiting], answer: Answer) -> tuple[MemberRows, ...]:
    names = [identity.name for identity in _list_identities(family)]
    return read_member_rows(unseal(f"Comparing {names[0]} with {len(names) - 1} more", answer))


def _list_identities(family: Sequence[_Waiting]) -> Iterator[Identity]:
    return chain.from_iterable(draft.identities for draft in family)


def _tell_doubts(drafts: Sequence[_Waiting], doubts: Iterable[Doubt]) -> Iterator[tuple[Any, ...]]:
    """Each doubt from both sides."""
    for doubt in doubts:
        pair = drafts[doubt.one].identities[0], drafts[doubt.other].identities[0]
        for one, other in (pair, pair[::-1]):
            yield *one, other.uri, round(doubt.share, 3), _explain(one, other, doubt.share)


def _explain(one: Identity, other: Identity, share: float) -> str:
    """Why nothing tells whether two drafts are of one plan, and what would."""
    common = f"{share:.0%} of the shorter one's texts are in both"
    if is_same_council(one.council, other.council):
        return f"Both are of one council and of one title, but only {common}. Compare them with `send-extract diff`."
    return (
        f"{common}, and nothing tells whether they are of one council. "
        "Say which with plan.council in send-extract.toml beside each."
    )
