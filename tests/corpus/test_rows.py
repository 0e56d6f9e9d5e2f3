from io import BytesIO

import pytest
from msgspec.structs import replace

from send_extract.corpus.rows import (
    SourceRows,
    pack_rows,
    read_table,
    recall_outcome,
    time_rows,
    unpack_head,
    unpack_rows,
)
from send_extract.corpus.tables import Identity, SourceOutcome

URI = "memory://plans/westmarch.txt"
OUTCOME = SourceOutcome(Identity(URI, "westmarch.txt", "d1"), "extracted", settings="s1")
TABLES = (b"{}\n", b"", b"{}\n" * 100_000)

EVERY = (SourceRows(URI, OUTCOME, TABLES), SourceRows(URI, OUTCOME), SourceRows(URI))


@pytest.mark.parametrize("rows", EVERY)
def test_what_was_packed_comes_out_again(rows: SourceRows) -> None:
    assert unpack_rows(pack_rows(rows)) == rows
    assert unpack_head(pack_rows(rows)).outcome == rows.outcome


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_table_can_be_had_without_the_others(place: int) -> None:
    packed = pack_rows(EVERY[0])
    assert read_table(BytesIO(packed), place) == TABLES[place]
    assert read_table(BytesIO(pack_rows(EVERY[1])), place) == b""


def test_rows_are_told_how_long_somebody_was_at_them() -> None:
    timed = unpack_rows(time_rows(pack_rows(EVERY[0]), 0.12345))
    assert timed == replace(EVERY[0], outcome=replace(OUTCOME, seconds=0.123))
    assert time_rows(pack_rows(EVERY[2]), 1.0) == pack_rows(EVERY[2])


def test_an_outcome_is_marked_by_all_that_decides_it() -> None:
    other = replace(OUTCOME, settings="s2"), replace(OUTCOME, identity=Identity(URI, "westmarch.txt", "d2"))
    assert len({*map(recall_outcome, (OUTCOME, *other))}) == 3
    unread = recall_outcome(replace(OUTCOME, identity=Identity(URI, "westmarch.txt")))
    assert unread.mark == recall_outcome(None).mark == ""
