"""What a timing is read against: the plan's year and date, its quarters, its school terms."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

Quarters = Literal["financial", "calendar"]
YearKind = Literal["calendar", "financial", "academic"]


class TermDates(NamedTuple):
    """A term whose dates are known: `year` is its school year's first (2022 for 2022/23), `term` its name."""

    year: int
    term: str
    start: date
    end: date


class TimingContext(NamedTuple):
    """Where a timing's missing year comes from (never from today).

    `year` is the plan's year, and `year_kind` what months without a year fall in: with `financial` and 2022,
    Jan is January 2023. `plan_date` is what `within 3 months` counts from. `financial_start` is the month in
    which a financial year begins.
    """

    year: int | None = None
    year_kind: YearKind = "calendar"
    plan_date: date | None = None
    quarters: Quarters = "financial"
    financial_start: int = 4
    terms: tuple[TermDates, ...] = ()
