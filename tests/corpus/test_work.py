import json
from pathlib import Path

import pytest

from send_extract.corpus.rows import SourceRows, pack_rows, recall_outcome, unpack_rows
from send_extract.corpus.tables import TABLES
from send_extract.corpus.work import (
    Parcel,
    SourceReading,
    Terms,
    digest_settings,
    make_rows,
    read_parcels,
)
from send_extract.settings import DEFAULTS, LimitSettings, PlanSettings
from tests.corpus.drafts import POISON, add_poison, make_plan, write_draft

TEXT = write_draft("Westmarch").encode()
URI = "memory://plans/westmarch.txt"


def test_a_source_gives_rows_of_each_table_and_one_outcome() -> None:
    rows = make_rows(SourceReading(URI, TEXT, DEFAULTS))
    lines = {table.name: data.splitlines() for table, data in zip(TABLES[1:], rows.tables, strict=True)}
    assert (len(lines["recommendations"]), len(lines["actions"]), len(lines["plans"])) == (3, 3, 1)
    assert rows.outcome is not None
    assert (rows.outcome.outcome, rows.outcome.identity.council) == ("extracted", "Westmarch County Council")
    assert json.loads(lines["actions"][0])["council"] == "Westmarch County Council"


def test_the_same_source_gives_the_same_bytes() -> None:
    one, other = (pack_rows(make_rows(SourceReading(URI, TEXT, DEFAULTS))) for _ in range(2))
    assert one == other


def test_a_source_that_is_refused_has_its_outcome_alone() -> None:
    rows = make_rows(SourceReading(URI, b"Nothing but words.", DEFAULTS))
    assert rows.tables == ()
    assert rows.outcome is not None
    assert (rows.outcome.outcome, rows.outcome.error, rows.outcome.exit_code) == (
        "rejected",
        "NoPlanFound",
        65,
    )


def test_the_settings_say_whose_plan_it_is() -> None:
    settings = DEFAULTS._replace(plan=PlanSettings(council="Lowmoor"))
    rows = make_rows(SourceReading(URI, TEXT, settings))
    assert rows.outcome is not None
    assert rows.outcome.identity.council == "Lowmoor"


def test_other_settings_are_another_reading() -> None:
    limited = DEFAULTS._replace(limits=LimitSettings(seconds=1))
    digests = {digest_settings(*pair) for pair in ((DEFAULTS, None), (limited, None), (DEFAULTS, "csv"))}
    assert len(digests) == 3


def read_all(parcels: list[Parcel], jobs: int = 1) -> list[SourceRows]:
    return list(map(unpack_rows, read_parcels(parcels, Terms(), jobs)))


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_whoever_is_at_work_each_source_has_its_rows_once(jobs: int) -> None:
    parcels = [Parcel(f"memory://plans/{number}.txt", TEXT) for number in range(5)]
    assert sorted(rows.uri for rows in read_all(parcels, jobs)) == [parcel.uri for parcel in parcels]


def test_poison_is_its_own_outcome_and_nobody_elses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send_extract.corpus.work.make_plan", make_plan)
    add_poison(tmp_path / "poison")
    uris = [(tmp_path / "poison" / f"{kind}.txt").as_uri() for kind in POISON]
    parcels = [parcel for uri in uris for parcel in (Parcel(uri), Parcel(URI, TEXT))]
    read = read_all(parcels, 2)
    outcomes = [rows.outcome for rows in read]
    fates = sorted((rows.uri, rows.outcome.outcome) for rows in read if rows.outcome)
    assert fates == sorted([*zip(uris, POISON.values(), strict=True), *[(URI, "extracted")] * len(uris)])
    assert all(outcome and outcome.seconds for outcome in outcomes)
    assert all(outcome and outcome.identity.digest and outcome.settings for outcome in outcomes)


def test_a_source_that_is_not_there_is_refused_with_its_reason(tmp_path: Path) -> None:
    ((outcome,)) = [rows.outcome for rows in read_all([Parcel((tmp_path / "none.txt").as_uri())])]
    assert outcome is not None
    assert (outcome.outcome, outcome.exit_code, outcome.identity.digest) == ("rejected", 66, None)
    assert outcome.reason == f"{tmp_path}/none.txt cannot be read: no such file or directory. Check its name."


def test_settings_that_cannot_be_used_refuse_the_sources_beside_them(tmp_path: Path) -> None:
    (tmp_path / "send-extract.toml").write_text("[plan]\nyaer = 2022\n", encoding="utf-8")
    (tmp_path / "plan.txt").write_bytes(TEXT)
    ((outcome,)) = [rows.outcome for rows in read_all([Parcel((tmp_path / "plan.txt").as_uri())])]
    assert outcome is not None
    assert (outcome.error, outcome.exit_code) == ("InvalidSettings", 78)


def test_what_was_done_before_is_not_done_again() -> None:
    (first,) = read_all([Parcel(URI, TEXT)])
    (again,) = read_all([Parcel(URI, TEXT, recall_outcome(first.outcome).mark)])
    (changed,) = read_all([Parcel(URI, TEXT + b" ", recall_outcome(first.outcome).mark)])
    assert (again.outcome, again.tables) == (None, ())
    assert changed.outcome is not None


def test_what_could_not_be_had_is_tried_again() -> None:
    (rows,) = read_all([Parcel("file:///nowhere/plan.txt")])
    assert recall_outcome(rows.outcome).mark == ""
