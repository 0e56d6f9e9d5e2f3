"""The owners of a plan: the value of each Who cell, and every owner once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.normalisation.people import find_people
from send_extract.patterns import compile_later
from send_extract.plan import Action, OwnersMention, Plan, PlanOwner, Recommendation
from send_extract.settings import Settings
from send_extract.source import Location
from send_extract.values.owner.model import Owner
from send_extract.values.owner.parsing import parse_owners
from send_extract.values.owner.people import People, fold_initials, fold_name, is_initials

_WORD: Final = compile_later(r"[^\W_]+")


def normalise_owners(plan: Plan, settings: Settings) -> Plan:
    """`plan` with the owners of each recommendation and action, each listed once in `owners`."""
    people = find_people(plan, settings.people)
    diagnostics: list[Diagnostic] = []
    recommendations = tuple(
        _normalise_recommendation(recommendation, people, diagnostics)
        for recommendation in plan.recommendations
    )
    return replace(
        plan,
        recommendations=recommendations,
        owners=list_owners(recommendations),
        diagnostics=(*plan.diagnostics, *diagnostics),
    )


def _normalise_recommendation(
    recommendation: Recommendation, people: People, diagnostics: list[Diagnostic]
) -> Recommendation:
    actions = tuple(_normalise_actions(recommendation.actions, people))
    is_divided = _is_divided(recommendation)
    who = _gather(recommendation.who, actions, people) if is_divided else _read(recommendation.who, people)
    printed = [*([] if is_divided else [recommendation.who]), *_whos(recommendation.actions)]
    diagnostics += _report(printed, recommendation.location, people)
    if actions and not any(map(_says_owners, (who, *_whos(actions)))):
        place = who.location.within(recommendation.location)
        diagnostics.append(diagnose("owner-missing", place, number=recommendation.number))
    return replace(recommendation, who=who, actions=actions)


def _gather(who: OwnersMention, actions: tuple[Action, ...], people: People) -> OwnersMention:
    """A cell whose parts are the actions' own, with theirs: read whole, its marks would be words.

    A line that holds no action's part is of the recommendation alone, which it leads.
    """
    whos = _whos(actions)
    lines = who.text.split("\n")
    own = [
        line for line in lines if not any(mention.text in line or line in mention.text for mention in whos)
    ]
    read = parse_owners("\n".join(own), people).value or ()
    owners = dict.fromkeys((*read, *(owner for mention in whos for owner in mention.value or ())))
    return OwnersMention(who.text, tuple(owners), (), who.location)


def _report(printed: list[OwnersMention], place: Location, people: People) -> Iterator[Diagnostic]:
    """What is odd about each wording, once."""
    for text, location in {mention.text: mention.location for mention in reversed(printed)}.items():
        for finding in parse_owners(text, people).findings:
            yield finding.at(location.within(place))


def _says_owners(mention: OwnersMention) -> bool:
    """Whether a cell names owners, or words that could not be read."""
    return mention.value is None or bool(mention.value)


def _is_divided(recommendation: Recommendation) -> bool:
    """Whether each action has a part of the Who cell of its own, and none the whole of it."""
    texts = [action.who.text for action in recommendation.actions]
    return len(texts) > 1 and all(text and text != recommendation.who.text for text in texts)


def _normalise_actions(actions: Iterable[Action], people: People) -> Iterator[Action]:
    """The actions with their owners; those that share a cell share what it says."""
    shared: OwnersMention | None = None
    for action in actions:
        if action.who is not shared:
            shared, who = action.who, _read(action.who, people)
        yield replace(action, who=who)


def _read(mention: OwnersMention, people: People) -> OwnersMention:
    return OwnersMention(mention.text, parse_owners(mention.text, people).value, (), mention.location)


def _whos(actions: tuple[Action, ...]) -> list[OwnersMention]:
    return [action.who for action in actions]


class _Entry:
    """One owner on the way to the list: what is known, and what is theirs so far."""

    __slots__ = ("actions", "code", "name", "recommendations")

    def __init__(self) -> None:
        self.code: str | None = None
        self.name: str | None = None
        self.recommendations: dict[str, None] = {}
        self.actions: dict[str, None] = {}


def list_owners(recommendations: tuple[Recommendation, ...]) -> tuple[PlanOwner, ...]:
    """Each owner once, in order of first appearance, with the recommendations and actions that are theirs."""
    entries: dict[str, _Entry] = {}
    for recommendation in recommendations:
        for owner in recommendation.who.value or ():
            _enter(entries, owner).recommendations[recommendation.number] = None
        for action in recommendation.actions:
            for owner in action.who.value or ():
                entry = _enter(entries, owner)
                entry.recommendations[recommendation.number] = None
                entry.actions[action.id] = None
    return tuple(
        PlanOwner(entry.code, entry.name, tuple(entry.recommendations), tuple(entry.actions))
        for entry in entries.values()
    )


def _enter(entries: dict[str, _Entry], owner: Owner) -> _Entry:
    key = identify_owner(owner.code, owner.name)
    entry = entries.get(key)
    if entry is None:
        entry = entries[key] = _Entry()
    if entry.code is None:
        entry.code = owner.code
    if entry.name is None:
        entry.name = owner.name
    return entry


@lru_cache(maxsize=8192)
def identify_owner(code: str | None, name: str | None) -> str:
    """What two mentions of one owner have in common: the name, else the code without capitals and dots."""
    if name is not None:
        return "name " + " ".join(fold_name(name))
    words = code or ""
    if is_initials(words):
        return "code " + fold_initials(words)
    folded = [word.casefold() for word in _WORD.findall(words.replace("&", " and "))]
    return "code " + " ".join(folded[1:] if folded[:1] == ["the"] else folded)
