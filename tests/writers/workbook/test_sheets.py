import datetime as dt

from send_extract import read_plan
from send_extract.changes import Compared
from send_extract.comparison import diff_plans
from send_extract.diagnostics import Diagnostic
from send_extract.plan import PlanOwner
from send_extract.values.timing import Interval, Timing
from send_extract.writers.editions import Edition
from send_extract.writers.workbook.sheets import SHEETS, PlainSheet, list_sheets, spell_heading
from tests.batch.test_histories import GOLDEN
from tests.builders import make_action, make_owners, make_plan, make_recommendation

MAY = Timing(intervals=(Interval(start=dt.date(2022, 5, 1), end=dt.date(2022, 5, 31)),))


def make_edition() -> Edition:
    action = make_action("1.10", "Meet", "May", MAY, who=make_owners("GB"))
    record = make_recommendation(actions=(action,), measures=("Fewer",))
    faults = [Diagnostic("code", severity, severity) for severity in ("info", "error", "warning")]
    owners = (PlanOwner("GB", None, ("1",), ("1.10",)),)
    return Edition("draft", make_plan(record, owners=owners, diagnostics=tuple(faults)))


def find(name: str) -> PlainSheet:
    return next(sheet for sheet in list_sheets(make_edition()) if sheet.name == name)


def test_the_sheets_are_those_of_the_table_and_what_changed() -> None:
    assert [sheet.name for sheet in list_sheets(make_edition())] == [
        *(spec.name for spec in SHEETS),
        "Changes",
    ]


def test_a_sheet_has_every_column_of_its_table() -> None:
    for spec, sheet in zip(SHEETS, list_sheets(make_edition()), strict=False):
        names = {spell_heading(column.name) for column in spec.table.columns}
        assert {column.heading for column in sheet.columns} == names
        assert len(sheet.columns) == len(names)
        assert {spell_heading(name) for name in spec.shown} <= names


def test_what_people_read_comes_first_and_what_no_row_has_is_folded_behind_it() -> None:
    columns = find("Actions").columns
    shown = [column.heading for column in columns if not column.is_folded]
    assert shown == [
        "ID", "Text", "When", "Start", "End", "Owners", "Recommendation", "Recommendation text",
    ]  # fmt: skip
    assert all(column.is_folded for column in columns[len(shown) :])
    assert "Status" in {column.heading for column in columns[len(shown) :]}


def test_the_cells_of_a_row_stand_under_their_headings() -> None:
    sheet = find("Actions")
    row = {column.heading: value for column, (value,) in zip(sheet.columns, sheet.values, strict=True)}
    assert (row["ID"], row["Text"], row["End"], row["Intervals"]) == ("1.10", "Meet", dt.date(2022, 5, 31), 1)


def test_an_owner_has_their_actions_beside_them() -> None:
    assert [value for (value,) in find("Owners").values] == ["GB", 1, "1.10", "1", None]


def test_the_worst_is_to_be_mended_first() -> None:
    assert [*find("To mend").values[0]] == ["error", "warning", "info"]


def test_a_table_without_rows_keeps_its_columns() -> None:
    sheet = next(iter(list_sheets(Edition("draft", make_plan()))))
    assert sheet.size == 0
    assert [column.heading for column in sheet.columns][:3] == ["ID", "Text", "When"]
    assert not sheet.columns[6].is_folded


def test_every_change_since_the_draft_before_is_a_row() -> None:
    old, new = (read_plan(GOLDEN / name) for name in ("old.txt", "new.txt"))
    compared = Compared(old, new, diff_plans(old, new))
    *_, changes = list_sheets(Edition("new", new, compared))
    assert [*changes.values[0]] == [change.kind for change in compared.diff.changes]
    *_, none = list_sheets(Edition("new", new))
    assert none.size == 0
    assert {column.heading for column in none.columns} == {column.heading for column in changes.columns}


def test_headings_are_the_names_of_the_columns_as_people_read_them() -> None:
    assert list(map(spell_heading, ("id", "recommendation_text", "edtf"))) == [
        "ID",
        "Recommendation text",
        "EDTF",
    ]
