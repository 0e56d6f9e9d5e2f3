"""The columns of a plan as its draft has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from send_extract.plan import Action, Plan, Recommendation
from send_extract.settings import HELD, TIMED

SAID = ("status", "progress", "priority", "cost")
_USUAL = {
    "number": "No", "recommendation": "Recommendation", "actions": "Action", "when": "When", "who": "Who",
    "measures": "Measures of success", "status": "Status", "progress": "Progress", "priority": "Priority",
    "cost": "Cost", "notes": "Notes",
}  # fmt: skip
"""The heading of each field that a draft gives no column, in their usual order."""
_TOGETHER = {"when": TIMED, "who": HELD}
"""The columns that one field can be parted into."""
_REPEATED = frozenset((*SAID, "extra"))
"""Fields whose columns stay apart; of another field the first column has the words of all."""


_WHOLE = frozenset(("recommendation", "measures", "notes", "section"))
"""Fields that only a recommendation has words of."""


class PrintedColumn(NamedTuple):
    """A column: its heading, the field that it shows, and by what heading a record has the cell, where by another."""

    heading: str
    field: str
    known_by: str = ""

    @property
    def key(self) -> str:
        """By what heading a record has the cell among those without a field."""
        return self.known_by or ("" if self.field in _WHOLE else self.heading)


def find_columns(plan: Plan) -> tuple[PrintedColumn, ...]:
    """The columns of the draft in its order, and the usual ones for what it says without a column."""
    columns = list(_keep_columns(plan))
    for field in _USUAL:
        if _is_missing(field, plan, columns):
            columns.insert(_find_place(field, columns), PrintedColumn(_name(field, plan, columns), field))
    keys = {column.key for column in columns}
    extras = [heading for heading in _list_extras(plan) if heading not in keys]
    return (*columns, *(_add_extra(heading, columns) for heading in extras))


def _add_extra(heading: str, columns: Sequence[PrintedColumn]) -> PrintedColumn:
    """A column for what has no field, told by its heading from one that has."""
    is_taken = any(column.heading == heading for column in columns)
    return PrintedColumn(f"{heading} (as printed)" if is_taken else heading, "extra", heading)


def _keep_columns(plan: Plan) -> Iterator[PrintedColumn]:
    """The draft's own columns; one whose field stands before it only where it is kept apart."""
    seen: set[str] = set()
    extras = frozenset(_list_extras(plan))
    for heading, field in _list_headings(plan):
        if field not in seen or field in _REPEATED:
            yield PrintedColumn(heading, field)
        elif heading in extras:
            yield PrintedColumn(heading, "extra")
        seen.add(field)


def _list_headings(plan: Plan) -> Iterator[tuple[str, str]]:
    """The headings that are such, and their fields; one that numbers the actions is not that of the number."""
    for heading, field in ((column.heading, column.field) for column in plan.columns):
        if field == "number" and _numbers_actions(heading, plan):
            yield heading, "extra"
        elif heading and not _CONTENTS.get(field, _is_none)(heading, plan):
            yield heading, field


def _numbers_actions(heading: str, plan: Plan) -> bool:
    """Whether a column numbers the actions, so that it does not show the number of a recommendation with one."""
    alone = (record.actions[0] for record in plan.recommendations if len(record.actions) == 1)
    return any(heading in action.extra for action in alone)


def _is_asked(heading: str, plan: Plan) -> bool:
    """Whether a heading is the recommendation that stands above its actions."""
    return any(record.text and record.text in heading for record in plan.recommendations)


def _is_ticked(_: str, plan: Plan) -> bool:
    """Whether a heading is one of several periods that are ticked."""
    heads = [each.heading for each in plan.columns if each.field == "when"]
    texts = [action.when.text for action in _list_actions(plan)] if len(heads) > 1 else []
    return any(head in text for text in texts for head in heads)


def _is_none(_: str, __: Plan) -> bool:
    return False


_CONTENTS: dict[str, Callable[[str, Plan], bool]] = {"actions": _is_asked, "when": _is_ticked}
"""Whether a heading of a field is what records say."""


def _is_missing(field: str, plan: Plan, columns: Sequence[PrintedColumn]) -> bool:
    """Whether the plan has words of a field and no column that shows them."""
    fields = {column.field for column in columns}
    if not fields.isdisjoint(_TOGETHER.get(field, (field,))):
        return False
    has_words = _WORDS.get(field, lambda record: bool(getattr(record, field)))
    return _is_numbered(plan) if field == "number" else any(map(has_words, plan.recommendations))


_WORDS: dict[str, Callable[[Recommendation], bool]] = {
    "recommendation": lambda record: bool(record.text),
    "when": lambda record: bool(record.when.text) or any(action.when.text for action in record.actions),
    "who": lambda record: bool(record.who.text) or any(action.who.text for action in record.actions),
    "notes": lambda record: bool(record.notes) and not record.text,
}
"""Whether a recommendation has words of a field; notes stand below its own words where it has some."""


def _is_numbered(plan: Plan) -> bool:
    """Whether the numbers say more than the places of the actions."""
    counted = enumerate(plan.recommendations, 1)
    return any(record.text or record.number != str(place) for place, record in counted)


def _find_place(field: str, columns: Sequence[PrintedColumn]) -> int:
    """The place behind the column that usually stands before those of a field."""
    usual = list(_USUAL)
    before = usual[: usual.index(field)]
    return max((place for place, column in enumerate(columns, 1) if column.field in before), default=0)


def _name(field: str, plan: Plan, columns: Sequence[PrintedColumn]) -> str:
    """The heading of a field without a column: no column's own, that of the timings with the plan's year."""
    heading = f"{_USUAL[field]} ({plan.year})" if field == "when" and plan.year else _USUAL[field]
    return f"{heading} in full" if any(column.heading == heading for column in columns) else heading


def _list_actions(plan: Plan) -> Iterator[Action]:
    return chain.from_iterable(record.actions for record in plan.recommendations)


def _list_extras(plan: Plan) -> dict[str, None]:
    """The headings of what has no field of its own, each once."""
    extras = chain(
        (each.extra for each in plan.recommendations), (each.extra for each in _list_actions(plan))
    )
    return dict.fromkeys(chain.from_iterable(extras))
