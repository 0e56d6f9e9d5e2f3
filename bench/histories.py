"""What comparing the drafts of one plan takes a draft, and whether that grows with their number."""

from __future__ import annotations

import random
import tempfile
import time
import tracemalloc
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bench.diff import edit_plan, make_large_plan, make_vocabulary
from bench.measuring import ROOT, find_program, print_table, run_process
from send_extract.comparison.blocking import DIGEST
from send_extract.comparison.grouping import Traits, find_traits, group_drafts, relate_drafts
from send_extract.comparison.history import trace_history
from send_extract.comparison.ordering import Imprint
from send_extract.plan import Draft, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RECOMMENDATIONS, EDITS = 16, 3
COUNTS = (50, 100, 200, 400, 800)
RUNS = (25, 100, 200)
NATIONS = (1_000, 18_000)
MONTHS = ("Jan", "Feb", "March", "April", "May", "June")
ROUNDS = 3
LIMIT = 1.5
"""What a draft of the most may take beside one of the fewest."""


def main() -> None:
    """Times lives of a plan of 16 recommendations, each draft with three edits more than the one before."""
    drafts = _make_drafts(max(COUNTS))
    rows = [("drafts of a plan", "grouping, ms a draft", "comparing, ms a draft", "times the fewest")]
    fewest = None
    for count in COUNTS:
        grouping, comparing = _time_life(drafts[:count])
        fewest = fewest or grouping + comparing
        growth = f"{(grouping + comparing) / fewest:.2f}"
        rows.append((str(count), f"{grouping:.2f}", f"{comparing:.2f}", growth))
    print_table(f"Histories: limit {LIMIT} times", rows)
    _time_nations()
    _time_runs()


def _time_nations() -> None:
    """Times finding the plans among drafts of a nation's councils, two drafts a plan, and weighs it."""
    rows: list[tuple[str, ...]] = [("plans", "drafts", "grouping, ms a draft", "kB a draft", "found, doubts")]
    for count in NATIONS:
        traits = list(_make_traits(count))
        tracemalloc.start()
        found = relate_drafts(traits[: len(traits) // 10])
        peak = 10 * tracemalloc.get_traced_memory()[1] / len(traits) / 1000
        tracemalloc.stop()
        began = time.process_time()
        found = relate_drafts(traits)
        took = 1000 * (time.process_time() - began) / len(traits)
        told = f"{len(found.groups):,}, {len(found.doubts):,}"
        rows.append((f"{count:,}", f"{len(traits):,}", f"{took:.2f}", f"{peak:.1f}", told))
    print_table("Finding the plans of a nation's drafts", rows)


def _make_traits(count: int) -> Iterator[Traits]:
    """Two drafts a plan, a fifth of them other words, and a form's sentences in all; a fifth name no council."""
    chance = random.Random(1)  # noqa: S311 - the same drafts each time
    form = [chance.randbytes(DIGEST) for _ in range(8)]
    for number in range(count):
        texts = [chance.randbytes(DIGEST) for _ in range(60)]
        council = f"Place{number % 150} Council" if number % 5 else None
        for draft in (1, 2):
            texts = [*texts[12:], *(chance.randbytes(DIGEST) for _ in range(12))]
            imprint = Imprint(f"Plan {number}", Draft(f"DRAFT {draft}", "draft", draft), f"{draft}.docx")
            yield Traits(imprint, b"".join(sorted({*texts, *form})), council)


def _time_runs() -> None:
    """Times whole runs over variants of the real draft, each with one date moved more, to every usual output."""
    rows: list[tuple[str, ...]] = [("variants of a draft", "ms a draft", "times the fewest")]
    fewest = None
    for count in RUNS:
        with tempfile.TemporaryDirectory() as name:
            drafts = Path(name) / "drafts"
            _write_variants(drafts, count)
            command = [
                find_program("send-extract"),
                "extract",
                str(drafts),
                "-o",
                str(Path(name) / "out"),
                "-q",
            ]
            took = 1000 * run_process(command, ROOT)[0] / count
        fewest = fewest or took
        rows.append((str(count), f"{took:.1f}", f"{took / fewest:.2f}"))
    print_table(f"A run over variants of one draft, its pages too: limit {LIMIT} times", rows)


def _write_variants(folder: Path, count: int) -> None:
    folder.mkdir()
    chance = random.Random(1)  # noqa: S311 - the same drafts each time
    lines = (ROOT / "raw" / "draft-1.txt").read_text(encoding="utf-8").split("\n")
    for number in range(1, count + 1):
        place = chance.randrange(len(lines))
        lines[place] = lines[place].replace(chance.choice(MONTHS), chance.choice(MONTHS), 1)
        text = "\n".join(lines).replace("DRAFT 1", f"DRAFT {number}", 1)
        (folder / f"draft-{number}.txt").write_text(text, encoding="utf-8")


def _make_drafts(count: int) -> list[Plan]:
    vocabulary = make_vocabulary("")
    plan = make_large_plan(RECOMMENDATIONS, vocabulary)
    drafts = []
    for number in range(1, count + 1):
        source = replace(plan.source, name=f"draft-{number}.txt", sha256=f"{number:064}")
        plan = replace(plan, draft=Draft(f"DRAFT {number}", "draft", number), source=source)
        drafts.append(plan)
        plan = edit_plan(plan, EDITS, vocabulary, seed=number)
    return drafts


def _time_life(drafts: list[Plan]) -> tuple[float, float]:
    """The milliseconds a draft of finding them to be one plan, and of comparing them."""
    traits = list(map(find_traits, drafts))
    (life,) = group_drafts(traits)
    assert len(life.indexes) == len(drafts)  # noqa: S101 - else nothing was measured
    return _time(lambda: group_drafts(traits), len(drafts)), _time(lambda: trace_history(drafts), len(drafts))


def _time(run: Callable[[], object], count: int) -> float:
    return 1000 * median(_take(run) for _ in range(ROUNDS)) / count


def _take(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began
