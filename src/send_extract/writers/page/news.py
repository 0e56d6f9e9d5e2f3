"""What is new about the items of a draft that is not the first of its plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from send_extract.values.timing import Timing

NEWS = {
    "slipped": "Slipped", "earlier": "Came forward", "undated": "Lost its date", "dated": "Given a date",
    "new": "New", "moved": "Moved here", "reworded": "Reworded", "owner": "New owner", "changed": "Changed",
}  # fmt: skip
"""What can be new about an item, the weightiest first, in the words of its tag."""
TINTS = {
    "slipped": "orange", "earlier": "green", "undated": "red", "dated": "green", "new": "green", "moved": "blue",
    "reworded": "grey", "owner": "purple", "changed": "yellow",
}  # fmt: skip
"""The colour of each tag."""


class News(NamedTuple):
    """What is new about one item: tags, its timing in the last draft where that was another, and how far it went."""

    tags: tuple[str, ...] = ()
    old: Timing | None = None
    length: str = ""


NO_NEWS = News()
Since = Mapping[tuple[int, int | None], News]
"""What is new, by place in the plan."""
