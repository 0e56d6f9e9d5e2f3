"""The rules of a workbook's colours, asked of LibreOffice: each as a formula in a cell, printed as CSV."""

import csv
import datetime as dt
import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from xlsxwriter import Workbook

from send_extract.plan import Column
from send_extract.values.timing import Interval, Timing
from send_extract.writers.editions import Edition
from send_extract.writers.workbook.colours import AS_OF, list_rules
from send_extract.writers.workbook.sheets import PlainSheet, list_sheets
from tests.builders import make_action, make_plan, make_recommendation

DAY = dt.date(2022, 5, 31)


class Shown(NamedTuple):
    """An action's last day, its timing's status, what its row says, and the colour that a cell of it must have."""

    end: dt.date | None
    status: str | None
    printed: str | None
    heading: str
    colour: str | None


CASES = (
    Shown(dt.date(2022, 5, 30), None, None, "End", "red"),
    Shown(dt.date(2022, 5, 30), "in_progress", None, "End", "red"),
    Shown(dt.date(2022, 5, 30), "complete", None, "End", "green"),
    Shown(dt.date(2022, 5, 30), "ongoing", None, "End", None),
    Shown(dt.date(2022, 5, 31), None, None, "End", "amber"),
    Shown(dt.date(2022, 8, 30), None, None, "ID", "amber"),
    Shown(dt.date(2022, 8, 31), None, None, "End", None),
    Shown(None, None, None, "End", None),
    Shown(None, "complete", None, "ID", "green"),
    Shown(None, None, "Red", "Row status", "red"),
    Shown(None, None, " amber – delayed", "Row status", "amber"),
    Shown(None, None, "G", "Row status", "green"),
    Shown(None, None, "Reduced", "Row status", None),
    Shown(None, None, "Blue", "Row status", "blue"),
)


def make_sheet(case: Shown) -> PlainSheet:
    intervals = (Interval(start=None, end=case.end),) if case.end else ()
    timing = Timing(intervals=intervals, status=case.status)  # type: ignore[arg-type]
    extra = {"RAG": case.printed} if case.printed else {}
    action = make_action("1.1", "Meet", "May", timing, extra=extra)
    plan = make_plan(make_recommendation(actions=(action,)), columns=(Column("RAG", "status"),))
    return next(iter(list_sheets(Edition("draft", plan))))


def ask(sheets: Sequence[PlainSheet], formulas: Sequence[Sequence[str]], folder: Path) -> list[list[bool]]:
    """Whether each formula about the first row of each sheet holds."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    with Workbook(folder / "asked.xlsx", {"in_memory": True}) as book:
        answers, about = book.add_worksheet("Answers"), book.add_worksheet("About")
        about.write_datetime(0, 0, DAY)
        book.define_name(AS_OF, "=About!$A$1")
        for number, (sheet, asked) in enumerate(zip(sheets, formulas, strict=True)):
            made = book.add_worksheet(f"S{number}")
            for place, (value,) in enumerate(sheet.values):
                if isinstance(value, str):
                    made.write_string(1, place, value)
                elif isinstance(value, dt.date):
                    made.write_datetime(1, place, value)
            for place, formula in enumerate(asked):
                made.write_formula(2, place, f"=IF({formula},1,0)", value="")
                answers.write_formula(number, place, f"=S{number}!{chr(ord('A') + place)}3", value="")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "csv", "--outdir", str(folder), "asked.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    rows = csv.reader(io.StringIO((folder / "asked.csv").read_text(encoding="utf-8")))
    return [[answer == "1" for answer in row] for row in rows]


def test_a_cell_has_the_colour_of_the_first_rule_that_holds(tmp_path: Path) -> None:
    sheets = [make_sheet(case) for case in CASES]
    rules = [
        [rule for rule in list_rules(sheet) if sheet.columns[rule.column].heading == case.heading]
        for case, sheet in zip(CASES, sheets, strict=True)
    ]
    answers = ask(sheets, [[rule.formula for rule in each] for each in rules], tmp_path)
    shown = [
        next((rule.colour for rule, holds in zip(each, held, strict=False) if holds), None)
        for each, held in zip(rules, answers, strict=True)
    ]
    assert shown == [case.colour for case in CASES]


def test_only_the_sheet_of_actions_is_coloured_by_dates() -> None:
    sheets = list_sheets(Edition("draft", make_plan(make_recommendation(actions=(make_action(),)))))
    coloured = {
        sheet.name: {sheet.columns[rule.column].heading for rule in list_rules(sheet)} for sheet in sheets
    }
    assert coloured["Actions"] == {"ID", "End", "Status", "Row status", "Row progress"}
    assert coloured["Recommendations"] == {"Status", "Progress"}
    assert coloured["Dates"] == set()
