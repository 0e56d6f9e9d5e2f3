"""The words left over beside a timing: they change it until shown harmless."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from send_extract.values.timing.dates import Dates
from send_extract.values.timing.kinds import KINDS
from send_extract.values.timing.parts import Condition, Marker, Status
from send_extract.values.timing.recurring import Recurrence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.values.timing.expression import Expression, Part, Rest
    from send_extract.values.timing.lexicon import Item
    from send_extract.values.timing.tokens import Token

# What may be left over: nouns that say of what or for whom a date is, and the small words between them.
_NOUNS: Final = frozenset(["word", "body", "event", "thing", "reference_noun", "wholly"])
_NAMING: Final = frozenset(["body", "event", "thing"])
_SMALL: Final = frozenset(["linking", "the", "of", "a", "on"])
# Months whose names are people's names or other words too.
_DOUBTFUL: Final = frozenset(
    ["may", "march", "mar", "april", "june", "jan", "august", "sun", "sat", "mon", "jun", "dec"]
)
_MOST_WORDS: Final = 12


def is_changed(expression: Expression, tokens: Sequence[Token]) -> bool:
    """Whether what was not read could change the meaning of what was."""
    if not expression.parts or any(
        isinstance(part.value, Marker) and part is expression.parts[-1] for part in expression.parts
    ):
        return True
    if not expression.rest:
        return False
    if not any(isinstance(part.value, (Dates, Recurrence, Condition, Status)) for part in expression.parts):
        return True
    return any(_is_changing(run, tokens) for run in expression.rest) or any(
        _is_mere_year(part) for part in expression.parts
    )


def _is_changing(run: Rest, tokens: Sequence[Token]) -> bool:
    """Whether a run of words is something else than the name of what a date is for."""
    if len(run.items) > _MOST_WORDS or not all(_is_plain(item) for item in run.items):
        return True
    if any(_is_verb(item, behind, tokens) for item, behind in pairwise(run.items)):
        return True
    if run.behind and _is_tied_to(run):
        return True
    if run.behind and _is_doubtful(run.behind, tokens) and not _is_naming(run.items[-1]):
        return _is_capital(run.items[-1], tokens) or "title" in run.items[-1].senses
    return run.before is not None and _follows_badly(run, run.before, tokens)


def _is_verb(item: Item, behind: Item, tokens: Sequence[Token]) -> bool:
    """Whether the two are something to do (`to lead`), not somebody to whom (`to Cabinet`)."""
    is_to = tokens[item.start].value == "to" and item.end - item.start == 1
    return is_to and set(behind.senses) == {"word"} and not _is_capital(behind, tokens)


def _is_plain(item: Item) -> bool:
    senses = set(item.senses)
    return "changing" not in senses and bool(senses & (_NOUNS | _SMALL))


def _is_tied_to(run: Rest) -> bool:
    """Whether the words lead up to the date (`minutes of`, `with April`) rather than name what it is of."""
    last = run.items[-1]
    return not set(last.senses) & _NOUNS or "title" in last.senses


def _follows_badly(run: Rest, before: Part, tokens: Sequence[Token]) -> bool:
    """Whether words with nothing between them and a date take it for their own (`May slip`, `April Dunne`)."""
    first = run.items[0]
    value = before.value
    if not isinstance(value, Dates):
        return isinstance(value, Status) and tokens[first.start].value in {"by", "to", "with"}
    if value.bound == "until" and any(
        tokens[place].value == "to" for place in range(before.start, before.end)
    ):
        return True  # `report to the October meeting` ends nothing
    if value.bound and not _is_naming(first):
        # What bounds a date may belong to the words behind it (`by the October deadline`).
        return "of" not in first.senses and "linking" not in first.senses
    if _is_doubtful(before, tokens):
        return not _is_naming(first) and not ("of" in first.senses and len(run.items) > 1)
    is_small = bool(set(first.senses) & _SMALL)
    return not is_small and not _is_naming(first) and not _is_capital(first, tokens) and _is_bare(value)


def _is_naming(item: Item) -> bool:
    return bool(set(item.senses) & _NAMING)


def _is_capital(item: Item, tokens: Sequence[Token]) -> bool:
    return tokens[item.start].text[:1].isupper()


def _is_doubtful(part: Part, tokens: Sequence[Token]) -> bool:
    """Whether a part may itself be mere words: a month's name alone that is also another word."""
    if not isinstance(part.value, Dates) or part.end - part.start != 1:
        return False
    return str(tokens[part.start].text).lower() in _DOUBTFUL


def _is_bare(dates: Dates) -> bool:
    """Whether dates are one month without a year."""
    period = dates.only
    return bool(period) and period is not None and period.kind == "month" and period.year is None


def _is_mere_year(part: Part) -> bool:
    """Whether a part is a year alone, which is a part of names as often as it is a timing (`Strategy 2022-25`)."""
    value = part.value
    if not isinstance(value, Dates) or value.bound:
        return False
    return all(KINDS[period.kind].divided == "year" and not period.part for period in value.periods)
