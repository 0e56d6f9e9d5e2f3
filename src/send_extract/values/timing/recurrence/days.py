"""Recurrences on certain days: weekdays, days of a month, months of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.values.timing.recurrence.model import DAYS, Read, Recurrence, read_step
from send_extract.values.timing.words import ORDINALS

if TYPE_CHECKING:
    from send_extract.values.timing.periods import Scan


def read_every_day(scan: Scan, at: int) -> Read | None:
    """`every Monday`, `Mondays`, `on Mondays`, `each Friday`."""
    at += scan.word(at) == "on"
    stated = scan.word(at) in {"every", "each"}
    at += stated
    step, at = read_step(scan, at) if stated else (1, at)
    if not (scan.kind(at) == "weekdays" or (stated and scan.kind(at) == "weekday")):
        return None
    interval = f";INTERVAL={step}" if step > 1 else ""
    count = (52, "P1Y") if step == 1 else (26, "P1Y") if step == 2 else (1, f"P{step}W")  # noqa: PLR2004 - weeks
    return Recurrence(f"FREQ=WEEKLY{interval};BYDAY={DAYS[scan.tokens[at].number]}", *count), at + 1


def read_day_of_month(scan: Scan, at: int) -> Read | None:
    """`first Monday of each month`, `the 15th of every month`, `last Friday of the month`, `end of each month`."""
    at += scan.word(at) == "the"
    ordinal = scan.tokens[at].number if scan.kind(at) == "ordinal" else ORDINALS.get(scan.word(at), 0)
    ordinal = -1 if scan.word(at) == "end" else ordinal
    if not ordinal:
        return None
    at += 1
    if scan.kind(at) in {"and", "comma"}:
        return _read_days_of_month(scan, at, ordinal)
    weekday = scan.tokens[at].number if scan.kind(at) == "weekday" else None
    at += weekday is not None
    at += weekday is None and scan.word(at) == "day"
    unit, behind = _read_of_each(scan, at)
    if not unit:
        return None
    return _placed(ordinal, weekday, unit), behind


def _read_days_of_month(scan: Scan, at: int, first: int) -> Read | None:
    """`the 1st and 15th of every month`."""
    days = [first]
    while scan.kind(at) in {"and", "comma"} and scan.kind(at + 1) == "ordinal":
        days.append(scan.tokens[at + 1].number)
        at += 2
    unit, behind = _read_of_each(scan, at)
    if unit != ";":
        return None
    listed = ",".join(str(day) for day in days)
    return Recurrence(f"FREQ=MONTHLY;BYMONTHDAY={listed}", 12 * len(days), "P1Y"), behind


def _read_of_each(scan: Scan, at: int) -> tuple[str, int]:
    """The unit of `of each month`, `in every quarter`, and the index behind it; empty where none stands."""
    if scan.word(at) not in {"of", "in", "every", "each"}:
        return "", at
    at += scan.word(at) in {"of", "in"}
    if scan.word(at) not in {"every", "each", "the"}:
        return "", at
    step = 3 if scan.word(at + 1) == "quarter" else 0
    if scan.word(at + 1) == "month":
        step = 1
    return (f";INTERVAL={step}" if step > 1 else ";", at + 2) if step else ("", at)


def _placed(ordinal: int, weekday: int | None, unit: str) -> Recurrence:
    step = "" if unit == ";" else unit
    count = 12 if unit == ";" else 4
    place = f"BYMONTHDAY={ordinal}" if weekday is None else f"BYDAY={ordinal}{DAYS[weekday]}"
    return Recurrence(f"FREQ=MONTHLY{step};{place}", count, "P1Y")


def read_every_month(scan: Scan, at: int) -> Read | None:
    """`every September`, `each March and October`."""
    if scan.word(at) not in {"every", "each"} or scan.kind(at + 1) != "month":
        return None
    return _read_month_list(scan, at + 1, Recurrence("FREQ=YEARLY", 1, "P1Y"))


def read_months(scan: Scan, at: int, recurrence: Recurrence) -> Read:
    """The months of `annually in September`, `yearly each March`, or the day of `every year on 31 August`.

    None where a year follows.
    """
    if recurrence.rule != "FREQ=YEARLY":
        return recurrence, at
    behind = at
    while scan.kind(behind) == "comma":
        behind += 1
    day = _read_day_of_year(scan, behind)
    if day:
        return recurrence._replace(rule=f"{recurrence.rule};{day[0]}"), day[1]
    if scan.word(behind) not in {"in", "every", "each", "during"} or scan.kind(behind + 1) != "month":
        return recurrence, at
    return _read_month_list(scan, behind + 1, recurrence) or (recurrence, at)


def _read_day_of_year(scan: Scan, at: int) -> tuple[str, int] | None:
    """`on 31 August`, `at the end of March`, as parts of a rule."""
    if scan.word(at) not in {"on", "at"}:
        return None
    at += 1 + (scan.word(at + 1) == "the")
    kind = scan.kind(at)
    day = scan.tokens[at].number if kind in {"number", "ordinal"} else -1 if scan.word(at) == "end" else 0
    at += 1 + (scan.word(at + 1) == "of")
    if not day or scan.kind(at) != "month" or scan.kind(at + 1) in {"year", "years", "short_year", "number"}:
        return None
    return f"BYMONTH={scan.tokens[at].number};BYMONTHDAY={day}", at + 1


def _read_month_list(scan: Scan, at: int, recurrence: Recurrence) -> Read | None:
    months = [scan.tokens[at].number]
    at += 1
    while scan.kind(at) in {"comma", "and", "slash"} and scan.kind(at + 1) in {"month", "and"}:
        at += 1 + (scan.kind(at + 1) == "and")
        if scan.kind(at) != "month":
            return None
        months.append(scan.tokens[at].number)
        at += 1
    if scan.kind(at) in {"year", "years", "short_year", "number", "ordinal", "dash"}:
        return None
    listed = ",".join(str(month) for month in sorted(months))
    return Recurrence(f"{recurrence.rule};BYMONTH={listed}", len(months), "P1Y"), at


def read_weekdays(scan: Scan, at: int, recurrence: Recurrence) -> Read:
    """The weekday of `weekly on Mondays`, `fortnightly (Fridays)`."""
    if not recurrence.rule or not recurrence.rule.startswith("FREQ=WEEKLY") or "BYDAY" in recurrence.rule:
        return recurrence, at
    behind = at
    while scan.kind(behind) in {"comma", "open", "dash"} or scan.word(behind) in {"on", "every", "each", "a"}:
        behind += 1
    if behind == at or scan.kind(behind) not in {"weekday", "weekdays"} or scan.kind(behind + 1) == "number":
        return recurrence, at
    rule = f"{recurrence.rule};BYDAY={DAYS[scan.tokens[behind].number]}"
    return recurrence._replace(rule=rule, other=None), behind + 1 + (scan.kind(behind + 1) == "close")


def read_place(scan: Scan, at: int, recurrence: Recurrence) -> Read:
    """The day of `monthly on the first Monday`, `monthly (last Friday)`."""
    if recurrence.rule != "FREQ=MONTHLY":
        return recurrence, at
    behind = at
    while scan.kind(behind) in {"comma", "open", "dash"} or scan.word(behind) in {"on", "the"}:
        behind += 1
    token = scan.tokens[behind] if behind < len(scan.tokens) else None
    ordinal = token.number if token and token.kind == "ordinal" else ORDINALS.get(scan.word(behind), 0)
    if not ordinal or scan.kind(behind + 1) != "weekday":
        return recurrence, at
    placed = _placed(ordinal, scan.tokens[behind + 1].number, ";")
    return placed, behind + 2 + (scan.kind(behind + 2) == "close")
