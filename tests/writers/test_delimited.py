import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.plan import Plan
from send_extract.writers.delimited import guard_cell, read_cell, write_rows, write_table
from send_extract.writers.tables import ACTIONS, TABLES, TableSpec, find_columns
from tests.builders import make_action, make_plan, make_recommendation
from tests.strategies import PLANS


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"])
def test_a_cell_cannot_become_a_formula(start: str) -> None:
    assert guard_cell(f"{start}HYPERLINK()") == f"'{start}HYPERLINK()"


@pytest.mark.parametrize("before", ["\x00", "\x0b", "\x1b[0m", "\ufeff", "\u200b\x00", "'\x00'"])
def test_what_prints_nothing_hides_no_formula(before: str) -> None:
    assert guard_cell(f"{before}=1") == f"'{before}=1"
    assert guard_cell(f"{before}a=1") == f"{before}a=1"


@pytest.mark.parametrize("text", ["", "March", "2022-03-31", "'quoted'", "'", "a=b", "1-2"])
def test_any_other_cell_is_left_alone(text: str) -> None:
    assert guard_cell(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\nab\uff0b\x00\x0b\u200b"), max_size=6))
def test_a_guarded_cell_reads_back_exactly(text: str) -> None:
    guarded = guard_cell(text)
    assert read_cell(guarded) == text
    assert guarded.lstrip("\x00\x0b\u200b")[:1] not in set("=+-@\t\r\n")


@given(PLANS, st.sampled_from(TABLES))
def test_a_table_reads_back_from_csv(plan: Plan, table: TableSpec) -> None:
    data = b"".join(write_table(table, plan))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == [column.name for column in table.columns]
    texts = [
        ["" if cell is None else str(cell) for cell in cells]
        for cells in zip(*find_columns(table, plan), strict=True)
    ]
    words = {"True": "true", "False": "false"}
    kinds = [column.kind for column in table.columns]
    expected = [
        [words.get(t, t) if k == "boolean" else t for t, k in zip(r, kinds, strict=True)] for r in texts
    ]
    read = [[read_cell(c) if k == "string" else c for c, k in zip(r, kinds, strict=True)] for r in rows[1:]]
    assert read == expected


def test_a_table_opens_right_in_excel() -> None:
    plan = make_plan(make_recommendation(actions=(make_action(text="Café – “open”"),)))
    data = b"".join(write_table(ACTIONS, plan))
    assert data.startswith(
        b"\xef\xbb\xbfrecommendation,recommendation_text,id,text,when,start,end,edtf,rrule,"
    )
    assert data.endswith(b"\r\n")
    assert "Café – “open”".encode() in data


def test_values_that_are_equal_and_printed_otherwise_stay_apart() -> None:
    values: tuple[object, ...] = (1, True, 1.0, "1", 0.0, -0.0, None, 1)
    data = b"".join(write_rows(["value"], [[value] for value in values])).decode("utf-8-sig")
    assert data.split("\r\n") == ["value", "1", "true", "1.0", "1", "0.0", "-0.0", "", "1", ""]
