"""One recommendation, wherever its rows stand: a tracker that was sorted by date has others between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.extraction.asked import LABEL_ENDS
from send_extract.extraction.rows import read_facts
from send_extract.notation.furniture import cut_continued, fold_words
from send_extract.notation.nouns import find_clashing
from send_extract.notation.numbers import find_stem, order_key

if TYPE_CHECKING:
    from send_extract.extraction.asked import HeadedRecommendation
    from send_extract.extraction.groups import Group
    from send_extract.extraction.rows import PlacedRow

_SHORT = {"rec": "recommendation", "r": "recommendation"}
Key = tuple[str, str, str | None]
"""A recommendation's number, or the one that those of its rows count below, its words, and its section."""


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


def _find_key(group: Group) -> Key | None:
    """What a group has in common with others of its recommendation; None where it has no words to know it by."""
    words = fold_words(read_facts(group.rows[0]).text[group.skipped :])
    return (find_stem(group.number) or group.number, words, group.section) if words else None


def _join(groups: list[Group]) -> Group:
    """Groups as one, its rows in the order of their own numbers where each has another."""
    if len(groups) == 1:
        return groups[0]
    rows = [row for group in groups for row in group.rows]
    numbers = [_find_number(row) for row in rows]
    if all(numbers) and len(set(numbers)) == len(numbers):
        rows.sort(key=lambda row: order_key(_find_number(row)))
    said = tuple(each for group in groups for each in group.said)
    return replace(groups[0], rows=tuple(rows), said=said)


def _find_number(row: PlacedRow) -> str:
    number = read_facts(row).number
    return number.number if number else ""
