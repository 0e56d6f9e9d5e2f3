"""A table of documents, as a notebook has it, comes back as a table of rows."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from send_extract.corpus.sources import fetch, find_sources
from send_extract.corpus.spark import read_frame
from send_extract.corpus.spark.session import open_session
from send_extract.corpus.tables import TABLES, encode_outcome
from send_extract.corpus.work import SourceReading, make_rows
from send_extract.settings import DEFAULTS
from tests.corpus.cluster import Cluster
from tests.corpus.drafts import fill_folder

pytestmark = pytest.mark.cluster


def list_records(uri: str, data: bytes) -> set[tuple[str, str, str]]:
    """The rows of a document that is read here: whose, of which table, and what."""
    rows = make_rows(SourceReading(uri, data, DEFAULTS))
    assert rows.outcome is not None
    tables = (encode_outcome(replace(rows.outcome, seconds=None)), *rows.tables)
    return {
        (uri, table.name, settle(line))
        for table, lines in zip(TABLES, tables, strict=False)
        for line in lines.splitlines()
    }


def settle(record: str | bytes) -> str:
    """A record, what varies from run to run taken out."""
    return json.dumps(json.loads(record) | {"seconds": None})


def test_a_table_of_documents_has_the_rows_of_each(cluster: Cluster, tmp_path: Path) -> None:
    uris = find_sources([str(fill_folder(tmp_path))])
    given = [(uri, fetch(uri)) for uri in uris] + [("memory:/none.txt", b"Nothing but words.")]
    with open_session(cluster.url) as reach:
        documents = reach.session.createDataFrame(given, "uri string, data binary")
        found = read_frame(documents).collect()
    told = {(row["uri"], row["table"], settle(row["record"])) for row in found}
    assert told == set().union(*(list_records(uri, data) for uri, data in given))
    assert {row["uri"] for row in found if row["table"] == "outcomes"} == {uri for uri, _ in given}
