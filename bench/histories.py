"""What comparing the drafts of one plan takes a draft, and whether that grows with their number."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bench.diff import edit_plan, make_large_plan, make_vocabulary
from bench.measuring import print_table
from send_extract.comparison.grouping import find_traits, group_drafts
from send_extract.comparison.history import trace_history
from send_extract.plan import Draft, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

RECOMMENDATIONS, EDITS = 16, 3
COUNTS = (50, 100, 200, 400, 800)
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
