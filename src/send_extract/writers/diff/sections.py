"""The changes by recommendation, each a line of marked words: what every writer for people draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from send_extract.changes import Change, Compared, Pair, Place
from send_extract.values.wording import is_same_wording
from send_extract.writers.diff.details import NO_MOVES, Moves, find_moves, list_details
from send_extract.writers.diff.lengths import say_length, say_numbers
from send_extract.writers.diff.marking import Segment, draw_step, flatten, mark_typing, mark_words
from send_extract.writers.diff.summary.columns import COLOURS
from send_extract.writers.wording import describe_timing


class ChangeLine(NamedTuple):
    """One change: its kind, a word for it, which record it is about, its words, and what follows from it.

    `change` is the change itself.
    """

    kind: str
    verb: str
    subject: str
    segments: tuple[Segment, ...]
    details: tuple[tuple[Segment, ...], ...]
    change: Change


class ChangeSection(NamedTuple):
    """The changes of one recommendation; `numbers` is empty for the glossary."""

    numbers: str
    title: str
    lines: tuple[ChangeLine, ...]


VERBS = {
    "recommendation-merged": "merged", "recommendation-split": "split", "recommendation-added": "new recommendation",
    "recommendation-removed": "recommendation removed", "recommendation-renumbered": "renumbered",
    "recommendation-reordered": "put in another place", "recommendation-reworded": "reworded",
    "action-added": "new action", "action-removed": "action removed", "action-moved": "moved",
    "action-reordered": "put in another order", "action-reworded": "reworded", "timing-changed": "date changed",
    "timing-reworded": "date written otherwise", "owner-changed": "owner changed", "measure-added": "new measure",
    "measure-removed": "measure removed", "measure-moved": "measure moved", "measure-reworded": "measure reworded",
    "note-added": "note added", "note-removed": "note removed", "field-changed": "changed",
    "title-changed": "title changed", "heading-changed": "column renamed", "paragraph-added": "added",
    "paragraph-removed": "removed",
    "paragraph-reworded": "reworded", "glossary-added": "added", "glossary-removed": "removed",
    "glossary-changed": "changed", "cosmetic": "typing",
}  # fmt: skip
_OF_A_PART = frozenset(
    ("owner-changed", "timing-changed", "timing-reworded", "field-changed", "note-added", "note-removed")
)
_DATES = {
    "later": "slipped", "earlier": "came forward", "lost": "lost its date", "set": "given a date",
    "changed": "date changed",
}  # fmt: skip


def draw_sections(compared: Compared, *, with_cosmetic: bool = False) -> tuple[ChangeSection, ...]:
    """The sections in the order of the new plan, what was removed where it stood, what is outside the table last.

    Two plans that are no drafts of one another have none: every record of either would be told.
    """
    if not compared.diff.related:
        return ()
    titles = {
        "old": {record.number: record.text for record in compared.old.recommendations},
        "new": {record.number: record.text for record in compared.new.recommendations},
    }
    moves = find_moves(compared.diff.changes)
    sections: dict[tuple[str, str], list[ChangeLine]] = {}
    for change in compared.diff.changes:
        sections.setdefault(_find_heading(change, titles), []).append(draw_change(change, moves))
    if with_cosmetic and compared.diff.cosmetic:
        sections["", "Differences of typing alone"] = list(map(draw_change, compared.diff.cosmetic))
    return tuple(ChangeSection(numbers, title, tuple(lines)) for (numbers, title), lines in sections.items())


def _find_heading(change: Change, titles: dict[str, dict[str, str]]) -> tuple[str, str]:
    """A change is told under the recommendation as it is now; what is gone, under what it was."""
    if change.recommendation is None:
        return "", "Glossary" if change.term else "Outside the table"
    side = "old" if change.recommendation.new is None else "new"
    numbers = getattr(change.recommendation, side)
    first = numbers if isinstance(numbers, str) else numbers[0]
    is_taken = side == "old" and first in titles["new"]
    return f"the old {first}" if is_taken else first, " ".join(titles[side].get(first, "").split())


def draw_change(change: Change, moves: Moves = NO_MOVES) -> ChangeLine:
    """One change as a line; `moves` are the actions of the whole diff that moved."""
    draw = _DRAWERS.get(change.kind, _draw_words)
    details = tuple(list_details(change, moves))
    words = tuple(draw(change))
    return ChangeLine(change.kind, _find_verb(change, moves), _name_subject(change), words, details, change)


def _find_verb(change: Change, moves: Moves) -> str:
    """A word for the change, with whose it is where a merge or a split has several parts."""
    shift = change.shift if change.kind == "timing-changed" else None
    verb = _DATES[shift.direction] if shift else VERBS[change.kind]
    names = change.recommendation if change.action is None and change.kind in _OF_A_PART else None
    part = f" (of what was {names.old})" if names and _is_part(names, moves) else ""
    return f"{verb}{part}{' (minor)' if change.minor else ''}"


def _is_part(names: Pair, moves: Moves) -> bool:
    """Whether a change is of one part of a merge, or of a part of a split that is called otherwise."""
    return names.new in moves.unions and names.old != names.new and isinstance(names.old, str)


def _name_subject(change: Change) -> str:
    """What the change is about: `7.2`, `was 7.3, now 7.4`; a recommendation's number only where that changed."""
    if change.kind.startswith(("glossary", "cosmetic")) and change.term:
        return change.term
    pair = change.action or change.measure
    return name_pair(pair) if pair else ""


