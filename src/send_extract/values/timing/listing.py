"""What the rules of dates make: ranges, lists, what bounds them and what stands behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from send_extract.values.timing.dates import Dates, Span, choose_join
from send_extract.values.timing.filling import fill_years
from send_extract.values.timing.lexicon import SpeltItem
from send_extract.values.timing.period import Period

if TYPE_CHECKING:
    from send_extract.values.timing.rules import Made, Match

_LINKING: Final = ("or", "then", "and", "comma", "semicolon", "slash", "also")
_DONE: Final = frozenset(["word", "event", "thing", "body"])
_WEAK: Final = ("about", "in", "")
# What dates are asked for by the bound that they begin with, beside *dates*.
_LED: Final = {
    "own_end": "own_end_dates", "anchor": "anchor_dates", "ahead": "ahead_dates", "event_before": "event_before_dates",
    "event_after": "event_after_dates", "thing": "role_dates",
}  # fmt: skip


def make_range(match: Match) -> Made:
    """`May to July 2024`, `between April and June`, `between 1 and 5 March`."""
    several: Dates | None = match.get("several")
    if several:
        ends = several.periods
        return Dates((Span(ends[0], ends[-1]),)) if len(ends) == 2 else None
    is_plain = match.get("bound", "in") == "in"  # `April to in June`
    first, last = match.named["first"], match.named["last"]
    return Dates((Span(first, last),)) if is_plain and not _is_in_another(first, last, match) else None


def _is_in_another(first: Period, last: Period, match: Match) -> bool:
    """Whether the first of a range without a year is not in the year until which it lasts (`Nov until 2027`)."""
    is_mere_year = (
        last.kind == "year" and not last.part and first.year is None and first.kind in {"month", "day"}
    )
    return is_mere_year and any(item.senses.get("range") in {"until", "till", "til"} for item in match.items)


def make_range_to_end(match: Match) -> Made:
    """`Feb 2025 to end of the quarter`, `June 2025 to month end`: until the end of the one that it is in."""
    units = {("M", 1): "month", ("M", 3): "quarter", ("T", 1): "term", ("T2", 1): "half_term"}
    name = match.get("eo") or units.get(match.get("unit"))
    if name in {None, "year"} or match.get("part", "end") != "end":
        return None
    return Dates((Span(match.named["first"], Period("any", name=name, part="end")),))


def make_dates(match: Match) -> Made:
    """Dates with all that bounds them: the first, and those behind it that go with its bound."""
    items = match.items
    bound, about, at = _read_bounds(items, 0) if "bound" in items[0].senses else ("", False, 0)
    if at + 1 == len(items) and "period" in items[at].senses:  # as most are
        only = items[at].senses["period"]
        return _spell_dates(Dates((Span(only),), _say_bound(bound), about), only, items[0])
    spans, join, end, is_cut = _read_list(items, at, bound)
    suffix = "" if is_cut else _read_suffix(match)
    read = Dates(spans, _say_bound(bound, suffix), about or suffix == "about", join)
    return _spell_dates(read, read.only, items[0]), match.end if suffix else match.start + end


def _say_bound(bound: str, suffix: str = "") -> str:
    """The bound of dates by the words before them and behind; *in* says none."""
    is_before = suffix in _WEAK or bound == "before"
    said = bound if is_before else {"by": "latest"}.get(suffix, suffix)
    return "" if said == "in" else said


def _read_list(items: Sequence[SpeltItem], at: int, bound: str) -> tuple[tuple[Span, ...], str, int, bool]:
    """The spans of the list whose first member is item `at`, their joint, the index behind, and whether it is cut.

    It is where what is listed next does not go with the bound.
    """
    dates, joints, is_cut = [_read_member(items[at])], [], False
    while mark := _read_mark(items, at + 1):
        again, is_about, behind = _read_bounds(items, at + 1)
        is_cut = behind < len(items) and (is_about or not _goes_on(bound, again, items[behind]))
        if is_cut or behind == len(items):
            break
        at = behind
        dates.append(_read_member(items[at]))
        joints.append(mark)
    spans = chain.from_iterable([one.spans for one in dates])
    join = choose_join({*joints, *[one.join for one in dates]})
    return fill_years(list(spans)), join, at + 1, is_cut


def make_event_dates(match: Match) -> Made:
    """`by the AGM (May 2024)`: what bounds the event bounds its date; not `reviewed by governors May 2024`."""
    period = match.named["period"]
    is_event = match.named["bound"] == "by" and not _is_done_by(match)
    return _spell_dates(Dates((Span(period),), "by"), period, match.items[0]) if is_event else None


def _is_done_by(match: Match) -> bool:
    """Whether *by* says who does something: people that act, or a body behind what is done."""
    if any("doer" in item.senses for item in match.items):
        return True
    word = str(match.spelling.tokens[match.items[0].start - 1].value) if match.start else ""
    return word.endswith(("ed", "off")) or not _DONE.isdisjoint(match.before)


def _read_bounds(items: Sequence[SpeltItem], at: int) -> tuple[str, bool, int]:
    """The bound of the dates behind `at`, whether its words say *about*, and where the dates stand."""
    bound, about = "", False
    for place in range(at, len(items)):
        senses = items[place].senses
        if "period" in senses or "several" in senses:
            return "" if bound == "about" else bound, about, place
        found = senses.get("bound", "")
        about |= found == "about"
        bound = found if found and (found not in _WEAK or not bound) else bound
    return bound, about, len(items)


def _read_member(item: SpeltItem) -> Dates:
    several: Dates | None = item.senses.get("several")
    return several or Dates((Span(item.senses["period"]),))


def _read_mark(items: Sequence[SpeltItem], at: int) -> str:
    """The mark between two members of a list, of several the one that says most; empty where there is none."""
    mark = ""
    for item in items[at:]:
        kind = next((name for name in _LINKING if name in item.senses), "")
        if not kind:
            break
        mark = kind if not mark or kind in {"or", "then"} else mark
    return mark


def _goes_on(bound: str, again: str, item: SpeltItem) -> bool:
    """Whether dates go with a bound: they repeat it or have none, and are no end behind a start."""
    is_end = bound == "from" and getattr(item.senses.get("period"), "part", "") == "end"
    return again in {bound, "in"} if again else not is_end


def _read_suffix(match: Match) -> str:
    """The bound that stands behind dates (`onwards`, `(at the latest)`, `+`); behind a dash only a start does."""
    if "plus" in match.named:
        return "from"
    suffix: str = match.get("inner") or match.get("suffix", "")
    return suffix if suffix == "from" or "inner" in match.named or "dash" not in match.named else ""


def _spell_dates(dates: Dates, only: Period | None, first: SpeltItem) -> Mapping[str, Any]:
    """The classes of dates, which may be of one period: what the rules of parts ask of them."""
    senses: dict[str, Any] = {"dates": dates}
    if only and only.kind == "day" and not only.part and not dates.bound:
        senses["a_date"] = only
    if "bound" not in first.senses:
        senses["bare"] = dates
    else:
        senses["bounded"] = first.senses["bound"]
        senses |= {_LED[name]: first for name in first.senses if name in _LED}
    return senses
