import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from send_extract.batch.files import WORKPLACE
from send_extract.errors import UnwritableOutput
from tests.batch.faults import Faults, inject
from tests.batch.sets import NEW, OLD, OWN, is_whole, read_set, settle, write_new, write_old, write_set

ROOT = Path(__file__).parents[2]
EVER = 10**6


@pytest.fixture
def base() -> Iterator[Path]:
    """A folder in memory, where the system has one: on a disk, waiting for it takes most of the time."""
    memory = Path("/dev/shm")  # noqa: S108 - where the system has it
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


def count_operations(folder: Path) -> int:
    write_old(folder)
    with inject(Faults(EVER, EVER)) as faults:
        write_new(folder)
    assert read_set(folder) == NEW | OWN
    assert not (folder / "draft" / "gone").exists()
    return faults.count


def test_an_operation_that_fails_leaves_one_set_whole(base: Path) -> None:
    total = count_operations(base / "counted")
    assert total > 40
    refused = 0
    for place in range(total):
        folder = base / str(place)
        write_old(folder)
        with inject(Faults(place, place)):
            try:
                write_new(folder)
            except UnwritableOutput:
                refused += 1
                assert read_set(folder) == OLD | OWN, place
        settle(folder)
        assert is_whole(folder), place
    assert refused > total * 0.8


def test_a_disk_that_fails_for_good_leaves_what_the_next_run_settles(base: Path) -> None:
    for place in range(count_operations(base / "counted")):
        folder = base / str(place)
        write_old(folder)
        with inject(Faults(place, EVER)), suppress(UnwritableOutput):
            write_new(folder)
        settle(folder)
        assert is_whole(folder), place


def test_a_failure_while_a_stopped_run_is_settled_is_settled_later(base: Path) -> None:
    for place in range(0, count_operations(base / "counted"), 4):
        for second in range(6):
            folder = base / f"{place}-{second}"
            write_old(folder)
            with inject(Faults(place, EVER)), suppress(UnwritableOutput):
                write_new(folder)
            with inject(Faults(second, second)), suppress(UnwritableOutput):
                settle(folder)
            settle(folder)
            assert is_whole(folder), (place, second)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that cannot be caught")
def test_a_kill_at_any_operation_leaves_what_the_next_run_settles(base: Path) -> None:
    for place in range(0, count_operations(base / "counted"), 2):
        folder = base / str(place)
        write_old(folder)
        command = [sys.executable, "-m", "tests.batch.stopping", str(folder), str(place)]
        killed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert killed.returncode == -9, killed.stderr
        settle(folder)
        assert is_whole(folder), place


def test_what_is_in_the_workplace_and_is_no_journal_is_cleared(base: Path) -> None:
    write_old(base)
    left = base / WORKPLACE / "123-abc" / "new" / "draft"
    left.mkdir(parents=True)
    (left / "a").write_bytes(b"half")
    (base / WORKPLACE / "journal").write_bytes(b'{"run": "12')
    settle(base)
    assert read_set(base) == OLD | OWN
    assert not (base / WORKPLACE).exists()


@pytest.mark.parametrize(
    ("run", "path"),
    [
        ("1-a", "../victim"),
        ("../evil", "a"),
        ("1-a", "link/victim"),
        ("linked", "victim"),
        ("1-a", "/victim"),
    ],
)
def test_a_journal_that_leads_elsewhere_is_not_followed(run: str, path: str, base: Path) -> None:
    root, elsewhere = base / "root", base / "elsewhere"
    write_old(root)
    elsewhere.mkdir()
    workplace = root / WORKPLACE
    for folder in (workplace / "1-a" / "new", root / "evil" / "new", elsewhere / "new"):
        folder.mkdir(parents=True)
        (folder / "victim").write_bytes(b"evil")
        (folder / "a").write_bytes(b"evil")
    (base / "victim").write_bytes(b"mine")
    (root / "link").symlink_to(elsewhere, target_is_directory=True)
    (workplace / "linked").symlink_to(elsewhere, target_is_directory=True)
    digest = sha256(b"evil").hexdigest()
    lines = {"run": run}, {"path": path, "new": digest}
    (workplace / "journal").write_text("\n".join(map(json.dumps, lines)))
    settle(root)
    assert (base / "victim").read_bytes() == b"mine"
    assert sorted(path.name for path in elsewhere.iterdir()) == ["new"]
    assert not (root / "victim").exists()
    assert not (root / "a").exists()
    assert not workplace.exists()


def test_a_journal_that_is_read_in_parts_moves_all_files_or_none(base: Path) -> None:
    sets = [
        {f"draft-{number}/{'a name of some length' * 4}": word for number in range(500)}
        for word in (b"old", b"new")
    ]
    with inject(Faults(EVER, EVER)) as faults:
        write_set(base / "counted", sets[0])
    total = faults.count
    for place in (total // 2, total * 3 // 4, total - 100, total - 1):
        folder = base / str(place)
        write_set(folder, sets[0])
        with inject(Faults(place, EVER)), suppress(UnwritableOutput):
            write_set(folder, sets[1])
        settle(folder)
        assert read_set(folder) in sets, place
