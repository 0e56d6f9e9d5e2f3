"""Days whose month stands once: `3-5 May 2022`, `3, 5 and 7 May`."""

from __future__ import annotations

from send_extract.values.timing.dates.model import Item
from send_extract.values.timing.periods import Period, Scan, read_period

LIST_MARKS = frozenset(["comma", "and", "or", "slash", "semicolon"])


def read_days_of_month(scan: Scan, at: int) -> tuple[tuple[Item, ...], int, tuple[str, ...]] | None:
    """`3-5 May 2022`, `3, 5 and 7 May`, `1st/8th June`: days whose month stands once."""
    days, marks = [], []
    while scan.kind(at) in {"number", "ordinal", "weekday"}:
        at += scan.kind(at) == "weekday"
        if scan.kind(at) not in {"number", "ordinal"}:
            return None
        mark, behind = _read_day_mark(scan, at + 1)
        days.append(scan.tokens[at].number)
        if not mark:
            break
        marks.append(mark)
        at = behind
    month = read_period(scan, at) if len(days) > 1 else None
    if not month or month[0].kind != "day" or len(marks) != len(days) - 1:
        return None
    return (
        _group_days(tuple(days), tuple(marks), month[0]),
        month[1],
        tuple(mark for mark in marks if mark != "to"),
    )


def _read_day_mark(scan: Scan, at: int) -> tuple[str, int]:
    kind = scan.kind(at)
    if kind == "dash" or scan.word(at) == "to":
        return "to", at + 1
    if kind in LIST_MARKS:
        behind = at + 1
        while scan.kind(behind) in LIST_MARKS:
            behind += 1
        return kind, behind
    return "", at


def _group_days(days: tuple[int, ...], marks: tuple[str, ...], last: Period) -> tuple[Item, ...]:
    items: list[Item] = []
    for place, day in enumerate(days):
        period = last._replace(day=day, weekday=last.weekday if place == len(days) - 1 else None)
        if place and marks[place - 1] == "to" and items[-1].last is None:
            items[-1] = Item(items[-1].first, period)
        else:
            items.append(Item(period))
    return tuple(items)
