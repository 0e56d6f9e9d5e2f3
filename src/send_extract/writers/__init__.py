"""Writers: one file a format, one table (`outputs`): output to functions.

Each writer is a function of a plan that gives files, the same bytes for the same plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from send_extract.plan import Plan
from send_extract.writers.outputs import Formatting, choose_outputs, list_files


def write_plan(
    plan: Plan,
    template: str | None = None,
    *,
    is_compact: bool = False,
    only: Iterable[str] | None = None,
) -> dict[str, bytes]:
    """The outputs of a plan, file name to bytes; `only` names some (`json`, `csv`, …).

    `template` replaces the Markdown's own. With `is_compact` the JSON is on one line, half as long.

    Raises:
        UsageError: the template cannot be used, or there is no such output.
    """
    # A run makes its own editions, where an output is of them.
    from send_extract.writers.editions import Edition

    outputs = choose_outputs(only)
    made = chain(
        list_files(outputs, "plan", plan, Formatting(template, is_compact)),
        list_files(outputs, "edition", Edition("", plan)),
    )
    return {name: b"".join(parts) for name, parts in made}
