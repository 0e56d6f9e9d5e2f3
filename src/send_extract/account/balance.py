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
    join_broken,
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
        said = records + outside + reported
        lost = _find_lost(plan, source, said, [tally.text or reread() for tally in tallies])
        lost = drop_letters(lost, said - source) if tallies[0].location.page else lost
    stand = (beyond.total() - left.total(), left.total() - unnamed.total())
    account = WordAccount(source.total(), source.total() - sum(stand) - lost.total(), *stand, lost.total())
    return Balance(account, lost)


def _find_lost(plan: Plan, source: Counter[str], said: Counter[str], texts: Sequence[str]) -> Counter[str]:
    """The words of a source that a plan says in no way, also where those that a tag breaks are whole."""
    lost = _explain(plan, source, said, texts)
    if not lost:
        return lost
    mended = join_broken(lost, texts, said)
    whole = source - mended.pieces + mended.words
    return lost if _explain(plan, whole, said, mended.texts) else Counter()


def _explain(plan: Plan, source: Counter[str], said: Counter[str], texts: Sequence[str]) -> Counter[str]:
    """The words that are left when those are taken out that the plan says as they are, or in another way."""
    left = source - said
    numbers = len(plan.recommendations)
    items = numbers + sum(len(each.actions) + len(each.measures) for each in plan.recommendations)
    left = drop_repeats(left, print_repeated(plan))
    left = drop_date(left, plan.draft.date)
    left = drop_pieces(left, said - source, source)
    left = drop_said(left, texts, print_repeated(plan)) if left else left
    left = drop_furniture(left, texts, _list_fields(plan)) if left else left
    left = drop_parted(left, said)
    left = drop_names(left, plan)
    return drop_marks(left, 2 * items + len(plan.paragraphs))


def _list_fields(plan: Plan) -> set[str]:
    """The fields that a plan has: those of its columns, and measures, which labels of forms give it too."""
    fields = {column.field for column in plan.columns} - {EXTRA}
    return fields | {"measures"} if any(record.measures for record in plan.recommendations) else fields
