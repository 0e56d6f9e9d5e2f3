"""What a sheet prints where its values alone do not say it: formats, emphasis, merged cells."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from send_extract.document import Run

Place = tuple[int, int]
"""Row and column, from 0."""

Value = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta


class Area(NamedTuple):
    """A merged range: its first and last cell."""

    first: Place
    last: Place


class Printed(NamedTuple):
    """What is known of one sheet beside its values.

    `formats` are number formats that change what is read (`mmm-yy`, `0%`, `0.00`), `runs` the emphasised
    words of a cell, `areas` the merged ranges, `struck` the cells that are struck out.
    """

    formats: dict[Place, str]
    runs: dict[Place, tuple[Run, ...]]
    areas: tuple[Area, ...] = ()
    struck: frozenset[Place] = frozenset()


_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"0(?:\.(0+))?(%?)")


def print_value(value: Value, number_format: str = "") -> str:
    """A cell's value as printed; dates in ISO 8601 or, where their format shows no day, as month and year."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float | int):
        return _print_number(value, number_format)
    if isinstance(value, dt.datetime):
        return _print_date(value.date(), number_format) + _print_time(value.time())
    if isinstance(value, dt.date):
        return _print_date(value, number_format)
    return str(value)


def _print_date(date: dt.date, number_format: str) -> str:
    letters = set(_QUOTED.sub("", number_format.partition(";")[0]).lower())
    if "y" in letters and "d" not in letters:
        return f"{date:%B %Y}" if "m" in letters else f"{date:%Y}"
    return date.isoformat()


def _print_time(time: dt.time) -> str:
    """The time of day; midnight is what a date without one has."""
    return "" if time == dt.time() else f" {time:%H:%M}"


def _print_number(value: float, number_format: str) -> str:
    match = _DECIMALS.fullmatch(_QUOTED.sub("", number_format.partition(";")[0]).replace("#,##", ""))
    if match is None:
        return str(int(value)) if value == int(value) else repr(value)
    decimals, percent = len(match.group(1) or ""), match.group(2)
    return f"{value * (100 if percent else 1):.{decimals}f}{percent}"
