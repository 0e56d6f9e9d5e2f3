"""A dataset on the disk: its tables read, and the rows of a run put into them as one set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from heapq import merge
from operator import itemgetter
from pathlib import Path

import msgspec
from msgspec import Struct

from send_extract.batch import disk
from send_extract.batch.files import StagedFile, put_in_place, stage_files
from send_extract.batch.journal import Workplace
from send_extract.batch.record import GENERATOR
from send_extract.corpus.formats import FORMATS, DatasetFormat, FormatName, Group, read_groups
from send_extract.corpus.histories import Asker
from send_extract.corpus.history_tables import HISTORY_TABLES
from send_extract.corpus.later import stage_histories
from send_extract.corpus.log import LogPiece, RowLog
from send_extract.corpus.rows import PastReading, mark_reading
from send_extract.corpus.tables import DATASET_VERSION, OUTCOMES, PLANS, TABLES, CorpusTable, encode_outcome
from send_extract.corpus.views import VIEWS_NAME, write_views
from send_extract.errors import UnwritableOutput
from send_extract.writers.records import write_json

DATASET_NAME = "dataset.json"
_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class ColumnRecord(Struct, frozen=True):
    """A column as `dataset.json` tells of it."""

    name: str
    kind: str
    description: str


class TableRecord(Struct, frozen=True):
    """A table as `dataset.json` tells of it; `files` is a pattern below the dataset's folder."""

    name: str
    title: str
    files: str
    columns: tuple[ColumnRecord, ...]


class DatasetRecord(Struct, frozen=True):
    """`dataset.json`: which version of the tables they are of, how they are kept, and what their columns say."""

    schema_version: str
    generator: str
    format: FormatName
    tables: tuple[TableRecord, ...] = ()


def read_record(root: Path) -> DatasetRecord | None:
    """What a folder's `dataset.json` tells; None where there is no dataset.

    Raises:
        UnwritableOutput: there is one that this version cannot go on with, or something that is none.
    """
    path = root / DATASET_NAME
    if disk.find_kind(path) is None:
        every = (
            root / form.place(table.name, "").partition("/")[0]
            for form in FORMATS.values()
            for table in TABLES
        )
        _refuse_foreign(next((place for place in every if disk.find_kind(place)), None))
        return None
    record = _decode_record(path)
    if record is None or not record.generator.startswith("send-extract"):
        _refuse_foreign(path)
    elif record.schema_version != DATASET_VERSION:
        message = (
            f"{root} holds a dataset of version {record.schema_version}, written by {record.generator}; this program "
            f"writes version {DATASET_VERSION}. Choose another -o, and read the sources again into it."
        )
        raise UnwritableOutput(message)
    return record


def _decode_record(path: Path) -> DatasetRecord | None:
    with suppress(OSError, *_FAULTS):
        return msgspec.json.decode(path.read_bytes(), type=DatasetRecord)
    return None


def _refuse_foreign(path: Path | None) -> None:
    if path is not None:
        message = f"{path} stands there, and no run has made it. Choose another -o, or take it away."
        raise UnwritableOutput(message)


def list_places(root: Path, form: DatasetFormat, table: str) -> Iterator[Path]:
    """The files of a table."""
    yield from sorted(root.glob(form.place(table, "*")))


def read_rows(root: Path, table: str) -> Iterator[dict[str, object]]:
    """The rows of a table of a dataset, in the order of its files."""
    record = read_record(root)
    decoder = msgspec.json.Decoder()
    if record is not None:
        form = FORMATS[record.format]
        for path in list_places(root, form, table):
            for _, lines in read_groups(form, path, frozenset()):
                yield from decoder.decode_lines(lines)


def find_readings(root: Path) -> dict[str, PastReading]:
    """What was read of each source of a dataset, by its address."""
    return {
        str(row["uri"]): PastReading(
            mark_reading(_tell(row["digest"]), _tell(row["settings"]), _tell(row["program"])),
            int(_tell(row["exit_code"]) or 0),
        )
        for row in read_rows(root, OUTCOMES.name)
    }


def _tell(value: object) -> str | None:
    return None if value is None else str(value)


def commit_log(log: RowLog, workplace: Workplace, form: DatasetFormat, ask: Asker) -> None:
    """Puts the rows of a log into the dataset: in place of those of the same sources, beside those of all others.

    What is told of all drafts together is made anew, `ask` having the drafts of each plan compared.

    Raises:
        UnwritableOutput: it could not be done, and all is as it was.
    """
    pieces = {log.read_head(piece).uri: piece for piece in log.pieces()}
    parts: defaultdict[str, dict[str, LogPiece]] = defaultdict(dict)
    for uri in sorted(pieces):
        parts[form.part(uri)][uri] = pieces[uri]
    staged: list[StagedFile] = []
    if not parts and not any(list_places(workplace.root, form, OUTCOMES.name)):
        parts[form.part("")] = {}
    for part, own in parts.items():
        staged += stage_files(workplace, "", _make_part(log, workplace.root, form, part, own))
    if parts:
        plans = _list_plans(log, workplace.root, form, pieces)
        staged += stage_histories(workplace, form, plans, ask, parts)
    record = describe_dataset(form)
    files = ((VIEWS_NAME, [write_views(record)]), (DATASET_NAME, [write_json(record)]))
    staged += stage_files(workplace, "", files)
    put_in_place(workplace, staged)


def _make_part(
    log: RowLog, root: Path, form: DatasetFormat, part: str, own: Mapping[str, LogPiece]
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The files of a part, each with the rows that it is to have."""
    for place, table in enumerate(TABLES):
        path = form.place(table.name, part)
        new = ((uri, _take_lines(log, piece, place)) for uri, piece in own.items())
        yield path, form.write(table, _merge(root / path, form, frozenset(own), new))


def _list_plans(
    log: RowLog, root: Path, form: DatasetFormat, pieces: Mapping[str, LogPiece]
) -> Iterator[bytes]:
    """The line of `plans` of each source: of those that are in the dataset and not read anew, and of the new ones."""
    for path in list_places(root, form, PLANS.name):
        yield from (line for _, line in read_groups(form, path, frozenset(pieces)))
    new = (_take_lines(log, pieces[uri], TABLES.index(PLANS)) for uri in sorted(pieces))
    yield from filter(None, new)


def _take_lines(log: RowLog, piece: LogPiece, place: int) -> bytes:
    """A source's lines of the table at a place of `TABLES`."""
    if place:
        return log.read_table(piece, place - 1)
    outcome = log.read_head(piece).outcome
    return encode_outcome(outcome) if outcome else b""


def _merge(path: Path, form: DatasetFormat, own: frozenset[str], new: Iterable[Group]) -> Iterator[bytes]:
    """The lines of a file: those of other sources that stand in it, and the new ones, by source."""
    old = read_groups(form, path, own) if disk.find_kind(path) == "file" else ()
    yield from (lines for _, lines in merge(old, new, key=itemgetter(0)))


def describe_dataset(form: DatasetFormat) -> DatasetRecord:
    """What `dataset.json` tells of a dataset of a format."""
    tables = (*TABLES, *HISTORY_TABLES)
    return DatasetRecord(
        DATASET_VERSION, GENERATOR, form.name, tuple(_describe_table(table, form) for table in tables)
    )


def _describe_table(table: CorpusTable, form: DatasetFormat) -> TableRecord:
    columns = tuple(ColumnRecord(name, kind, description) for name, description, kind in table.columns)
    return TableRecord(table.name, table.title, form.place(table.name, "*"), columns)
