import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from send_extract.cli import main

GOLDEN = Path(__file__).parents[1] / "golden"
DROPPED, TYPING = GOLDEN / "diff-dropped-beside-similar", GOLDEN / "diff-typing-alone"
OLD, NEW = (str(DROPPED / name) for name in ("old.txt", "new.txt"))


def test_drafts_that_differ_exit_with_one_and_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", OLD, NEW]) == 1
    out = capsys.readouterr().out
    assert out.startswith("DRAFT 3 → DRAFT 4\n3.6 lost its date. 16.3 was given a date.")
    assert "similar to the old 14.4, not the same" in out


def test_the_same_draft_and_typing_alone_exit_with_nought(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", OLD, OLD]) == 0
    assert "Nothing changed." in capsys.readouterr().out
    assert main(["diff", str(TYPING / "old.txt"), str(TYPING / "new.txt"), "--cosmetic"]) == 0
    assert "Differences of typing alone" in capsys.readouterr().out


def test_a_plan_json_stands_for_its_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", OLD, "-o", str(tmp_path), "-q"]) == 0
    assert main(["diff", str(tmp_path / "old" / "plan.json"), OLD]) == 0
    capsys.readouterr()
    assert main(["diff", OLD, str(tmp_path / "old" / "plan.json"), "--format", "jsonpatch"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_one_side_can_be_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(Path(OLD).read_bytes()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["diff", "-", NEW]) == 1


def test_the_diff_is_written_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", OLD, NEW, "--format", "html", "-o", str(tmp_path / "diff.html")]) == 1
    assert capsys.readouterr().out == ""
    assert (tmp_path / "diff.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"schema_version": "0.9"}', "follows schema 0.9; this program reads 1.1"),
        ('{"schema_version": "1.0"}', "is no whole plan.json"),
        ('{"schema_version": 1}', "is JSON but no plan.json"),
        ('{"title": "x"}', "no plan.json: it has no schema_version"),
        ('{"schema_version": "1.0", "ti', "is no valid JSON"),
        ("", "is empty"),
        ("no table here", ""),
    ],
)
def test_trouble_is_one_line_and_two(
    content: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.json").write_text(content)
    assert main(["diff", str(tmp_path / "plan.json"), NEW]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert said in captured.err


@pytest.mark.parametrize("arguments", [["missing.txt", NEW], ["-", "-"]])
def test_a_wrong_request_is_trouble(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_strangers_are_compared_with_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heading = "No\tRecommendation\tSummary actions\tWhen (2022)\tWho\n"
    rows = (f"{number}\tMend road {number}\t<ul><li>Tar it</li></ul>\tMay\tXY\n" for number in range(1, 4))
    (tmp_path / "roads.txt").write_text(heading + "".join(rows))
    assert main(["diff", OLD, str(tmp_path / "roads.txt")]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[1].startswith("These two have next to nothing in common")
    assert len(told) <= 3
    assert main(["diff", OLD, str(tmp_path / "roads.txt"), "--format", "json"]) == 1
    assert "next to nothing in common" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_recipes_for_git_work(tmp_path: Path) -> None:
    def git(*arguments: str, code: int = 0) -> str:
        done = subprocess.run(["git", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S607 - the test's own words
        assert done.returncode == code, done.stderr
        return done.stdout

    program = f'"{sys.executable}" -m send_extract'
    git("init", "-q")
    for name, value in (("user.name", "t"), ("user.email", "t@example.org"), ("core.autocrlf", "false")):
        git("config", name, value)
    shutil.copy(OLD, tmp_path / "draft.txt")
    git("add", "draft.txt")
    git("commit", "-q", "-m", "One")
    shutil.copy(NEW, tmp_path / "draft.txt")
    said = git("difftool", "-y", "-x", f"{program} diff", "HEAD", "--", "draft.txt")
    assert "similar to the old 14.4" in said
    (tmp_path / ".gitattributes").write_text("*.txt diff=plan\n")
    git("config", "diff.plan.textconv", f"{program} extract -o -")
    assert '"text": "tbc"' in git("diff", "HEAD", "--", "draft.txt")


def test_the_two_latest_drafts_of_a_folder_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "| No | Recommendation | Actions | When | Who |\n|---|---|---|---|---|\n"
    rows = f"{head}| 1 | Mend it | Ask | {{}} 2024 | GB |\n"
    for name, label, month in (
        ("zeta", "January", "May"),
        ("mu", "March", "June"),
        ("al pha", "April", "July"),
    ):
        text = f"# Weir plan\n\nProgress update {label} 2024\n\n{rows.format(month)}"
        (tmp_path / f"{name}.md").write_text(text)
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    assert main(["diff", str(tmp_path)]) == 1
    assert "1.1 (GB) slipped by 1 month." in capsys.readouterr().out
    (tmp_path / "mu.md").unlink()
    (tmp_path / "zeta.md").unlink()
    assert main(["diff", str(tmp_path)]) == 2
    assert "has one draft: add the next one" in capsys.readouterr().err


def test_one_draft_alone_is_compared_with_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", OLD]) == 2
    assert "is one draft, and two are compared" in capsys.readouterr().err
    assert main(["diff", str(tmp_path / "none")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_a_draft_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = Path(shutil.copy(OLD, tmp_path / "draft.txt"))
    for arguments in ([str(draft), NEW], [str(tmp_path)]):
        assert main(["diff", *arguments, "-o", f"{tmp_path}/../{tmp_path.name}/draft.txt"]) == 2
        assert "is one of the drafts" in capsys.readouterr().err
    assert draft.read_bytes() == Path(OLD).read_bytes()


def test_a_diff_is_not_given_the_name_of_a_format_that_it_is_not_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", OLD, NEW, "-o", str(tmp_path / "changes.docx")]) == 2
    assert "would be no .docx" in capsys.readouterr().err
    assert main(["diff", OLD, NEW, "-o", str(tmp_path / "changes.log")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["changes.log"]


def test_the_name_of_the_output_chooses_its_format(tmp_path: Path) -> None:
    for name, begins in (
        ("x.html", "<!DOCTYPE"),
        ("x.md", "# What"),
        ("x.json", "{"),
        ("x.txt", "DRAFT 3"),
        ("x.csv", "\ufeffkind,"),
    ):
        assert main(["diff", OLD, NEW, "-o", str(tmp_path / name)]) == 1
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
