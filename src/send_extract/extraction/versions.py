"""Tables of a document's versions: the last filled row, or the first where they count down, says which draft it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from send_extract.extraction.labels import read_status
from send_extract.patterns import compile_later
from send_extract.plan import Draft
from send_extract.values.timing import find_full_dates

_HEAD = compile_later(r"(?:version|draft|issue|revision)\b", re.IGNORECASE)
_BESIDE = compile_later(r"date|author|change|comment|status|amend|by\b|description|summary", re.IGNORECASE)
_NUMBER = compile_later(r"\d+(?:\.\d+)*[a-z]?")
_LETTER = compile_later(r"[a-z]", re.IGNORECASE)
_LATER = compile_later(r"review|next|due|expir", re.IGNORECASE)
"""What a date of a version is of that is none of its own."""
_PAIR = 2
_FIGURES = compile_later(r"\d+")


def read_versions(rows: Iterable[tuple[str, ...]]) -> Draft | None:
    """The draft that the newest filled row of a version table states; None where it is no version table.

    One of a single version may have its headings down the first column (`Version | 0.4`, `Author | …`).
    """
    table = [tuple(" ".join(text.split()) for text in row) for row in rows]
    return _read_rows(table) or _read_rows(_turn(table))


def _turn(table: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The pairs of a table as a row of headings and one of what is beside them."""
    pairs = [row for row in table if len(row) == _PAIR and row[0] != row[1]]
    return list(zip(*pairs, strict=True))


def _read_rows(rows: Sequence[tuple[str, ...]]) -> Draft | None:
    header, *versions = rows or [()]
    place = _find_place(header)
    if place is None:
        return None
    filled = [row for row in versions if len(row) > place and _FIGURES.search(row[place])]
    if not filled:
        return None
    newest = max(filled[-1], filled[0], key=lambda row: _count(row[place]))  # of equals the last
    stated = [
        cell for heading, cell in zip_longest(header, newest, fillvalue="") if not _LATER.search(heading)
    ]
    return _read_version(header[place], stated, newest[place])


def _count(version: str) -> list[int]:
    """The figures of a version, to tell which of two is the later one."""
    return [int(figures) for figures in _FIGURES.findall(version)]


def _find_place(header: Sequence[str]) -> int | None:
    """Where the versions stand: under `Version`, beside what is said of them."""
    place = next((place for place, text in enumerate(header) if _HEAD.match(text)), None)
    return place if any(_BESIDE.search(text) for text in header) else None


def _read_version(heading: str, row: Sequence[str], version: str) -> Draft:
    """The draft of a row whose `version`, under its `heading`, has a figure."""
    text = _NUMBER.findall(version)[0]
    status = read_status(" ".join(row).lower()) or ("draft" if text.startswith("0.") else None)
    label = version if _LETTER.search(version) else f"{heading} {version}"
    dates = [found for cell in row for found in find_full_dates(cell)]
    return Draft(label, status, int(text) if text.isdecimal() else text, dates[0].day if dates else None)
