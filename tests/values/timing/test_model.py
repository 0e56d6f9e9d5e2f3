"""A timing's first and last day, and the dates of its rule in a window."""

import datetime as dt

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from send_extract.values.timing import (
    Interval,
    Timing,
    TimingContext,
    first_start,
    last_end,
    parse_timing,
    word_timing,
)

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


START, END = dt.date(2022, 1, 1), dt.date(2022, 12, 31)


def occurrences(text: str) -> list[str]:
    value = parse_timing(text, TimingContext(year=2022)).value
    assert value is not None
    return [f"{day:%d %b}" for day in value.occurrences(START, END)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quarterly wef Feb 2022", ["01 Feb", "01 May", "01 Aug", "01 Nov"]),
        ("monthly until March 2022", ["01 Jan", "01 Feb", "01 Mar"]),
        ("quarterly from April 2022 to September 2022", ["01 Apr", "01 Jul"]),
        ("first Monday of every month from October 2022", ["03 Oct", "07 Nov", "05 Dec"]),
        ("31 August (annually)", ["31 Aug"]),
        ("Monthly, October 2022", ["01 Oct", "01 Nov", "01 Dec"]),
        ("March 2022", []),
        ("termly", []),
    ],
)
def test_a_recurrence_gives_its_dates_in_a_window(text: str, expected: list[str]) -> None:
    assert occurrences(text) == expected


DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))


@given(
    unit=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    size=st.integers(1, 40),
    begin=DAYS,
    window=st.tuples(DAYS, DAYS),
)
def test_a_rule_of_a_step_alone_gives_the_dates_of_the_standard(
    unit: str, size: int, begin: dt.date, window: tuple[dt.date, dt.date]
) -> None:
    rule = f"FREQ={unit};INTERVAL={size}"
    timing = Timing(intervals=(Interval(begin, None),), rrule=rule)
    first, last = (dt.datetime.combine(day, dt.time()) for day in window)
    expected = rrulestr(rule, dtstart=dt.datetime.combine(begin, dt.time())).between(first, last, inc=True)
    assert timing.occurrences(*window) == tuple(day.date() for day in expected)


def test_the_last_month_that_there_is_has_an_end() -> None:
    last = Interval(dt.date(9999, 12, 1), dt.date(9999, 12, 31))
    assert word_timing(Timing(intervals=(last,))) == "December 9999"
