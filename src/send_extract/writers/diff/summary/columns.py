"""What changed in the other columns: those that are new or gone, and what states and colours turned to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from send_extract.changes import Change, Compared
from send_extract.plan import Plan
from send_extract.values.wording import find_key, normalise_words
from send_extract.writers.diff.lengths import say_count, say_list

FEW = 5
"""So many different words of a column are counted each; more are prose."""
LONGEST = 24
COLOURS = frozenset(("red", "amber", "green", "blue", "grey", "yellow", "purple", "black", "white"))


def say_columns(compared: Compared) -> Iterator[str]:
    """The clauses about other columns, each column once."""
    found: defaultdict[str, list[Change]] = defaultdict(list)
    for change in compared.diff.changes:
        if change.kind == "field-changed" and change.field:
            found[change.field].append(change)
        elif change.kind == "heading-changed":
            yield f"the column {change.old} is now {change.new}"
    old, new = _list_columns(compared.old), _list_columns(compared.new)
    for field, changes in found.items():
        heading, key = name_column(field, compared), find_key(field)
        if key in old and key in new:
            yield _say_turned(heading, changes)
        elif key in old:
            yield f"the column {heading} is gone"
        else:
            yield f"{heading} is new{_say_values(change.new for change in changes)}"


def _list_columns(plan: Plan) -> frozenset[str]:
    return frozenset(find_key(name) for column in plan.columns for name in (column.heading, column.field))


def name_column(field: str, compared: Compared) -> str:
    """A column's heading as the new draft prints it, else the old one."""
    headings = [
        column.heading
        for plan in (compared.new, compared.old)
        for column in plan.columns
        if field in (column.field, column.heading) and column.heading
    ]
    return headings[0] if headings else field


def _say_values(words: Iterable[object]) -> str:
    """`: 3 amber, 1 red`, where the words are few and short."""
    counts = Counter(_fold(str(each)) for each in words if each)
    if not counts or not _are_few(counts):
        return ""
    return f": {', '.join(f'{count} {each}' for each, count in counts.most_common())}"


def _are_few(counts: Counter[str]) -> bool:
    """Whether words are those of a scale: few different ones, and short."""
    return len(counts) <= FEW and all(len(each) <= LONGEST for each in counts)


def _fold(words: str) -> str:
    return normalise_words(words).lower().strip(" .")


def _say_turned(heading: str, changes: list[Change]) -> str:
    """`2 turned red and 1 green`, or where words are long, how many cells of the column changed."""
    counts = Counter(_fold(str(change.new or "")) or "empty" for change in changes)
    if not _are_few(counts):
        return f"{heading} changed in {say_count(len(changes), 'place', 'places')}"
    verb = "turned" if counts.keys() <= COLOURS | {"empty"} else "now"
    return f"{heading}: {say_list([f'{count} {verb} {each}' for each, count in counts.most_common()])}"
