import datetime as dt

import pytest

from send_extract.values.timing import Frequency, Interval, Timing
from send_extract.writers.agenda.scale import Scale
from send_extract.writers.page.timeline.marks import draw_slip, draw_timing
from tests.writers.page.samples import BY_JULY, FROM_APRIL, MARCH, MAY, QUARTERLY, SPRING

YEAR = Scale(dt.date(2022, 1, 1), dt.date(2022, 12, 31))


def span(first: dt.date | None, last: dt.date | None, *, deadline: bool = False) -> Timing:
    return Timing(intervals=(Interval(first, last),), deadline=deadline)


@pytest.mark.parametrize(
    ("timing", "looks"),
    [
        (MAY, ["bar"]),
        (SPRING, ["bar", "hatch"]),
        (BY_JULY, ["due"]),
        (span(dt.date(2022, 4, 1), dt.date(2022, 7, 31), deadline=True), ["bar", "due"]),
        (FROM_APRIL, ["bar", "open-end"]),
        (span(None, dt.date(2022, 7, 31)), ["bar", "open-start"]),
        (span(None, None), ["bar", "open-end", "open-start"]),
        (span(dt.date(2022, 4, 1), dt.date(2030, 7, 31)), ["bar", "open-end"]),
        (span(dt.date(2030, 4, 1), dt.date(2030, 7, 31)), ["more"]),
        (span(dt.date(2020, 4, 1), dt.date(2020, 7, 31)), ["less"]),
        (span(None, dt.date(2030, 7, 31), deadline=True), ["more"]),
        (span(None, dt.date(2020, 7, 31), deadline=True), ["less"]),
        (QUARTERLY, ["run", "tick", "tick", "tick", "tick", "more"]),
        (Timing(frequency=Frequency(6, "P1Y")), ["run", "more"]),
        (Timing(intervals=(*MARCH.intervals, *MAY.intervals)), ["bar", "bar"]),
    ],
)
def test_a_timing_has_a_mark_for_each_of_its_intervals_and_times(timing: Timing, looks: list[str]) -> None:
    assert [mark.look for mark in draw_timing(timing, YEAR)] == looks


def test_a_bar_stands_from_the_first_to_the_last_day() -> None:
    (bar,) = draw_timing(span(dt.date(2022, 1, 1), dt.date(2022, 12, 31)), YEAR)
    assert (bar.place, bar.width) == ("0%", "100%")
    (bar,) = draw_timing(span(dt.date(2022, 12, 31), dt.date(2022, 12, 31)), YEAR)
    assert (bar.place, bar.width) == ("99.2%", "0.8%")


@pytest.mark.parametrize(
    ("old", "new", "looks"),
    [
        (MARCH, MAY, ["old-bar", "way", "later"]),
        (MAY, MARCH, ["old-bar", "way", "earlier"]),
        (BY_JULY, MARCH, ["old-due", "way", "earlier"]),
        (MAY, span(None, dt.date(2022, 5, 31), deadline=True), ["old-bar"]),
        (FROM_APRIL, span(dt.date(2022, 6, 1), None), ["old-bar", "way", "later"]),
        (MAY, None, ["old-bar"]),
        (Timing(status="tbc"), MAY, []),
    ],
)
def test_a_slip_is_drawn_from_the_old_place_to_the_new(
    old: Timing, new: Timing | None, looks: list[str]
) -> None:
    assert [mark.look for mark in draw_slip(old, new, YEAR)] == looks
