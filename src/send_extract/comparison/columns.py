"""The cells that have no kind of change of their own: a recommendation's, and those of single actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from send_extract.changes import Change
from send_extract.comparison.naming import COLUMNS, Headings
from send_extract.comparison.views import change, is_same_field
from send_extract.plan import Action, Recommendation
from send_extract.values.wording import find_key

Cells = dict[str, str]
"""Words by the heading of their column, as the new draft prints it; by its field where it has no heading."""


def list_cells(record: Recommendation, headings: Headings) -> Cells:
    """The cells of a recommendation that say more than those of its actions, which they gather."""
    own: defaultdict[str, list[str]] = defaultdict(list)
    labelled: defaultdict[str, list[str]] = defaultdict(list)
    for action in record.actions:
        for heading, words in action.extra.items():
            own[headings.find_field(heading)].append(words)
            labelled[headings.find_field(heading)].append(f"{heading}: {words}")
            own[heading].append(words)
    cells = {name: getattr(record, name) or "" for name in COLUMNS} | record.extra
    return {
        _find_name(name, headings): words
        for name, words in cells.items()
        if _find_lines(words) not in (_find_lines(*own[name]), _find_lines(*labelled[name]))
    }


def _find_name(field: str, headings: Headings) -> str:
    """What a field's only column is called; the field's own name where it has several or none."""
    found = [heading for heading, other in headings.fields.items() if other == field and heading]
    return headings.name(found[0] if len(found) == 1 and field in COLUMNS else field)


def _find_lines(*cells: str) -> frozenset[str]:
    return frozenset(find_key(line) for cell in cells for line in cell.split("\n") if line.strip())


def list_own_cells(action: Action, headings: Headings) -> Cells:
    """The cells that one action alone has, where a row is an action; one with its number says nothing more."""
    own = ((heading, words) for heading, words in action.extra.items() if words.strip() != action.id)
    return {headings.name(heading): words for heading, words in own}


def compare_cells(old: Cells, new: Cells, names: dict[str, Any]) -> Iterator[Change]:
    """The cells that say something else, as changes of what `names` says."""
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name), new.get(name)
        if not is_same_field(before, after):
            yield change("field-changed", **names, old=before or None, new=after or None, field=name)
