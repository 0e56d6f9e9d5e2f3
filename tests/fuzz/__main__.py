"""`python -m tests.fuzz COUNT [FIRST]`: so many mutants, counted as they are judged; fails where the program did."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor

from tests.fuzz.mutants import make_mutant
from tests.fuzz.verdicts import FAULTS, Verdict, judge

PART = 1_000
"""Mutants between two lines that say how far it is."""
_SHARE = 100


def main(count: int, first: int = 0) -> int:
    """Judges the mutants from the number `first` on, by every core; gives how many of them are faults."""
    fates: Counter[str] = Counter()
    for number, verdict in judge_mutants(range(first, first + count)):
        fates[verdict.fate] += 1
        if verdict.fate in FAULTS:
            print(f"{number} {make_mutant(number).seed.name}: {verdict.fate}: {verdict.words}", flush=True)
        if not fates.total() % PART or fates.total() == count:
            print(tell_progress(fates, count), flush=True)
    return sum(fates[fate] for fate in FAULTS)


def judge_mutants(numbers: range) -> Iterator[tuple[int, Verdict]]:
    """Each mutant's number and verdict, in the order of the numbers."""
    shares = [numbers[place : place + _SHARE] for place in range(0, len(numbers), _SHARE)]
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        for share, verdicts in zip(shares, processes.map(_judge_share, shares), strict=True):
            yield from zip(share, verdicts, strict=True)


def _judge_share(numbers: range) -> list[Verdict]:
    return [judge(make_mutant(number)) for number in numbers]


def tell_progress(fates: Mapping[str, int], count: int) -> str:
    """How many mutants are judged of how many, and what became of them."""
    found = ", ".join(f"{fates.get(fate, 0):,} {fate}" for fate in ("read", "refused", *FAULTS))
    return f"{sum(fates.values()):,} of {count:,}: {found}"


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])) > 0)
