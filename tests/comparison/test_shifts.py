import datetime as dt

import pytest
from hypothesis import given

from send_extract.changes import Shift
from send_extract.comparison.shifts import compare_timings, find_shift
from send_extract.plan import TimingMention
from send_extract.values.timing import Interval, Status, Timing
from tests.strategies import TIMINGS


def dated(start: str | None, end: str | None, **fields: object) -> Timing:
    days = (None if day is None else dt.date.fromisoformat(day) for day in (start, end))
    return Timing(intervals=(Interval(*days),), **fields)  # type: ignore[arg-type]


JANUARY = dated("2022-01-01", "2022-01-31")
APRIL = dated("2022-04-01", "2022-04-30")
JUNE = dated("2022-06-01", "2022-06-30")
MONTHLY = dated("2022-01-01", None, rrule="FREQ=MONTHLY")
TBC = Timing(status="tbc")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (APRIL, JUNE, Shift(2, 61, "later")),
        (JUNE, APRIL, Shift(-2, -61, "earlier")),
        (dated(None, "2022-06-30", deadline=True), dated(None, "2022-09-30", deadline=True), Shift(3, 92, "later")),
        (dated("2022-02-01", "2022-04-30"), dated("2022-02-01", "2022-05-31"), Shift(1, 31, "later")),
        (dated("2022-02-01", "2022-04-30"), dated("2022-03-01", "2022-04-30"), Shift(0, 0, "changed")),
        (MONTHLY, dated("2022-04-01", None, rrule="FREQ=MONTHLY"), Shift(3, 90, "later")),
        (MONTHLY, dated("2022-01-01", None, rrule="FREQ=WEEKLY"), Shift(0, 0, "changed")),
        (dated("2022-03-14", "2022-03-14"), dated("2022-03-28", "2022-03-28"), Shift(0, 14, "later")),
        (dated("2022-01-31", "2022-01-31"), dated("2022-02-28", "2022-02-28"), Shift(1, 28, "later")),
        (dated("2022-11-01", "2022-11-30"), dated("2023-02-01", "2023-02-28"), Shift(3, 90, "later")),
        (JUNE, TBC, Shift(None, None, "lost")),
        (TBC, JUNE, Shift(None, None, "set")),
        (JUNE, Timing(contingent_on="funding"), Shift(None, None, "lost")),
        (TBC, Timing(status="ongoing"), Shift(None, None, "changed")),
        (JUNE, dated(None, "2022-06-30", deadline=True), Shift(0, 0, "changed")),
        (JUNE, dated("2022-06-30", "2022-06-30"), Shift(0, 0, "changed")),
        (JUNE, dated("2022-06-14", "2022-06-14"), Shift(0, -16, "earlier")),
        (dated(None, "2022-06-30"), dated("2022-07-01", None), Shift(None, None, "changed")),
        (APRIL, dated("2022-06-01", None), Shift(2, 61, "later")),
    ],
)  # fmt: skip
def test_a_shift_has_months_days_and_direction(old: Timing, new: Timing, expected: Shift) -> None:
    assert find_shift(old, new) == expected


@pytest.mark.parametrize("status", ["complete", "cancelled", "in_progress"])
def test_an_action_that_is_done_or_given_up_has_not_lost_its_date(status: Status) -> None:
    assert find_shift(JUNE, Timing(status=status)).direction == "changed"
    assert find_shift(Timing(status=status), JUNE).direction == "changed"


@pytest.mark.parametrize(
    ("old", "new"), [("Sept", "September"), ("Jan–March", "Jan - March"), ("Feb & July", "Feb and July")]
)
def test_typing_is_no_change_of_a_timing(old: str, new: str) -> None:
    assert compare_timings(TimingMention(old, JUNE), TimingMention(new, JUNE)) is None
    assert compare_timings(TimingMention(old), TimingMention(new)) is None


def test_the_same_days_in_other_words_are_reworded() -> None:
    change = compare_timings(TimingMention("01/06/22-30/06/22", JUNE), TimingMention("June", JUNE))
    assert change is not None
    assert (change.kind, change.shift) == ("timing-reworded", None)


def test_words_that_were_not_read_change_without_a_number() -> None:
    change = compare_timings(TimingMention("Summer-ish"), TimingMention("June", JUNE))
    assert change is not None
    assert change.shift == Shift(None, None, "changed")


def test_the_same_words_can_mean_another_year() -> None:
    change = compare_timings(
        TimingMention("January", JANUARY), TimingMention("January", dated("2023-01-01", "2023-01-31"))
    )
    assert change is not None
    assert change.shift == Shift(12, 365, "later")


@pytest.mark.parametrize(("old", "new", "direction"), [("June", "", "lost"), ("", "June", "set")])
def test_an_empty_cell_has_no_date(old: str, new: str, direction: str) -> None:
    mentions = (TimingMention(text, JUNE if text else None) for text in (old, new))
    change = compare_timings(*mentions)
    assert change is not None
    assert change.shift == Shift(None, None, direction)  # type: ignore[arg-type]


def test_the_same_words_can_lose_and_gain_their_year() -> None:
    gained = compare_timings(TimingMention("Jan"), TimingMention("Jan", JANUARY))
    lost = compare_timings(TimingMention("Jan", JANUARY), TimingMention("Jan"))
    assert gained is not None
    assert lost is not None
    assert (gained.shift, lost.shift) == (Shift(None, None, "set"), Shift(None, None, "lost"))


def test_a_deadline_and_the_bare_last_day_are_the_same_days() -> None:
    by = dated(None, "2022-06-30", deadline=True)
    until = dated(None, "2022-06-30")
    change = compare_timings(TimingMention("by June", by), TimingMention("until June", until))
    assert change is not None
    assert change.kind == "timing-reworded"


@given(TIMINGS, TIMINGS)
def test_the_direction_never_contradicts_the_days(old: Timing, new: Timing) -> None:
    shift, back = find_shift(old, new), find_shift(new, old)
    signs = {"later": 1, "earlier": -1, "changed": 0}
    if shift.days is not None:
        assert (shift.days > 0) - (shift.days < 0) == signs[shift.direction]
        assert (shift.days, shift.months) == (-(back.days or 0), -(back.months or 0))
