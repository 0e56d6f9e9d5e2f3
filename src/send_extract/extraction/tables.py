"""A table of the plan, as its columns and rows are found, joined and numbered."""

from __future__ import annotations

from msgspec import Struct

from send_extract.document import Row
from send_extract.extraction.asked import HeadedRecommendation
from send_extract.extraction.columns import Columns


class PlanTable(Struct, frozen=True):
    """A table of the plan: its columns, its rows without the heading row, and the section named above it.

    `is_continued` says that it has no headings of its own and goes on with the table before it; `asked` is the
    recommendation whose actions all its rows are, where that stands above them.
    """

    columns: Columns
    rows: tuple[Row, ...]
    section: str | None = None
    is_continued: bool = False
    asked: HeadedRecommendation | None = None
