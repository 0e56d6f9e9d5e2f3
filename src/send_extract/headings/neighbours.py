"""What a heading means beside the other headings of its table, where it alone does not say for certain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.headings import find_field, fold_heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Rule(NamedTuple):
    """A heading of `field` with any of `words` means `meant`, where the others have `beside` and none of `without`."""

    field: str
    words: frozenset[str]
    meant: str
    beside: str
    without: frozenset[str] = frozenset()


RULES = (
    # Milestones measure actions; where nothing else is to be done, they are what is.
    Rule(
        "measures",
        frozenset(("milestone", "milestones")),
        "actions",
        "recommendation",
        frozenset(("actions",)),
    ),
    # An inspection's priority actions are what it asks for, where the table says what is done about them.
    Rule("actions", frozenset(("priority",)), "recommendation", "actions", frozenset(("recommendation",))),
    # A response to a recommendation is what is done about it only where no column of actions says so.
    Rule("actions", frozenset(("response", "responses")), "extra", "actions"),
    # A completion beside a start is an end.
    Rule(
        "when",
        frozenset(("completion", "complete", "completed", "due", "deadline", "finish")),
        "end",
        "start",
        frozenset(("end", "when")),
    ),
)


def find_fields(headings: Sequence[str], synonyms: Mapping[str, str]) -> tuple[str, ...]:
    """The field that each of a table's `headings` means; what the settings' `synonyms` map stays as it is."""
    fields = [find_field(heading, synonyms) for heading in headings]
    mapped = {fold_heading(synonym) for synonym in synonyms}
    for rule in RULES:
        if rule.field not in fields:
            continue
        place = next((place for place, name in enumerate(headings) if _fits(rule, name, fields[place])), None)
        if place is None or fold_heading(headings[place]) in mapped:
            continue
        others = {*fields[:place], *fields[place + 1 :]}
        if rule.beside in others and rule.without.isdisjoint(others):
            fields[place] = rule.meant
    return tuple(fields)


def _fits(rule: Rule, heading: str, field: str) -> bool:
    return field == rule.field and not rule.words.isdisjoint(fold_heading(heading).split())
