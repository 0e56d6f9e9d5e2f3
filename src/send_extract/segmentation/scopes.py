"""Owners that say which of the actions are theirs: `GB (1.1), BM (1.2 and 1.3)`, `GB (BM for action 3)`."""

from __future__ import annotations

import re

from msgspec import Struct

from send_extract.patterns import compile_later, has_figure

_NUMBER = r"(?:\d{1,3}\.)*\d{1,2}"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:,|&|and|to|[–—-])\s*{_NUMBER})*"
_WORD = r"(?:(?:actions?|items?|points?|bullets?|steps?|nos?\.?|numbers?|parts?)\s*)"
_SCOPE = compile_later(
    rf"\((?:for\s+)?{_WORD}?(?P<bracketed>{_NUMBERS})\)"
    rf"|\((?P<other>[^()\d]{{2,40}}?)\s+for\s+{_WORD}?(?P<others>{_NUMBERS})\)"
    rf"|(?<=\s)for\s+{_WORD}?(?P<named>{_NUMBERS})(?![\w.])"
    rf"|[–—:-]\s*+{_WORD}?(?P<dashed>{_NUMBERS})(?![\w.])"
)
_LABEL = compile_later(
    rf"(?:\A|(?<=[\s;,]))(?:for\s+)?(?:{_WORD}(?P<named>{_NUMBERS})(?:\s*[:–—-]|\s(?=\S))|(?P<bare>{_NUMBERS})\s*(?::|[–—-]\s))\s*"
    r"(?=[^\W\d])",
    re.IGNORECASE,
    has_figure,
)
_STEP = compile_later(rf"(?P<first>{_NUMBER})(?:\s*(?:to|[–—-])\s*(?P<last>{_NUMBER}))?")
_FEWEST_LABELS = 2
_BETWEEN = " \t\n,;/&+"


class Scoped(Struct, frozen=True):
    """An owner's words and the places of the actions that are theirs; none where no number is said."""

    owner: str
    places: frozenset[int]


def split_scoped(text: str, count: int) -> tuple[str, ...]:
    """The owners of each of `count` actions where numbers say whose each is; () where they do not.

    One owner without a number has the actions that nobody else has.
    """
    scoped = _find_owners(text)
    rest = [each.owner for each in scoped if not each.places]
    taken = frozenset().union(*(each.places for each in scoped))
    actions = range(1, count + 1)
    if not taken or not _is_whole(taken, {*actions}, len(rest)):
        return ()
    return tuple(_list_owners(scoped, place, rest) for place in actions)


def _is_whole(taken: frozenset[int], actions: set[int], left: int) -> bool:
    """Whether each action is somebody's, where at most one owner has those that nobody else has."""
    return taken < actions if left == 1 else not left and taken == actions


def _list_owners(scoped: list[Scoped], place: int, rest: list[str]) -> str:
    return "\n".join([each.owner for each in scoped if place in each.places] or rest)


def _find_owners(text: str) -> list[Scoped]:
    """Each owner with its actions; none where no number stands."""
    return (_find_labelled(text) or _find_scoped(text)) if any(map(str.isdigit, text)) else []


def _find_labelled(text: str) -> list[Scoped]:
    """Each owner behind its actions (`Action 1: GB; actions 2-3: BM`); none where the text does not begin so."""
    labels = list(_LABEL.finditer(text))
    if len(labels) < _FEWEST_LABELS or labels[0].start():
        return []
    ends = [*(label.start() for label in labels[1:]), len(text)]
    return [
        Scoped(_trim(text[label.end() : end]), read_places(label["named"] or label["bare"]))
        for label, end in zip(labels, ends, strict=True)
    ]


def count_labels(text: str) -> int:
    """How many labels of actions with their numbers stand in `text`."""
    return sum(1 for _ in _LABEL.finditer(text))


def _find_scoped(text: str) -> list[Scoped]:
    """Each owner with its actions, in order; what follows the last number is an owner without."""
    scoped: list[Scoped] = []
    end = 0
    for match in _SCOPE.finditer(text):
        before = _trim(text[end : match.start()])
        end = match.end()
        numbers = match["bracketed"] or match["named"] or match["dashed"]
        if numbers:
            scoped.append(Scoped(before, read_places(numbers)))
        else:
            scoped += [
                Scoped(before, frozenset()),
                Scoped(_trim(match["other"]), read_places(match["others"])),
            ]
    if after := _trim(text[end:]):
        scoped.append(Scoped(after, frozenset()))
    return scoped if all(each.owner for each in scoped) else []


def _trim(words: str) -> str:
    bare = words.strip(_BETWEEN)
    return bare[4:] if bare[:4].lower() == "and " else bare


def read_places(numbers: str) -> frozenset[int]:
    """The last numbers of `12.1 to 12.3`: 1, 2 and 3."""
    places: set[int] = set()
    for match in _STEP.finditer(numbers):
        first = int(match["first"].rpartition(".")[2])
        last = int((match["last"] or match["first"]).rpartition(".")[2])
        places.update(range(first, last + 1))
    return frozenset(places)
