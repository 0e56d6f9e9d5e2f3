import json
from pathlib import Path

import pytest

from send_extract.cli import main
from tests.forms.office import make_word_file, row, table

HEADINGS = "No\tRecommendation\tSummary actions\tWhen (2022)\tWho\n"
SOUND = f"{HEADINGS}1\tListen\t<ul><li>Meet</li></ul>\tMarch\tGB\n"
FAULTY = f"{SOUND}2\tWait\t\t\t\n"


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    (tmp_path / "faulty.txt").write_text(FAULTY)
    return str(tmp_path / "faulty.txt")


@pytest.fixture
def sound(tmp_path: Path) -> str:
    (tmp_path / "sound.txt").write_text(SOUND)
    return str(tmp_path / "sound.txt")


def test_each_finding_is_a_line_with_its_place_and_code(
    faulty: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", faulty]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith(f"{faulty}:3: warning: ") and "without-actions]" in line for line in lines)


def test_a_finding_in_a_format_without_lines_has_its_place_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = table(row("No", "Recommendation", "When (2022)"), row("1", "Listen", "Smay"))
    (tmp_path / "plan.docx").write_bytes(make_word_file(plan))

    assert main(["check", str(tmp_path / "plan.docx")]) == 0
    [line] = [each for each in capsys.readouterr().out.splitlines() if "[timing-unread]" in each]
    assert "plan.docx: table 1, row 2, When (2022)" in line


def test_findings_are_an_exit_code_only_when_strict(faulty: str, sound: str) -> None:
    assert main(["check", faulty, "--strict"]) == 1
    assert main(["check", sound, "--strict"]) == 0


def test_drafts_of_one_name_in_two_folders_are_both_checked(
    sound: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plan.txt").write_bytes(Path(sound).read_bytes())
    assert main(["check", str(tmp_path / "a"), str(tmp_path / "b")]) == 0
    assert capsys.readouterr().err == ""


def test_json_has_every_source(faulty: str, sound: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", faulty, sound, "--format", "json"]) == 0
    sources = json.loads(capsys.readouterr().out)["sources"]
    assert [source["name"] for source in sources] == [faulty, sound]
    assert "recommendation-without-actions" in [entry["code"] for entry in sources[0]["diagnostics"]]


def test_github_gets_annotations(faulty: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", faulty, "--format", "github"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith(f"::warning file={faulty},line=3,title=recommendation-without-actions::")
        for line in lines
    )


def test_an_annotation_names_what_its_own_line_does_not_explain(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "plan.txt"
    rows = ("1\tBuild\tAsk QRB and QTF\tMay 2025\tGB", "2\tMend\tAsk QTF twice; QTF\tJune 2025\tGB")
    draft.write_text("\n".join(("No\tRecommendation\tAction\tWhen\tWho", *rows)))
    assert main(["check", str(draft), "--format", "github"]) == 0
    told = [line.split("title=")[1] for line in capsys.readouterr().out.splitlines() if "undefined" in line]
    assert told == [
        f"acronym-undefined::Used and not explained: {terms}. Add what the readers do not know to the glossary."
        for terms in ("QRB (once), QTF (3 times)", "QTF")
    ]


def test_a_draft_that_cannot_be_read_is_said_after_the_others(
    faulty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "none.txt"), faulty]) == 66
    shown = capsys.readouterr()
    assert "none.txt" in shown.err
    assert "without-actions" in shown.out


def test_verbose_says_how_each_timing_was_read_and_by_which_rules(
    sound: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", sound, "--verbose"]) == 0
    assert f"{sound}: 1.1: 'March' is March 2022 [dates (month)]" in capsys.readouterr().out


def test_every_fault_of_a_run_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    assert main(["check", *missing]) == 66
    assert [line.split(": ")[1].split(" ")[0] for line in capsys.readouterr().err.splitlines()] == missing
