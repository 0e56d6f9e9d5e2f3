import csv
import datetime as dt
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.workbook import Workbook

from send_extract import read_plan
from send_extract.errors import UnknownFormat
from send_extract.plan import Column, Draft, Plan
from send_extract.values.timing import Interval, Timing
from send_extract.writers.editions import Edition
from send_extract.writers.tables import ACTIONS, find_columns
from send_extract.writers.workbook.file import write_workbook
from send_extract.writers.workbook.sheets import SHEETS, spell_heading
from tests.builders import make_action, make_plan, make_recommendation
from tests.strategies import PLANS

ROOT = Path(__file__).parents[3]
SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
"""What LibreOffice is asked for: commas, UTF-8, cells as they are shown."""


def write(plan: Plan, day: dt.date | None = None) -> bytes:
    return write_workbook(Edition("draft", plan, day=day))


def open_book(plan: Plan, day: dt.date | None = None) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(write(plan, day)))


@pytest.fixture(scope="module")
def draft() -> Plan:
    return read_plan(ROOT / "raw" / "draft-1.txt")


def list_rows(book: Workbook, name: str) -> list[dict[str, object]]:
    headings, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def test_the_first_sheet_is_one_plain_table_of_the_actions(draft: Plan) -> None:
    book = open_book(draft)
    names = [column.name for column in ACTIONS.columns]
    expected = [
        dict(zip(map(spell_heading, names), row, strict=True))
        for row in zip(*find_columns(ACTIONS, draft), strict=True)
    ]
    found = [
        {name: value.date() if isinstance(value, dt.datetime) else value for name, value in row.items()}
        for row in list_rows(book, book.sheetnames[0])
    ]
    assert found == expected
    assert book.sheetnames[:2] == ["Actions", "About"]


def test_a_workbook_that_this_program_made_is_no_draft(draft: Plan) -> None:
    with pytest.raises(
        UnknownFormat, match=r"a workbook that this program made, not a draft; give the draft"
    ):
        read_plan(write(draft))


def test_every_sheet_of_records_is_a_table_by_name_with_filters_and_headings_that_stay(draft: Plan) -> None:
    book = open_book(draft)
    tables = {name: sheet.tables for name, sheet in zip(book.sheetnames, book.worksheets, strict=True)}
    assert [list(tables[spec.name]) for spec in SHEETS] == [
        [spec.name.title().replace(" ", "")] for spec in SHEETS
    ]
    for spec in SHEETS:
        [table] = tables[spec.name].values()
        assert table.autoFilter is not None
        assert book[spec.name].freeze_panes == "B2"


def test_an_id_is_text_and_a_day_is_a_day() -> None:
    timing = Timing(intervals=(Interval(start=dt.date(2022, 5, 1), end=dt.date(2022, 5, 31)),))
    plan = make_plan(make_recommendation("1", actions=(make_action("1.10", "Meet", "May", timing),)))
    sheet = open_book(plan)["Actions"]
    cells = {str(heading.value): cell for heading, cell in zip(*sheet.iter_rows(), strict=True)}
    assert (cells["ID"].value, cells["ID"].data_type, cells["ID"].number_format) == ("1.10", "s", "@")
    assert (cells["Recommendation"].value, cells["Recommendation"].data_type) == ("1", "s")
    assert cells["End"].is_date
    assert cells["End"].value == dt.datetime(2022, 5, 31)  # noqa: DTZ001 - a workbook's days have no zone


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PLANS)
def test_no_cell_of_any_plan_is_a_formula_or_a_link(plan: Plan) -> None:
    data = write(plan)
    assert data == write(plan)
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize(
    "words", ["=1+1", '=HYPERLINK("http://x","y")', "+1", "-1", "@A1", "{=1}", "http://x.y", "1.10"]
)
def test_words_that_look_like_something_else_are_words(words: str) -> None:
    [row] = list_rows(
        open_book(make_plan(make_recommendation(actions=(make_action("1.1", words),)))), "Actions"
    )
    assert row["Text"] == words


