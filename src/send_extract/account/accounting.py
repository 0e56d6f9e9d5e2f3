"""A plan with the account of its source's words; words that are lost are an error, with their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from send_extract.account.balance import draw_balance
from send_extract.account.tokens import Tally, weigh_words
from send_extract.diagnostics import diagnose
from send_extract.plan import Plan
from send_extract.source import NOWHERE, Location

_MOST_NAMED = 50


def account_for(plan: Plan, tallies: Sequence[Tally], find_line: Callable[[Sequence[str]], Location]) -> Plan:
    """The plan with the account of the words in `tallies`; `find_line` finds the place of words in a text."""
    if not tallies:
        return plan
    account, lost = draw_balance(plan, tallies)
    if not lost:
        return replace(plan, words=account)
    place = _find_part(list(lost), tallies)
    named = list(lost.elements())
    shown = " ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
    error = diagnose(
        "words-lost", find_line(list(lost)) if place == NOWHERE else place, count=len(named), words=shown
    )
    return replace(plan, words=account, diagnostics=(*plan.diagnostics, error))


def _find_part(lost: Sequence[str], tallies: Sequence[Tally]) -> Location:
    """The place of the part of a source that holds most of the words, rare ones above all."""
    if len(tallies) == 1:
        return tallies[0].location
    weights = weigh_words(lost, [tally.words for tally in tallies])
    return tallies[weights.index(max(weights))].location
