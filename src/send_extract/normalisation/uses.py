"""The uses of acronyms in a plan: every place where its words have one."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from send_extract.headings import find_field
from send_extract.plan import Plan, Recommendation
from send_extract.source import NOWHERE, Location
from send_extract.values.acronym.shapes import CANDIDATE, MAX_TERM, has_capitals
from send_extract.values.owner.people import is_initials


class Passage(Struct, frozen=True, gc=False):
    """Words of a plan: where they stand, and in which recommendation (counted from 0; -1 for none)."""

    text: str
    location: Location
    row: int


class Use(Struct, frozen=True, gc=False):
    """One use of a word that is printed as an acronym."""

    term: str
    passage: int
    start: int


class PlanText(Struct, frozen=True):
    """All the words of a plan as one text, a passage after another, so that one search covers them."""

    passages: list[Passage]
    joined: str
    starts: array[int]

    def find_passage(self, place: int) -> int:
        """The number of the passage that holds the character at `place` of the joined text."""
        return bisect_right(self.starts, place) - 1

    def list_rows(self, rows: Iterable[int]) -> dict[int, list[str]]:
        """The words of each of some recommendations, a passage each; of -1, which is none, nothing."""
        found: dict[int, list[str]] = {row: [] for row in rows}
        for passage in self.passages:
            if passage.row >= 0 and passage.row in found:
                found[passage.row].append(passage.text)
        return found


def join_passages(passages: list[Passage]) -> PlanText:
    """The text of `passages`, a line break between them."""
    ends = accumulate([len(passage.text) + 1 for passage in passages[:-1]], initial=0)
    return PlanText(passages, "\n".join([passage.text for passage in passages]), array("Q", ends))


def find_uses(text: PlanText) -> Iterator[Use]:
    """Every word of `text` that is printed as an acronym, in order."""
    shaped: dict[str, bool] = {}
    for match in CANDIDATE.finditer(text.joined):
        word = match[0]
        if len(word) > MAX_TERM:
            continue
        if word not in shaped:
            shaped[word] = has_capitals(word)
        if shaped[word]:
            yield Use(word, text.find_passage(match.start()), match.start())


def find_passages(plan: Plan) -> list[Passage]:
    """The passages of `plan` that can use acronyms: its table, what stands outside, the glossary."""
    passages = [Passage(words.text, words.location, -1) for words in plan.paragraphs]
    terms = frozenset(entry.term for entry in plan.glossary)
    for row, recommendation in enumerate(plan.recommendations):
        passages += _find_own(recommendation, row)
        passages += _find_in_who(recommendation, row, terms)
    passages += [Passage(entry.text, entry.location, -1) for entry in plan.glossary]
    return passages


def _find_own(recommendation: Recommendation, row: int) -> Iterator[Passage]:
    place = recommendation.location
    yield Passage(recommendation.text, place, row)
    for words in (*recommendation.notes, recommendation.progress, *_list_words(recommendation.extra)):
        if words:
            yield Passage(words, place, row)
    for action in recommendation.actions:
        yield Passage(action.text, action.location, row)
        if action.when.value is not None and action.when.value.contingent_on:
            yield Passage(action.when.value.contingent_on, action.when.location, row)
        for words in _list_words(action.extra):
            yield Passage(words, action.location, row)
    for measure in recommendation.measures:
        yield Passage(measure.text, measure.location, row)


def _list_words(extra: Mapping[str, str]) -> Sequence[str]:
    """The words of columns without a field of their own, but for those of numbers (`Task ID`)."""
    return [words for heading, words in extra.items() if find_field(heading) != "number"] if extra else ()


def _find_in_who(recommendation: Recommendation, row: int, terms: frozenset[str]) -> Iterator[Passage]:
    """The roles and the bodies of a Who cell; initials that stand alone and are none of `terms` are a person's."""
    location = (
        recommendation.location if recommendation.who.location == NOWHERE else recommendation.who.location
    )
    for owner in recommendation.who.value or ():
        for words in (owner.code, owner.position, owner.organisation):
            if words and (words in terms or not is_initials(words)):
                yield Passage(words, location, row)
