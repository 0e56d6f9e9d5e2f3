"""A plan with the account of its source's words; words that are lost are an error, with their place."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from msgspec.structs import replace

from send_extract.account.balance import Balance
from send_extract.account.tokens import Tally, find_words
from send_extract.diagnostics import diagnose
from send_extract.plan import Plan
from send_extract.source import NOWHERE, Location

_MOST_NAMED = 50


def record_balance(plan: Plan, balance: Balance, tallies: Sequence[Tally], reread: Callable[[], str]) -> Plan:
    """The plan with the account of its source's words, and an error for those that are lost."""
    account, lost = balance
    if not lost:
        return replace(plan, words=account)
    named = list(lost.elements())
    shown = " ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
    error = diagnose("words-lost", _find_place(list(lost), tallies, reread), count=len(named), words=shown)
    return replace(plan, words=account, diagnostics=(*plan.diagnostics, error))


def _find_place(lost: Sequence[str], tallies: Sequence[Tally], reread: Callable[[], str]) -> Location:
    """The part of a source, or the line of a text, that holds most of the words, rare ones above all."""
    place = tallies[_find_heaviest(lost, [tally.words for tally in tallies])].location
    text = reread() if place == NOWHERE else ""
    if not text:
        return place
    return Location(line=_find_heaviest(lost, [{*find_words(line)} for line in text.split("\n")]) + 1)


def _find_heaviest(words: Iterable[str], parts: Sequence[Container[str]]) -> int:
    """Which of `parts` has most of `words`: one that stands in few of them counts more."""
    weights = [0.0] * len(parts)
    for word in words:
        places = [place for place, part in enumerate(parts) if word in part]
        for place in places:
            weights[place] += 1 / len(places)
    return weights.index(max(weights))
