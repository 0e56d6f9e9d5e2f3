import json
from pathlib import Path

from tests.cli.test_main import run_program
from tests.cli.test_show import DRAFT


def due(*arguments: str) -> list[tuple[str, str]]:
    shown = json.loads(run_program("due", *arguments, "--format", "json").stdout)
    return [(action["number"], action["due"]) for action in shown["actions"]]


def write(folder: Path, name: str, text: str) -> str:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_what_is_due_within_a_length_is_listed_by_day(tmp_path: Path) -> None:
    draft = write(tmp_path, "draft.md", DRAFT)

    assert due(draft, "--as-of", "2022-03-01") == [("1.1", "2022-03-31"), ("3.1", "2022-05-01")]
    assert due(draft, "--as-of", "2022-07-20", "--within", "P2W") == [
        ("2.1", "2022-07-31"),
        ("3.1", "2022-08-01"),
    ]


def test_without_a_day_it_counts_from_the_first_dated_action(tmp_path: Path) -> None:
    draft = write(tmp_path, "draft.md", DRAFT)

    assert due(draft, "--within", "P1M") == [("1.1", "2022-03-31")]


def test_of_several_drafts_of_a_plan_the_latest_counts(tmp_path: Path) -> None:
    folder = tmp_path / "raw"
    write(folder, "draft-1.md", DRAFT.replace("# Hedge plan", "# Hedge plan\n\nDRAFT 1"))
    later = DRAFT.replace("# Hedge plan", "# Hedge plan\n\nDRAFT 2").replace("March", "April")
    write(folder, "draft-2.md", later)

    assert due(str(folder), "--as-of", "2022-03-01", "--within", "P2M") == [("1.1", "2022-04-30")]


def test_a_plan_without_any_date_asks_for_one(tmp_path: Path) -> None:
    rows = (
        "| No | Recommendation | Action | Who | When |\n|---|---|---|---|---|\n| 1 | A | B c | GB | TBC |\n"
    )
    run = run_program("due", write(tmp_path, "draft.md", rows))

    assert run.returncode == 2
    assert b"Say one with --as-of" in run.stderr


def test_a_draft_that_cannot_be_read_or_has_no_date_stops_no_other(tmp_path: Path) -> None:
    table = (
        "| No | Recommendation | Action | Who | When |\n|---|---|---|---|---|\n| 1 | A | B c | GB | TBC |\n"
    )
    folder = tmp_path / "raw"
    for name, text in (("a.md", "Words."), ("b.md", DRAFT), ("c.md", table)):
        write(folder, name, text)
    run = run_program("due", str(folder), "--format", "csv")

    assert run.returncode == 65
    assert [line.split(b": ")[0] for line in run.stderr.splitlines()] == [b"send-extract"] * 2
    assert b"1.1" in run.stdout


def test_that_nothing_is_due_is_said_with_the_days(tmp_path: Path) -> None:
    run = run_program("due", write(tmp_path, "draft.md", DRAFT), "--as-of", "2030-01-05", "--within", "P3D")

    assert run.stdout == b"Nothing is due (5 January 2030 to 7 January 2030).\n"


def test_plans_of_one_title_are_told_apart_by_their_drafts(tmp_path: Path) -> None:
    head, line = DRAFT.split("| 1 |")[0], "| 1 | Drain the fen | Dig a long ditch | KL | April |\n"
    drafts = write(tmp_path / "a", "plan.md", DRAFT), write(tmp_path / "b", "plan.md", head + line)
    asked = ("due", *drafts, "--as-of", "2022-03-01", "--within", "P2M", "--format")
    listed = json.loads(run_program(*asked, "json").stdout)["actions"]

    assert {action["plan"] for action in listed} == {f"Hedge plan ({draft})" for draft in drafts}
    assert run_program(*asked, "markdown").stdout.count(b"| No |") == 2
