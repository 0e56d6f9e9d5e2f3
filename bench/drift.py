"""What one dataset says otherwise than another of the same sources: gained, lost and changed, field by field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from send_extract.corpus.dataset import DatasetRecord, list_places, read_record
from send_extract.corpus.formats import FORMATS, read_groups
from send_extract.corpus.tables import IDENTITY, OUTCOMES, VOLATILE

Row = dict[str, Any]
Way = Literal["same", "gained", "lost", "changed"]
WAYS: tuple[Way, ...] = ("same", "gained", "lost", "changed")

EXAMPLES = 3
"""Of each way of each field, so many are kept."""
LEFT_OUT = frozenset({"plans"})
"""Tables that say again what others say."""
UNTOLD = frozenset(
    {VOLATILE, "program", "settings", "recommendation_key", "action_key", "plan", "lasting_id"}
) | {column.name for column in IDENTITY}
"""Columns that tell which version read a source, which source it is, or which row of it."""
NAMES = {
    "recommendations": ("number",), "actions": ("id",), "measures": ("id",), "glossary": ("term",),
    "acronyms": ("term",), "dates": ("recommendation", "action", "position"),
    "owners": ("recommendation", "action", "position"),
    "diagnostics": ("code", "location"), "changes": ("kind", "recommendation_new", "action_new"),
    "histories": ("recommendation", "action"), "doubts": ("other_uri",),
}  # fmt: skip
"""What a row of a table is called within its source; the one row of a source needs no name."""
WORDS = {
    "recommendations": ("text",), "actions": ("text",), "measures": ("text",), "dates": ("start_date", "end_date"),
    "owners": ("code", "owner_name"), "glossary": ("text",), "diagnostics": ("message",), "changes": ("text",),
    "histories": ("text",),
}  # fmt: skip
"""What a row says, by which it is known where it is called otherwise."""


class Example(Struct, frozen=True):
    """A place where two datasets differ."""

    uri: str
    row: str
    old: Any
    new: Any


class FieldDrift(Struct, frozen=True):
    """How often a field is the same, and what became of it where it is not."""

    table: str
    field: str
    same: int
    gained: int
    lost: int
    changed: int
    examples: tuple[Example, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether it is the same in every row that both have."""
        return not (self.gained or self.lost or self.changed)


class TableDrift(Struct, frozen=True):
    """The rows of a table that both have, and those that one of them has."""

    table: str
    both: int
    gained: int
    lost: int


class Drift(Struct, frozen=True):
    """All that differs between two datasets: tables and sources that one alone has, rows and fields of the others."""

    schema_version: str
    old: str
    new: str
    unmatched: tuple[str, ...]
    sources: TableDrift
    rows: tuple[TableDrift, ...]
    fields: tuple[FieldDrift, ...]

    @property
    def is_none(self) -> bool:
        """Whether nothing differs."""
        tables = (self.sources, *self.rows)
        are_same = not any(table.gained or table.lost for table in tables)
        return are_same and not self.unmatched and all(field.is_same for field in self.fields)


