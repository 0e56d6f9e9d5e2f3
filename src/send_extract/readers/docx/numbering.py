"""The numbers that Word counts by itself, as it prints them (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from send_extract.patterns import compile_later
from send_extract.readers.docx.package import W

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_PLACEHOLDER = compile_later(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVELS = 9


class Level(NamedTuple):
    """How one level of a list is numbered."""

    kind: str = "decimal"
    pattern: str = "%1."
    start: int = 1


class Numbered(NamedTuple):
    """A paragraph that Word numbers: the list that it belongs to, and its printed number."""

    paragraph: etree._Element
    number_id: str
    label: str


class _Lists(NamedTuple):
    """The levels of each list, the list that each number counts in, and the list of each paragraph style."""

    levels: dict[str, dict[int, Level]]
    counts: dict[str, str]
    styles: dict[str, tuple[str, int]]


def find_numbered(
    body: etree._Element, numbering: etree._Element | None, styles: etree._Element | None
) -> Iterator[Numbered]:
    """The paragraphs of numbered (not bulleted) lists in order, with the numbers that Word would print."""
    lists = _read_lists(numbering, styles)
    counters: dict[str, list[int | None]] = {}
    for paragraph in body.iter(f"{W}p"):
        number_id, depth = _find_list(paragraph, lists)
        levels = lists.levels.get(number_id, {})
        level = levels.get(depth)
        if level is None:
            continue
        counter = counters.setdefault(lists.counts[number_id], [None] * _LEVELS)
        before = counter[depth]
        counter[depth] = level.start if before is None else before + 1
        counter[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level.kind not in {"bullet", "none"}:
            yield Numbered(paragraph, number_id, _print_label(level, levels, counter))


def _read_lists(numbering: etree._Element | None, styles: etree._Element | None) -> _Lists:
    lists = _Lists({}, {}, {})
    if numbering is None:
        return lists
    abstract = {
        each.get(f"{W}abstractNumId", ""): _read_levels(each)
        for each in numbering.iterfind(f"{W}abstractNum")
    }
    for number in numbering.iterfind(f"{W}num"):
        number_id, abstract_id = number.get(f"{W}numId", ""), _value(number.find(f"{W}abstractNumId"))
        levels = abstract.get(abstract_id, {}) | _read_overrides(number, abstract.get(abstract_id, {}))
        lists.levels[number_id] = levels
        restarts = number.find(f"{W}lvlOverride") is not None
        lists.counts[number_id] = f"num {number_id}" if restarts else f"list {abstract_id}"
    for style in () if styles is None else styles.iterfind(f"{W}style"):
        number_id = _value(style.find(f"{W}pPr/{W}numPr/{W}numId"))
        if number_id:
            lists.styles[style.get(f"{W}styleId", "")] = (
                number_id,
                _read_depth(style.find(f"{W}pPr/{W}numPr")),
            )
    return lists


def _read_levels(abstract: etree._Element) -> dict[int, Level]:
    return {int(each.get(f"{W}ilvl", "0")): _read_level(each) for each in abstract.iterfind(f"{W}lvl")}


def _read_level(level: etree._Element) -> Level:
    start = _value(level.find(f"{W}start"))
    return Level(
        _value(level.find(f"{W}numFmt")) or "decimal",
        _value(level.find(f"{W}lvlText")),
        int(start) if start.isdecimal() else 1,
    )


def _read_overrides(number: etree._Element, levels: dict[int, Level]) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for override in number.iterfind(f"{W}lvlOverride"):
        depth = int(override.get(f"{W}ilvl", "0"))
        own, start = override.find(f"{W}lvl"), _value(override.find(f"{W}startOverride"))
        level = levels.get(depth, Level()) if own is None else _read_level(own)
        found[depth] = level._replace(start=int(start)) if start.isdecimal() else level
    return found


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _read_depth(properties: etree._Element | None) -> int:
    depth = "" if properties is None else _value(properties.find(f"{W}ilvl"))
    return int(depth) if depth.isdecimal() and int(depth) < _LEVELS else 0


def _find_list(paragraph: etree._Element, lists: _Lists) -> tuple[str, int]:
    own = paragraph.find(f"{W}pPr/{W}numPr")
    number_id = "" if own is None else _value(own.find(f"{W}numId"))
    if number_id:
        return number_id, _read_depth(own)
    return lists.styles.get(_value(paragraph.find(f"{W}pPr/{W}pStyle")), ("", 0))


def _print_label(level: Level, levels: dict[int, Level], counter: list[int | None]) -> str:
    def fill(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        each = levels.get(depth, Level())
        count = counter[depth]
        return _print_count(each.start if count is None else count, each.kind)

    return _PLACEHOLDER.sub(fill, level.pattern).strip()


def _print_count(count: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in {"lowerRoman", "upperRoman"}:
        roman = _print_roman(count)
        return roman if kind == "lowerRoman" else roman.upper()
    return f"{count:02}" if kind == "decimalZero" else str(count)


def _print_roman(count: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        printed += letters * times
    return printed
