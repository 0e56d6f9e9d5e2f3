import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from send_extract.batch.schemas import write_schema
from send_extract.cli import main
from send_extract.manifest import Manifest
from send_extract.pipeline import make_plan
from send_extract.plan import Plan
from send_extract.settings import Settings
from send_extract.source import Source
from send_extract.writers.outputs import OUTPUTS, OutputSpec
from tests.cli.test_main import DRAFT, run_program

ROOT = Path(__file__).parents[2]
FILES = {
    "plan.json", "plan.md", "plan.html", "to-mend.md", "datapackage.json", "recommendations.csv", "actions.csv",
    "dates.csv", "owners.csv", "measures.csv", "glossary.csv", "acronyms.csv", "diagnostics.csv",
}  # fmt: skip


def read_manifest(folder: Path) -> Manifest:
    return msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)


def test_a_draft_gets_a_folder_of_outputs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", DRAFT, "-o", str(tmp_path)]) == 0
    assert {path.name for path in (tmp_path / "draft-1").iterdir()} == FILES
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "16 recommendations, 52 actions, 29 measures" in shown.out
    assert "14 terms" in shown.out
    assert f"{tmp_path.as_posix()}/draft-1/ (13 written)" in shown.out
    assert "\x1b" not in shown.out


def test_the_json_is_valid_by_an_independent_validator(tmp_path: Path) -> None:
    main(["extract", DRAFT, "-q", "-o", str(tmp_path)])
    plan = json.loads((tmp_path / "draft-1" / "plan.json").read_bytes())
    Draft202012Validator(json.loads(write_schema("plan"))).validate(plan)
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    Draft202012Validator(json.loads(write_schema("manifest"))).validate(manifest)


def test_a_second_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", DRAFT, "-q", "-o", str(tmp_path)])
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert main(["extract", DRAFT, "-o", str(tmp_path)]) == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert "(nothing changed)" in capsys.readouterr().out


def test_quiet_says_nothing_and_verbose_says_each_diagnostic(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["extract", DRAFT, "--quiet", "-o", str(tmp_path)])
    assert capsys.readouterr().out == ""
    main(["extract", DRAFT, "--verbose", "-o", str(tmp_path)])
    plan = msgspec.json.decode((tmp_path / "draft-1" / "plan.json").read_bytes(), type=Plan)
    shown = capsys.readouterr().out
    assert all(diagnostic.message in shown for diagnostic in plan.diagnostics)


def test_quiet_and_strict_say_why_the_exit_code_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", DRAFT, "-o", str(tmp_path), "--strict", "-q"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == (
        "",
        f"send-extract: {DRAFT} has 7 to mend. See: send-extract check {DRAFT}\n",
    )


def test_compact_json_is_the_same_on_one_line(tmp_path: Path) -> None:
    assert main(["extract", DRAFT, "-o", str(tmp_path / "wide"), "-q"]) == 0
    assert main(["extract", DRAFT, "-o", str(tmp_path / "close"), "-q", "--json", "compact"]) == 0
    wide, close = (tmp_path / name / "draft-1" / "plan.json" for name in ("wide", "close"))
    assert json.loads(wide.read_bytes()) == json.loads(close.read_bytes())
    assert close.read_bytes().count(b"\n") == 1
    assert close.stat().st_size < wide.stat().st_size * 0.6


def test_outputs_are_chosen_on_the_command_line_before_the_settings(tmp_path: Path) -> None:
    shutil.copy(DRAFT, tmp_path / "draft.txt")
    (tmp_path / "send-extract.toml").write_text("[outputs]\nonly = ['md']\n")
    draft, made = str(tmp_path / "draft.txt"), tmp_path / "out" / "draft"
    for options, names in (
        ([], {"plan.md", "to-mend.md"}),
        (["--also", "json"], {"plan.md", "to-mend.md", "plan.json"}),
        (["--only", "json"], {"plan.json"}),
    ):
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        assert main(["extract", draft, "-q", "-o", str(tmp_path / "out"), *options]) == 0
        assert {path.name for path in made.iterdir()} == names


