"""The first lines of a diff: what a board would ask about, in sentences, the most important first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from send_extract.changes import Compared, Order
from send_extract.writers.diff.summary.columns import say_columns
from send_extract.writers.diff.summary.counts import say_counts, say_recommendations
from send_extract.writers.diff.summary.dates import say_dates
from send_extract.writers.diff.summary.people import say_owners

ORDERS = {
    "turned": "the first draft says of itself that it is the later one: was the order meant?",
    "unknown": "which of the two drafts is the older is not known",
}
UNRELATED = (
    "These two have next to nothing in common: they are hardly drafts of one plan, so changes are not listed"
)
"""Said in place of all, as a sentence without its mark."""


def summarise_diff(compared: Compared) -> list[str]:
    """What changed in sentences without their full stops, the gravest first; a single one where nothing did."""
    diff = compared.diff
    if not diff.related:
        return [UNRELATED]
    clauses = chain(
        say_dates(compared),
        say_recommendations(diff.changes),
        say_owners(compared),
        say_columns(compared),
        say_counts(diff),
    )
    clauses = chain(_say_order(diff.order), clauses)
    said = [clause[0].upper() + clause[1:] for clause in clauses]
    return said if diff.changes else ["Nothing changed", *said]


def _say_order(order: Order) -> Iterator[str]:
    if order in ORDERS:
        yield ORDERS[order]
