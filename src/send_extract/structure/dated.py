"""Plans without a table whose lists stand below what is said of their items: when they are due, or who does them.

By 30 June 2024:                        Fleet Manager
- Agree the hours (Head of Libraries)   - Swap six vans (Nov 2025)

What a bracket at the end of an item says is said of it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice, pairwise
from typing import TypeGuard

from msgspec import Struct

from send_extract.document import Block, Element, Paragraph, Run, make_block, print_runs, slice_runs
from send_extract.notation.marks import find_bullet
from send_extract.patterns import compile_later
from send_extract.structure.promises import Said, find_said

_FEWEST = 2
"""Lists below a timing or an owner, of a text that is a plan."""
_LONGEST = 60
"""Letters of a line that says so."""
_PLAN = compile_later(
    r"\b(?:actions?|recommendations?|plans?|improvement|objectives?|priorit(?:y|ies))\b", re.IGNORECASE
)
_ENDED = compile_later(r"(.*\S)\s*[(\[]([^()\[\]\n]{2,80})[)\]]\.?\s*")
_LABELS = {"when": "When", "who": "Lead"}
_OTHER = {"when": "who", "who": "when"}


class SaidList(Struct, frozen=True):
    """What a line says of a list; how many elements are listed below, and the actions that they are.

    Each action is its item, and those of the lists inside it.
    """

    said: Said
    length: int
    actions: tuple[tuple[Paragraph, ...], ...]


def label_dated(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements, the items of such lists as labelled lines, where there are several lists in a plan."""
    found = {place: each for place in range(len(elements)) if (each := _find_list(elements, place))}
    for field in _LABELS:
        own = {place: each for place, each in found.items() if each.said.field == field}
        if len(own) < _FEWEST or not any(map(_names_plan, elements, count())):
            continue
        brackets = _have_brackets(own.values(), _OTHER[field])
        if brackets or field == "when":
            return tuple(_label(elements, own, has_brackets=brackets))
    return tuple(elements)


def _have_brackets(lists: Iterable[SaidList], field: str) -> bool:
    """Whether items end in brackets that say `field`, and in no others: half of them who, or all of them when."""
    texts = [action[0].text for each in lists for action in each.actions]
    ended = [*filter(_ENDED.fullmatch, texts)]
    is_often = len(ended) == len(texts) or (field == "who" and len(ended) * 2 >= len(texts))
    return is_often and all(find_bracket(text, field) for text in ended)


def find_bracket(text: str, field: str) -> Said | None:
    """What a bracket at the end of an action says, if that is `field`."""
    found = _ENDED.fullmatch(text)
    said = find_said(found[2]) if found else None
    return said if said and said.field == field else None


def _names_plan(element: Element, place: int) -> bool:
    """Whether a heading, or the first line, says that the text is a plan, or what one asks for."""
    if not isinstance(element, Paragraph):
        return False
    is_heading = not place or element.level > 0 or element.kind == "title"
    return is_heading and _PLAN.search(element.text) is not None


def _find_list(elements: Sequence[Element], place: int) -> SaidList | None:
    """The list below the element at `place`, if that says when or who, and nothing else."""
    words = elements[place]
    if not isinstance(words, Paragraph) or _is_item(words) or len(words.text) > _LONGEST:
        return None
    items = [*_list_items(islice(elements, place + 1, None))]
    said = find_said(words.text.strip().rstrip(":")) if items else None
    return SaidList(said, len(items), tuple(_group(items))) if said else None


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
    elements: Sequence[Element], lists: Mapping[int, SaidList], *, has_brackets: bool
) -> Iterator[Element]:
    end = 0
    for place, element in enumerate(elements):
        if place in lists:
            end = place + 1 + lists[place].length
            found = lists[place]
            yield from chain.from_iterable(
                _label_action(action, found, has_brackets=has_brackets) for action in found.actions
            )
        elif place >= end:
            yield element


def _label_action(action: Sequence[Paragraph], found: SaidList, *, has_brackets: bool) -> Iterator[Paragraph]:
    """An action and what is listed below it, what the line above says of it, and what its bracket says."""
    first, *inside = action
    runs = first.block.runs
    bracket = find_bracket(first.text, _OTHER[found.said.field]) if has_brackets else None
    mark, text = find_bullet(first.text), print_runs(runs)
    ended = _ENDED.fullmatch(text) if bracket else None
    end = ended.end(1) if ended else len(text)
    yield Paragraph(Block((Run("Action: "), *slice_runs(runs, mark.end if mark else 0, end))), first.location)
    yield from inside
    for said in filter(None, (found.said, bracket)):
        label = said.label or _LABELS[said.field]
        yield Paragraph(make_block(f"{label}: {said.words}"), first.location)
