"""What a recommendation's cells say of all its actions, and which of them only gather what each action has."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from send_extract.comparison.naming import COLUMNS, Headings
from send_extract.plan import Recommendation
from send_extract.values.wording import find_key

Cells = dict[str, str]
"""Words by the heading of their column, as the new draft prints it; by its field where it has no heading."""


class Shares(NamedTuple):
    """The cells of a recommendation that say more than those of its actions, and the columns of those that do not."""

    cells: Cells
    gathered: frozenset[str]
    has_actions: bool


def share_cells(record: Recommendation, headings: Headings) -> Shares:
    """The cells of a recommendation, told apart by whether they gather those of its actions."""
    own: defaultdict[str, list[str]] = defaultdict(list)
    labelled: defaultdict[str, list[str]] = defaultdict(list)
    for action in record.actions:
        for heading, words in action.extra.items():
            own[headings.find_field(heading)].append(words)
            labelled[headings.find_field(heading)].append(f"{heading}: {words}")
            own[heading].append(words)
    said = {name: getattr(record, name) or "" for name in COLUMNS} | record.extra
    cells, gathered = {}, set()
    for name, words in said.items():
        if _find_lines(words) not in (_find_lines(*own[name]), _find_lines(*labelled[name])):
            cells[_find_name(name, headings)] = words
        elif words:
            gathered.add(_find_name(name, headings))
    return Shares(cells, frozenset(gathered), bool(record.actions))


def _find_name(field: str, headings: Headings) -> str:
    """What a field's only column is called; the field's own name where it has several or none."""
    found = [heading for heading, other in headings.fields.items() if other == field and heading]
    return headings.name(found[0] if len(found) == 1 and field in COLUMNS else field)


def _find_lines(*cells: str) -> frozenset[str]:
    return frozenset(find_key(line) for cell in cells for line in cell.split("\n") if line.strip())
