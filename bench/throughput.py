"""How fast large drafts are read: the draft's rows again and again, beside two floors on the same cells."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from bench.measuring import ROOT, find_program, measure_commands, print_table, run_process

SIZES = (1, 10, 50)
MEGABYTE = 10**6
SAMPLE = 2

FLOORS = {
    "lxml.etree": """
import sys
from lxml import etree
parser = etree.HTMLParser()
for line in open(sys.argv[1], encoding="utf-8"):
    for cell in line.rstrip("\\n").split("\\t"):
        if "<" in cell:
            etree.fromstring(cell, parser)
""",
    "BeautifulSoup": """
import sys
from bs4 import BeautifulSoup
for line in open(sys.argv[1], encoding="utf-8"):
    for cell in line.rstrip("\\n").split("\\t"):
        if "<" in cell:
            BeautifulSoup(cell, "lxml")
""",
}


def make_draft(size: int) -> str:
    """A draft of about `size` bytes: the real one's rows repeated, each copy with numbers of its own."""
    title, _, rest = (ROOT / "raw" / "draft-1.txt").read_text(encoding="utf-8").strip().partition("\n\n")
    table, _, glossary = rest.partition("\n\n## Glossary")
    heading, *rows = table.split("\n")
    copies: list[str] = []
    made = len(rest)
    while made < size:
        copies += [_renumber(row, len(copies)) for row in rows]
        made += sum(len(row.encode()) + 1 for row in copies[-len(rows) :])
    return "\n".join([title, "", heading, *copies, "", f"## Glossary{glossary}"])


def _renumber(row: str, rise: int) -> str:
    return re.sub(r"^\d+", lambda found: str(int(found[0]) + rise), row)


def main() -> None:
    """Times source to outputs at 1, 10 and 50 MB beside the lxml floor, and BeautifulSoup on a sample."""
    rows: list[tuple[object, ...]] = [
        ("draft", "process", "seconds", "MB/s", "peak MiB", "times lxml.etree", "times plan.json")
    ]
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            rows += _time_size(Path(folder), size)
        rows += _time_sample(Path(folder))
    print_table("Throughput (the time of all processes, the memory of the largest)", rows)


def _time_size(folder: Path, size: int) -> list[tuple[object, ...]]:
    draft = folder / f"draft-{size}.txt"
    draft.write_text(make_draft(size * MEGABYTE), encoding="utf-8")
    extract = [find_program("send-extract"), "extract", str(draft), "-q"]
    commands = {
        "lxml.etree": [find_program("python"), "-c", FLOORS["lxml.etree"], str(draft)],
        "plan.json": [*extract, "-o", "-"],
        "JSON, CSV, Markdown": [*extract, "--only", "json,csv,md", "-o", str(folder / "out")],
    }
    times = measure_commands(commands, 3 if size < max(SIZES) else 1, folder)
    floor, alone = times["lxml.etree"].seconds, times["plan.json"].seconds
    return [
        (
            f"{size} MB",
            name,
            f"{t.seconds:.2f}",
            f"{size / t.seconds:.1f}",
            _round(t.memory),
            f"{t.seconds / floor:.1f}",
            f"{t.seconds / alone:.2f}",
        )
        for name, t in times.items()
    ]


def _time_sample(folder: Path) -> list[tuple[object, ...]]:
    draft = folder / "sample.txt"
    draft.write_text(make_draft(SAMPLE * MEGABYTE), encoding="utf-8")
    seconds, memory = run_process([find_program("python"), "-c", FLOORS["BeautifulSoup"], str(draft)], folder)
    floor, _ = run_process([find_program("python"), "-c", FLOORS["lxml.etree"], str(draft)], folder)
    speed = f"{SAMPLE / seconds:.1f}"
    return [
        (
            f"{SAMPLE} MB",
            "BeautifulSoup",
            f"{seconds:.2f}",
            speed,
            _round(memory),
            f"{seconds / floor:.1f}",
            "",
        )
    ]


def _round(memory: float | None) -> str:
    return "?" if memory is None else f"{memory:.0f}"
