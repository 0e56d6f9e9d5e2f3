"""A timing's first and last day are those of all of its intervals; an open one leaves none."""

import datetime as dt

import pytest

from send_extract.values.timing import Interval, Timing, first_start, last_end

MARCH = Interval(dt.date(2022, 3, 1), dt.date(2022, 3, 31))
MAY = Interval(dt.date(2022, 5, 1), dt.date(2022, 5, 31))
BY_JULY = Interval(None, dt.date(2022, 7, 31))
FROM_MAY = Interval(dt.date(2022, 5, 1), None)


@pytest.mark.parametrize(
    ("intervals", "first", "last"),
    [
        ((MAY, MARCH), MARCH.start, MAY.end),
        ((MARCH, BY_JULY), None, BY_JULY.end),
        ((FROM_MAY, MARCH), MARCH.start, None),
        ((), None, None),
    ],
)
def test_the_first_and_the_last_day_are_of_all_intervals(
    intervals: tuple[Interval, ...], first: dt.date | None, last: dt.date | None
) -> None:
    timing = Timing(intervals)

    assert (first_start(timing), last_end(timing)) == (first, last)


def test_what_was_not_read_has_neither() -> None:
    assert (first_start(None), last_end(None)) == (None, None)


def test_a_rule_recurs_between_two_days() -> None:
    timing = Timing((FROM_MAY,), rrule="FREQ=MONTHLY")

    assert timing.occurrences(dt.date(2022, 5, 1), dt.date(2022, 6, 30)) == (
        dt.date(2022, 5, 1),
        dt.date(2022, 6, 1),
    )