@pytest.mark.parametrize(
    ("settings", "options", "code"),
    [("", ["--only", "jsn"], 2), ("", ["--also", "jsn"], 2), ("[outputs]\nonly = ['jsn']\n", [], 78)],
)
def test_an_output_that_does_not_exist_is_one_line(
    settings: str, options: list[str], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(DRAFT, tmp_path / "draft.txt")
    (tmp_path / "send-extract.toml").write_text(settings)
    assert main(["extract", str(tmp_path / "draft.txt"), "-q", "-o", str(tmp_path / "out"), *options]) == code
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "did you mean 'json'?" in error
    assert code == 2 or f"{tmp_path / 'send-extract.toml'} cannot be used: outputs: " in error


def test_an_output_whose_part_is_missing_is_left_out_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = OutputSpec("odd", "odd.bin", plan="odd:list_plan", needs="no_such_module_at_all", extra="odd")
    monkeypatch.setattr("send_extract.writers.outputs.OUTPUTS", (*OUTPUTS, absent))
    monkeypatch.setattr("send_extract.batch.orders.OUTPUTS", (*OUTPUTS, absent))
    for name in ("a.txt", "b.txt"):
        shutil.copy(DRAFT, tmp_path / name)
    drafts = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    assert main(["extract", *drafts, "-q", "-o", str(tmp_path / "out"), "--only", "odd,json"]) == 0
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "pip install 'send-extract[odd]'" in error
    assert (tmp_path / "out" / "a" / "plan.json").exists()


def test_one_bad_draft_never_stops_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a-empty.txt").write_bytes(b"")
    (tmp_path / "in" / "b-binary.txt").write_bytes(bytes(range(256)) * 9)
    shutil.copy(DRAFT, tmp_path / "in" / "c-good.txt")
    missing = str(tmp_path / "missing.txt")
    assert main(["extract", str(tmp_path / "in"), missing, "-q", "-o", str(tmp_path / "out")]) == 66
    errors = capsys.readouterr().err.splitlines()
    assert all(line.startswith("send-extract: ") for line in errors), errors
    assert [name in line for name, line in zip(["a-empty", "b-binary", "missing"], errors, strict=True)] == [
        True
    ] * 3
    entries = read_manifest(tmp_path / "out").sources
    assert [entry.outcome for entry in entries] == ["rejected", "rejected", "extracted", "rejected"]
    assert [path.name for path in (tmp_path / "out").iterdir() if path.is_dir()] == ["c-good"]


def break_down(source: Source, settings: Settings, reader: str | None = None) -> Plan:
    if source.name.startswith("b-"):
        message = "no such thing"
        raise KeyError(message)
    return make_plan(source, settings, reader)


PROGRAM = """
import sys
from send_extract.batch import drafts
from send_extract.cli import main
from tests.cli.test_extract import break_down
drafts.make_plan = break_down
sys.exit(main(sys.argv[1:]))
"""
"""The program, broken; in a process of its own, since only one without threads has workers that are forks of it."""


def run_broken(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_crash_over_one_draft_is_its_outcome_and_the_run_goes_on(tmp_path: Path) -> None:
    drafts = [str(shutil.copy(DRAFT, tmp_path / name)) for name in ("a-good.txt", "b-bad.txt", "c-good.txt")]
    ended = run_broken("extract", *drafts, "-q", "-o", str(tmp_path / "out"))
    assert ended.returncode == 70
    (line,) = ended.stderr.splitlines()
    assert line.startswith(f"send-extract: {drafts[1]}: this program broke down over the draft (KeyError at ")
    entries = read_manifest(tmp_path / "out").sources
    assert [entry.outcome for entry in entries] == ["extracted", "crash", "extracted"]
    assert "Traceback (most recent call last):\n" in run_broken("check", *drafts, "-v").stderr


def test_an_unreadable_draft_leaves_the_earlier_output_alone(tmp_path: Path) -> None:
    draft = tmp_path / "plan.txt"
    shutil.copy(DRAFT, draft)
    main(["extract", str(draft), "-q", "-o", str(tmp_path / "out")])
    before = (tmp_path / "out" / "plan" / "plan.json").read_bytes()
    draft.write_bytes(b"no table here")
    assert main(["extract", str(draft), "-q", "-o", str(tmp_path / "out")]) == 65
    assert (tmp_path / "out" / "plan" / "plan.json").read_bytes() == before


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", 66),
        (b"   \n\n", 66),
        (bytes(range(256)) * 9, 65),
        (b"A text without a table.\n", 65),
        (b"Colour\tSize\tPrice\nred\tbig\t3\n", 65),
        (b"No\tRecommendation\tSummary actions\tWhen (2022)\tWho\n1\tListen\t<ul><li>Meet<li>Par", 0),
    ],
)
def test_bad_input_is_one_line_and_a_documented_code(
    data: bytes, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(data)
    assert main(["extract", str(draft), "-q", "-o", str(tmp_path / "out")]) == code
    errors = capsys.readouterr().err
    assert errors.count("\n") == (1 if code else 0)
    assert (tmp_path / "out" / "draft").exists() == (code == 0)


def test_a_wide_cell_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    item = "<li>" + "word " * 200_000 + "</li>"
    text = (
        f"No\tRecommendation\tSummary actions\tWhen (2022)\tWho\n1\tListen\t<ul>{item * 10}</ul>\tMarch\tGB\n"
    )
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8")
    assert main(["extract", str(tmp_path / "draft.txt"), "-q", "-o", str(tmp_path / "out")]) == 0


def test_standard_input_to_standard_output_is_the_json_alone() -> None:
    result = run_program("extract", "-", "-o", "-", given=Path(DRAFT).read_bytes())
    assert (result.returncode, result.stderr) == (0, b"")
    assert msgspec.json.decode(result.stdout, type=Plan).source.name == "-"


@pytest.mark.parametrize("options", [["--only", "csv"], ["--also", "xlsx"], ["--template", "x.j2"]])
def test_what_standard_output_cannot_have_is_refused(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.j2").touch()
    asked = [str(tmp_path / name) if name.endswith(".j2") else name for name in options]
    assert main(["extract", DRAFT, "-o", "-", *asked]) == 2
    told = capsys.readouterr()
    assert (told.out, "prints plan.json alone" in told.err) == ("", True)


def test_standard_input_can_have_a_folder(tmp_path: Path) -> None:
    result = run_program("extract", "-", "-q", "-o", str(tmp_path), given=Path(DRAFT).read_bytes())
    assert result.returncode == 0
    assert (tmp_path / "stdin" / "plan.json").exists()


def test_two_plans_cannot_be_printed_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(DRAFT, tmp_path / "draft-2.txt")
    assert main(["extract", DRAFT, str(tmp_path / "draft-2.txt"), "-o", "-"]) == 2
    assert "prints one plan" in capsys.readouterr().err


def test_settings_and_a_template_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[people]\nGB = 'Gill Brook'\n")
    (tmp_path / "mine.md").write_text("{{ plan.title }}\n")
    options = ["--settings", str(tmp_path / "mine.toml"), "--template", str(tmp_path / "mine.md")]
    assert main(["extract", DRAFT, "-q", "-o", str(tmp_path / "out"), *options]) == 0
    shown = (tmp_path / "out" / "draft-1" / "plan.md").read_text()
    assert shown == "SEND Peer Review Recommendations, high level implementation plan\n"


@pytest.mark.parametrize(
    ("option", "content", "code"),
    [
        ("--settings", "[plan]\nyaer = 2022\n", 78),
        ("--settings", None, 78),
        ("--template", "{{ plan.tittle }}", 2),
        ("--template", None, 2),
    ],
)
def test_a_wrong_settings_file_or_template_is_one_line(
    option: str, content: str | None, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / "mine").write_text(content)
    assert main(["extract", DRAFT, "-q", "-o", str(tmp_path / "out"), option, str(tmp_path / "mine")]) == code
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out" / "draft-1").exists()


def test_a_fault_of_a_template_names_its_file_and_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.md").write_text("# A plan\n{{ plan.tittle }}\n")
    options = ["--template", str(tmp_path / "mine.md"), "-q", "-o", str(tmp_path / "out")]
    assert main(["extract", DRAFT, *options]) == 2
    assert f"The template {tmp_path / 'mine.md'} cannot be used: line 2: " in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_bytes(b"")
    assert main(["extract", DRAFT, "-q", "-o", str(tmp_path / "out")]) == 73
    assert "cannot be written" in capsys.readouterr().err


def test_the_example_that_is_committed_is_what_the_program_makes(tmp_path: Path) -> None:
    main(["extract", DRAFT, "-q", "-o", str(tmp_path)])
    committed = Path(DRAFT).parents[1] / "output" / "draft-1"
    made = {path.name: path.read_bytes() for path in (tmp_path / "draft-1").iterdir()}
    asked = {"plan.docx", "plan.xlsx", "plan.ics", "calendars"}  # made by `make extract`, not committed
    kept = {path.name: path.read_bytes() for path in committed.iterdir() if path.name not in asked}
    assert kept == made, "run `make extract`"


def kill_self(source: Source, settings: Settings, reader: str | None = None) -> Plan:
    """Dies over `b-` each time, over `c-` the first time."""
    mark = Path(os.environ["MARK"])
    if source.name.startswith("b-") or (source.name.startswith("c-") and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return make_plan(source, settings, reader)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals of this kind")
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_worker_that_is_killed_in_mid_run_costs_no_other_draft(
    jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("send_extract.batch.drafts.make_plan", kill_self)
    monkeypatch.setenv("MARK", str(tmp_path / "mark"))
    drafts = [str(shutil.copy(DRAFT, tmp_path / f"{letter}-draft.txt")) for letter in "acbde"]
    assert main(["extract", *drafts, "-q", "-o", str(tmp_path / "out"), "--jobs", jobs]) == 70
    (line,) = capsys.readouterr().err.splitlines()
    assert "ended by signal 9, twice" in line
    entries = read_manifest(tmp_path / "out").sources
    assert [entry.outcome for entry in entries] == [
        "extracted",
        "extracted",
        "crash",
        "extracted",
        "extracted",
    ]
    assert entries[2].sha256 == entries[0].sha256
    assert not (tmp_path / "out" / "b-draft").exists()


def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("old", "new"):
        shutil.copy(f"tests/golden/diff-dropped-beside-similar/{name}.txt", tmp_path / "in" / f"{name}.txt")
    shutil.copy(DRAFT, tmp_path / "in" / "third.txt")
    found = []
    for jobs in ("1", "2", "5"):
        out = tmp_path / jobs
        main(["extract", str(tmp_path / "in"), "-q", "-o", str(out), "--jobs", jobs])
        found.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    assert found[0] == found[1] == found[2]
