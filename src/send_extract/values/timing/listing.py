"""Dates as they stand in a spelling: bounds, spans, lists, and what stands behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from send_extract.values.timing.dates import Dates, Span
from send_extract.values.timing.filling import fill_years
from send_extract.values.timing.period import Period

if TYPE_CHECKING:
    from send_extract.values.timing.items import Spelling

_MOST_BOUNDS: Final = 4
_LINKING: Final = ("or", "then", "and", "comma", "semicolon", "slash", "also")
_CLOSING: Final = frozenset(["close", "comma", "semicolon", "dot", "open", "dash"])

_Listed = tuple[tuple[Span, ...], str, int]


def senses_at(spelling: Spelling, at: int) -> Mapping[str, Any]:
    """What item `at` can be; nothing behind the last."""
    return spelling.items[at].senses if at < len(spelling.items) else {}


def read_dates(spelling: Spelling, at: int) -> tuple[Dates, int] | None:
    """The dates that begin at item `at` with all that bounds them, and the index behind; None where none do."""
    bound, about, behind = _read_bounds(spelling, at)
    found = _read_between(spelling, behind) or _read_list(spelling, behind, bound)
    if not found:
        return None
    spans, join, behind = found
    suffix, behind = _read_suffix(spelling, behind)
    if suffix not in {"", "about", "in"}:
        bound = {"by": "latest"}.get(suffix, suffix)
    return Dates(fill_years(spans), "" if bound == "in" else bound, about or suffix == "about", join), behind


def _read_bounds(spelling: Spelling, at: int) -> tuple[str, bool, int]:
    """The bound that the words at `at` set, whether they say *about*, and the index behind them."""
    bound, about = "", False
    for _ in range(_MOST_BOUNDS):
        found = senses_at(spelling, at).get("bound")
        if not found:
            break
        about |= found == "about"
        bound = found if found not in {"about", "in"} or not bound else bound
        at = _skip_fillers(spelling, at)
    return bound if bound != "about" else "", about, at


def _skip_fillers(spelling: Spelling, at: int) -> int:
    """Past a bound and what may stand between it and its date: a clock, a colon, the article, the first report."""
    first = senses_at(spelling, at)
    is_joined = first["bound"] in {"after", "before"}
    at += 1
    at += "nth" in first and bool({"event", "body"} & senses_at(spelling, at).keys())
    while _is_filler(spelling, at, joined=is_joined):
        at += 1
    return at


def _is_filler(spelling: Spelling, at: int, *, joined: bool) -> bool:
    senses = senses_at(spelling, at)
    if "dash" in senses:
        return joined or "tight" in senses
    return bool(senses.keys() & {"colon", "clock", "the", "dot"}) or (
        "on" in senses and "clock" in senses_at(spelling, at - 1)
    )


def _read_between(spelling: Spelling, at: int) -> _Listed | None:
    """`between April and June 2022`, `between 12 June - 16 June`, `between 1 and 5 March`."""
    if "between" not in senses_at(spelling, at):
        return None
    days = senses_at(spelling, at + 1).get("several")
    if days:
        ends: list[Period] = days.periods
        return ((Span(ends[0], ends[-1]),), "list", at + 2) if len(ends) == 2 else None
    first, last = (senses_at(spelling, at + place).get("period") for place in (1, 3))
    is_linked = bool({"and", "range", "dash"} & senses_at(spelling, at + 2).keys())
    return ((Span(first, last),), "list", at + 4) if first and last and is_linked else None


def _read_list(spelling: Spelling, at: int, bound: str) -> _Listed | None:
    found = _read_span(spelling, at)
    if not found:
        return None
    spans, marks, at = list(found[0]), {found[1]}, found[2]
    while following := _read_next(spelling, at, bound):
        spans += following[0]
        marks |= set(following[1])
        at = following[2]
    marks -= {"list"}
    join = next((name for name in ("then", "or") if name in marks), "slash" if marks == {"slash"} else "list")
    return tuple(spans), join, at


def _read_next(
    spelling: Spelling, at: int, bound: str
) -> tuple[tuple[Span, ...], tuple[str, str], int] | None:
    """The next member of a list: its spans, the marks before and in it, and the index behind it."""
    mark, at = _read_mark(spelling, at)
    if not mark:
        return None
    at = _skip_bound(spelling, at, bound)
    found = _read_span(spelling, at) if at else None
    return (found[0], (mark, found[1]), found[2]) if found else None


def _skip_bound(spelling: Spelling, at: int, bound: str) -> int:
    """The index behind a bound that is said again; 0 where it is another one."""
    if "bound" in senses_at(spelling, at):
        repeated, about, at = _read_bounds(spelling, at)
        return at if repeated in {bound, "in"} and repeated and not about else 0
    # An end behind a start is not one more start.
    is_end = getattr(senses_at(spelling, at).get("period"), "part", "") == "end"
    return 0 if bound == "from" and is_end else at


def _read_mark(spelling: Spelling, at: int) -> tuple[str, int]:
    """The mark between two members of a list, and the index behind it; empty where there is none."""
    mark = ""
    while kind := next((name for name in _LINKING if name in senses_at(spelling, at)), ""):
        if kind == "also" and not mark:
            break
        mark = kind if not mark or kind in {"or", "then"} else mark
        at += 1
    return mark, at


def _read_span(spelling: Spelling, at: int) -> _Listed | None:
    """One member of a list: a period, a range, or several periods that one rule read."""
    several = senses_at(spelling, at).get("several")
    if several:
        return several.spans, several.join, at + 1
    first = senses_at(spelling, at).get("period")
    if not first:
        return None
    behind = _read_range_mark(spelling, at + 1)
    last = senses_at(spelling, behind).get("period") if behind else None
    # Three members are no range.
    is_third = "dash" in senses_at(spelling, behind + 1) and "period" in senses_at(spelling, behind + 2)
    return (
        ((Span(first, last),), "list", behind + 1)
        if last and not is_third
        else ((Span(first),), "list", at + 1)
    )


def _read_range_mark(spelling: Spelling, at: int) -> int:
    """The index behind what makes a range (`-`, `to`, `to in`), else 0."""
    senses = senses_at(spelling, at)
    if "dash" in senses:
        return at + 1
    return at + 1 + (senses_at(spelling, at + 1).get("bound") == "in") if "range" in senses else 0


def _read_suffix(spelling: Spelling, at: int) -> tuple[str, int]:
    """The bound that stands behind a period (`onwards`, `at the latest`, `(at the latest)`, `+`)."""
    behind = at
    while {"comma", "dash"} & senses_at(spelling, behind).keys():
        behind += 1
    senses = senses_at(spelling, behind)
    if "open" in senses:
        inner = senses_at(spelling, behind + 1).get("suffix")
        end = behind + 2 + ("dot" in senses_at(spelling, behind + 2))
        return (inner, end + 1) if inner and "close" in senses_at(spelling, end) else ("", at)
    if "plus" in senses:
        return ("from", behind + 1) if behind + 1 == len(spelling.items) else ("", at)
    is_joined = behind == at or "dash" not in senses_at(spelling, at) or senses.get("suffix") == "from"
    is_suffix = "suffix" in senses and is_joined and _is_free(spelling, behind)
    return (senses["suffix"], behind + 1) if is_suffix else ("", at)


def _is_free(spelling: Spelling, at: int) -> bool:
    """Whether a word that can be a suffix is no bound of what follows it."""
    following = senses_at(spelling, at + 1)
    return "bound" not in senses_at(spelling, at) or not following or bool(_CLOSING & following.keys())
