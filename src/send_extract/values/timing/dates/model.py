"""Several periods as one expression."""

from __future__ import annotations

from typing import NamedTuple

from send_extract.values.timing.periods import Period


class Item(NamedTuple):
    """One period of a list, or a range from `first` to `last`."""

    first: Period
    last: Period | None = None


class Dates(NamedTuple):
    """The items of one expression and what bounds all of them.

    `bound` is `by`, `latest` (a deadline without doubt), `before`, `until`, `after`, `from` or empty; `join`
    the mark between two single items (`slash`, `or`), else `list`.
    """

    items: tuple[Item, ...]
    bound: str = ""
    about: bool = False
    join: str = "list"
