"""Rows that go on with the recommendation above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.notation.numbers import is_below

if TYPE_CHECKING:
    from send_extract.extraction.kinds.sight import Sight
    from send_extract.extraction.rows import Above, RowFacts


def continues(sight: Sight) -> bool:
    """Whether a row goes on with the recommendation above it."""
    facts, above = sight.facts, sight.above
    if above is None:
        return False
    if facts.repeats or _says_again(facts, above):
        return True
    if facts.number is None:
        return _goes_on(sight)
    if not sight.placed.columns.find("recommendation"):
        return facts.number.number == above.number
    return not facts.text[facts.skipped :] and _is_kin(facts, above)


def _says_again(facts: RowFacts, above: Above) -> bool:
    """Whether a row has the words of the recommendation above, and no number of another."""
    return bool(facts.text) and facts.text == above.text and _is_kin(facts, above)


def says_continued(sight: Sight) -> bool:
    """Whether a row says that it goes on, by the number of the recommendation above or with no other words."""
    facts, above = sight.facts, sight.above
    if above is None or not facts.is_continued:
        return False
    if facts.number is None:
        return not (facts.number_words or facts.text)
    return facts.number.number == above.number


def _goes_on(sight: Sight) -> bool:
    """Whether an unnumbered row says no more of what is recommended than the end of a sentence."""
    facts, columns = sight.facts, sight.placed.columns
    if facts.number_words.strip():
        return False
    is_rest = not facts.text or facts.text[:1].islower() or (len(facts.filled) == 1 and not facts.skipped)
    return is_rest and bool(columns.find("number") or columns.find("recommendation"))


def _is_kin(facts: RowFacts, above: Above) -> bool:
    """Whether a row's number is that of the recommendation above, or one below it or beside it."""
    if facts.number is None:
        return True
    number = facts.number.number
    stem = above.number.rpartition(".")[0]
    return number == above.number or is_below(number, above.number) or (bool(stem) and is_below(number, stem))
