import json

from send_extract.corpus.tables import (
    OUTCOMES,
    RECORDS,
    TABLES,
    Identity,
    SourceOutcome,
    encode_outcome,
    encode_plan,
)
from send_extract.manifest import Counts
from send_extract.writers.tables import TABLES as PLAN_TABLES
from tests.builders import make_action, make_plan, make_recommendation

IDENTITY = Identity("file:///plans/a.txt", "a.txt", "0" * 64, "Westmarch County Council")


def test_every_row_begins_with_its_source() -> None:
    assert all(table.columns[:4] == OUTCOMES.columns[:4] for table in TABLES)


def test_no_table_has_two_columns_of_one_name() -> None:
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len({*names}) == len(names), table.name


def test_the_tables_of_a_plan_have_the_columns_that_its_csv_has() -> None:
    for table, spec in zip(RECORDS, PLAN_TABLES, strict=True):
        own = [column.description for column in table.columns[-len(spec.columns) :]]
        assert own == [column.description for column in spec.columns]


def test_an_outcome_has_a_value_for_every_column() -> None:
    outcome = SourceOutcome(IDENTITY, "extracted", seconds=0.5, counts=Counts(actions=2, notes=1))
    row = json.loads(encode_outcome(outcome))
    assert list(row) == [column.name for column in OUTCOMES.columns]
    assert (row["council"], row["outcome"], row["seconds"]) == ("Westmarch County Council", "extracted", 0.5)
    assert (row["actions"], row["recommendations"], row["notes"]) == (2, 0, 1)


def test_an_outcome_without_a_plan_counts_nothing() -> None:
    row = json.loads(encode_outcome(SourceOutcome(IDENTITY, "crash")))
    assert row["actions"] is None


def test_rows_of_a_plan_are_joined_by_their_places() -> None:
    records = (
        make_recommendation("1"),
        make_recommendation("1", actions=(make_action("1.1"), make_action("1.1"))),
    )
    lines = dict(
        zip([table.name for table in TABLES[1:]], encode_plan(IDENTITY, make_plan(*records)), strict=True)
    )
    actions = [json.loads(line) for line in lines["actions"].splitlines()]
    assert [(row["recommendation_key"], row["action_key"]) for row in actions] == [(2, 1), (2, 2)]
    assert [list(row) for row in actions] == [[column.name for column in TABLES[2].columns]] * 2
    (plan,) = lines["plans"].splitlines()
    assert json.loads(json.loads(plan)["plan"])["title"] == "A plan"
