"""Writers: one file a format, one table: output file to function.

Each writer is a function of a plan that gives bytes, the same bytes for the same plan.
"""

from __future__ import annotations

from send_extract.plan import Plan
from send_extract.writers.datapackage import write_datapackage
from send_extract.writers.delimited import write_table
from send_extract.writers.markdown import write_markdown
from send_extract.writers.records import write_json
from send_extract.writers.tables import TABLES


def write_plan(plan: Plan, template: str | None = None, *, is_compact: bool = False) -> dict[str, bytes]:
    """Every output of a plan, file name to bytes; `template` replaces the Markdown's own.

    With `is_compact` the JSON is on one line, half as long.

    Raises:
        UsageError: the template cannot be used.
    """
    markdown = write_markdown(plan) if template is None else _write_template(plan, template)
    files = {"plan.json": write_json(plan, is_compact=is_compact), "plan.md": markdown}
    files |= {f"{table.name}.csv": write_table(table, plan) for table in TABLES}
    return files | {"datapackage.json": write_datapackage(plan, files)}


def _write_template(plan: Plan, template: str) -> bytes:
    # Jinja2 is a fifth of a whole run: it is imported only for a template of the user's own.
    from send_extract.writers.template import write_template

    return write_template(plan, template)
