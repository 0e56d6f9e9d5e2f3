"""Headings that name a period each (`2024/25`, `Q1`, `Short term`), under which a tick says when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from send_extract.patterns import compile_later
from send_extract.runs import part_numbers
from send_extract.values.timing import is_dated

_LONGEST = 40
_COUNTED = compile_later(
    r"(?:short|medium|mid|near|long)(?:er)?(?:[\s-]*term)?$|\d+\s*[-–]\s*\d+\s*(?:week|month|year)s?$"
    r"|(?:year|yr|y|term|half[\s-]term|phase|months?|weeks?|years?)\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?$",
    re.IGNORECASE,
)
_BRACKET = compile_later(r"\s*\(([^()]*)\)\s*")
_YEAR_FIRST = compile_later(r"((?:19|20)\d\d(?:\s*[/-]\s*\d{2,4})?)\s+(\D.*)$")


@lru_cache(maxsize=1024)
def is_period(heading: str) -> bool:
    """Whether a heading is of a period and nothing else."""
    bare = _BRACKET.sub(" ", heading).strip()
    if not bare or len(bare) > _LONGEST:
        return False
    return _COUNTED.match(bare) is not None or is_dated(bare)


def name_periods(headings: Sequence[str]) -> tuple[str, ...]:
    """Headings without the words of all of them (`Delivery year 2024/25`), where periods are left; a year stays."""
    words = [heading.split() for heading in headings]
    first, last = _count_shared(words), _count_shared([each[::-1] for each in words])
    for start, end in ((first, 0), (0, last)):
        own = tuple([" ".join(each[start : len(each) - end]) for each in words])
        is_whole = is_period(" ".join((*words[0][:start], *words[0][len(words[0]) - end :])))
        if all(map(is_period, own)) and not is_whole:
            return own
    return tuple(headings)


def _count_shared(words: Sequence[Sequence[str]]) -> int:
    """How many words all begin with."""
    return sum(1 for _ in takewhile(lambda each: len({*each}) == 1, zip(*words, strict=False)))


def join_periods(names: Sequence[str], places: Sequence[int]) -> str:
    """The timing of the periods at `places`: neighbours from the first to the last, others one after the other."""
    wordings = [*map(_join, _spell(names), [places] * 3)]
    return next(filter(is_dated, wordings), wordings[0])


def _spell(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """How periods can be put: as printed, with the year behind, as their brackets have it."""
    yield names
    yield [_YEAR_FIRST.sub(r"\2 \1", name) for name in names]
    yield [match[1] if (match := _BRACKET.search(name)) else name for name in names]


def _join(names: Sequence[str], places: Sequence[int]) -> str:
    spans = ((names[span[0]], names[span[-1]]) for span in part_numbers(places))
    return ", ".join(" – ".join(dict.fromkeys(span)) for span in spans)
