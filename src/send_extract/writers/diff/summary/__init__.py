"""The first lines of a diff: what a board would ask about, in sentences, the most important first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from send_extract.changes import Compared, PlanDiff
from send_extract.writers.diff.summary.columns import say_columns
from send_extract.writers.diff.summary.counts import say_counts, say_recommendations
from send_extract.writers.diff.summary.dates import say_dates
from send_extract.writers.diff.summary.people import say_owners

ORDERS = {
    "turned": "the first draft says of itself that it is the later one; check their order",
    "unknown": "which of the two drafts is the older is not known",
}
UNRELATED = (
    "These two have next to nothing in common: they are hardly drafts of one plan, so changes are not listed"
)
"""Said in place of all, as a sentence without its mark."""


class Clause(NamedTuple):
    """A sentence without its full stop, and the topic that it is about; empty where that is the whole."""

    topic: str
    text: str


def summarise_diff(compared: Compared) -> list[str]:
    """What changed in sentences without their full stops, the gravest first; a single one where nothing did."""
    return [clause.text for clause in list_clauses(compared)]


def list_clauses(compared: Compared) -> Iterator[Clause]:
    """The same sentences, each with what it is about."""
    diff = compared.diff
    if not diff.related:
        yield Clause("", UNRELATED)
        return
    if not diff.changes:
        yield Clause("", "Nothing changed")
    topics: dict[str, Iterator[str]] = {
        "": _say_order(diff),
        "dates": say_dates(compared),
        "recommendations": say_recommendations(diff.changes),
        "owners": say_owners(compared),
        "columns": say_columns(compared),
        "counts": say_counts(diff),
    }
    for topic, clauses in topics.items():
        yield from (Clause(topic, clause[0].upper() + clause[1:]) for clause in clauses)


def _say_order(diff: PlanDiff) -> Iterator[str]:
    """What is odd about the order; where nothing changed, which of the two is the older does not matter."""
    if diff.order == "turned" or (diff.order in ORDERS and diff.changes):
        yield ORDERS[diff.order]
