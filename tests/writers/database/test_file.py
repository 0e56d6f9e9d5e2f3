import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from send_extract import read_plan
from send_extract.changes import Compared, History
from send_extract.comparison.history import trace_history
from send_extract.plan import Plan
from send_extract.values.timing import Interval, Timing
from send_extract.writers.database.file import write_database
from send_extract.writers.database.rows import write_rows
from send_extract.writers.database.schema import RECORDS
from send_extract.writers.editions import Edition
from send_extract.writers.tables import TABLES, find_columns
from tests.builders import make_action, make_owners, make_plan, make_recommendation
from tests.strategies import PLANS

GOLDEN = Path(__file__).parents[2] / "golden" / "diff-all-together"


def list_editions(*plans: Plan) -> Iterator[Edition]:
    """The editions of the drafts of one plan."""
    traced = trace_history(plans)
    steps = [
        None,
        *(Compared(old, new, diff) for old, new, diff in zip(plans, plans[1:], traced.diffs, strict=False)),
    ]
    for plan, step in zip(plans, steps, strict=True):
        yield Edition(plan.source.name.partition(".")[0], plan, step, traced.history)


def write(*editions: Edition) -> bytes:
    return b"".join(write_database(map(write_rows, editions)))


def open_base(data: bytes) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.deserialize(data)
    return base


def ask(data: bytes, query: str) -> list[tuple[Any, ...]]:
    with closing(open_base(data)) as base:
        return base.execute(query).fetchall()


@pytest.fixture(scope="module")
def drafts() -> tuple[Plan, Plan]:
    return read_plan(GOLDEN / "old.txt"), read_plan(GOLDEN / "new.txt")


@pytest.fixture(scope="module")
def data(drafts: tuple[Plan, Plan]) -> bytes:
    return write(*list_editions(*drafts))


def test_the_database_is_whole_and_its_keys_lead_somewhere(data: bytes) -> None:
    assert ask(data, "PRAGMA integrity_check") == [("ok",)]
    assert ask(data, "PRAGMA foreign_key_check") == []
    assert ask(data, "PRAGMA user_version") == [(1,)]


def test_every_row_of_every_draft_is_in_its_table(data: bytes, drafts: Sequence[Plan]) -> None:
    for spec, table in zip(TABLES, RECORDS, strict=True):
        names = ", ".join(column.name for column in table.columns[-len(spec.columns) :])
        for plan in drafts:
            folder = plan.source.name.partition(".")[0]
            found = ask(data, f"SELECT {names} FROM {table.name} WHERE draft = '{folder}' ORDER BY rowid")  # noqa: S608 - the schema's own names
            expected = [tuple(map(tell, row)) for row in zip(*find_columns(spec, plan), strict=True)]
            assert found == expected, table.name


