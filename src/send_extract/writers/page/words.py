"""Words of the plan with their acronyms explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from send_extract.plan import Plan


class PageWords(NamedTuple):
    """Words as printed; `expansion` is what they stand for, where they are an acronym."""

    text: str
    expansion: str | None = None


Explain = Callable[[str], Iterator[PageWords]]


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
