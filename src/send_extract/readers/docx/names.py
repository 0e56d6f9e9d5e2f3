"""The names of the elements of a Word file's XML, and what an element's value says (ECMA-376, part 1, 17)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

PARAGRAPH = f"{W}p"
PARAGRAPH_PROPERTIES = f"{W}pPr"
RUN = f"{W}r"
RUN_PROPERTIES = f"{W}rPr"
TEXT = f"{W}t"
TABLE = f"{W}tbl"
ROW = f"{W}tr"
CELL = f"{W}tc"
BOX = f"{W}txbxContent"
WORD_ART = f"{VML}textpath"
ALTERNATIVES = f"{MC}AlternateContent"

DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
"""Elements whose words are printed no more once the tracked changes are accepted."""
PROPERTIES = ("pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sectPr", "ffData")
"""Elements that describe others, by the last part of their names."""
_SILENT = DELETED.union(W + name for name in PROPERTIES)
"""Elements that hold no words."""

_VALUE = f"{W}val"
_OFF = ("0", "false", "off", "none")


def value_of(element: etree._Element | None) -> str:
    """The value of an element, empty where it has none."""
    return "" if element is None else element.get(_VALUE, "")


def is_on(switch: etree._Element | None) -> bool:
    """Whether an element is there and does not say that it is off, in whatever version's namespace."""
    return switch is not None and next(
        (str(value) not in _OFF for name, value in switch.attrib.items() if str(name).endswith("}val")), True
    )


def find_children(parent: etree._Element, names: frozenset[str]) -> Iterator[etree._Element]:
    """The children of these names, and those inside whatever wraps them: content controls, tracked insertions.

    A damaged file may have others inside a text, which holds none (17.3.3.31).
    """
    for child in parent:
        tag = child.tag
        if tag in names:
            yield child
            if tag == TEXT:
                yield from find_children(child, names)
        elif tag == ALTERNATIVES:
            yield from find_children(choose_alternative(child), names)
        elif tag not in _SILENT:
            yield from find_children(child, names)


def choose_alternative(element: etree._Element) -> etree._Element:
    """The first of the alternatives for newer and older programs that holds words; the last where none does."""
    choices = list(element)
    holding = (each for each in choices if next(each.iter(TEXT, BOX, WORD_ART), None) is not None)
    return next(holding, choices[-1] if choices else element)
