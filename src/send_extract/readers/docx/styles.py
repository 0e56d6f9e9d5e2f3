"""What the styles of a Word file say of words: emphasis, hiding, headings, lists (ECMA-376, part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from send_extract.patterns import compile_later
from send_extract.readers.docx.names import RUN_PROPERTIES, W, is_on, value_of
from send_extract.readers.parts import parse_xml

_WORDLESS = ((b'<w:style w:type="table"', b"</w:style>"), (b"<w:latentStyles ", b"</w:latentStyles>"))
"""The styles of tables, and the names of the styles that Word itself has."""
_HEADING = compile_later(r"heading ([1-6])")
_TITLES = {"title": 1, "subtitle": 0}
_DEEPEST = 6
_SWITCHES = {f"{W}b": "b", f"{W}i": "i", f"{W}strike": "s", f"{W}dstrike": "s", f"{W}vanish": "h"}
_UNDERLINE = f"{W}u"
_POSITION = f"{W}vertAlign"
_FONT = f"{W}rFonts"
_RUN_STYLE = f"{W}rStyle"
_PARAGRAPH_STYLE = f"{W}pStyle"
_OUTLINE = f"{W}outlineLvl"
_LIST = f"{W}numPr"
_DELETED = f"{W}del"
_POSITIONS = {"superscript": "^", "subscript": "_"}
_LETTERS = "bius^_"
_HEADING_LOOKS = frozenset("bi")
"""What a heading's style makes of all its words, and says of none of them."""


class RunLook(NamedTuple):
    """How words are printed: their emphasis, whether they are hidden, and their font where that is named."""

    emphasis: str = ""
    is_hidden: bool = False
    font: str = ""


class WordStyle(NamedTuple):
    """A style with all that it is based on; that of a paragraph with what its own properties say over it.

    `switches` are the letters of emphasis, and `h` for hidden, that it turns on or off, `look` what they make;
    `level` is that of a heading, 0 for none; `number` and `depth` are those of its list, empty where it has none.
    `end` is how its end is printed, and with it the mark of its list; `is_joined` says that the end is deleted: the
    paragraph goes on in the next.
    """

    name: str
    switches: dict[str, bool]
    look: RunLook = RunLook()
    level: int = 0
    number: str = ""
    depth: str = ""
    end: RunLook = RunLook()
    is_joined: bool = False


PLAIN = WordStyle("", {})


class WordStyles:
    """The styles of a file, each read when a paragraph or a run first names it."""

    def __init__(self, elements: Iterable[etree._Element] = ()) -> None:
        self._elements = {each.get(f"{W}styleId", ""): each for each in elements}
        self._found: dict[str, WordStyle] = {}
        self.default = self.find(_find_default(self._elements))

    def find(self, name: str) -> WordStyle:
        """The style `name`, plain where there is none; a circle of styles ends where it closes."""
        if name not in self._found:
            self._found[name] = PLAIN
            element = self._elements.get(name)
            if element is not None:
                base = self.find(value_of(element.find(f"{W}basedOn")))
                self._found[name] = _read_style(name, element, base)
        return self._found[name]

    def of_paragraph(self, properties: etree._Element) -> WordStyle:
        """The style of a paragraph with these properties."""
        style = self.default
        for each in properties:
            tag = each.tag
            if tag == _PARAGRAPH_STYLE:
                style = self.find(value_of(each))
            elif tag == _OUTLINE:
                style = style._replace(level=_read_outline(value_of(each)))
            elif tag == _LIST:
                style = _number(style, each)
            elif tag == RUN_PROPERTIES:
                is_deleted = next(each.iterchildren(_DELETED), None) is not None
                style = style._replace(end=self.of_run(each, style), is_joined=is_deleted)
        return style

    def of_run(self, properties: etree._Element, around: WordStyle) -> RunLook:
        """How a run with these properties is printed in a paragraph of the style `around`."""
        switches, font, own = around.switches, "", dict[str, bool]()
        for each in properties:
            if each.tag == _RUN_STYLE:
                switches = _toggle(switches, self.find(value_of(each)).switches)
            elif each.tag == _FONT:
                font = _read_font(each)
            else:
                _turn(own, each)
        return _make_look({**switches, **own}, font) if switches or own or font else PLAIN.look


