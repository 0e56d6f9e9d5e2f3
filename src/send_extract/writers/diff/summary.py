"""The first lines of a diff: what a board member must know, in sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from send_extract.changes import Change, PlanDiff, Shift, Sided

DAYS_OF_A_MONTH = 365.25 / 12
WHOLE_WITHIN = 3
"""Days that whole months are longer or shorter than so many mean months, at most (February, leap years)."""

_COUNTED = (
    ("recommendation-reworded", "recommendation reworded", "recommendations reworded"),
    ("recommendation-renumbered", "recommendation renumbered", "recommendations renumbered"),
    (
        "recommendation-reordered",
        "recommendation put in another place",
        "recommendations put in another place",
    ),
    ("action-added", "action added", "actions added"),
    ("action-removed", "action removed", "actions removed"),
    ("action-reworded", "action reworded", "actions reworded"),
    ("action-moved", "action moved to another recommendation", "actions moved to another recommendation"),
    ("action-reordered", "action put in another order", "actions put in another order"),
    ("timing-reworded", "date written otherwise", "dates written otherwise"),
    ("owner-changed", "change of owner", "changes of owner"),
    ("measure-added", "measure added", "measures added"),
    ("measure-removed", "measure removed", "measures removed"),
    ("measure-reworded", "measure reworded", "measures reworded"),
    ("measure-moved", "measure moved", "measures moved"),
    ("note-added", "note added", "notes added"),
    ("note-removed", "note removed", "notes removed"),
    ("field-changed", "other cell changed", "other cells changed"),
)
_GLOSSARY = (("glossary-added", "added"), ("glossary-removed", "removed"), ("glossary-changed", "changed"))


def summarise_diff(diff: PlanDiff) -> list[str]:
    """What changed in short clauses, the gravest first; a single one where nothing did."""
    counts: Counter[str] = Counter(change.kind for change in diff.changes)
    clauses = [
        *_say_dates(diff.changes),
        *_say_recommendations(diff.changes),
        *(_count(counts[kind], one, many) for kind, one, many in _COUNTED if counts[kind]),
        *_say_glossary(counts),
    ]
    if not clauses:
        clauses = ["nothing changed"]
    if diff.summary["cosmetic"]:
        clauses.append(
            _count(diff.summary["cosmetic"], "difference of typing alone", "differences of typing alone")
        )
    return clauses


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _say_dates(changes: Iterable[Change]) -> Iterator[str]:
    """How many dates slipped and by how much at most, came forward, were lost, set, or changed otherwise."""
    shifts = [
        change.shift
        for change in changes
        if change.kind == "timing-changed"
        for _ in _each(change)
        if change.shift
    ]
    by_direction = {
        name: [s for s in shifts if s.direction == name]
        for name in ("later", "earlier", "lost", "set", "changed")
    }
    clauses = [clause for name, say in _DATES.items() if (clause := say(by_direction[name]))]
    for place, (number, rest) in enumerate(clauses):
        noun = "" if place else " action" if number == 1 else " actions"
        yield f"{number}{noun} {rest}"


def _say_slipped(shifts: list[Shift]) -> tuple[int, str] | None:
    return (len(shifts), f"slipped{_say_most(shifts)}") if shifts else None


def _say_forward(shifts: list[Shift]) -> tuple[int, str] | None:
    return (len(shifts), f"came forward{_say_most(shifts)}") if shifts else None


def _say_otherwise(one: str, many: str) -> Callable[[list[Shift]], tuple[int, str] | None]:
    def say(shifts: list[Shift]) -> tuple[int, str] | None:
        return (len(shifts), one if len(shifts) == 1 else many) if shifts else None

    return say


_DATES: dict[str, Callable[[list[Shift]], tuple[int, str] | None]] = {
    "later": _say_slipped,
    "lost": _say_otherwise("lost its date", "lost their dates"),
    "earlier": _say_forward,
    "set": _say_otherwise("was given a date", "were given dates"),
    "changed": _say_otherwise("has another date or timing", "have other dates or timings"),
}


def _each(change: Change) -> Iterable[object]:
    """A change of a shared cell counts for each action that it holds for."""
    return change.implied or (change,)


def _say_most(shifts: list[Shift]) -> str:
    far = max(shifts, key=lambda shift: (abs(shift.months or 0), abs(shift.days or 0)))
    length = say_length(far)
    if not length:
        return ""
    return f" by {length}" if len(shifts) == 1 else f", the most by {length}"


def say_length(shift: Shift) -> str:
    """How far a date went: `2 months` where they are whole, else `9 days`; empty where it has no number."""
    months, days = abs(shift.months or 0), abs(shift.days or 0)
    if months and abs(days - months * DAYS_OF_A_MONTH) <= WHOLE_WITHIN:
        return _count(months, "month", "months")
    return _count(days, "day", "days") if days else ""


def _say_recommendations(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        names = change.recommendation
        if names is None:
            continue
        if change.kind == "recommendation-merged":
            yield f"recommendations {say_numbers(names.old)} merged into {say_numbers(names.new)}"
        elif change.kind == "recommendation-split":
            yield f"recommendation {say_numbers(names.old)} split into {say_numbers(names.new)}"
        elif change.kind == "recommendation-added":
            yield f"recommendation {say_numbers(names.new)} is new"
        elif change.kind == "recommendation-removed":
            yield f"recommendation {say_numbers(names.old)} was removed"


def say_numbers(numbers: Sided) -> str:
    """One number, or several: `4`, `4 and 6`, `4, 6 and 6a`."""
    if numbers is None or isinstance(numbers, str):
        return numbers or ""
    return " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))


def _say_glossary(counts: Counter[str]) -> Iterator[str]:
    said = [f"{counts[kind]} {word}" for kind, word in _GLOSSARY if counts[kind]]
    if said:
        yield f"glossary: {', '.join(said)}"
