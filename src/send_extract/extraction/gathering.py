"""One recommendation, wherever its rows stand: a tracker that was sorted by date has others between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Cell
from send_extract.extraction.asked import LABEL_ENDS, HeadedRecommendation
from send_extract.extraction.rows import PlacedRow, read_facts, read_words
from send_extract.notation.furniture import cut_continued, fold_words
from send_extract.notation.nouns import find_clashing
from send_extract.notation.numbers import bare_number, find_stem, order_key
from send_extract.patterns import compile_later

_ANSWER = compile_later(
    r"\W*(?:(?:(?:partly|partially|fully|not)\s+)?(?:accepted|agreed|rejected|supported|declined)"
    r"(?:\s+in\s+(?:part|principle|full))?\W*)?$",
    re.IGNORECASE,
)
_SHORT = {"rec": "recommendation", "r": "recommendation"}
Key = tuple[str, str, str | None]
"""A recommendation's number, or the one that those of its rows count below, its words, and its section."""


class Group(Struct, frozen=True):
    """The rows of one recommendation, its number, the words of its first row, its section.

    `skipped` is how many characters of its words are its number, printed in front of them; `asked` is the heading
    that it is, where it stands above its rows; `said` what lines over the whole width say of it, by field.
    """

    number: str
    rows: tuple[PlacedRow, ...]
    words: str
    section: str | None = None
    skipped: int = 0
    asked: HeadedRecommendation | None = None
    said: tuple[tuple[str, str], ...] = ()


def keep_apart(groups: Iterable[Group]) -> Iterator[Group]:
    """The groups, those of words that count the same numbers in headings (`Must do 1`, `Should do 1`) by both."""
    found = [(group, _find_noun(group)) for group in groups]
    clashing = find_clashing((group.number, noun) for group, noun in found)
    for group, noun in found:
        yield replace(group, number=find_label(group.asked)) if group.asked and noun in clashing else group


def find_label(asked: HeadedRecommendation) -> str:
    """The number of a recommendation above its actions with the word that it counts, as they are printed."""
    return " ".join(cut_continued(asked.printed).split()).rstrip(LABEL_ENDS)


def _find_noun(group: Group) -> str:
    """The word that a group's number counts in its heading; empty where it has none there."""
    label = find_label(group.asked).lower() if group.asked else ""
    noun = label.removesuffix(group.number.lower()).rstrip(" #.")
    return "" if noun == label else _SHORT.get(noun, noun)


def gather_groups(groups: Sequence[Group]) -> list[Group]:
    """The groups with those of one number, one wording and one section as one, where its first row stands."""
    found: dict[Key | int, list[Group]] = {}
    for place, group in enumerate(groups):
        found.setdefault(_find_key(group) or place, []).append(group)
    return [_join(each) for each in found.values()]


def join_listed(groups: Sequence[Group]) -> list[Group]:
    """The groups, those of actions alone with the one of a list that has their number and words, and no actions.

    That it was agreed to is no action where there are others.
    """
    listed = {_find_bare(group): group for group in groups if _is_listed(group)}
    more: dict[str, list[Group]] = {}
    for group in groups:
        if _find_bare(group) in listed and _is_of_actions(group):
            more.setdefault(_find_bare(group), []).append(group)
    joined = {*map(id, chain.from_iterable(more.values()))}
    left = [group for group in groups if id(group) not in joined]
    return [_add(group, more, listed) for group in left] if more else left


def _add(group: Group, more: Mapping[str, list[Group]], listed: Mapping[str, Group]) -> Group:
    """A group with those of its number that hold its actions, if it is one of the list; its answer is a note."""
    bare = _find_bare(group)
    if listed.get(bare) is not group:
        return group
    answers = [
        ("notes", f"{placed.columns.headings[place]}: {placed.row.at(place).text}")
        for placed in group.rows
        for place in placed.columns.find("actions")
        if placed.row.at(place).blocks
    ]
    rows = tuple(map(_drop_actions, group.rows))
    return _join([replace(group, rows=rows, said=(*group.said, *answers)), *more.get(bare, ())])


def _drop_actions(placed: PlacedRow) -> PlacedRow:
    places = placed.columns.find("actions")
    cells = (Cell() if place in places else cell for place, cell in enumerate(placed.row.cells))
    return replace(placed, row=replace(placed.row, cells=tuple(cells)))


def _is_listed(group: Group) -> bool:
    """Whether a group says what is recommended, and nothing that is done about it."""
    return _is_worded(group) and not _has_actions(group)


def _is_of_actions(group: Group) -> bool:
    """Whether a group has actions, and says nothing of what is recommended."""
    return not _is_worded(group) and _has_actions(group)


def _is_worded(group: Group) -> bool:
    return group.asked is not None or bool(group.words)


def _has_actions(group: Group) -> bool:
    """Whether a group has actions that are more than an answer."""
    return not all(_ANSWER.match(cell.text) for row in group.rows for cell in row.cells("actions"))


def _find_bare(group: Group) -> str:
    return bare_number(group.number)


def _find_key(group: Group) -> Key | None:
    """What a group has in common with others of its recommendation; None where it has no words to know it by."""
    words = fold_words(group.words[group.skipped :])
    return (find_stem(group.number) or group.number, words, group.section) if words else None


def _join(groups: list[Group]) -> Group:
    """Groups as one, its rows in the order of their own numbers where each has another."""
    if len(groups) == 1:
        return groups[0]
    rows = [row for group in groups for row in group.rows]
    numbers = [*map(_find_number, rows)]
    if all(numbers) and len(set(numbers)) == len(numbers):
        rows.sort(key=lambda row: order_key(_find_number(row)))
    said = tuple(each for group in groups for each in group.said)
    return replace(groups[0], rows=tuple(rows), words=read_words(rows[0]), said=said)


def _find_number(row: PlacedRow) -> str:
    number = read_facts(row).number
    return number.number if number else ""
