"""Whose numbers a column holds: those of what is recommended, or of the rows below it, its actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from send_extract.headings import fold_heading
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
    asked = named.index("recommendation") if "recommendation" in named else None
    numbers = [place for place, field in enumerate(named) if field == "number"]
    places = numbers if asked is None else [asked]
    for place in places:
        told = [text for text in cells[place] if text.strip()]
        is_named = not _ASKED.isdisjoint(fold_heading(headings[place]).split())
        if is_named and told and all(map(_are_numbers, told)):
            return place
    return None


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
    numbers = [place for place, field in enumerate(named) if field == "number"]
    reference = find_references(headings, named, cells)
    if reference is not None:
        return frozenset(numbers) - {reference}
    if "recommendation" not in named or not numbers:
        return frozenset()
    groups = {place: [*_group(cells[place], cells[named.index("recommendation")])] for place in numbers}
    varying = {place for place, found in groups.items() if any(len({*each}) > 1 for each in found)}
    if varying and len(varying) < len(numbers):
        return frozenset(varying)
    return frozenset(
        place
        for place in varying
        if not _ACTIONS.isdisjoint(fold_heading(headings[place]).split()) and not _count_below(groups[place])
    )


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
        is_measured = named[place] == "measures" and (place == 0 or "measures" in named[place + 1 :])
        return named[place] == "priority" or is_measured
    pairs = zip(cells[named.index("number")], cells[place], strict=True)
    return all(bool(number.strip()) == bool(text.strip()) for number, text in pairs)


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
