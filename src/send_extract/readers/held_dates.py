"""Dates that a control of a form holds, and prints with the month first: read day first, they would be other days."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

from send_extract.patterns import compile_later

_FIGURES = compile_later(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](?:\d{2}|\d{4})\s*")
_ISO_DATE = len("2022-06-09")


def find_held_date(shown: str, held: str) -> str:
    """The date that is held, in ISO 8601, where it is `shown` in figures with the month first; else empty."""
    match, date = _FIGURES.fullmatch(shown), _read_date(held[:_ISO_DATE])
    if match is None or date is None or date.month == date.day:
        return ""
    return date.isoformat() if (int(match[1]), int(match[2])) == (date.month, date.day) else ""


def _read_date(held: str) -> dt.date | None:
    with suppress(ValueError):
        return dt.date.fromisoformat(held)
    return None
