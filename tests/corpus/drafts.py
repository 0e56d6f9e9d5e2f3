"""Small drafts of many councils, and what is poison among them."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from send_extract.pipeline import make_plan as make_sound_plan
from send_extract.plan import Plan
from send_extract.settings import Settings
from send_extract.source import Source

COUNCILS = ("Westmarch", "Eastvale", "Northbeck")
HEAD = "No\tRecommendation\tActions\tWhen (2024)\tWho\n"


def write_draft(council: str, draft: int = 1, rows: int = 3) -> str:
    """A plan of a council, each draft a month later than the one before."""
    months = ("Jan", "Feb", "March", "April", "May", "June")
    lines = (
        f"{row}\tListen to families of {council} {row}\tHold meeting {row}\t{months[(row + draft) % 6]}\tGB\n"
        for row in range(1, rows + 1)
    )
    return f"{council} County Council action plan\nDRAFT {draft}\n\n{HEAD}{''.join(lines)}"


def fill_folder(folder: Path, drafts: int = 2) -> Path:
    """A folder a council, in each so many drafts."""
    for council in COUNCILS:
        (folder / council).mkdir(parents=True)
        for draft in range(1, drafts + 1):
            (folder / council / f"plan-{draft}.txt").write_text(write_draft(council, draft), encoding="utf-8")
    return folder


POISON = {"crash": "crash", "hang": "timeout", "memory": "memory", "fault": "crash", "none": "rejected"}
"""Drafts that are no plans, by the beginning of their names, and what becomes of each."""


def add_poison(folder: Path) -> None:
    """One draft of each poison, in a folder whose settings keep the wait for them short."""
    folder.mkdir(parents=True)
    (folder / "send-extract.toml").write_text("[limits]\nseconds = 0.5\nmemory = 300\n", encoding="utf-8")
    for kind in POISON:
        text = "Nothing but words.\n" if kind == "none" else write_draft("Poison")
        (folder / f"{kind}.txt").write_text(text, encoding="utf-8")


def add_hostile(folder: Path) -> dict[str, str]:
    """Drafts that any engine refuses or ends over, by their bytes and settings alone; what becomes of each."""
    large = write_draft("Poison", rows=8000)
    for name, limit in (("slow", "seconds = 0.01"), ("hungry", "memory = 16")):
        (folder / name).mkdir(parents=True)
        (folder / name / "send-extract.toml").write_text(f"[limits]\n{limit}\n", encoding="utf-8")
        (folder / name / "plan.txt").write_text(large, encoding="utf-8")
    with ZipFile(folder / "bomb.docx", "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b"<w>" + b" " * (1 << 28))
    (folder / "empty.pdf").touch()
    (folder / "words.txt").write_text("Nothing but words.", encoding="utf-8")
    refused = ("bomb.docx", "empty.pdf", "words.txt", "none.txt")
    return {"slow/plan.txt": "timeout", "hungry/plan.txt": "memory", **dict.fromkeys(refused, "rejected")}


def make_plan(source: Source, settings: Settings, reader: str | None = None) -> Plan:
    """What makes a plan of a source, and breaks down over poison."""
    match source.name.partition(".")[0]:
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            while True:
                pass
        case "memory":
            return make_sound_plan(Source(source.name, b"x" * (1 << 30)), settings, reader)
        case "fault":
            raise KeyError(source.name)
    return make_sound_plan(source, settings, reader)


def read_table(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def count_outcomes(folder: Path) -> dict[str, str]:
    """What became of each source, by its name."""
    return {row["name"]: row["outcome"] for row in read_table(folder / "outcomes.jsonl")}


def list_lines(folder: Path) -> Iterator[tuple[str, list[bytes]]]:
    """The lines of each table in order, what varies taken out."""
    for path in sorted(folder.glob("*.jsonl")):
        rows = [row | {"seconds": None} for row in read_table(path)]
        yield path.name, sorted(json.dumps(row).encode() for row in rows)
