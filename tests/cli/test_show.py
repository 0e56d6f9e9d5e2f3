import csv
import json
from pathlib import Path

import pytest

from tests.cli.test_main import run_program

DRAFT = """# Hedge plan

| No | Recommendation | Action | Who | When 2022 |
|---|---|---|---|---|
| 1 | Lay the hedges | Hire a hedger | GB | March |
| 2 | Count the birds | Buy a book with a pipe &#124; in it | Ann Brown | by 31 July |
| 3 | Meet | Hold a forum | BM | Monthly from May |
| 4 | Wait | Ask again | GB | DfE contingent |
| 5 | Sow | Sow rattle | BM | whenever |
| 6 | Reap | Reap it | BM |  |
"""


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def numbers(draft: str, *options: str) -> list[str]:
    shown = json.loads(run_program("show", draft, "--format", "json", *options).stdout)
    return [action["number"] for action in shown["actions"]]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), ["1.1", "2.1", "3.1", "4.1", "5.1", "6.1"]),
        (("--owner", "gb"), ["1.1", "4.1"]),
        (("--owner", "ann brown"), ["2.1"]),
        (("--due", "2022-03"), ["1.1"]),
        (("--due", "2022-07"), ["2.1", "3.1"]),
        (("--due-before", "2022-07-31"), ["1.1", "3.1"]),
        (("--undated",), ["4.1", "6.1"]),
        (("--unread",), ["5.1"]),
        (("--undated", "--owner", "BM"), ["6.1"]),
        (("--due", "1999"), []),
    ],
)
def test_only_what_is_asked_for_is_shown(draft: str, options: tuple[str, ...], shown: list[str]) -> None:
    assert numbers(draft, *options) == shown


def test_a_table_says_number_date_owner_and_action() -> None:
    shown = run_program("show", "raw/draft-1.txt", "--owner", "AK").stdout.decode().splitlines()

    assert shown[0].split() == ["No", "When", "Owner", "Action"]
    assert shown[1].startswith("10.1  March 2022")
    assert max(map(len, shown)) <= 100


def test_nothing_found_is_said(draft: str) -> None:
    assert run_program("show", draft, "--due", "1999").stdout == b"No actions.\n"


def test_markdown_is_a_table_whose_words_stay_words(draft: str) -> None:
    lines = run_program("show", draft, "--format", "markdown").stdout.decode().splitlines()

    assert lines[:2] == ["| No | When | Owner | Action |", "| --- | --- | --- | --- |"]
    assert lines[3] == r"| 2.1 | by 31 July 2022 | Ann Brown | Buy a book with a pipe \| in it |"


def test_csv_has_every_field(draft: str) -> None:
    data = run_program("show", draft, "--format", "csv").stdout.decode("utf-8-sig")
    first, *_ = csv.DictReader(data.splitlines())

    assert (first["number"], first["start"], first["end"], first["owners"]) == (
        "1.1",
        "2022-03-01",
        "2022-03-31",
        "GB",
    )


@pytest.mark.parametrize("asked", ["Zoë O’Neil", "Zoe O'Neil", "zoe oneil"])
def test_an_owner_is_found_without_accents_and_with_any_apostrophe(asked: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.csv"
    draft.write_text("No,Recommendation,Action,When,Who\n1,Sow,Buy seed,May 2025,Zoë O’Neil\n")
    assert numbers(str(draft), "--owner", asked) == ["1.1"]


def test_an_owner_that_nobody_is_gets_the_names_there_are(draft: str) -> None:
    run = run_program("show", draft, "--owner", "ZZ")

    assert run.returncode == 2
    assert run.stderr.decode().startswith("send-extract: Nobody in draft.md is called 'ZZ'. There are: GB,")


def test_a_plan_that_was_extracted_before_is_shown_as_its_draft(draft: str, tmp_path: Path) -> None:
    run_program("extract", draft, "-o", str(tmp_path / "out"), "--only", "json")

    assert numbers(str(tmp_path / "out" / "draft" / "plan.json"), "--owner", "BM") == ["3.1", "5.1", "6.1"]
