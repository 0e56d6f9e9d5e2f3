"""What every engine keeps to: one outcome a source, and the same rows, whoever reads them and in whatever order."""

import random
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from send_extract.corpus.run import find_engine
from send_extract.corpus.sources import fetch, find_sources
from send_extract.corpus.tables import encode_outcome
from send_extract.corpus.work import Parcel, SourceReading, SourceRows, Terms, make_rows, unpack_rows
from send_extract.settings import DEFAULTS
from tests.corpus.drafts import add_hostile, fill_folder

ENGINES = ["local"]


def read_all(engine: str, parcels: Iterable[Parcel], jobs: int = 2) -> dict[str, SourceRows]:
    with closing(find_engine(engine)(parcels, Terms(), jobs)) as packed:
        every = list(map(unpack_rows, packed))
    assert len({rows.uri for rows in every}) == len(every)
    return {rows.uri: rows for rows in every}


def settle(rows: SourceRows) -> tuple[bytes, ...]:
    """The lines of a source, what varies taken out."""
    assert rows.outcome is not None
    return (encode_outcome(replace(rows.outcome, seconds=None)), *rows.tables)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("jobs", [1, 3])
def test_the_rows_are_the_same_for_any_workers_and_order(engine: str, jobs: int, tmp_path: Path) -> None:
    uris = list(find_sources([str(fill_folder(tmp_path))]))
    expected = {uri: settle(make_rows(SourceReading(uri, fetch(uri), DEFAULTS))) for uri in uris}
    random.Random(jobs).shuffle(uris)  # noqa: S311 - another order, the same each time
    read = read_all(engine, [Parcel(uri) for uri in uris], jobs)
    assert {uri: settle(rows) for uri, rows in read.items()} == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_bytes_that_are_given_are_read_as_those_that_are_fetched(engine: str, tmp_path: Path) -> None:
    uris = find_sources([str(fill_folder(tmp_path))])
    given = read_all(engine, [Parcel(uri, fetch(uri)) for uri in uris])
    fetched = read_all(engine, [Parcel(uri) for uri in uris])
    assert {uri: settle(rows) for uri, rows in given.items()} == {
        uri: settle(rows) for uri, rows in fetched.items()
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_whatever_a_source_is_it_has_one_outcome(engine: str, tmp_path: Path) -> None:
    names = add_hostile(tmp_path / "hostile")
    uris = [
        *find_sources([str(fill_folder(tmp_path / "sound"))]),
        *((tmp_path / "hostile" / name).as_uri() for name in names),
    ]
    read = read_all(engine, [Parcel(uri) for uri in uris])
    outcomes = {uri: rows.outcome.outcome for uri, rows in read.items() if rows.outcome}
    assert {name: outcomes[(tmp_path / "hostile" / name).as_uri()] for name in names} == names
    assert sum(outcome == "extracted" for outcome in outcomes.values()) == 6


@pytest.mark.parametrize("engine", ENGINES)
def test_what_was_done_before_comes_back_without_rows(engine: str, tmp_path: Path) -> None:
    uris = find_sources([str(fill_folder(tmp_path))])
    first = read_all(engine, [Parcel(uri) for uri in uris])
    again = read_all(engine, [Parcel(uri, known=first[uri].mark) for uri in uris])
    assert all(rows.outcome is None and not rows.tables for rows in again.values())
