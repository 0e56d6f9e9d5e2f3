"""How far a timing moved: by value where both were read, else by words."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple

from msgspec.structs import replace

from send_extract.changes import Shift, Values
from send_extract.plan import TimingMention
from send_extract.values.timing import Status, Timing, first_start, last_end
from send_extract.values.wording import find_key

SETTLED: frozenset[Status] = frozenset({"complete", "cancelled", "immediate", "in_progress", "overdue"})
"""States in place of a date that are no loss of it: the action is done, given up, or under way."""

UNKNOWN = Shift(None, None, "changed")


class TimingChange(NamedTuple):
    """How a timing changed; `timing-reworded` has no shift."""

    kind: Literal["timing-changed", "timing-reworded"]
    shift: Shift | None
    value: Values


def compare_timings(old: TimingMention, new: TimingMention) -> TimingChange | None:
    """How a timing changed, None where it did not, or in typing alone; values count before words."""
    same_words = find_key(old.text) == find_key(new.text)
    value = Values(old.value, new.value)
    if old.value is None or new.value is None:
        if same_words and old.value is new.value:
            return None
        return TimingChange("timing-changed", _find_unread_shift(old, new), value)
    if find_canonical(old.value) == find_canonical(new.value):
        return None if same_words else TimingChange("timing-reworded", None, value)
    return TimingChange("timing-changed", find_shift(old.value, new.value), value)


def find_canonical(timing: Timing) -> Timing:
    """A timing's days and conditions, without how they are said (EDTF, a deadline's `by`, how sharp they are)."""
    contingent_on = None if timing.contingent_on is None else find_key(timing.contingent_on).casefold()
    return replace(timing, edtf=None, deadline=False, approximate=False, contingent_on=contingent_on)


def _find_unread_shift(old: TimingMention, new: TimingMention) -> Shift:
    """The shift where one side has no value: a date that was read can still have come or gone."""
    had, has = _tells_when(old.value), _tells_when(new.value)
    same_words = find_key(old.text) == find_key(new.text)
    if had and (same_words or not new.text):
        return Shift(None, None, "lost")
    return Shift(None, None, "set") if has and (same_words or not old.text) else UNKNOWN


def find_shift(old: Timing, new: Timing) -> Shift:
    """How far a timing went, in whole months and in days; None for either where no number can be given."""
    had, has = _tells_when(old), _tells_when(new)
    if had and has:
        return _measure_shift(old, new)
    if had and new.status not in SETTLED:
        return Shift(None, None, "lost")
    return Shift(None, None, "set") if has and old.status not in SETTLED else UNKNOWN


def _tells_when(timing: Timing | None) -> bool:
    return timing is not None and bool(
        timing.intervals or timing.rrule or timing.frequency or timing.duration
    )


def _measure_shift(old: Timing, new: Timing) -> Shift:
    """The shift of the due day, the last of a timing; of the first day where either has no last."""
    ends = _find_due(old), _find_due(new)
    before, after = ends if all(ends) else (first_start(old), first_start(new))
    return UNKNOWN if before is None or after is None else _subtract(before, after)


def _find_due(timing: Timing) -> date | None:
    """The last day of all; None where the timing is open, or goes on by a rule."""
    return None if timing.rrule or timing.frequency else last_end(timing)


def _subtract(old: date, new: date) -> Shift:
    days = (new - old).days
    if not days:
        return Shift(0, 0, "changed")
    months = _count_months(min(old, new), max(old, new))
    return Shift(months, days, "later") if days > 0 else Shift(-months, days, "earlier")


def _count_months(first: date, last: date) -> int:
    """The whole months from one day to a later one; the last day of a month to that of another is whole."""
    months = (last.year - first.year) * 12 + last.month - first.month
    both_last = all(day.day == monthrange(day.year, day.month)[1] for day in (first, last))
    return months if both_last or last.day >= first.day else months - 1
