"""The keys to initials of a plan: in its glossary, and on lines of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from send_extract.values.owner.keys import Key, find_keys, read_key
from send_extract.values.owner.people import fold_initials

if TYPE_CHECKING:
    from send_extract.plan import Plan

MAX_KEY: Final = 600  # characters of a line that can be a key
SAMPLE: Final = 1_000_000  # characters of the plan's words that are enough to know its ordinary ones


def list_keys(plan: Plan) -> Iterator[Key]:
    """All that could be keys, those of the glossary first."""
    yield from filter(None, (read_key(entry.term, entry.text) for entry in plan.glossary))
    for paragraph in plan.paragraphs:
        if len(paragraph.text) <= MAX_KEY:
            yield from find_keys(paragraph.text)


def find_certain_keys(plan: Plan, codes: set[str]) -> list[Key]:
    """The keys to initials that own something, without those whose names are ordinary words of the plan."""
    keys = [key for key in list_keys(plan) if fold_initials(key.initials) in codes]
    doubtful = [key for key in keys if not key.is_certain]
    ordinary = _find_ordinary(plan, doubtful) if doubtful else set()
    return [key for key in keys if key.is_certain or ordinary.isdisjoint(key.name.casefold().split())]


def _find_ordinary(plan: Plan, keys: Iterable[Key]) -> set[str]:
    """The words of possible names that the plan prints in small letters, as no name is."""
    words = {word for key in keys for word in key.name.casefold().split()}
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words))) + r")\b")
    return set(pattern.findall(_sample_words(plan)))


def _sample_words(plan: Plan) -> str:
    texts: list[str] = []
    size = 0
    for recommendation in plan.recommendations:
        texts += [recommendation.text, *(action.text for action in recommendation.actions)]
        size += sum(map(len, texts[-1 - len(recommendation.actions) :]))
        if size > SAMPLE:
            break
    return "\n".join(texts)
