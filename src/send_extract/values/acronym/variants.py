"""Variants: a term that is a slip of another, by the weight of evidence and not by distance alone."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from msgspec import Struct

from send_extract.notation.slips import Slip, find_slip
from send_extract.values.acronym.letters import cover_letters

ENOUGH: Final = 4
"""How much evidence makes a suggestion: no one sign is enough, for short terms lie close together."""

LONG: Final = 5
MIDDLING: Final = 4


class Usage(Struct, frozen=True):
    """What is known of one term: what it stands for, how often and in which rows it is used.

    `expansion` is the document's own, None where it is not defined; `phrase` is what the words of its rows
    offer as its meaning.
    """

    term: str
    expansion: str | None
    uses: int
    rows: frozenset[int]
    phrase: str | None = None


class Suggestion(Struct, frozen=True):
    """The term that was meant, and why."""

    term: str
    reason: str


class _Weight(Struct, frozen=True):
    """What a slip weighs, and from which length of the terms on length counts beside it."""

    weight: int
    length: int


_WEIGHTS: Final = {
    Slip.SWAPPED: _Weight(2, MIDDLING),
    Slip.DOUBLED: _Weight(2, MIDDLING),
    Slip.ADDED: _Weight(1, LONG),
    Slip.DROPPED: _Weight(1, LONG),
    Slip.CHANGED: _Weight(0, LONG),
}


def find_variants(usages: list[Usage], rare: int) -> dict[str, Suggestion]:
    """For each term that is a slip of a better known one, that one and the reason.

    `rare` is the number of uses that is still rare in a plan of this size. A tie between two is no
    suggestion.
    """
    index = _index(usages)
    found: dict[str, Suggestion] = {}
    for usage in usages:
        if usage.expansion is not None:
            continue
        near = {other.term: other for key in _keys_of(usage.term) for other in index[key]}
        weighed = [
            weighed
            for other in near.values()
            if other.term != usage.term and (weighed := _weigh(usage, other, rare))
        ]
        best = max((weight for weight, _ in weighed), default=0)
        suggestions = [suggestion for weight, suggestion in weighed if weight == best]
        if len(suggestions) == 1:
            found[usage.term] = suggestions[0]
    return found


def _index(usages: list[Usage]) -> dict[str, list[Usage]]:
    """Terms by what is left of them without one letter: near spellings share a key, so few are compared."""
    index: dict[str, list[Usage]] = defaultdict(list)
    for usage in usages:
        for key in _keys_of(usage.term):
            index[key].append(usage)
    return index


def _keys_of(term: str) -> set[str]:
    return {
        key
        for form in _forms_of(term)
        for key in (form, *(form[:place] + form[place + 1 :] for place in range(len(form))))
    }


def _forms_of(term: str) -> tuple[str, ...]:
    """A term without its capitals, and without a plural's `s`."""
    stem = strip_plural(term)
    return (term.lower(),) if stem == term else (term.lower(), stem.lower())


def strip_plural(term: str) -> str:
    """`term` without the small `s` of a plural (`EHCPs`)."""
    return term[:-1] if len(term) > 2 and term[-1] == "s" and not term.islower() else term


def _weigh(usage: Usage, other: Usage, rare: int) -> tuple[int, Suggestion] | None:
    """The weight of the evidence that `usage` is a slip of `other`, None where it is not enough."""
    if usage.term.lower() == other.term.lower():
        is_better = other.expansion is not None or other.uses > usage.uses
        return (100, Suggestion(other.term, "other capitals")) if is_better else None
    slip = _find_slip(usage.term, other.term)
    if slip is None or usage.phrase or not _is_known(usage, other, rare):
        return None
    if _is_related(usage.term, other.term) and not (slip is Slip.DOUBLED and len(usage.term) >= LONG):
        return None
    evidence = [(_WEIGHTS[slip].weight, slip.value), *_find_evidence(usage, other, slip)]
    weight = sum(part for part, _ in evidence)
    reason = ", ".join(words for _, words in evidence if words)
    return (weight, Suggestion(other.term, reason)) if weight >= ENOUGH else None


def _is_known(usage: Usage, other: Usage, rare: int) -> bool:
    """Whether `usage` is rare beside `other`, which is defined or at least twice as frequent."""
    is_rare = usage.uses <= max(rare, other.uses // 2)
    return is_rare and (other.expansion is not None or other.uses >= 2 * usage.uses)


def _is_related(first: str, second: str) -> bool:
    """Whether one term begins or ends with the other, as `SEND` does with `SEN`."""
    short, long = sorted((strip_plural(first).lower(), strip_plural(second).lower()), key=len)
    return long.startswith(short) or long.endswith(short)


def _find_slip(first: str, second: str) -> Slip | None:
    slips = [
        slip
        for one in _forms_of(first)
        for two in _forms_of(second)
        if (slip := _find_doubling(one, two)) is not None
    ]
    return max(slips, key=lambda slip: _WEIGHTS[slip].weight, default=None)


def _find_doubling(written: str, meant: str) -> Slip | None:
    """The slip between two spellings; in a long one, of two like letters one lost is a doubling, too."""
    slip = find_slip(written, meant)
    is_long = slip is Slip.DROPPED and len(written) >= LONG
    is_doubling = is_long and find_slip(meant, written) is Slip.DOUBLED
    return Slip.DOUBLED if is_doubling else slip


def _find_evidence(usage: Usage, other: Usage, slip: Slip) -> list[tuple[int, str]]:
    evidence: list[tuple[int, str]] = []
    if other.expansion is not None:
        evidence.append((1, f"{other.term} is defined"))
    elif other.phrase:
        evidence.append((1, f"{other.phrase!r} in the text fits {other.term}"))
    if slip is Slip.SWAPPED and usage.rows & other.rows:
        evidence.append((1, f"{other.term} stands in the same row"))
    if max(len(usage.term), len(other.term)) >= _WEIGHTS[slip].length:
        evidence.append((1, ""))
    if (
        _WEIGHTS[slip].weight == 1
        and other.expansion
        and _fits_nearly(strip_plural(usage.term), other.expansion)
    ):
        evidence.append((1, f"its letters fit {other.expansion!r}"))
    return evidence


def _fits_nearly(term: str, expansion: str) -> bool:
    cover = cover_letters(term, expansion)
    return cover.fits and not cover.leading and not cover.trailing and len(cover.middle) <= 1
