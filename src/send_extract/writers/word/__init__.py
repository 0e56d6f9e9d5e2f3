"""A plan as a Word file, in its council's own shape: `plan.docx`, to write the next draft in."""

from __future__ import annotations

from collections.abc import Iterator

from send_extract.plan import Plan
from send_extract.writers.outputs import Formatting, MadeFile


def list_plan(plan: Plan, _: Formatting) -> Iterator[MadeFile]:
    """`plan.docx`."""
    from send_extract.writers.word.file import write_word

    yield "plan.docx", (write_word(plan),)
