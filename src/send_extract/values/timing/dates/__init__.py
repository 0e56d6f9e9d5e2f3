"""Periods put together: bounds (`by`, `from`), ranges and lists."""

from __future__ import annotations

from send_extract.values.timing.dates.filling import fill_years
from send_extract.values.timing.dates.grouping import LIST_MARKS, read_days_of_month
from send_extract.values.timing.dates.model import Dates, Item
from send_extract.values.timing.dates.resolution import Days, resolve_dates
from send_extract.values.timing.periods import Scan, read_period
from send_extract.values.timing.phrases import index_phrases, match_phrase
from send_extract.values.timing.words import BOUNDS, EVENTS, SUFFIXES

__all__ = ["Dates", "Days", "Item", "read_bounds", "read_dates", "resolve_dates"]


_BOUNDS = index_phrases(BOUNDS)


_EVENTS = index_phrases(EVENTS)


_SUFFIXES = index_phrases(SUFFIXES)


_RANGES = index_phrases(
    ["to", "until", "till", "through", "thru", "through to", "up to", "to the", "til", "into"]
)


_MOST_BOUNDS = 4


def read_dates(scan: Scan, at: int) -> tuple[Dates, int] | None:
    """The dates that begin at token `at` with all that bounds them, and the index behind; None where none do."""
    bound, about, behind = read_bounds(scan, at)
    found = _read_between(scan, behind) or _read_list(scan, behind, bound)
    if not found:
        return None
    items, join, behind = found
    suffix, behind = _read_suffix(scan, behind)
    about |= suffix == "about"
    bound = {"by": "latest"}.get(suffix, suffix) if suffix not in {"", "about", "in"} else bound
    return Dates(fill_years(items), "" if bound == "in" else bound, about, join), behind


def read_bounds(scan: Scan, at: int) -> tuple[str, bool, int]:
    """The bound that the words at `at` set, whether they say *about*, and the index behind them."""
    bound, about = "", False
    for _ in range(_MOST_BOUNDS):
        if scan.kind(at) in {"number", "ordinal", "month", "date", "year"} or _begins_period(scan, at):
            break
        found = match_phrase(_BOUNDS, scan.tokens, at)
        if not found:
            break
        about |= found[0] == "about"
        bound = found[0] if found[0] not in {"about", "in"} or not bound else bound
        at = _skip_event(scan, found[1])
        at += scan.kind(at) == "clock"
        at += scan.word(at) in {"post", "pre"} or (
            scan.word(at - 1) in {"post", "pre"} and scan.kind(at) == "dash"
        )
        while scan.kind(at) == "colon" or (scan.kind(at) == "dot" and about) or scan.word(at) == "the":
            at += 1
    return bound if bound != "about" else "", about, at


def _skip_event(scan: Scan, at: int) -> int:
    """Past the noun of `first report`, `first meeting`: what it is that begins."""
    found = match_phrase(_EVENTS, scan.tokens, at) if scan.word(at - 1) == "first" else None
    return found[1] if found else at


def _begins_period(scan: Scan, at: int) -> bool:
    """Whether a word that can be a bound begins a period instead (`first week of`, `start of`)."""
    return (
        scan.word(at) in {"first", "start", "beginning", "end", "next"} and read_period(scan, at) is not None
    )


def _read_suffix(scan: Scan, at: int) -> tuple[str, int]:
    behind = at
    while scan.kind(behind) == "comma":
        behind += 1
    if scan.kind(behind) == "open":
        inner = match_suffix(scan, behind + 1)
        return (inner[0], inner[1] + 1) if inner and scan.kind(inner[1]) == "close" else ("", at)
    if scan.kind(behind) == "and" and scan.tokens[behind].text == "+":
        return ("from", behind + 1) if behind + 1 == len(scan.tokens) else ("", at)
    return match_suffix(scan, behind) or ("", at)


def match_suffix(scan: Scan, at: int) -> tuple[str, int] | None:
    """The bound that stands behind a period (`onwards`, `at the latest`)."""
    found = match_phrase(_SUFFIXES, scan.tokens, at)
    # "on" closes an expression, or it is the next one's first word.
    if (
        found
        and scan.word(found[1] - 1) == "on"
        and scan.kind(found[1]) not in {"", "close", "comma", "semicolon"}
    ):
        return None
    return found


Items = tuple[tuple[Item, ...], str, int]


def _read_between(scan: Scan, at: int) -> Items | None:
    """`between April and June 2022`."""
    if scan.word(at) != "between":
        return None
    days = read_days_of_month(scan, at + 1)
    if days and len(days[0]) == 2:  # noqa: PLR2004 - both ends
        return (Item(days[0][0].first, days[0][1].first),), "list", days[1]
    first = read_period(scan, at + 1)
    if not first or (scan.kind(first[1]) != "and" and scan.word(first[1]) != "to"):
        return None
    last = read_period(scan, first[1] + 1)
    return ((Item(first[0], last[0]),), "list", last[1]) if last else None


def _read_list(scan: Scan, at: int, bound: str) -> Items | None:
    found = _read_item(scan, at)
    if not found:
        return None
    items, marks = list(found[0]), set(found[2])
    at = found[1]
    while True:
        mark, behind = _read_mark(scan, at, bound)
        following = _read_item(scan, behind) if mark else None
        if not following:
            break
        items += following[0]
        marks |= {mark, *following[2]}
        at = following[1]
    join = "then" if "then" in marks else "or" if "or" in marks else "slash" if marks == {"slash"} else "list"
    return tuple(items), join, at


def _read_mark(scan: Scan, at: int, bound: str) -> tuple[str, int]:
    """The mark between two items of a list, and the index behind it and a repeated bound; empty where none."""
    mark = ""
    while scan.kind(at) in LIST_MARKS or (mark and scan.word(at) in {"then", "again", "also"}):
        mark = (
            "then"
            if scan.word(at) == "then"
            else scan.kind(at)
            if not mark or scan.kind(at) == "or"
            else mark
        )
        at += 1
    if not mark:
        return "", at
    repeated, about, behind = read_bounds(scan, at)
    if repeated in {bound, "in"} and not about:
        return mark, behind
    # An end behind a start is not one more start.
    is_end = bound == "from" and scan.word(at) == "end"
    return (mark, at) if not repeated and not is_end else ("", at)


def _read_item(scan: Scan, at: int) -> tuple[tuple[Item, ...], int, tuple[str, ...]] | None:
    """One item; or several where days share a month (`3, 5 and 7 May`)."""
    days = read_days_of_month(scan, at)
    if days:
        return days
    first = read_period(scan, at)
    if not first:
        return None
    behind = _read_range_mark(scan, first[1])
    last = read_period(scan, behind) if behind else None
    if (
        last
        and _read_range_mark(scan, last[1])
        and scan.kind(last[1]) == "dash"
        and read_period(scan, last[1] + 1)
    ):
        return None  # three members are no range
    if last:
        return (Item(first[0], last[0]),), last[1], ()
    return (Item(first[0]),), first[1], ()


def _read_range_mark(scan: Scan, at: int) -> int:
    """The index behind what makes a range (`-`, `to`), else 0."""
    if scan.kind(at) == "dash" and scan.tokens[at].text not in {"\u2192", "->"}:
        return at + 1
    found = match_phrase(_RANGES, scan.tokens, at)
    return found[1] if found else 0