def _read_font(element: etree._Element) -> str:
    return element.get(f"{W}ascii") or element.get(f"{W}hAnsi") or ""


def read_styles(data: bytes) -> WordStyles:
    """The styles in a part; what says nothing of words, most of its bytes, is not looked at."""
    for begin, end in _WORDLESS:
        data = _cut(data, begin, end)
    return WordStyles(parse_xml(data).iterchildren(f"{W}style"))


def _cut(data: bytes, begin: bytes, end: bytes) -> bytes:
    """The bytes without each piece from `begin` to `end`."""
    kept: list[bytes] = []
    place = 0
    while (start := data.find(begin, place)) >= 0:
        kept.append(data[place:start])
        place = data.find(end, start) + len(end)
    return b"".join((*kept, data[place:]))


def _find_default(elements: dict[str, etree._Element]) -> str:
    """The name of the style of paragraphs that name none."""
    names = (
        name
        for name, each in elements.items()
        if each.get(f"{W}default") in {"1", "true"} and each.get(f"{W}type") == "paragraph"
    )
    return next(names, "")


def _make_look(switches: dict[str, bool], font: str = "") -> RunLook:
    return RunLook(
        "".join([letter for letter in _LETTERS if switches.get(letter)]), switches.get("h", False), font
    )


def _read_style(name: str, element: etree._Element, base: WordStyle) -> WordStyle:
    own: dict[str, bool] = {}
    for each in element.iterfind(f"{RUN_PROPERTIES}/*"):
        _turn(own, each)
    own.pop("u", None)
    level = _read_level(element, base)
    switches = {letter: is_set for letter, is_set in own.items() if not level or letter not in _HEADING_LOOKS}
    switches = {**base.switches, **switches}
    look = _make_look(switches)
    style = base._replace(name=name, switches=switches, look=look, level=level, end=look)
    numbers = element.find(f"{W}pPr/{_LIST}")
    return style if numbers is None else _number(style, numbers)


def _number(style: WordStyle, properties: etree._Element) -> WordStyle:
    """A style in the list that these properties name; the list that it is in already, where they name none."""
    name, depth = value_of(properties.find(f"{W}numId")), value_of(properties.find(f"{W}ilvl"))
    return style._replace(number=name or style.number, depth=depth or ("" if name else style.depth))


def _read_level(element: etree._Element, base: WordStyle) -> int:
    """The level of the headings of a style: by its name, by its place in an outline, or as what it is based on."""
    name = value_of(element.find(f"{W}name")).lower()
    heading, outline = _HEADING.fullmatch(name), element.find(f"{W}pPr/{W}outlineLvl")
    if heading is not None:
        return int(heading[1])
    if name in _TITLES:
        return _TITLES[name]
    return base.level if outline is None else _read_outline(value_of(outline))


def _read_outline(value: str) -> int:
    level = int(value) + 1 if value.isdecimal() else 0
    return level if level <= _DEEPEST else 0


def _turn(switches: dict[str, bool], element: etree._Element) -> None:
    """Turns the switch that an element of a run's properties is, if it is one."""
    tag = element.tag
    if tag in _SWITCHES:
        letter = _SWITCHES[tag]
        switches[letter] = is_on(element) or switches.get(letter, False)
    elif tag == _UNDERLINE:
        switches["u"] = bool(value_of(element)) and is_on(element)
    elif tag == _POSITION:
        raised = _POSITIONS.get(value_of(element), "")
        switches |= {letter: letter == raised for letter in _POSITIONS.values()}


def _toggle(around: dict[str, bool], own: dict[str, bool]) -> dict[str, bool]:
    """A character style over a paragraph's: what both turn on is off again (17.7.3)."""
    return {**around, **{letter: is_set != around.get(letter, False) for letter, is_set in own.items()}}
