import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from bench.kills import add_up, kill_at, kill_at_rename, set_scene, time_run
from send_extract.batch import locks
from send_extract.batch.files import WORKPLACE, open_workplace
from send_extract.batch.record import read_manifest
from send_extract.batch.sources import find_drafts
from send_extract.cli import main
from send_extract.manifest import Manifest
from tests.batch.faults import Faults, inject

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "diff-dropped-beside-similar"
EVER = 10**6
LATER = {"changes.json", "changes.csv", "changes.md"}
HISTORY = {"history.json", "history.md"}


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder of two drafts of one plan."""
    folder = tmp_path / "raw"
    folder.mkdir()
    for number, name in ((1, "old.txt"), (2, "new.txt")):
        (folder / f"draft-{number}.txt").write_bytes((GOLDEN / name).read_bytes())
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out"


def extract(output: Path, *drafts: Path, options: tuple[str, ...] = ()) -> int:
    return main(["extract", *map(str, drafts), "-q", "-o", str(output), *options])


def read_folder(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def list_listed(manifest: Manifest) -> Iterator[tuple[str, str]]:
    for files in (*(entry.files for entry in (*manifest.sources, *manifest.earlier)), manifest.files):
        yield from ((file.path, file.sha256) for file in files)


def test_the_manifest_has_the_digest_of_every_file_but_itself(drafts: Path, output: Path) -> None:
    assert extract(output, drafts) == 0
    found = {name: hashlib.sha256(data).hexdigest() for name, data in read_folder(output).items()}
    del found["manifest.json"]
    assert dict(list_listed(read_manifest(output))) == found
    assert {f"draft-2/{name}" for name in LATER} | HISTORY <= found.keys()


def test_what_is_made_no_more_is_taken_away(drafts: Path, output: Path) -> None:
    extract(output, drafts)
    (drafts / "draft-1.txt").unlink()
    assert extract(output, drafts) == 0
    left = read_folder(output)
    assert not [name for name in left if "changes" in name or "history" in name]
    assert "draft-2/plan.json" in left
    extract(output, drafts, options=("--only", "json"))
    assert [name for name in read_folder(output) if name.startswith("draft-2/")] == ["draft-2/plan.json"]


def test_what_a_person_wrote_or_changed_is_never_taken_away(drafts: Path, output: Path) -> None:
    extract(output, drafts)
    (output / "history.md").write_text("my own words")
    (output / "draft-2" / "changes.md").write_text("mine")
    (output / "draft-2" / "notes.txt").write_text("mine")
    (drafts / "draft-1.txt").unlink()
    assert extract(output, drafts, options=("--only", "json")) == 0
    kept = read_folder(output)
    assert {"history.md", "draft-2/changes.md", "draft-2/notes.txt"} <= kept.keys()
    assert "history.json" not in kept


def test_a_manifest_cannot_have_a_file_elsewhere_taken_away(drafts: Path, output: Path) -> None:
    extract(output, drafts)
    victim = output.parent / "victim"
    victim.write_bytes(b"abc")
    manifest = (output / "manifest.json").read_text(encoding="utf-8").replace("draft-1/plan.md", "../victim")
    digest = hashlib.sha256((output / "draft-1" / "plan.md").read_bytes()).hexdigest()
    (output / "manifest.json").write_text(manifest.replace(digest, hashlib.sha256(b"abc").hexdigest()))
    assert extract(output, drafts, options=("--only", "json")) == 0
    assert victim.read_bytes() == b"abc"


def test_a_manifest_of_another_version_has_nothing_taken_away(drafts: Path, output: Path) -> None:
    extract(output, drafts)
    (output / "manifest.json").write_text('{"schema_version": "9.0", "generator": "send-extract 9"}')
    assert extract(output, drafts, options=("--only", "json")) == 0
    assert (output / "draft-1" / "plan.md").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": "A web site"}', "\xff"])
def test_a_file_that_no_run_has_made_is_not_written_over(
    text: str, drafts: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output.mkdir()
    for name in ("manifest.json", "index.html"):
        (output / name).write_text(text, encoding="latin-1")
        before = read_folder(output)
        assert extract(output, drafts) == 73
        assert f"{name} stands there, and no run has made it" in capsys.readouterr().err
        assert read_folder(output) == before
        (output / name).unlink()
    assert extract(output, drafts) == 0


def test_a_draft_is_never_written_over(
    drafts: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(output, drafts)
    mine = output / "plan" / "plan.md"
    mine.parent.mkdir()
    mine.write_bytes((output / "draft-1" / "plan.md").read_bytes() + b"\nMy own words.\n")
    before = read_folder(output)
    assert extract(output, mine) == 73
    assert f"{mine} is one of the drafts, which is never written over" in capsys.readouterr().err
    assert read_folder(output) == before


def test_drafts_of_an_earlier_run_stay_and_are_listed(drafts: Path, output: Path) -> None:
    extract(output, drafts / "draft-1.txt")
    extract(output, drafts / "draft-2.txt")
    manifest = read_manifest(output)
    assert [[entry.name for entry in part] for part in (manifest.sources, manifest.earlier)] == [
        ["draft-2.txt"],
        ["draft-1.txt"],
    ]
    assert "draft-1/plan.json" in dict(list_listed(manifest))
    shutil.rmtree(output / "draft-1")
    extract(output, drafts / "draft-2.txt")
    assert read_manifest(output).earlier == ()


def test_the_history_of_drafts_that_a_run_is_not_about_stays(drafts: Path, output: Path) -> None:
    extract(output, drafts)
    shutil.copy(drafts / "draft-1.txt", drafts.parent / "other.txt")
    extract(output, drafts.parent / "other.txt")
    assert read_folder(output).keys() >= HISTORY
    assert dict(list_listed(read_manifest(output))).keys() >= HISTORY
    extract(output, drafts / "draft-2.txt")
    assert HISTORY.isdisjoint(read_folder(output))


def test_a_failed_draft_keeps_its_files_and_its_place_in_the_history(drafts: Path, output: Path) -> None:
    extract(output, drafts)
    before = read_folder(output)
    (drafts / "draft-1.txt").write_bytes(b"no table here")
    assert extract(output, drafts) == 65
    after = read_folder(output)
    assert {name for name in after if after[name] != before[name]} == {"manifest.json", "index.html"}
    (failed, _) = read_manifest(output).sources
    assert failed.outcome == "rejected"
    assert "draft-1/plan.json" in {file.path for file in failed.files}


def test_drafts_may_stand_where_their_plans_are_written(drafts: Path) -> None:
    for _ in range(2):
        assert extract(drafts, drafts) == 0
    (drafts / "work.md").write_bytes((drafts / "draft-1.txt").read_bytes())
    assert find_drafts([str(drafts)]) == tuple(
        str(drafts / name) for name in ("draft-1.txt", "draft-2.txt", "work.md")
    )
    (drafts / "manifest.json").write_bytes(b"[]")
    assert str(drafts / "history.md") in find_drafts([str(drafts)])


def test_the_history_stays_where_every_draft_fails(drafts: Path, output: Path) -> None:
    extract(output, drafts)
    before = read_folder(output)
    for draft in drafts.iterdir():
        draft.write_bytes(b"no table here")
    assert extract(output, drafts) == 65
    after = read_folder(output)
    assert {name for name in before if after.get(name) != before[name]} == {"manifest.json", "index.html"}
    assert {file.path for file in read_manifest(output).files} >= HISTORY


@pytest.mark.parametrize("name", ["manifest.json", "history.md", "history-roads.json", "Manifest.JSON"])
def test_a_draft_named_like_a_file_of_the_run_is_refused(
    name: str, drafts: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(drafts / "draft-1.txt", drafts / f"{name}.txt")
    assert extract(output, drafts) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "is a file of the run. Rename the draft." in error
    assert (output / "draft-1" / "plan.json").exists()
    assert (output / "manifest.json").is_file()


def test_a_run_whose_disk_fails_leaves_one_set_whole(drafts: Path, output: Path, tmp_path: Path) -> None:
    for folder in (output, tmp_path / "whole"):
        extract(folder, drafts / "draft-1.txt")
    before = read_folder(output)
    extract(tmp_path / "whole", drafts)
    for place in (0, 3, 10, 20, 40, 60):
        with inject(Faults(place, EVER)):
            assert extract(output, drafts) == 73, place
        with open_workplace(output):
            pass
        assert read_folder(output) in (before, read_folder(tmp_path / "whole")), place


def test_a_draft_whose_changes_cannot_be_written_keeps_its_earlier_files(
    drafts: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (output / "draft-2" / "changes.md").mkdir(parents=True)
    assert extract(output, drafts) == 73
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "changes.md cannot be written: it is no plain file" in error
    assert (output / "draft-1" / "plan.json").exists()
    assert not (output / "draft-2" / "plan.json").exists()


def run(output: Path, drafts: Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "send_extract", "extract", str(drafts), "-q", "-o", str(output)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload, no-any-return]  # the options of a process


def test_two_runs_at_once_into_one_folder_follow_one_another_or_say_so(drafts: Path, output: Path) -> None:
    runs = [run(output, drafts) for _ in range(3)]
    lines = [process.communicate()[1] for process in runs]
    codes = [process.returncode for process in runs]
    assert 0 in codes
    for code, line in zip(codes, lines, strict=True):
        assert (code, line) == (0, b"") or (
            code == 73 and b"is being written by another run (process" in line
        )
    assert not (output / WORKPLACE).exists()
    listed = dict(list_listed(read_manifest(output)))
    assert listed == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in read_folder(output).items()
        if name != "manifest.json"
    }


def test_a_run_that_waits_too_long_says_for_whom(
    drafts: Path, output: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0.0)
    with open_workplace(output):
        assert extract(output, drafts) == 73
    assert "is being written by another run (this process)" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on files")
def test_a_full_disk_is_one_line_and_changes_nothing(drafts: Path, output: Path) -> None:
    import resource

    extract(output, drafts / "draft-1.txt")
    before = read_folder(output)
    for limit in (0, 5_000, 50_000):
        process = run(
            output,
            drafts,
            preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )
        lines = process.communicate()[1].decode().splitlines()
        assert process.returncode == 73
        assert 1 <= len(lines) <= 2
        assert all("cannot be written: file too large" in line for line in lines), lines
        left = read_folder(output)
        told = {"manifest.json", "index.html"}  # of the run, which can tell of its failure
        assert {name: left[name] for name in before if name not in told} == {
            name: data for name, data in before.items() if name not in told
        }
        assert told <= left.keys()
        assert not (output / WORKPLACE).exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_that_may_not_be_written_is_one_line(
    drafts: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(output, drafts)
    for folder in (output / "draft-2", output):
        folder.chmod(0o500)
        (drafts / "draft-2.txt").write_bytes((drafts / "draft-1.txt").read_bytes())
        with suppress(OSError):
            assert extract(output, drafts) == 73
        assert capsys.readouterr().err.count("\n") == 1
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that cannot be caught")
def test_a_run_that_is_killed_leaves_no_half_file_and_the_next_no_mixed_set(tmp_path: Path) -> None:
    scene = set_scene(tmp_path)
    seconds = time_run(scene)
    tallies = [kill_at(scene, seconds * share) for share in (0.5, 0.8, 0.9, 0.95)]
    tallies += [kill_at_rename(scene, place) for place in (0, 1, 4, 9)]
    total = add_up(tallies)
    assert total.kills >= 4
    assert (total.halves, total.left) == (0, 0)
    assert total.told == total.mixed > 0


def test_the_files_of_a_run_can_be_read_as_the_schema_says(drafts: Path, output: Path) -> None:
    extract(output, drafts)
    assert msgspec.json.decode((output / "manifest.json").read_bytes(), type=Manifest).files
