"""Folders of drafts: what a draft costs, what a second core gives, and whether memory grows with their number."""

from __future__ import annotations

import random
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from bench.diff import make_vocabulary
from bench.measuring import ROOT, find_program, print_table, run_process
from bench.throughput import FLOORS
from send_extract.readers import read_document
from send_extract.source import Source
from tests.forms.word import write_docx

UNRELATED, WORD, MANY = 600, 200, 2_000
PAIRS = 3
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_OUTPUTS = ("-q", "--only", "json,csv,md")


class Folder(NamedTuple):
    """A folder of drafts, and one for what is made of them."""

    drafts: Path
    output: Path

    def command(self, jobs: int) -> list[str]:
        """The program over the drafts, by so many processes at once."""
        program = find_program("send-extract")
        return [program, "extract", str(self.drafts), "-o", str(self.output), "--jobs", str(jobs), *_OUTPUTS]


def main() -> None:
    """Times folders of drafts that have nothing in common, and looks at the memory of a long run."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        texts = [_make_draft(number) for number in range(MANY)]
        few = _fill(place / "few", texts[:UNRELATED])
        rows = [("what", "measured", "beside", "ratio"), _time_drafts(few), _time_cores(few)]
        rows += [_time_word(place, texts[:WORD]), _watch_memory(_fill(place / "many", texts))]
    print_table("Folders of drafts", rows)


def _make_draft(number: int) -> str:
    """A draft of 16 recommendations in words of its own."""
    chance = random.Random(number)  # noqa: S311 - the same draft each time
    words = chance.sample(make_vocabulary(""), 400)
    lines = [
        " ".join(chance.choices(words, k=4)),
        "",
        "No\tRecommendation\tSummary actions\tWhen (2022)\tWho",
    ]
    for row in range(1, 17):
        actions = [" ".join(chance.choices(words, k=8)) for _ in range(chance.randint(2, 4))]
        items = "".join(f"<li>{action}</li>" for action in actions)
        when = " ".join(chance.choice(MONTHS) for _ in actions)
        lines.append(f"{row}\t{' '.join(chance.choices(words, k=14))}\t<ul>{items}</ul>\t{when}\tGB")
    return "\n".join(lines)


def _fill(folder: Path, texts: list[str]) -> Folder:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"plan-{number}.txt").write_text(text, encoding="utf-8")
    return Folder(folder, folder.with_name(f"{folder.name}-out"))


def _time_drafts(folder: Folder) -> tuple[str, ...]:
    """The processor's time of a draft, beside lxml over the cells of the same drafts."""
    whole = folder.drafts.with_name("whole.txt")
    whole.write_text("\n".join(path.read_text("utf-8") for path in folder.drafts.iterdir()), encoding="utf-8")
    took, _ = run_process(folder.command(2), ROOT)
    floor, _ = run_process([find_program("python"), "-c", FLOORS["lxml.etree"], str(whole)], ROOT)
    measured = (f"{1000 * took / UNRELATED:.1f} ms", f"lxml {1000 * floor / UNRELATED:.2f} ms")
    return f"a draft of {UNRELATED} unrelated ones", *measured, f"{took / floor:.0f}"


def _time_cores(folder: Folder) -> tuple[str, ...]:
    """The time on the clock of one process over two, paired."""
    pairs = [tuple(_clock(folder, jobs) for jobs in (1, 2)) for _ in range(PAIRS)]
    one, two = (median(column) for column in zip(*pairs, strict=True))
    ratio = median(first / second for first, second in pairs)
    return "one process over two, on the clock", f"{one:.1f} s", f"{two:.1f} s", f"{ratio:.2f}"


def _clock(folder: Folder, jobs: int) -> float:
    subprocess.run(["rm", "-rf", str(folder.output)], check=True)  # noqa: S607 - what any system has
    began = time.perf_counter()
    run_process(folder.command(jobs), ROOT)
    return time.perf_counter() - began


def _time_word(place: Path, texts: list[str]) -> tuple[str, ...]:
    """The processor's time of a Word file, beside the same draft as text."""
    text = _fill(place / "text", texts)
    word = Folder(place / "word", place / "word-out")
    word.drafts.mkdir()
    for path in text.drafts.iterdir():
        document = read_document(Source(path.name, path.read_bytes())).document
        (word.drafts / f"{path.stem}.docx").write_bytes(write_docx(document))
    took, floor = (run_process(folder.command(2), ROOT)[0] for folder in (word, text))
    measured = (f"{1000 * took / WORD:.1f} ms", f"text {1000 * floor / WORD:.1f} ms")
    return f"a Word file of {WORD}", *measured, f"{took / floor:.2f}"


def _watch_memory(folder: Folder) -> tuple[str, ...]:
    """The memory of a long run's own process in its last quarter, beside its first."""
    seen: list[float] = []
    with subprocess.Popen(folder.command(2), cwd=ROOT) as process:
        while process.poll() is None:
            seen.append(_weigh(process.pid))
            time.sleep(0.2)
    quarter = len(seen) // 4
    first, last = mean(seen[:quarter]), mean(seen[-quarter:])
    measured = (f"{last:.0f} MiB", f"first {first:.0f} MiB")
    return f"memory over {MANY} drafts, last quarter", *measured, f"{last / first:.2f}"


def _weigh(number: int) -> float:
    """The memory of a process in MiB (Linux alone)."""
    try:
        lines = Path(f"/proc/{number}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
