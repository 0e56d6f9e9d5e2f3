"""Whose numbers a column holds: those of what is recommended, or of the rows below it, its actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from send_extract.headings import find_places, find_words
from send_extract.notation.numbers import find_stem, parse_number, take_number
from send_extract.patterns import compile_later

_ASKED = frozenset(("rec", "recs", "recommendation", "recommendations"))
_MARKS = compile_later(r"[,;&\n]|\band\b")
_ACTIONS = frozenset(("action", "actions", "task", "tasks", "activity", "step", "milestone"))


def find_references(
    headings: Sequence[str], named: Sequence[str], cells: Sequence[Sequence[str]]
) -> int | None:
    """The place of the column that says by number which recommendation, in a list elsewhere, a row's actions are of.

    Its heading is of recommendations, and all that stands in it is numbers.
    """
    if "actions" not in named or named.count("recommendation") > 1:
        return None
    places = find_places(named, "recommendation") or find_places(named, "number")
    return next((place for place in places if _is_reference(headings[place], cells[place])), None)


def _is_reference(heading: str, texts: Sequence[str]) -> bool:
    """Whether a heading is of recommendations, and what stands below it are their numbers."""
    told = [text for text in texts if text.strip()]
    return bool(told) and not _ASKED.isdisjoint(find_words([heading])) and all(map(_are_numbers, told))


def _are_numbers(text: str) -> bool:
    """Whether a cell has a number, or several."""
    return all(map(parse_number, filter(str.strip, _MARKS.split(text))))


def find_own_numbers(
    headings: Sequence[str], named: Sequence[str], cells: Sequence[Sequence[str]]
) -> frozenset[int]:
    """The places of the columns of numbers that are the actions' own, where the recommendation stands on each row.

    Which of two columns is whose is told by which repeats with the words; one alone is the actions' by its heading,
    unless its numbers count below those of the recommendations.
    """
    numbers = find_places(named, "number")
    reference = find_references(headings, named, cells)
    if reference is not None:
        return frozenset(numbers) - {reference}
    if "recommendation" not in named:
        return frozenset()
    texts = cells[named.index("recommendation")]
    groups = {place: [*_group(cells[place], texts)] for place in numbers}
    varying = frozenset(place for place in numbers if _vary(groups[place]))
    if len(varying) < len(numbers):
        return varying
    return frozenset(place for place in varying if _are_of_actions(headings[place], groups[place]))


def _vary(groups: Sequence[Sequence[str]]) -> bool:
    """Whether several numbers stand beside one text."""
    return any(len({*each}) > 1 for each in groups)


def _are_of_actions(heading: str, groups: Sequence[Sequence[str]]) -> bool:
    """Whether a heading is of actions, and its numbers do not count below those of the recommendations."""
    return not (_ACTIONS.isdisjoint(find_words([heading])) or _count_below(groups))


def _group(numbers: Sequence[str], texts: Sequence[str]) -> Iterator[list[str]]:
    """The numbers that stand beside each text, which holds for the rows below it that have none."""
    found: dict[str, list[str]] = {}
    text = ""
    for number, own in zip(numbers, texts, strict=True):
        text = own.strip() or text
        if number.strip():
            found.setdefault(text, []).append(number.strip())
    yield from found.values()


def _count_below(groups: Sequence[Sequence[str]]) -> bool:
    """Whether the numbers beside one text all count below one number (`1.1`, `1.2`)."""
    return all(len({*map(_find_stem, each)}) == 1 for each in groups)


def _find_stem(text: str) -> str:
    number = parse_number(text)
    return (number and find_stem(number.number)) or text


def is_numbered(place: int, named: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether each text of a column stands once, with a number, and no other row has one.

    Or each begins with a number of its own. A priority may go without, and what is aimed at where it stands first or
    another column measures it.
    """
    told = [text for text in cells[place] if text.strip()]
    if len({*told}) < len(told):
        return False
    if len(told) > 1 and all(map(take_number, told)):
        return True
    if "number" not in named:
        return _needs_no_number(place, named)
    pairs = zip(cells[named.index("number")], cells[place], strict=True)
    return all(bool(number.strip()) == bool(text.strip()) for number, text in pairs)


def _needs_no_number(place: int, named: Sequence[str]) -> bool:
    """Whether a column is of priorities, or of aims that stand first or that another column measures."""
    is_measured = named[place] == "measures" and (place == 0 or "measures" in named[place + 1 :])
    return named[place] == "priority" or is_measured


def are_groups(texts: Sequence[str]) -> bool:
    """Whether the words of a column hold for several rows each, given once or on each of them: two such, and most."""
    held = [*accumulate(texts, _hold)]
    sizes = Counter(held)
    is_once = len([*groupby(held)]) == len(sizes)
    wide = [text for text, size in sizes.items() if text and size > 1]
    return is_once and len(wide) > 1 and 2 * len(sizes) <= len(held)


def _hold(above: str, text: str) -> str:
    """What a cell says: its words, or where it has none those above."""
    return text.strip() or above
