"""Runs that are killed: at random moments, and at a rename. What stands afterwards, and after the next run?"""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bench.measuring import ROOT, print_table

RANDOM, RENAMES = 200, 40
GOLDEN = ROOT / "tests" / "golden" / "diff-dropped-beside-similar"
KILLED = """
import os, signal, sys
from send_extract.batch import disk
from send_extract.cli import main
rename, left = disk.rename, [int(sys.argv[1])]
def count(old, new):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    rename(old, new)
disk.rename = count
main(sys.argv[2:])
"""
"""A program that is killed in place of its nth rename."""

Files = dict[str, bytes]


class Scene(NamedTuple):
    """A folder to write to, what a whole set of the old drafts and of the new ones is, and another draft."""

    folder: Path
    old: Files
    new: Files

    @property
    def output(self) -> Path:
        """Where the runs write."""
        return self.folder / "out"


class Tally(NamedTuple):
    """How many runs were killed, and of these: half files, mixed sets, those told by the manifest, those left later.

    A mixed set is one before the next run; it is told where a digest of the manifest is not its file's; it is left
    where it stands after the next run.
    """

    kills: int
    halves: int
    mixed: int
    told: int
    left: int


def main() -> None:
    """Kills runs, and prints what they left."""
    with tempfile.TemporaryDirectory() as name:
        scene = set_scene(Path(name))
        at_random = add_up(kill_at_random(scene, RANDOM))
        renames = count_renames(scene)
        at_rename = add_up(kill_at_rename(scene, place * renames // RENAMES) for place in range(RENAMES))
    rows: list[tuple[str, ...]] = [
        ("killed", "runs", "half files", "mixed sets", "told by the manifest", "mixed after the next run")
    ]
    rows += [("at random", *map(str, at_random)), (f"at one of {renames} renames", *map(str, at_rename))]
    print_table("Runs of two drafts that were killed", rows)


def kill_at_random(scene: Scene, count: int) -> Iterator[Tally]:
    """Kills so many runs at random moments; one that ended before tells that runs are shorter than was thought."""
    chance = random.Random(12)  # noqa: S311 - the same moments each time
    seconds = time_run(scene)
    while count:
        tally = kill_at(scene, chance.uniform(0, seconds))
        seconds *= 1 if tally.kills else 0.95
        count -= tally.kills
        yield tally


def add_up(tallies: Iterable[Tally]) -> Tally:
    """The sum of the tallies of single kills."""
    return Tally(*(sum(column) for column in zip(*tallies, strict=True)))


def set_scene(folder: Path) -> Scene:
    """Two drafts in two versions, and what each makes."""
    texts = [(GOLDEN / name).read_text(encoding="utf-8") for name in ("old.txt", "new.txt")]
    sets: list[Files] = []
    for version, words in (("old", ""), ("new", " indeed")):
        drafts = folder / version
        drafts.mkdir()
        for number, text in enumerate(texts, 1):
            (drafts / f"draft-{number}.txt").write_text(
                text.replace("</li>", f"{words}</li>"), encoding="utf-8"
            )
        subprocess.run(list_command(drafts, folder / f"out-{version}"), check=True)
        sets.append(read_files(folder / f"out-{version}"))
    shutil.copy(GOLDEN / "old.txt", folder / "other.txt")
    return Scene(folder, *sets)


def list_command(drafts: Path, output: Path) -> list[str]:
    """The program over a folder of drafts."""
    return [sys.executable, "-m", "send_extract", "extract", str(drafts), "-q", "-o", str(output)]


def read_files(folder: Path) -> Files:
    """The files of a run, without its manifest and what is hidden."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json" and ".send-extract" not in path.parts
    }


def time_run(scene: Scene) -> float:
    """The seconds that a run takes."""
    begin_anew(scene)
    begun = time.perf_counter()
    subprocess.run(list_command(scene.folder / "new", scene.output), check=True)
    return time.perf_counter() - begun


def begin_anew(scene: Scene) -> None:
    """The folder with what the old drafts make."""
    shutil.rmtree(scene.output, ignore_errors=True)
    shutil.copytree(scene.folder / "out-old", scene.output)


def kill_at(scene: Scene, seconds: float) -> Tally:
    """Kills a run of the new drafts after so many seconds."""
    begin_anew(scene)
    with subprocess.Popen(list_command(scene.folder / "new", scene.output)) as process:
        time.sleep(seconds)
        process.kill()
    return judge(scene, process.returncode)


def count_renames(scene: Scene) -> int:
    """How many renames a run of the new drafts takes."""
    place = 1
    while rename_to(scene, place) == -signal.SIGKILL:
        place *= 2
    low = place // 2
    while place - low > 1:
        middle = (low + place) // 2
        low, place = (middle, place) if rename_to(scene, middle) == -signal.SIGKILL else (low, middle)
    return place


def rename_to(scene: Scene, place: int) -> int:
    """The exit code of a run that is killed in place of its rename `place`, from 0."""
    begin_anew(scene)
    arguments = list_command(scene.folder / "new", scene.output)[3:]
    return subprocess.run([sys.executable, "-c", KILLED, str(place), *arguments], check=False).returncode


def kill_at_rename(scene: Scene, place: int) -> Tally:
    """Kills a run of the new drafts in place of a rename."""
    return judge(scene, rename_to(scene, place))


def judge(scene: Scene, code: int) -> Tally:
    """What a killed run left, before and after the next run into its folder, which is about another draft."""
    found = read_files(scene.output)
    halves = sum(data not in (scene.old.get(name), scene.new.get(name)) for name, data in found.items())
    mixed = found not in (scene.old, scene.new)
    told = mixed and is_told(scene.output)
    other = [*list_command(scene.folder / "other.txt", scene.output), "--only", "json"]
    subprocess.run(other, check=True)  # which writes no page over that of the run before
    settled = {name: data for name, data in read_files(scene.output).items() if not name.startswith("other/")}
    left = settled not in (scene.old, scene.new) or (scene.output / ".send-extract").exists()
    return Tally(int(code == -signal.SIGKILL), halves, int(mixed), int(told), int(left))


def is_told(output: Path) -> bool:
    """Whether the manifest of a folder lists a file that is not there with its digest."""
    manifest = json.loads((output / "manifest.json").read_bytes())
    files = [file for entry in manifest["sources"] for file in entry["files"]] + manifest["files"]
    return any(
        not (path := output / file["path"]).is_file()
        or hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]
        for file in files
    )
