import datetime as dt

from hypothesis import given

from send_extract.plan import Plan, Relation, TimingMention
from send_extract.source import Location
from send_extract.values.timing import Frequency, Interval, Timing
from send_extract.writers.tables import ACTIONS, DATES, RECOMMENDATIONS, TABLES, TableSpec, find_columns
from tests.builders import make_action, make_owners, make_plan, make_recommendation
from tests.strategies import PLANS

MARCH = Interval(dt.date(2022, 3, 1), dt.date(2022, 3, 31))
JULY = Interval(dt.date(2022, 7, 1), dt.date(2022, 7, 31))
KINDS = {"string": str, "integer": int, "boolean": bool, "date": dt.date}


def find_rows(table: TableSpec, plan: Plan) -> list[dict[str, object]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*find_columns(table, plan), strict=True)]


def test_an_action_has_a_row_with_its_dates_and_owners() -> None:
    timing = Timing((MARCH,), edtf="2022-03", frequency=Frequency(6, "P1Y"))
    action = make_action(
        "6a.1", "Meet", "March", timing, who=make_owners("GB", "BM"), location=Location(line=4)
    )
    plan = make_plan(make_recommendation("6a", "Listen", actions=(action,), section="Priority 1"))
    (row,) = find_rows(ACTIONS, plan)
    assert row["recommendation"] == "6a"
    assert row["recommendation_text"] == "Listen"
    assert row["section"] == "Priority 1"
    assert (row["id"], row["text"], row["when"], row["line"]) == ("6a.1", "Meet", "March", 4)
    assert (row["start"], row["end"], row["edtf"]) == (MARCH.start, MARCH.end, "2022-03")
    assert (row["owners"], row["who"], row["frequency"]) == ("GB; BM", "GB/BM", "6/P1Y")


def test_several_intervals_span_in_actions_and_stand_apart_in_dates() -> None:
    plan = make_plan(make_recommendation(actions=(make_action(value=Timing((MARCH, JULY))),)))
    (row,) = find_rows(ACTIONS, plan)
    assert (row["start"], row["end"], row["intervals"]) == (MARCH.start, JULY.end, 2)
    dates = [(row["action"], row["position"], row["start"], row["end"]) for row in find_rows(DATES, plan)]
    assert dates == [("1.1", 1, MARCH.start, MARCH.end), ("1.1", 2, JULY.start, JULY.end)]


def test_a_recommendation_without_actions_has_its_own_dates() -> None:
    record = make_recommendation("7", when=TimingMention("March", Timing((MARCH,))))
    (row,) = find_rows(DATES, make_plan(record))
    assert (row["recommendation"], row["action"], row["start"], row["end"]) == (
        "7",
        None,
        MARCH.start,
        MARCH.end,
    )


def test_an_open_end_is_empty() -> None:
    timing = Timing((MARCH, Interval(JULY.start, None)))
    (row,) = find_rows(ACTIONS, make_plan(make_recommendation(actions=(make_action(value=timing),))))
    assert (row["start"], row["end"]) == (MARCH.start, None)


def test_an_unread_timing_has_no_dates() -> None:
    (row,) = find_rows(ACTIONS, make_plan(make_recommendation(actions=(make_action(when="Summer-ish"),))))
    assert row["when"] == "Summer-ish"
    assert all(row[name] is None for name in ("start", "end", "edtf", "deadline", "intervals", "status"))


def test_a_recommendation_has_its_relations_and_counts() -> None:
    ties = (Relation("merge", ("4", "6")), Relation("aligned", ("2",)))
    plan = make_plan(make_recommendation(relations=ties, measures=("Done",), extra={"Scope": "all"}))
    (row,) = find_rows(RECOMMENDATIONS, plan)
    assert (row["merge_with"], row["aligned_to"], row["measures"], row["actions"]) == ("4; 6", "2", 1, 0)
    assert row["extra"] == '{"Scope":"all"}'


@given(PLANS)
def test_every_cell_is_of_its_columns_kind(plan: Plan) -> None:
    for table in TABLES:
        for cells in zip(*find_columns(table, plan), strict=True):
            for column, cell in zip(table.columns, cells, strict=True):
                assert cell is None or isinstance(cell, KINDS[column.kind]), column.name


def test_tables_and_their_columns_have_names_of_their_own() -> None:
    assert len({table.name for table in TABLES}) == len(TABLES)
    for table in TABLES:
        assert len({column.name for column in table.columns}) == len(table.columns)
