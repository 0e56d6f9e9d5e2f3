"""A plan as a workbook, `plan.xlsx`: plain tables that people, Excel, Power BI and Power Automate take as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_extract.writers.editions import Edition
    from send_extract.writers.outputs import MadeFile


def list_edition(edition: Edition) -> Iterator[MadeFile]:
    """`plan.xlsx`."""
    from send_extract.writers.workbook.file import write_workbook

    yield "plan.xlsx", (write_workbook(edition),)
