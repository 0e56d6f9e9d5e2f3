"""The balance: what a source holds against what a plan says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from send_extract.account.explanations import drop_date, drop_marks, drop_names, drop_pieces, drop_repeats
from send_extract.account.printed import print_outside, print_records, print_repeated, print_reported
from send_extract.account.tokens import Tally, count_words
from send_extract.plan import Plan, WordAccount

_ALL, _HALF = 1.0, 0.5
"""What is left of a wording that a source prints once more: half of it where common words balance by chance."""


class Balance(NamedTuple):
    """The account of a source's words, and those that are lost, in the order in which they first stand there."""

    account: WordAccount
    lost: Counter[str]


def draw_balance(plan: Plan, tallies: Iterable[Tally]) -> Balance:
    """The balance of a plan, reckoned from what its source holds and from what it says, by nothing in between."""
    source: Counter[str] = Counter()
    for tally in tallies:
        source.update(tally.words)
    records, outside = count_words(print_records(plan)), count_words(print_outside(plan))
    beyond = source - records
    left = beyond - outside
    reported = count_words(print_reported(plan)) if left else Counter[str]()
    unnamed = left - reported
    lost = _explain(plan, unnamed, records + outside + reported - source) if unnamed else unnamed
    stand = (beyond.total() - left.total(), left.total() - unnamed.total())
    account = WordAccount(source.total(), source.total() - sum(stand) - lost.total(), *stand, lost.total())
    return Balance(account, lost)


def _explain(plan: Plan, left: Counter[str], surplus: Counter[str]) -> Counter[str]:
    """The words that are left when those are taken out that the plan says in another way."""
    numbers = len(plan.recommendations)
    items = numbers + sum(len(each.actions) + len(each.measures) for each in plan.recommendations)
    for part in (_ALL, _HALF):
        left = drop_repeats(left, print_repeated(plan), part)
    left = drop_date(left, plan.draft.date)
    left = drop_pieces(left, surplus)
    left = drop_names(left, numbers, has_glossary=bool(plan.glossary))
    return drop_marks(left, 2 * items)
