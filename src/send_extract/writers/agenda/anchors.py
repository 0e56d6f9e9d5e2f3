"""Names of places in a page: what a link to a record ends in."""

from __future__ import annotations

import re
from collections.abc import Iterable


def name_anchors(prefix: str, names: Iterable[str]) -> tuple[str, ...]:
    """An anchor for each name, no two the same: `a-6a.2`; of names that are the same, the later ones are counted."""
    taken: set[str] = set()
    return tuple(_take(f"{prefix}-{_spell(name)}", taken) for name in names)


def name_measure(record: str, place: int) -> str:
    """The anchor of a recommendation's measure, by that of the recommendation: `m-6a.2`."""
    return f"m{record[1:]}.{place}"


def _spell(name: str) -> str:
    """The letters and digits of a name, as an address can hold them."""
    if name.isascii() and name.replace(".", "").isalnum():
        return name.strip(".").lower()
    return re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-.").lower() or "x"


def _take(anchor: str, taken: set[str]) -> str:
    name, count = anchor, 1
    while name in taken:
        count += 1
        name = f"{anchor}-{count}"
    taken.add(name)
    return name
