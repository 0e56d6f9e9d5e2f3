"""How fast timings are read: beside dateparser on the same wordings, and as hostile wordings grow."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import dateparser

from bench.measuring import print_table
from send_extract.segmentation.timings import segment_timings
from send_extract.values.timing import TimingContext, parse_timing
from tests.values.timing.conventions import CONVENTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
SIZES = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000)
# Wordings that repeat what a grammar may have to take back.
HOSTILE = (
    "Jan ",
    "by ",
    "2022/23-",
    "(",
    "subject to ",
    "1 and ",
    "every ",
    "once a ",
    "- ",
    "March/",
    "a",
    "3, 4, ",
)


def main() -> None:
    """Expressions a second beside dateparser with caching off, and the growth of hostile wordings."""
    wordings = [wording for convention in CONVENTIONS for wording in convention.wordings]
    context = TimingContext(year=2022, plan_date=dt.date(2022, 1, 13))
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": dt.datetime(2022, 1, 13)}  # noqa: DTZ001 - dateparser compares naive times
    readers: dict[str, Callable[[str], object]] = {
        "send_extract (no cache)": lambda text: parse_timing.__wrapped__(text, context),
        "dateparser": lambda text: dateparser.parse(text, languages=["en"], settings=settings),
    }
    rows: list[tuple[object, ...]] = [("reader", "wordings a second", "times dateparser")]
    speeds = {
        name: len(wordings) / min(_time_all(read, wordings) for _ in range(ROUNDS))
        for name, read in readers.items()
    }
    rows += [(name, f"{speed:.0f}", f"{speed / speeds['dateparser']:.1f}") for name, speed in speeds.items()]
    print_table(f"Timings, {len(wordings)} wordings (aim: at least 8 times dateparser)", rows)

    growth: list[tuple[object, ...]] = [("wording", *(f"{size // 1000} k" for size in SIZES), "64 k : 32 k")]
    for piece in HOSTILE:
        texts = [piece * (size // len(piece)) for size in SIZES]
        times = [
            min(_time_all(lambda t: segment_timings.__wrapped__(t, 3, context), [text]) for _ in range(3))
            for text in texts
        ]
        growth.append(
            (repr(piece), *(f"{taken * 1000:.1f}" for taken in times), f"{times[-1] / times[-2]:.1f}")
        )
    print_table(
        "Hostile cells: milliseconds to divide and read (aim: twice as long takes about twice)", growth
    )


def _time_all(read: Callable[[str], object], texts: list[str]) -> float:
    begun = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - begun
