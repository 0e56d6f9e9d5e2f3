"""Rows that hold nothing of a plan: drawn lines, sums, and empty ones of the template."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from send_extract.notation.numbers import begins_row
from send_extract.patterns import compile_later, has_any

if TYPE_CHECKING:
    from send_extract.extraction.kinds.sight import Sight

_TOTAL = compile_later(r"(?:grand\s+|sub-?\s*)?totals?\b[^.]{0,40}$", re.IGNORECASE, has_any("total"))
_SUM = compile_later(
    r"(?:grand\s+|sub-?\s*)?totals?\b[^.\d]{0,40}[£€$]?\s*\d[\d,.]*\s*(?:k|m|%)?\W*$", re.IGNORECASE
)
_BARE_TOTAL = compile_later(
    r"(?:grand\s+|overall\s+|sub-?\s*)?totals?(?:\s+(?:estimated\s+)?(?:costs?|budget|spend|expenditure|funding|actions|hours))?\W*$",
    re.IGNORECASE,
    has_any("total"),
)
"""All that a row says whose sum is not there, as where a program has not reckoned it."""
_COUNT = compile_later(
    r"\d+\s+(?:out\s+)?of\s+\d+\s+(?:actions?|tasks?|steps?|items?|recommendations?)\b[^.]{0,40}$",
    re.IGNORECASE,
)
"""How many of the rows above are done (`3 of 6 actions done`)."""
_FIGURE = compile_later(r"[\s£€$\d.,%()+-]+[kKmM]?$")
_RULE = compile_later(r"[\s|+:=_*–—-]*[-=_–—]{2}[\s|+:=_*–—-]*$", need=has_any(*"-=_–—"))


def is_rule(sight: Sight) -> bool:
    """Whether a row is a drawn line."""
    return bool(sight.facts.filled) and all(map(_RULE.match, sight.facts.texts))


def is_template(sight: Sight) -> bool:
    """Whether a row is an empty one of the template: its number and nothing else."""
    numbers, filled = sight.placed.columns.find("number"), sight.facts.filled
    if not numbers and sight.field == "recommendation":
        return (
            sight.above is not None
            and sight.facts.text[-1:] in {".", ")", ":"}
            and begins_row(sight.facts.text)
        )
    return 0 < len(filled) <= len(numbers) and all(place in numbers for place in filled)


def is_total(sight: Sight) -> bool:
    """Whether a row adds up the ones above: `Total` somewhere in it, and nothing but figures beside it."""
    facts = sight.facts
    if len(facts.texts) < len(("Total", "£5")):
        return facts.number is None and any(map(_says_sum, facts.texts))
    place = next(compress(facts.filled, map(_TOTAL.match, facts.texts)), None)
    return _is_behind_title(sight) if place is None else _adds_up(sight, place)


def _says_sum(text: str) -> bool:
    """Whether words are a sum with its label, or the label alone."""
    return bool(_SUM.match(text) or _BARE_TOTAL.match(text) or _COUNT.match(text))


def _is_behind_title(sight: Sight) -> bool:
    """Whether figures alone stand behind a first cell that is merged with others up to them."""
    facts = sight.facts
    is_beside = sight.placed.row.cells[facts.filled[-1] - 1].span == "column" and facts.number is None
    return is_beside and all(map(_FIGURE.match, facts.texts[1:]))


def _adds_up(sight: Sight, place: int) -> bool:
    """Whether figures alone stand beside the `Total` at `place`, which no recommendation with a number begins with."""
    facts = sight.facts
    is_counted = facts.number is not None and place in sight.placed.columns.find("recommendation")
    return not is_counted and sum(map(bool, map(_FIGURE.match, facts.texts))) == len(facts.texts) - 1