class _Count:
    """What was seen so far of a table."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.rows: Counter[Way] = Counter()
        self.fields: defaultdict[str, Counter[Way]] = defaultdict(Counter)
        self.examples: defaultdict[tuple[str, Way], list[Example]] = defaultdict(list)

    def add(self, old: Row | None, new: Row | None) -> None:
        """Counts a row that both have, or one."""
        self.rows["gained" if old is None else "lost" if new is None else "same"] += 1
        if old is None or new is None:
            return
        for field in dict.fromkeys(chain(old, new)):
            if field not in UNTOLD:
                self._compare(field, old, new)

    def _compare(self, field: str, old: Row, new: Row) -> None:
        before, after = old.get(field), new.get(field)
        way = _find_way(before, after)
        self.fields[field][way] += 1
        kept = self.examples[field, way]
        if way != "same" and len(kept) < EXAMPLES:
            name = " ".join(str(new[column]) for column in NAMES.get(self.table, ()) if new.get(column))
            kept.append(Example(new["uri"], name, before, after))

    def tell(self) -> tuple[TableDrift, list[FieldDrift]]:
        """What was counted."""
        fields = [self._tell_field(field, counts) for field, counts in self.fields.items()]
        return TableDrift(self.table, self.rows["same"], self.rows["gained"], self.rows["lost"]), fields

    def _tell_field(self, field: str, counts: Counter[Way]) -> FieldDrift:
        examples = chain.from_iterable(self.examples[field, way] for way in WAYS)
        same, gained, lost, changed = (counts[way] for way in WAYS)
        return FieldDrift(self.table, field, same, gained, lost, changed, tuple(examples))


def _find_way(old: object, new: object) -> Way:
    if old == new:
        return "same"
    return "gained" if old is None else "lost" if new is None else "changed"


def compare_datasets(old: Path, new: Path) -> Drift:
    """What differs between two datasets, of whichever formats.

    Raises:
        ValueError: one of the folders holds none, or they have no source in common.
    """
    before, after = ({uri for uri, _ in _read(root, OUTCOMES.name)} for root in (old, new))
    common = before & after
    if not common:
        message = f"{old} and {new} have no source in common. Compare datasets of one corpus."
        raise ValueError(message)
    tables = [{*_list_tables(root)} for root in (old, new)]
    told = [
        _compare_table(old, new, table, common).tell() for table in sorted(tables[0] & tables[1] - LEFT_OUT)
    ]
    return Drift(
        schema_version="1.0",
        old=_find_record(old).generator,
        new=_find_record(new).generator,
        unmatched=tuple(sorted(tables[0] ^ tables[1])),
        sources=TableDrift("sources", len(common), len(after - before), len(before - after)),
        rows=tuple(rows for rows, _ in told),
        fields=tuple(field for _, fields in told for field in fields),
    )


def _find_record(root: Path) -> DatasetRecord:
    record = read_record(root)
    if record is None:
        message = f"{root} holds no dataset."
        raise ValueError(message)
    return record


def _list_tables(root: Path) -> list[str]:
    return [table.name for table in _find_record(root).tables]


def _read(root: Path, table: str) -> Iterator[tuple[str, bytes]]:
    """The lines of a table by source, in the order of the sources' addresses."""
    form = FORMATS[_find_record(root).format]
    parts = [read_groups(form, path, frozenset()) for path in list_places(root, form, table)]
    return merge(*parts, key=itemgetter(0))


def _compare_table(old: Path, new: Path, table: str, common: Container[str]) -> _Count:
    """The rows of a table, source by source of those that both have read."""
    count = _Count(table)
    sides = ((group for group in _read(root, table) if group[0] in common) for root in (old, new))
    for before, after in _join(*sides):
        for pair in _pair_rows(table, *map(_decode, (before, after))):
            count.add(*pair)
    return count


def _decode(lines: bytes) -> list[Row]:
    return list(msgspec.json.Decoder().decode_lines(lines))


def _join(
    old: Iterator[tuple[str, bytes]], new: Iterator[tuple[str, bytes]]
) -> Iterator[tuple[bytes, bytes]]:
    """The lines of each source on both sides, none where a side has none."""
    nothing: tuple[str, bytes] = ("", b"")
    before, after = next(old, nothing), next(new, nothing)
    while before[0] or after[0]:
        uri = min(filter(None, (before[0], after[0])))
        yield before[1] if before[0] == uri else b"", after[1] if after[0] == uri else b""
        before = next(old, nothing) if before[0] == uri else before
        after = next(new, nothing) if after[0] == uri else after


def _pair_rows(table: str, old: list[Row], new: list[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """The rows of a source: those that are called and say the same first, then what says the same, then by name."""
    for describe in _list_ways(table):
        found, old, new = _pair_by(describe, old, new)
        yield from found
    yield from ((row, None) for row in old)
    yield from ((None, row) for row in new)


def _list_ways(table: str) -> list[Callable[[Row], Hashable]]:
    names, words = NAMES.get(table, ()), WORDS.get(table, ())
    ways = [(*names, *words), words, names] if words else [names]
    return [_name_by(way) for way in ways]


def _name_by(columns: Sequence[str]) -> Callable[[Row], Hashable]:
    return lambda row: tuple(str(row.get(column)) for column in columns)


def _pair_by(
    describe: Callable[[Row], Hashable], old: Iterable[Row], new: Iterable[Row]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """The rows that are described alike, the first with the first, and what is left on both sides."""
    waiting: defaultdict[Hashable, list[Row]] = defaultdict(list)
    for row in old:
        waiting[describe(row)].append(row)
    found, left = [], []
    for row in new:
        same = waiting[describe(row)]
        if same:
            found.append((same.pop(0), row))
        else:
            left.append(row)
    return found, list(chain.from_iterable(waiting.values())), left
