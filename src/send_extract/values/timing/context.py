"""What a timing is read against: the plan's year and date, its quarters, its school terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.timing.named import Named

Quarters = Literal["financial", "calendar"]
YearKind = Literal["calendar", "financial", "academic"]

FINANCIAL_START: Final = 4
"""The month that a financial year begins in, where nobody says another."""


class TermDates(Struct, frozen=True, gc=False):
    """A term whose dates are known.

    `term` is `autumn`, `spring`, `summer`, a half-term (`ht1` to `ht6`) or its holiday (`february half
    term`).
    """

    term: str
    start: date
    end: date


class TimingContext(Struct, frozen=True, gc=False):
    """Where a timing's missing year comes from (never from today).

    `year` is the plan's year, and `year_kind` what months without a year fall in: with `financial` and 2022,
    Jan is January 2023. `plan_date` is what `within 5 months` counts from. `quarters` is None where nobody
    has said; `financial_start` is the month in which a financial year begins. `other` reads words that can mean two
    things in their less likely sense. `named` are the plan's own names of timings, each with the words of its key.
    `month_first` says that the plan's dates in figures have the month before the day, as its others show.
    """

    year: int | None = None
    year_kind: YearKind = "calendar"
    plan_date: date | None = None
    quarters: Quarters | None = None
    financial_start: int = FINANCIAL_START
    terms: tuple[TermDates, ...] = ()
    other: bool = False
    named: Named = ()
    month_first: bool = False


_YEARS: Final = compile_later(
    r"(?<![\d/.-])((?:19|20)\d\d)(?:\s?([/\u2010-\u2014-])\s?((?:19|20)?\d\d))?(?![\d/])"
)
_ACADEMIC: Final = compile_later(r"\b(?:academic|school)\b", re.IGNORECASE)
_CALENDAR_QUARTERS: Final = compile_later(
    r"\bcalendar (?:year )?quarters?\b|\bquarters? (?:are|is|of the|run by the) calendar\b"
    r"|\bq(?:uarter)?\s?1\W{1,4}(?:is |means |= ?)?jan",
    re.IGNORECASE,
)
_FINANCIAL_QUARTERS: Final = compile_later(
    r"\bfinancial (?:year )?quarters?\b|\bq(?:uarter)?\s?1\W{1,4}(?:is |means |= ?)?apr", re.IGNORECASE
)


def find_context(
    headings: Iterable[str],
    title: str | None,
    plan_date: date | None,
    texts: Iterable[str] = (),
    given: TimingContext = TimingContext(),  # noqa: B008 - frozen
) -> TimingContext:
    """The context of a plan: what the settings give, else the timing columns' headings, the title, the date.

    `texts` are the document's other paragraphs, where a key to its quarters can stand.
    """
    context = given if given.plan_date else replace(given, plan_date=plan_date)
    if context.quarters is None:
        context = replace(context, quarters=find_quarters(texts))
    if context.year is not None:
        return context
    for text in (*headings, title or ""):
        found = find_year(text)
        if found:
            return replace(context, year=found[0], year_kind=found[1])
    return replace(context, year=context.plan_date.year) if context.plan_date else context


def find_year(text: str) -> tuple[int, YearKind] | None:
    """The one year that `text` names, and of which kind it is; None where it names none, or several."""
    found = {_name_year(match, text) for match in _YEARS.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _name_year(match: re.Match[str], text: str) -> tuple[int, YearKind] | None:
    first = int(match[1])
    if not match[3]:
        return first, "academic" if _ACADEMIC.search(text) and "year" in text.lower() else "calendar"
    if int(match[3]) % 100 != (first + 1) % 100:
        return None  # a plan of several years
    return first, "academic" if _ACADEMIC.search(text) else "financial"


def find_quarters(texts: Iterable[str]) -> Quarters | None:
    """What the document itself says its quarters are, None where it does not say."""
    for text in texts:
        if _CALENDAR_QUARTERS.search(text):
            return "calendar"
        if _FINANCIAL_QUARTERS.search(text):
            return "financial"
    return None
