"""What the database has of one draft, gathered while its plan is at hand: rows whose keys count from 1 in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec
from msgspec import Struct

from send_extract.plan import Plan, Recommendation
from send_extract.writers.agenda.lasting import find_place, list_items, name_items
from send_extract.writers.diff.csv import list_cells
from send_extract.writers.diff.text import name_draft
from send_extract.writers.editions import Edition
from send_extract.writers.tables import TABLES, find_columns

Row = tuple[Any, ...]
Link = Callable[[Any], Row]


class DraftRows(Struct, frozen=True, array_like=True):
    """The rows of a draft: of itself, of each table of the plan, of what changed.

    `folder` is the draft's, `plan` is the same for all drafts of a plan, `place` is that among them. A row that belongs
    to a recommendation begins with the place of that, one that may belong to an action with the place of this too, and
    its lasting name.
    """

    folder: str
    plan: str
    place: int
    draft: Row
    records: tuple[tuple[Row, ...], ...]
    changes: tuple[Row, ...]


def write_rows(edition: Edition) -> bytes:
    """The rows of a draft, as `read_rows` reads them."""
    plan, place = edition.plan, find_place(edition)
    records = tuple(map(tuple, list_linked(plan, name_items(plan, edition.history, place))))
    rows = DraftRows(
        edition.folder, _name_plan(edition), place, _describe(edition), records, tuple(_list_changes(edition))
    )
    return msgspec.msgpack.encode(rows)


def list_linked(plan: Plan, names: Iterator[str]) -> Iterator[Iterator[Row]]:
    """The rows of each table, what ties them to others before their own cells; `names` are lasting ones."""
    links = _make_links(plan, names)
    for table in TABLES:
        cells = zip(*find_columns(table, plan), strict=True)
        yield _link(links.get(table.name, _link_nothing), table.rows(plan), cells)


def read_rows(data: bytes) -> DraftRows:
    """The rows of a draft; days are words in them."""
    return msgspec.msgpack.decode(data, type=DraftRows)


def _link(link: Link, rows: Any, cells: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    return ((*link(row), *values) for row, values in zip(rows, cells, strict=True))


def _make_links(plan: Plan, names: Iterator[str]) -> dict[str, Link]:
    """What ties the rows of a table to others, by the table's name."""
    records = {id(record): place for place, record in enumerate(plan.recommendations, 1)}
    actions = chain.from_iterable(record.actions for record in plan.recommendations)
    steps = {id(action): place for place, action in enumerate(actions, 1)}
    lasting = {
        id(action or record): name for (record, action), name in zip(list_items(plan), names, strict=True)
    }

    def link_record(row: Recommendation) -> Row:
        return (records[id(row)],)

    def link_part(row: Any) -> Row:
        return (records[id(row.record)],)

    def link_item(row: Any) -> Row:
        return records[id(row.record)], steps.get(id(row.action)), lasting.get(id(row.action or row.record))

    return {
        "recommendations": link_record,
        "measures": link_part,
        "actions": link_item,
        "dates": link_item,
        "owners": link_item,
    }


def _link_nothing(_: object) -> Row:
    return ()


def _describe(edition: Edition) -> Row:
    """What is said of a draft, but for which plan it is of and which draft of that."""
    plan, draft, source = edition.plan, edition.plan.draft, edition.plan.source
    number = None if draft.number is None else str(draft.number)
    own = (plan.title, draft.label, draft.status, number, draft.date, plan.year)
    return (*own, source.name, source.format, source.sha256)


def _name_plan(edition: Edition) -> str:
    """What a plan is known by among those of a run: its first draft."""
    if edition.history is None:
        return edition.folder
    first = edition.history.drafts[0]
    return f"{first.sha256} {first.name}"


def _list_changes(edition: Edition) -> Iterator[Row]:
    if edition.compared is not None:
        diff = edition.compared.diff
        since = name_draft(diff.origin)
        yield from ((since, change.identifier, *list_cells(change)) for change in diff.changes)
