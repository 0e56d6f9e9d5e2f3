"""Timings built first and then worded in many ways: what a reader must give back is known by construction."""

import calendar
import datetime as dt
from typing import NamedTuple

from hypothesis import strategies as st

from send_extract.values.timing import Interval

YEARS = st.integers(2015, 2035)
MONTHS = st.integers(1, 12)


class Worded(NamedTuple):
    """A wording and what it must mean."""

    text: str
    intervals: tuple[Interval, ...] = ()
    deadline: bool = False
    rrule: str | None = None


class Words(NamedTuple):
    """A period in words, and its first and last day."""

    text: str
    start: dt.date
    end: dt.date


def last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


@st.composite
def days(draw: st.DrawFn) -> Words:
    day = draw(st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31)))
    ordinal = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
    text = draw(
        st.sampled_from(
            [
                f"{day.day} {day:%B %Y}",
                f"{day.day}{ordinal} {day:%b %Y}",
                f"{day:%d/%m/%Y}",
                f"{day:%d.%m.%y}",
                f"{day.day}-{day:%b-%y}",
                f"{day:%Y-%m-%d}",
                f"{day:%a} {day.day} {day:%B %Y}",
                f"{day:%B} {day.day}{ordinal}, {day:%Y}",
                f"{day.day}{ordinal} of {day:%B %Y}",
            ]
        )
    )
    return Words(text, day, day)


@st.composite
def months(draw: st.DrawFn) -> Words:
    year, month = draw(YEARS), draw(MONTHS)
    name, short = calendar.month_name[month], calendar.month_abbr[month]
    text = draw(
        st.sampled_from([
            f"{name} {year}", f"{short} {year}", f"{short}. {year}", f"{name.upper()} {year}", f"{name.lower()} {year}",
            f"{short}-{year % 100:02}", f"{name} '{year % 100:02}", f"{month}/{year}", f"{month:02}/{year}",
            f"{year}-{month:02}" if (year + 1) % 100 != month else f"{name} {year}",
        ])
    )  # fmt: skip
    return Words(text, dt.date(year, month, 1), last_day(year, month))


@st.composite
def quarters(draw: st.DrawFn) -> Words:
    year, quarter = draw(YEARS), draw(st.integers(1, 4))
    split = f"{year}/{(year + 1) % 100:02}"
    text = draw(
        st.sampled_from([f"Q{quarter} {split}", f"Quarter {quarter} of {split}", f"Qtr {quarter}, {split}"])
    )
    begin = dt.date(year + quarter // 4, (4, 7, 10, 1)[quarter - 1], 1)
    return Words(text, begin, last_day(begin.year, begin.month + 2))


@st.composite
def years(draw: st.DrawFn) -> Words:
    year = draw(YEARS)
    split = f"{year}/{(year + 1) % 100:02}"
    return draw(
        st.sampled_from(
            [
                Words(f"{year}", dt.date(year, 1, 1), dt.date(year, 12, 31)),
                Words(f"FY {split}", dt.date(year, 4, 1), dt.date(year + 1, 3, 31)),
                Words(f"financial year {split}", dt.date(year, 4, 1), dt.date(year + 1, 3, 31)),
                Words(f"academic year {split}", dt.date(year, 9, 1), dt.date(year + 1, 8, 31)),
            ]
        )
    )


PERIODS = days() | months() | quarters() | years()


@st.composite
def bounded(draw: st.DrawFn) -> Worded:
    words = draw(PERIODS)
    by, before = Interval(None, words.end), Interval(None, words.start - dt.timedelta(days=1))
    since, after = Interval(words.start, None), Interval(words.end + dt.timedelta(days=1), None)
    return draw(
        st.sampled_from(
            [
                Worded(words.text, (Interval(words.start, words.end),)),
                Worded(f"in {words.text}", (Interval(words.start, words.end),)),
                Worded(f"by {words.text}", (by,), deadline=True),
                Worded(f"By the end of {words.text}", (by,), deadline=True),
                Worded(f"no later than {words.text}", (by,), deadline=True),
                Worded(f"To be completed by {words.text}", (by,), deadline=True),
                Worded(f"before {words.text}", (before,), deadline=True),
                Worded(f"until {words.text}", (by,)),
                Worded(f"from {words.text}", (since,)),
                Worded(f"wef {words.text}", (since,)),
                Worded(f"{words.text} onwards", (since,)),
                Worded(f"Commencing {words.text}", (since,)),
                Worded(f"after {words.text}", (after,)),
                Worded(f"end of {words.text}", (Interval(words.end, words.end),)),
            ]
        )
    )


@st.composite
def ranges(draw: st.DrawFn) -> Worded:
    first = draw(PERIODS)
    # `2015 - 2016` is a pair of years, whatever stands before the first.
    last = draw(PERIODS.filter(lambda words: words.start > first.end and not words.text.isdigit()))
    text = draw(
        st.sampled_from([
            f"{first.text} to {last.text}", f"{first.text} - {last.text}", f"{first.text} \u2013 {last.text}",
            f"from {first.text} to {last.text}", f"from {first.text} until {last.text}",
            f"between {first.text} and {last.text}",
        ])
    )  # fmt: skip
    return Worded(text, (Interval(first.start, last.end),))


@st.composite
def lists(draw: st.DrawFn) -> Worded:
    # A bare year behind a month is that month again, and a month behind a bare year is in it.
    dated = PERIODS.filter(lambda words: not words.text.isdigit())
    found = draw(st.lists(dated, min_size=2, max_size=4, unique_by=lambda words: (words.start, words.end)))
    texts = [words.text for words in found]
    text = draw(
        st.sampled_from([", ".join(texts), "; ".join(texts), f"{', '.join(texts[:-1])} and {texts[-1]}"])
    )
    return Worded(text, tuple(Interval(words.start, words.end) for words in found))


FREQUENCIES = st.sampled_from([
    ("weekly", "FREQ=WEEKLY"), ("every fortnight", "FREQ=WEEKLY;INTERVAL=2"), ("Monthly", "FREQ=MONTHLY"),
    ("on a monthly basis", "FREQ=MONTHLY"), ("every two months", "FREQ=MONTHLY;INTERVAL=2"),
    ("quarterly", "FREQ=MONTHLY;INTERVAL=3"), ("six-monthly", "FREQ=MONTHLY;INTERVAL=6"), ("Annually", "FREQ=YEARLY"),
    ("every Monday", "FREQ=WEEKLY;BYDAY=MO"), ("first Tuesday of each month", "FREQ=MONTHLY;BYDAY=1TU"),
    ("2nd and 4th Tuesday of each month", "FREQ=MONTHLY;BYDAY=2TU,4TU"),
    ("every Monday and Friday", "FREQ=WEEKLY;BYDAY=MO,FR"),
    ("last working day of every month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("every 3 weeks", "FREQ=WEEKLY;INTERVAL=3"), ("the 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=15"),
])  # fmt: skip


@st.composite
def recurrences(draw: st.DrawFn) -> Worded:
    (text, rule), words = draw(FREQUENCIES), draw(PERIODS)
    return draw(
        st.sampled_from(
            [
                Worded(text, rrule=rule),
                Worded(f"{text} from {words.text}", (Interval(words.start, None),), rrule=rule),
                Worded(f"{text} until {words.text}", (Interval(None, words.end),), rrule=rule),
                Worded(f"{text}, commencing {words.text}", (Interval(words.start, None),), rrule=rule),
            ]
        )
    )


WORDED = bounded() | ranges() | lists() | recurrences()
