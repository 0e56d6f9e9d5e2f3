"""The balance: what a source holds against what a plan says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from send_extract.account.explanations import (
    drop_date,
    drop_furniture,
    drop_letters,
    drop_marks,
    drop_names,
    drop_parted,
    drop_pieces,
    drop_repeats,
    drop_said,
)
from send_extract.account.printed import print_outside, print_records, print_repeated, print_reported
from send_extract.account.tokens import Tally, count_words
from send_extract.headings import EXTRA
from send_extract.plan import Plan, WordAccount


class Balance(NamedTuple):
    """The account of a source's words, and those that are lost, in the order in which they first stand there."""

    account: WordAccount
    lost: Counter[str]


def draw_balance(plan: Plan, tallies: Sequence[Tally], reread: Callable[[], str]) -> Balance:
    """The balance of a plan, reckoned from what its source holds and from what it says, by nothing in between.

    `reread` gives the text of a source that is one.
    """
    source: Counter[str] = Counter()
    for tally in tallies:
        source.update(tally.words)
    records, outside = count_words(print_records(plan)), count_words(print_outside(plan))
    beyond = source - records
    left = beyond - outside
    reported = count_words(print_reported(plan)) if left else Counter[str]()
    unnamed = left - reported
    lost = unnamed
    if unnamed:
        texts = [tally.text or reread() for tally in tallies]
        lost = _explain(plan, unnamed, source, records + outside + reported, texts)
        lost = drop_letters(lost, records + outside + reported - source) if tallies[0].location.page else lost
    stand = (beyond.total() - left.total(), left.total() - unnamed.total())
    account = WordAccount(source.total(), source.total() - sum(stand) - lost.total(), *stand, lost.total())
    return Balance(account, lost)


def _explain(
    plan: Plan, left: Counter[str], source: Counter[str], said: Counter[str], texts: Sequence[str]
) -> Counter[str]:
    """The words that are left when those are taken out that the plan says in another way."""
    numbers = len(plan.recommendations)
    items = numbers + sum(len(each.actions) + len(each.measures) for each in plan.recommendations)
    left = drop_repeats(left, print_repeated(plan))
    left = drop_date(left, plan.draft.date)
    left = drop_pieces(left, said - source, source)
    left = drop_said(left, texts, print_repeated(plan)) if left else left
    left = drop_furniture(left, texts, _list_fields(plan)) if left else left
    left = drop_parted(left, said, numbers)
    left = drop_names(left, plan)
    return drop_marks(left, 2 * items)


def _list_fields(plan: Plan) -> set[str]:
    """The fields that a plan has: those of its columns, and measures, which labels of forms give it too."""
    fields = {column.field for column in plan.columns} - {EXTRA}
    return fields | {"measures"} if any(record.measures for record in plan.recommendations) else fields