def test_a_sheet_that_is_too_wide_for_a4_is_printed_on_a3() -> None:
    said = dict.fromkeys(("status", "progress", "priority", "cost"), "word " * 12)
    columns = tuple(Column(name.capitalize(), name) for name in said)
    extra = {column.heading: said[column.field] for column in columns}
    action = make_action("1.1", "word " * 12, "May", extra=extra)
    wide = make_plan(make_recommendation(text="word " * 12, actions=(action,)), columns=columns)
    papers = [open_book(plan)["Actions"].page_setup.paperSize for plan in (make_plan(), wide)]
    assert papers == [9, 8]


def test_the_colours_count_from_one_cell(draft: Plan) -> None:
    book = open_book(draft)
    assert book.defined_names["AsOf"].attr_text == "About!$B$5"
    assert book["About"]["B5"].value.date() == dt.date(2022, 1, 1)
    assert open_book(draft, dt.date(2022, 6, 1))["About"]["B5"].value.date() == dt.date(2022, 6, 1)
    dated = make_plan(make_recommendation(), draft=Draft("DRAFT 2", "draft", 2, dt.date(2022, 3, 14)))
    assert open_book(dated)["About"]["B5"].value.date() == dt.date(2022, 3, 14)
    assert open_book(make_plan(make_recommendation()))["About"]["B5"].value is None


def test_the_actions_have_the_rules_of_the_colours(draft: Plan) -> None:
    rules = open_book(draft)["Actions"].conditional_formatting
    assert {str(each.sqref) for each in rules} >= {"A2:A53", "E2:E53"}


def test_the_sheet_about_the_workbook_names_every_other(draft: Plan) -> None:
    book = open_book(draft)
    named = {row[0] for row in book["About"].iter_rows(values_only=True)}
    assert set(book.sheetnames) - {"About"} <= named


def test_more_words_than_a_cell_can_hold_are_cut_and_say_so() -> None:
    plan = make_plan(make_recommendation(actions=(make_action("1.1", "word " * 9000),)))
    text = str(list_rows(open_book(plan), "Actions")[0]["Text"])
    assert len(text) == 32767
    assert text.endswith(" … (the rest is in plan.json)")


def test_a_day_before_the_first_that_a_workbook_knows_is_words() -> None:
    timing = Timing(intervals=(Interval(start=None, end=dt.date(1899, 12, 31)),))
    [row] = list_rows(
        open_book(make_plan(make_recommendation(actions=(make_action(value=timing),)))), "Actions"
    )
    assert row["End"] == "1899-12-31"


def test_a_plan_without_anything_makes_a_workbook_with_every_sheet() -> None:
    book = open_book(make_plan())
    assert book.sheetnames == ["Actions", "About", *(spec.name for spec in SHEETS[1:]), "Changes"]


def test_nothing_in_the_file_is_from_the_day_or_the_machine(draft: Plan) -> None:
    with zipfile.ZipFile(io.BytesIO(write(draft))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_libreoffice_opens_it_with_the_same_ids_and_days(draft: Plan, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "plan.xlsx").write_bytes(write(draft))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", SHOWN, "--outdir", str(tmp_path), "plan.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "plan.csv").read_text(encoding="utf-8"))))
    actions = [action for record in draft.recommendations for action in record.actions]
    assert [row["ID"] for row in rows] == [action.id for action in actions]
    assert [row["Text"] for row in rows] == [action.text for action in actions]
    assert rows[0]["End"] == "31 Jan 2022"


def test_the_sheet_about_the_workbook_is_in_one_font_and_its_title_has_room(draft: Plan) -> None:
    sheet = open_book(draft)["About"]
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value} == {"Arial"}
    assert {cell.font.sz for row in sheet.iter_rows(min_row=2) for cell in row if cell.value} == {10}
    assert (sheet.row_dimensions[1].height or 0) >= 20
