"""What every engine keeps to: one outcome a source, and the same rows, whoever reads them and in whatever order."""

import random
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from msgspec.structs import replace

from send_extract.corpus.rows import SourceRows, recall_outcome, unpack_rows
from send_extract.corpus.run import find_comparer, find_engine
from send_extract.corpus.sources import fetch, find_sources
from send_extract.corpus.spark.session import open_session
from send_extract.corpus.tables import encode_outcome
from send_extract.corpus.work import (
    Means,
    Parcel,
    SourceReading,
    Terms,
    answer_reading,
    make_rows,
)
from send_extract.pool import Answer, Limits, Task
from send_extract.settings import DEFAULTS
from tests.corpus.drafts import add_hostile, fill_folder, write_draft
from tests.corpus.java import require_spark

SPARKS = ("spark", "cluster", "connect")
ENGINES = ["local", *(pytest.param(name, marks=pytest.mark.cluster) for name in SPARKS)]


class Work(NamedTuple):
    """Reading by an engine, and on which master."""

    engine: str
    master: str | None = None

    def read(self, parcels: Iterable[Parcel], jobs: int = 2) -> dict[str, SourceRows]:
        with closing(find_engine(self.engine)(parcels, Terms(), Means(jobs, self.master))) as packed:
            every = list(map(unpack_rows, packed))
        assert len({rows.uri for rows in every}) == len(every)
        return {rows.uri: rows for rows in every}

    def answer(self, tasks: Iterable[Task]) -> list[Answer]:
        return list(find_comparer(self.engine)(tasks, Means(2, self.master)))


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Work]:
    """The local engine, and Spark wherever it can be, its session kept from test to test."""
    if request.param == "local":
        yield Work("local")
        return
    require_spark()
    fixture = {"cluster": "cluster", "connect": "server"}.get(request.param)
    master = request.getfixturevalue(fixture).url if fixture else "local[3]"
    with open_session(master):
        yield Work("spark", master)


def settle(rows: SourceRows) -> tuple[bytes, ...]:
    """The lines of a source, what varies taken out."""
    assert rows.outcome is not None
    return (encode_outcome(replace(rows.outcome, seconds=None)), *rows.tables)


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_rows_are_the_same_for_any_workers_and_order(engine: Work, jobs: int, tmp_path: Path) -> None:
    uris = list(find_sources([str(fill_folder(tmp_path))]))
    expected = {uri: settle(make_rows(SourceReading(uri, fetch(uri), DEFAULTS))) for uri in uris}
    random.Random(jobs).shuffle(uris)  # noqa: S311 - another order, the same each time
    read = engine.read([Parcel(uri) for uri in uris], jobs)
    assert {uri: settle(rows) for uri, rows in read.items()} == expected


def test_bytes_that_are_given_are_read_as_those_that_are_fetched(engine: Work, tmp_path: Path) -> None:
    uris = find_sources([str(fill_folder(tmp_path))])
    given = engine.read([Parcel(uri, fetch(uri)) for uri in uris])
    fetched = engine.read([Parcel(uri) for uri in uris])
    assert {uri: settle(rows) for uri, rows in given.items()} == {
        uri: settle(rows) for uri, rows in fetched.items()
    }


def test_whatever_a_source_is_it_has_one_outcome(engine: Work, tmp_path: Path) -> None:
    names = add_hostile(tmp_path / "hostile")
    uris = [
        *find_sources([str(fill_folder(tmp_path / "sound"))]),
        *((tmp_path / "hostile" / name).as_uri() for name in names),
    ]
    read = engine.read([Parcel(uri) for uri in uris])
    outcomes = {uri: rows.outcome.outcome for uri, rows in read.items() if rows.outcome}
    assert {name: outcomes[(tmp_path / "hostile" / name).as_uri()] for name in names} == names
    assert sum(outcome == "extracted" for outcome in outcomes.values()) == 6


def test_what_was_done_before_comes_back_without_rows(engine: Work, tmp_path: Path) -> None:
    uris = find_sources([str(fill_folder(tmp_path))])
    first = engine.read([Parcel(uri) for uri in uris])
    again = engine.read([Parcel(uri, known=recall_outcome(first[uri].outcome).mark) for uri in uris])
    assert all(rows.outcome is None and not rows.tables for rows in again.values())


def test_tasks_are_answered_in_their_order_whatever_becomes_of_them(engine: Work) -> None:
    function = f"{answer_reading.__module__}:{answer_reading.__name__}"
    readings = [
        SourceReading(f"memory:/{place}.txt", write_draft("Westmarch", place).encode(), DEFAULTS)
        for place in range(70)
    ]
    given = [msgspec.msgpack.encode(reading) for reading in readings]
    tasks = [Task(function, data, Limits(10.0, 1 << 30)) for data in (*given, b"no reading")]
    *answers, last = engine.answer(tasks)
    assert [unpack_rows(answer.data) for answer in answers] == [make_rows(reading) for reading in readings]
    assert last.fate == "crash"
    assert engine.answer([]) == []
