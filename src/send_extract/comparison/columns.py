"""The cells that have no kind of change of their own: a recommendation's, and those of single actions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from send_extract.comparison.views import change, is_same_field
from send_extract.headings import find_field
from send_extract.values.wording import find_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.changes import Change
    from send_extract.plan import Action, Recommendation

COLUMNS = ("section", "status", "progress", "priority", "cost")

Cells = dict[str, str]
"""Words by the name of their column: a field's, or the heading where it has none."""


def list_cells(record: Recommendation) -> Cells:
    """The cells of a recommendation that say more than those of its actions, which they gather."""
    cells = {name: getattr(record, name) or "" for name in COLUMNS} | record.extra
    own: defaultdict[str, list[str]] = defaultdict(list)
    for action in record.actions:
        for name, words in list_own_cells(action).items():
            own[name].append(words)
    return {name: words for name, words in cells.items() if _find_lines(words) != _find_lines(*own[name])}


def _find_lines(*cells: str) -> frozenset[str]:
    return frozenset(find_key(line) for cell in cells for line in cell.split("\n") if line.strip())


def list_own_cells(action: Action) -> Cells:
    """The cells that one action alone has, where a row is an action."""
    return {_name_column(heading): words for heading, words in action.extra.items()}


def _name_column(heading: str) -> str:
    """A column's name in either draft, so that `RAG` that becomes `Status` is no change."""
    field = find_field(heading)
    return field if field in COLUMNS else heading


def compare_cells(old: Cells, new: Cells, names: dict[str, Any]) -> Iterator[Change]:
    """The cells that say something else, as changes of what `names` says."""
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name), new.get(name)
        if not is_same_field(before, after):
            yield change("field-changed", **names, old=before or None, new=after or None, field=name)