def name_pair(pair: Pair) -> str:
    """One name where both are the same or one is missing, else both."""
    old, new = say_numbers(pair.old), say_numbers(pair.new)
    if not old or not new or old == new:
        return new or old
    return f"{new} (was {old})"


def _draw_words(change: Change) -> Iterator[Segment]:
    """Words that came, went, or changed."""
    if change.old is None and change.new is None:
        yield Segment(flatten(change.text))
    elif change.old is None or change.new is None:
        yield Segment(flatten(change.text), "new" if change.old is None else "old")
    else:
        yield from mark_words(flatten(change.old), flatten(change.new))


def _draw_typing(change: Change) -> Iterator[Segment]:
    old, new = (words if isinstance(words, str) else "" for words in (change.old, change.new))
    yield from mark_typing(old, new)


def _draw_timing(change: Change) -> Iterator[Segment]:
    """The step from one timing to another; where the words are the same, from one meaning to the other."""
    yield Segment(flatten(change.text))
    yield Segment(": ")
    yield from draw_step(*_say_timings(change))
    shift = change.shift
    if shift is None:
        return
    length = say_length(shift)
    if length and shift.direction in {"later", "earlier"}:
        yield Segment(", ")
        yield Segment(f"{length} {shift.direction}", shift.direction)
    elif shift.direction == "lost":
        yield Segment(", ")
        yield Segment("no date any more", "lost")
    elif shift.days == 0:
        yield Segment(", the same due day", "quiet")


def _say_timings(change: Change) -> tuple[str, str]:
    """What differs: the words as printed, or what the same words meant and mean."""
    old, new = flatten(change.old) or "no date", flatten(change.new) or "no date"
    if change.value is None or not is_same_wording(old, new):
        return old, new
    meant = tuple(describe_timing(value) or "no date" for value in (change.value.old, change.value.new))
    return (old, new) if meant[0] == meant[1] else (meant[0], meant[1])


def _draw_owner(change: Change) -> Iterator[Segment]:
    if change.action is not None:
        yield Segment(f"{flatten(change.text)}: ")
    yield from draw_step(flatten(change.old) or "nobody", flatten(change.new) or "nobody")
    said = [*(f"{name} joins" for name in change.added), *(f"{name} leaves" for name in change.removed)]
    if said:
        yield Segment(f" ({', '.join(said)})", "quiet")


def _draw_number(change: Change) -> Iterator[Segment]:
    yield from draw_step(flatten(change.old), flatten(change.new))


def _draw_union(change: Change) -> Iterator[Segment]:
    names = change.recommendation
    if names is not None:
        verb = "merged into" if change.kind == "recommendation-merged" else "split into"
        yield Segment(f"{say_numbers(names.old)} {verb} {say_numbers(names.new)}", "strong")


def _draw_move(change: Change) -> Iterator[Segment]:
    yield Segment(flatten(change.text))
    names = change.recommendation
    if names is not None and names.old != names.new:
        yield Segment(f" (from recommendation {say_numbers(names.old)} to {say_numbers(names.new)})", "quiet")


def _draw_field(change: Change) -> Iterator[Segment]:
    """A cell's step; a word that names a colour is not drawn in another."""
    if change.action is not None:
        yield Segment(f"{flatten(change.text)}: ")
    yield Segment(f"{change.field}: ", "strong")
    old, new = flatten(change.old) or "(empty)", flatten(change.new) or "(empty)"
    if COLOURS.isdisjoint(new.lower().split()):
        yield from draw_step(old, new)
    else:
        yield from (Segment(old, "quiet"), Segment(" → "), Segment(new, "strong"))


def _draw_place(change: Change) -> Iterator[Segment]:
    """A recommendation that stands elsewhere: its words, from which place to which."""
    yield Segment(flatten(change.text))
    places = change.place
    if places and isinstance(places.old, Place) and isinstance(places.new, Place):
        old, new = places.old.recommendation, places.new.recommendation
        yield Segment(f" (from place {old} to {new})", "quiet")


_DRAWERS: dict[str, Callable[[Change], Iterable[Segment]]] = {
    "timing-changed": _draw_timing,
    "timing-reworded": _draw_timing,
    "owner-changed": _draw_owner,
    "recommendation-renumbered": _draw_number,
    "heading-changed": _draw_number,
    "recommendation-reordered": _draw_place,
    "recommendation-merged": _draw_union,
    "recommendation-split": _draw_union,
    "action-moved": _draw_move,
    "action-reordered": _draw_move,
    "measure-moved": _draw_move,
    "field-changed": _draw_field,
    "cosmetic": _draw_typing,
}
