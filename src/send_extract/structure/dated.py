"""Plans without a table whose actions are listed below when they are due (`By 30 June 2024:`, then a list)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice, pairwise
from typing import TypeGuard

from msgspec import Struct

from send_extract.document import Block, Element, Paragraph, Run, make_block, print_runs, slice_runs
from send_extract.headings.cells import kind_of_cell
from send_extract.notation.marks import find_bullet
from send_extract.patterns import compile_later
from send_extract.structure.promises import is_timing

_FEWEST = 2
"""Lists below a timing, of a text that is a plan."""
_LONGEST = 60
"""Letters of a line that is a timing."""
_PLAN = compile_later(
    r"\b(?:actions?|recommendations?|plans?|improvement|objectives?|priorit(?:y|ies))\b", re.IGNORECASE
)
_ENDED = compile_later(r"(.*\S)\s*[(\[]([^()\[\]\n]{2,80})[)\]]\.?\s*")
_OWNERS = frozenset(("post", "name", "body"))


class DatedList(Struct, frozen=True):
    """What a line says when, how many elements are listed below it, and the actions that they are.

    Each action is its item, and those of the lists inside it.
    """

    timing: str
    length: int
    actions: tuple[tuple[Paragraph, ...], ...]


def label_dated(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements, the items of such lists as labelled lines, where there are several lists in a plan."""
    found = {place: each for place in range(len(elements)) if (each := _find_list(elements, place))}
    if len(found) < _FEWEST or not any(map(_names_plan, elements, count())):
        return tuple(elements)
    actions = chain.from_iterable(each.actions for each in found.values())
    is_owned = _have_owners([action[0].text for action in actions])
    return tuple(_label(elements, found, is_owned=is_owned))


def _have_owners(texts: Sequence[str]) -> bool:
    """Whether half of the actions and more end in a bracket, and each such bracket is an owner."""
    ended = [*filter(_ENDED.fullmatch, texts)]
    return len(ended) * 2 >= len(texts) and all(map(find_owner, ended))


def find_owner(text: str) -> str:
    """The post, the name or the body in a bracket at the end of an action; empty where there is none."""
    found = _ENDED.fullmatch(text)
    return found[2] if found and kind_of_cell(found[2]) in _OWNERS else ""


def _names_plan(element: Element, place: int) -> bool:
    """Whether a heading, or the first line, says that the text is a plan, or what one asks for."""
    if not isinstance(element, Paragraph):
        return False
    is_heading = not place or element.level > 0 or element.kind == "title"
    return is_heading and _PLAN.search(element.text) is not None


def _find_list(elements: Sequence[Element], place: int) -> DatedList | None:
    """The list below the element at `place`, if that is a timing and nothing else."""
    words = elements[place]
    if not isinstance(words, Paragraph) or _is_item(words) or len(words.text) > _LONGEST:
        return None
    items = [*_list_items(islice(elements, place + 1, None))]
    timing = words.text.strip().rstrip(":")
    return DatedList(timing, len(items), tuple(_group(items))) if items and is_timing(timing) else None


def _list_items(elements: Iterable[Element]) -> Iterator[Paragraph]:
    for element in elements:
        if not _is_item(element):
            return
        yield element


def _is_item(element: Element) -> TypeGuard[Paragraph]:
    if not isinstance(element, Paragraph) or element.level:
        return False
    return element.block.level > 0 or find_bullet(element.text) is not None


def _group(items: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """The items of a list, each with those of the lists inside it."""
    starts = [place for place, item in enumerate(items) if item.block.level <= items[0].block.level]
    return (tuple(items[start:end]) for start, end in pairwise((*starts, len(items))))


def _label(
    elements: Sequence[Element], lists: Mapping[int, DatedList], *, is_owned: bool
) -> Iterator[Element]:
    end = 0
    for place, element in enumerate(elements):
        if place in lists:
            end = place + 1 + lists[place].length
            for action in lists[place].actions:
                yield from _label_action(action, lists[place].timing, is_owned=is_owned)
        elif place >= end:
            yield element


def _label_action(action: Sequence[Paragraph], timing: str, *, is_owned: bool) -> Iterator[Paragraph]:
    """An action and what is listed below it, when it is due, and its owner where a bracket says that of each."""
    first, *inside = action
    owner, runs = find_owner(first.text) if is_owned else "", first.block.runs
    mark = find_bullet(first.text)
    start, text = mark.end if mark else 0, print_runs(runs)
    end = len(text[: text.rindex(owner) - 1].rstrip()) if owner else len(text)
    said = (make_block(f"{label}: {words}") for label, words in (("When", timing), ("Lead", owner)) if words)
    yield Paragraph(Block((Run("Action: "), *slice_runs(runs, start, end))), first.location)
    yield from inside
    yield from (Paragraph(block, first.location) for block in said)
