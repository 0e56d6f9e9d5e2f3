"""Timings: what the words of a When cell mean, by the conventions of the design (section 3, "When")."""

from send_extract.values.timing.context import TermDates, TimingContext, find_context
from send_extract.values.timing.finding import FoundDate, find_dates, find_full_dates, find_timings
from send_extract.values.timing.model import Frequency, Interval, Status, Timing, first_start, last_end
from send_extract.values.timing.month_first import is_month_first
from send_extract.values.timing.reading import ANY_YEAR, TimingReading, is_dated, parse_timing
from send_extract.values.timing.wording import word_recurrence, word_timing

__all__ = [
    "ANY_YEAR",
    "FoundDate",
    "Frequency",
    "Interval",
    "Status",
    "TermDates",
    "Timing",
    "TimingContext",
    "TimingReading",
    "find_context",
    "find_dates",
    "find_full_dates",
    "find_timings",
    "first_start",
    "is_dated",
    "is_month_first",
    "last_end",
    "parse_timing",
    "word_recurrence",
    "word_timing",
]
