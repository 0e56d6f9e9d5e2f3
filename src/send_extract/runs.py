"""Runs: items of a sequence that go together with those right before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def part_runs(items: Iterable[T], is_apart: Callable[[list[T], T], bool]) -> Iterator[list[T]]:
    """The items in order, parted before each one that is apart from the run before it."""
    run: list[T] = []
    for item in items:
        if run and is_apart(run, item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def part_numbers(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Numbers in order, parted where one does not follow the one before it."""
    return part_runs(numbers, lambda run, number: number != run[-1] + 1)


def list_ranges(numbers: Iterable[int], fewest: int) -> Iterator[range]:
    """The runs of at least so many numbers in order, each of which follows the one before it."""
    return (range(run[0], run[-1] + 1) for run in part_numbers(numbers) if len(run) >= fewest)
