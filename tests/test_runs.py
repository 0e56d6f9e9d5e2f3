"""Items in runs: none is lost, none moved, and each run ends where the next is apart."""

from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from send_extract.runs import part_numbers, part_runs


def test_numbers_are_parted_where_one_does_not_follow() -> None:
    assert list(part_numbers([1, 2, 3, 5, 7, 8])) == [[1, 2, 3], [5], [7, 8]]


def test_nothing_has_no_runs() -> None:
    assert list(part_numbers([])) == []


@given(st.lists(st.integers(0, 9)))
def test_items_keep_their_order_and_are_parted_by_the_run_before_them(items: list[int]) -> None:
    runs = list(part_runs(items, lambda run, item: item < run[0]))

    assert list(chain.from_iterable(runs)) == items
    assert all(item >= run[0] for run in runs for item in run)
    assert all(after[0] < before[0] for before, after in pairwise(runs))
