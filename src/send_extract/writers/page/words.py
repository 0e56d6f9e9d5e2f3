"""Words of the plan with their emphasis, and their acronyms explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from send_extract.plan import Action, Measure, Plan, Recommendation
from send_extract.writers.rich import read_rich


class PageWords(Struct, frozen=True, gc=False):
    """Words as printed; `expansion` is what they stand for, where they are an acronym; `tags` are their emphasis."""

    text: str
    expansion: str | None = None
    tags: tuple[str, ...] = ()


_TAGS = {"b": "strong", "i": "em", "u": "u", "s": "s", "^": "sup", "_": "sub"}
"""The elements that say each emphasis."""

Explain = Callable[[str], Iterator[PageWords]]


Emphasise = Callable[[Recommendation | Action | Measure], Iterator[PageWords]]


def explain_with(plan: Plan) -> Explain:
    """A function that parts a text at the acronyms which the plan explains."""
    known = {acronym.term: acronym.expansion for acronym in plan.acronyms if acronym.expansion}
    if not known:
        return lambda text: iter((PageWords(text),))
    terms = "|".join(re.escape(term) for term in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)({terms})(?!\w)")

    def explain(text: str) -> Iterator[PageWords]:
        for place, part in enumerate(pattern.split(text)):
            if part:
                yield PageWords(part, known[part] if place % 2 else None)

    return explain


def emphasise_with(explain: Explain) -> Emphasise:
    """A function that gives a record's words as they were emphasised, acronyms explained."""

    def emphasise(record: Recommendation | Action | Measure) -> Iterator[PageWords]:
        if record.rich is None:
            yield from explain(record.text)
            return
        for piece in read_rich(record.rich):
            tags = tuple(_TAGS[letter] for letter in piece.emphasis)
            yield from (replace(part, tags=tags) for part in explain(piece.text))

    return emphasise
