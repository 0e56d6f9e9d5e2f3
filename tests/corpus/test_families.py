import json

import msgspec

from send_extract.confinement import unseal
from send_extract.corpus.families import PlanMember, answer_family, read_member_rows, trace_members
from send_extract.corpus.history_tables import FAMILY_TABLES
from send_extract.pool import Answer
from tests.builders import make_action, make_plan, make_recommendation
from tests.corpus.plans import LARKS, due, make_draft, make_source

SOURCES = [make_source(f"larks/{n}.docx", make_draft(n, 1, n), LARKS) for n in (1, 2, 3)]
MEMBERS = tuple(PlanMember(source.identity, source.plan) for source in SOURCES)


def test_a_plan_gives_the_same_rows_here_and_in_a_worker_in_any_order() -> None:
    sealed = answer_family(msgspec.msgpack.encode(MEMBERS[::-1]))
    told = read_member_rows(unseal("plans", Answer("done", sealed)))
    assert told == tuple(trace_members(MEMBERS))
    assert [rows.uri for rows in told] == [member.identity.uri for member in MEMBERS]


def test_every_row_has_every_column_of_its_table() -> None:
    for rows in trace_members(MEMBERS):
        for table, lines in zip(FAMILY_TABLES, rows.tables, strict=True):
            names = [column.name for column in table.columns]
            assert all(list(json.loads(line)) == names for line in lines.splitlines())


def test_a_recommendation_with_a_date_and_no_actions_is_in_the_histories() -> None:
    record = make_recommendation("7", "Open the centre", when=make_action(when="May", value=due(5)).when)
    source = make_source("a.docx", make_plan(record))
    (rows,) = trace_members([PlanMember(source.identity, source.plan)])
    (stage,) = [json.loads(line) for line in rows.tables[2].splitlines()]
    assert (stage["recommendation"], stage["action"], stage["action_key"]) == ("7", None, None)
    assert (stage["end_date"], stage["lasting_id"].partition("-")[0]) == ("2024-05-28", "recommendation")


def test_changes_name_the_recommendation_of_the_later_draft() -> None:
    _, second, _ = trace_members(MEMBERS)
    changes = [json.loads(line) for line in second.tables[1].splitlines()]
    assert [(row["kind"], row["recommendation_key"], row["place"]) for row in changes] == [
        ("timing-changed", 1, 2)
    ]
