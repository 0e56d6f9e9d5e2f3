"""Tables that count recommendations or actions, which look like a plan's by their headings alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from send_extract.headings import find_places
from send_extract.headings.cells import are_counts
from send_extract.settings import CORE

if TYPE_CHECKING:
    from send_extract.document import Row
    from send_extract.extraction.columns import Columns


def is_of_counts(columns: Columns, rows: Sequence[Row]) -> bool:
    """Whether counts stand under every heading of what is recommended or to be done, and under most of all.

    In the first column they number what follows.
    """
    counted = [
        are_counts(row.cells[place].text for row in rows if place < len(row.cells))
        for place in range(len(columns.headings))
    ]
    core = find_places(columns.fields, *CORE)
    is_counted = bool(core) and all(place and counted[place] for place in core)
    return is_counted and 2 * sum(counted) > len(counted)
