"""What a plan's author should know of its recommendations as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.notation.numbers import order_key
from send_extract.patterns import compile_later
from send_extract.plan import Column, Recommendation

_SETTLED = compile_later(
    r"\b(?:merged|combined|incorporated|covered|included|subsumed|addressed|superseded|picked up)\s+"
    r"(?:with|into|in|by|under|at)\b"
    r"|\bsee\s+(?:also\s+)?(?:rec(?:ommendation)?s?\.?|actions?|no\.?|item|above|below|\d)"
    r"|^\W*(?:closed|complete[d]?|done|implemented|withdrawn|rejected|declined|no\s+(?:further\s+)?actions?)\b"
    r"|\bnot\s+(?:accepted|agreed|upheld|applicable|taken\s+forward|being\s+progressed)\b|\b(?:completed|closed)\s+(?:in|on)\s+\w",
    re.IGNORECASE,
)
"""What says that a recommendation needs no actions of its own."""


def check_recommendations(
    recommendations: Sequence[Recommendation], *, has_actions: bool, columns: Sequence[Column]
) -> Iterator[Diagnostic]:
    """Diagnostics of a plan without any, of numbers out of order or twice, of those without actions, of notes of none.

    `has_actions` says that the plan has a column of actions at all.
    """
    if not recommendations:
        yield diagnose("plan-without-rows", headings=" | ".join(column.heading for column in columns))
    yield from _check_numbers(recommendations)
    numbers = frozenset(recommendation.number for recommendation in recommendations)
    for each in recommendations:
        if has_actions and not (each.actions or _says_why(each)):
            yield diagnose("recommendation-without-actions", each.location, number=each.number)
        for number in _name_others(each, numbers):
            yield diagnose("relation-unresolved", each.location, number=number)


def _says_why(recommendation: Recommendation) -> bool:
    """Whether the draft says why a recommendation has no actions: merged, seen elsewhere, closed, not accepted."""
    if recommendation.relations:
        return True
    fields = (recommendation.status, recommendation.progress, recommendation.when.text, *recommendation.notes)
    said = [text for text in (*fields, *recommendation.extra.values(), recommendation.text) if text]
    return any(_SETTLED.search(text) for text in said)


def _check_numbers(recommendations: Sequence[Recommendation]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    previous, previous_key = "", order_key("")
    section: str | None = None
    for recommendation in recommendations:
        number, location = recommendation.number, recommendation.location
        key = order_key(number)
        if number in seen:
            yield diagnose("number-duplicate", location, number=number)
        elif previous and section == recommendation.section and key < previous_key:
            yield diagnose("number-order", location, number=number, previous=previous)
        seen.add(number)
        previous, previous_key, section = number, key, recommendation.section


def _name_others(recommendation: Recommendation, known: frozenset[str]) -> list[str]:
    """The numbers that notes of a recommendation name and that are none of those `known`, each once."""
    named = dict.fromkeys(chain.from_iterable(relation.numbers for relation in recommendation.relations))
    return [number for number in named if number not in known]
