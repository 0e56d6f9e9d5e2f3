"""Patterns over the letters of spelt items, compiled to functions: no pattern of text is compiled for them.

In a pattern `{month}` is an item of that class, `{comma|dot}` one of either, `<day:ordinal>` one that is named `day`,
`<month>` short for `<month:month>`, and `YEAR` a piece from the table of pieces. Groups, quantifiers and what is looked
for ahead are written as in regular expressions; spaces say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.values.timing.lexicon import Letters

# What `*` and `+` come to: no timing repeats anything more often, and no pattern takes more steps than its length.
_MOST_TIMES: Final = 16
PIECES: dict[str, str] = {}
_SIGN: Final = re.compile(
    r"<(?:(?P<name>\w+):)?(?P<named>[\w|]+)>|\{(?P<plain>[a-z][\w|]*)\}|(?P<times>[?*+]|\{[\d,]+\})"
    r"|(?P<piece>[A-Z][A-Z_]+)|\(\?[:=!]|[()|]"
)

# Where a pattern ends and the names that it gave on its way, the last one first; None where it does not fit.
Fit = list[Any]
Run = Callable[[str, int], Fit | None]
"""What goes on from a place in letters."""


class ItemPattern:
    """A pattern, and the classes that it can begin with; it is compiled where it is first tried."""

    def __init__(self, pattern: str) -> None:
        self._ways = _parse(_SIGN.finditer(pattern))
        self.first, _ = _list_first(self._ways)

    @cached_property
    def fit(self) -> Run:
        """What tells whether it fits at a place."""
        return _compile_ways(self._ways, _finish)


def _finish(_letters: str, at: int) -> Fit | None:
    return [at]


class _Node(Struct, frozen=True):
    """A piece of a pattern: one item (`letters`), or a group of ways, taken from `least` to `most` times."""

    kind: str
    letters: Letters | None = None
    ways: Ways = ()
    name: tuple[str, Sequence[str]] | None = None
    least: int = 1
    most: int = 1


Ways = Sequence[Sequence[_Node]]


def _parse(signs: Iterator[re.Match[str]]) -> Ways:
    """The ways of a pattern or of a group up to the bracket that closes it."""
    ways: list[list[_Node]] = [[]]
    for sign in signs:
        if sign[0] == ")":
            break
        if sign[0] == "|":
            ways.append([])
        elif sign["times"]:
            least, most = _count(sign["times"])
            ways[-1].append(replace(ways[-1].pop(), least=least, most=most))
        else:
            ways[-1].append(_parse_node(sign, signs))
    return ways


def _parse_node(sign: re.Match[str], signs: Iterator[re.Match[str]]) -> _Node:
    if sign["piece"]:
        return _group(":", _parse_piece(sign["piece"]))
    if sign[0].startswith("(?"):
        return _group(sign[0][2], _parse(signs))
    classes = (sign["named"] or sign["plain"]).split("|")
    name = (sign["name"] or sign["named"], classes) if sign["named"] else None
    return _Node("", Letters(classes), name=name)


def _group(kind: str, ways: Ways) -> _Node:
    """A group, or the one item that it is."""
    only = ways[0][0] if len(ways) == len(ways[0]) == 1 and kind == ":" else None
    return only if only and only.most == only.least == 1 else _Node(kind, ways=ways)


@cache
def _parse_piece(name: str) -> Ways:
    return _parse(_SIGN.finditer(PIECES[name]))


def _list_first(ways: Ways) -> tuple[frozenset[str], bool]:
    """The classes that ways can begin with, and whether one of them fits nothing too."""
    found = [_list_first_of_row(way) for way in ways]
    return frozenset().union(*(first for first, _ in found)), any(can_be_none for _, can_be_none in found)


def _list_first_of_row(nodes: Sequence[_Node]) -> tuple[frozenset[str], bool]:
    first: frozenset[str] = frozenset()
    for node in nodes:
        if node.kind not in {"=", "!"}:
            begun, can_be_none = (
                _list_first(node.ways) if node.letters is None else (node.letters.classes, False)
            )
            first |= begun
            if node.least and not can_be_none:
                return first, False
    return first, True


def _count(times: str) -> tuple[int, int]:
    """The least and the most times of a quantifier."""
    if times in "?*+":
        return int(times == "+"), 1 if times == "?" else _MOST_TIMES
    least, _, most = times[1:-1].partition(",")
    return int(least), int(most or least)


def _compile_ways(ways: Ways, then: Run) -> Run:
    return _choose([_compile_row(way, then) for way in ways])


def _compile_row(nodes: Sequence[_Node], then: Run) -> Run:
    for node in reversed(nodes):
        then = _compile_node(node, then)
    return then


def _compile_node(node: _Node, then: Run) -> Run:
    if node.kind in {"=", "!"}:
        return _look_ahead(node, then)
    letters, again = node.letters, then
    if letters is not None and (node.least, node.most) != (1, 1) and not node.name:
        return _repeat_item(letters, node.least, node.most, then)
    for place in range(node.most, 0, -1):
        once = _compile_ways(node.ways, again) if letters is None else _take_item(letters, node.name, again)
        again = once if place <= node.least else _choose([once, then])
    return again


def _choose(runs: Sequence[Run]) -> Run:
    """The first of some ways that fits."""
    if len(runs) == 1:
        return runs[0]

    def choose(letters: str, at: int) -> Fit | None:
        for run in runs:
            found = run(letters, at)
            if found is not None:
                return found
        return None

    return choose


def _take_item(letters_of: Letters, name: tuple[str, Sequence[str]] | None, run: Run) -> Run:
    def take(letters: str, at: int) -> Fit | None:
        return run(letters, at + 1) if letters_of[letters[at]] else None

    def take_named(letters: str, at: int) -> Fit | None:
        found = run(letters, at + 1) if letters_of[letters[at]] else None
        if found is not None:
            found.append((name, at))
        return found

    return take_named if name else take


def _repeat_item(letters_of: Letters, least: int, most: int, run: Run) -> Run:
    def repeat(letters: str, at: int) -> Fit | None:
        end = at
        while end - at < most and letters_of[letters[end]]:
            end += 1
        for place in range(end, at + least - 1, -1):
            found = run(letters, place)
            if found is not None:
                return found
        return None

    return repeat


def _look_ahead(node: _Node, run: Run) -> Run:
    seen, is_wanted = _compile_ways(node.ways, _finish), node.kind == "="

    def look(letters: str, at: int) -> Fit | None:
        return run(letters, at) if (seen(letters, at) is not None) is is_wanted else None

    return look