def tell(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def test_the_drafts_of_a_plan_stand_in_their_order_and_the_last_is_the_latest(data: bytes) -> None:
    assert ask(data, "SELECT draft, plan, place, is_latest FROM drafts") == [
        ("old", 1, 1, 0),
        ("new", 1, 2, 1),
    ]


def test_plans_are_told_apart_and_keys_count_on(drafts: tuple[Plan, Plan]) -> None:
    old, new = (Edition(name, plan) for name, plan in zip(("a", "b"), drafts, strict=True))
    data = write(old, new)
    assert ask(data, "SELECT draft, plan, place, is_latest FROM drafts") == [("a", 1, 1, 1), ("b", 2, 1, 1)]
    assert ask(data, "PRAGMA foreign_key_check") == []
    joined = "SELECT count(*) FROM actions a JOIN recommendations r USING (recommendation_key) WHERE a.draft = r.draft"
    assert ask(data, joined) == [(105,)]


def test_an_action_has_the_lasting_id_of_the_history(data: bytes, drafts: tuple[Plan, Plan]) -> None:
    history: History = trace_history(drafts).history
    stages = {
        (stage.draft, stage.action): life.identifier for life in history.actions for stage in life.stages
    }
    found = ask(data, "SELECT d.place, a.id, a.lasting_id FROM actions a JOIN drafts d USING (draft)")
    assert {(place, action): identifier for place, action, identifier in found} == stages


def test_an_action_of_a_lone_draft_has_the_same_id_as_in_a_history(drafts: tuple[Plan, Plan]) -> None:
    alone = ask(write(Edition("old", drafts[0])), "SELECT id, lasting_id FROM actions ORDER BY action_key")
    query = "SELECT id, lasting_id FROM actions WHERE draft = 'old' ORDER BY action_key"
    among = ask(write(*list_editions(*drafts)), query)
    assert alone == among


def test_what_is_due_is_a_row_a_day(data: bytes) -> None:
    query = "SELECT action, due FROM due WHERE draft = 'old' AND due BETWEEN '2022-03-01' AND '2022-03-31'"
    assert len(ask(data, query)) == 12
    assert ask(data, "SELECT due FROM due WHERE draft = 'old' AND action = '2.1' ORDER BY due") == [
        ("2022-02-28",), ("2022-07-31",),
    ]  # fmt: skip


def make_dated(status: str | None) -> Plan:
    timing = Timing(intervals=(Interval(start=None, end=dt.date(2022, 5, 31)),), status=status)  # type: ignore[arg-type]
    return make_plan(make_recommendation(actions=(make_action("1.1", "Meet", "May", timing),)))


@pytest.mark.parametrize(
    ("status", "count"), [(None, 1), ("in_progress", 1), ("complete", 0), ("ongoing", 0)]
)
def test_what_is_over_is_not_due(status: str | None, count: int) -> None:
    assert len(ask(write(Edition("draft", make_dated(status))), "SELECT * FROM due")) == count


def test_what_slipped_says_how_far(data: bytes) -> None:
    assert ask(data, "SELECT draft, since, action, months FROM slipped ORDER BY months DESC, action") == [
        ("new", "DRAFT 1", "5.3", 3),
        ("new", "DRAFT 1", "11.1", 2),
        ("new", "DRAFT 1", "12.1", 1),
        ("new", "DRAFT 1", "13.4", 1),
    ]


def test_what_has_no_date_says_why_as_far_as_the_draft_does(data: bytes) -> None:
    query = "SELECT draft, action, when_printed, contingent_on, status FROM undated WHERE action IS NOT NULL"
    assert ask(data, query) == [
        ("old", "4.3", "DfE contingent", "DfE", None),
        ("new", "4.3", "DfE contingent", "DfE", None),
        ("new", "9.3", "tbc", None, "tbc"),
    ]
    assert ask(data, "SELECT draft, recommendation FROM undated WHERE action IS NULL") == [("old", "6")]


def test_an_owner_has_a_row_a_draft(data: bytes) -> None:
    query = "SELECT actions, recommendations, first_due, last_due FROM by_owner WHERE owner = 'GB' AND draft = 'old'"
    assert ask(data, query) == [(19, 5, "2022-01-31", "2022-08-31")]


def test_ids_are_text_and_what_begins_like_a_formula_is_as_it_was() -> None:
    action = make_action("1.10", "=1+1", who=make_owners("GB"))
    data = write(Edition("draft", make_plan(make_recommendation(actions=(action,)))))
    assert ask(data, "SELECT id, typeof(id), text FROM actions") == [("1.10", "text", "=1+1")]
    assert ask(data, "SELECT action, code FROM owners") == [("1.10", "GB")]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PLANS, max_size=3))
def test_any_drafts_make_a_whole_database_the_same_bytes_each_time(plans: list[Plan]) -> None:
    editions = [Edition(f"draft-{place}", plan) for place, plan in enumerate(plans)]
    data = write(*editions)
    assert data == write(*editions)
    assert ask(data, "PRAGMA integrity_check") == [("ok",)]
    assert ask(data, "PRAGMA foreign_key_check") == []
    assert ask(data, "SELECT count(*) FROM actions") == [
        (sum(len(record.actions) for plan in plans for record in plan.recommendations),)
    ]


def test_the_file_does_not_say_which_version_of_sqlite_wrote_it(data: bytes) -> None:
    assert data[:16] == b"SQLite format 3\x00"
    assert data[96:100] == bytes(4)


def test_a_run_makes_one_database_of_its_drafts(tmp_path: Path) -> None:
    from send_extract.cli import main

    output = tmp_path / "output"
    drafts = [str(GOLDEN / name) for name in ("new.txt", "old.txt")]
    assert main(["extract", *drafts, "-o", str(output), "--only", "sqlite", "--quiet"]) == 0
    assert sorted(path.name for path in output.iterdir()) == ["manifest.json", "plans.sqlite"]
    data = (output / "plans.sqlite").read_bytes()
    assert ask(data, "SELECT draft, place FROM drafts ORDER BY place") == [("old", 1), ("new", 2)]
    assert len(ask(data, "SELECT * FROM slipped")) == 4


def test_a_run_of_one_draft_has_it_in_its_database(tmp_path: Path) -> None:
    from send_extract.cli import main

    output = tmp_path / "output"
    assert main(["extract", str(GOLDEN / "old.txt"), "-o", str(output), "--only", "sqlite", "--quiet"]) == 0
    data = (output / "plans.sqlite").read_bytes()
    assert ask(data, "SELECT draft, plan, place, is_latest FROM drafts") == [("old", 1, 1, 1)]
    assert ask(data, "SELECT count(*) FROM actions") == [(52,)]


def test_a_draft_that_cannot_be_read_is_left_out_of_it(tmp_path: Path) -> None:
    from send_extract.cli import main

    (tmp_path / "good.txt").write_bytes((GOLDEN / "old.txt").read_bytes())
    (tmp_path / "bad.txt").write_text("no plan", encoding="utf-8")
    output = tmp_path / "output"
    assert main(["extract", str(tmp_path), "-o", str(output), "--only", "sqlite", "--quiet"]) == 65
    assert ask((output / "plans.sqlite").read_bytes(), "SELECT draft FROM drafts") == [("good",)]
