"""A Word file made ready for mammoth: what mammoth drops is turned into what it keeps.

mammoth 1.11 passes over moved text, fields, `w:cr`, equations, text boxes without a fallback and the numbers
that Word counts by itself; each of these holds words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from send_extract.readers.docx.numbering import Numbered, find_numbered
from send_extract.readers.docx.package import W
from send_extract.readers.spans import WIDEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from send_extract.readers.docx.package import Package

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAB = "\xa0\xa0"
"""A tab parts what stands on its sides; two spaces that HTML keeps do so too."""

_WRAPPERS = ("hyperlink", "moveTo", "customXml", "fldSimple", "bdo", "dir")
_DROPPED = ("moveFrom", "softHyphen", "commentReference", "footnoteReference", "endnoteReference", "ptab")
_INSERTED = ("ins", "moveTo")
_DELETED = ("del", "moveFrom")


class Changes(NamedTuple):
    """How many tracked insertions and deletions a document has."""

    inserted: int
    deleted: int


def count_changes(body: etree._Element) -> Changes:
    """The tracked changes of text, paragraphs and rows; a move is one of each."""
    inserted, deleted = (
        sum(1 for _ in body.iter(*(W + name for name in names))) for names in (_INSERTED, _DELETED)
    )
    return Changes(inserted, deleted)


def prepare_body(package: Package) -> None:
    """Change the main part in place so that mammoth keeps all of its words."""
    body = package.body.root
    _print_numbers(tuple(find_numbered(body, package.part("numbering"), package.part("styles"))))
    show_word_art(body)
    for names, change in _CHANGES:
        for element in list(body.iter(*names)):
            change(element)


def _print_numbers(numbered: tuple[Numbered, ...]) -> None:
    """Turn into words the numbers of a table's rows: alone in a cell, or running down a column."""
    running = _find_running(numbered)
    for paragraph, number_id, label in numbered:
        cell = _find_ancestor(paragraph, "tc")
        if cell is None or not label:
            continue
        words = "".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip()
        if not words and paragraph.find(f".//{W}delText") is not None:
            continue
        if not words or number_id in running:
            _prefix(paragraph, f"{label} " if words else label)


def _find_running(numbered: tuple[Numbered, ...]) -> frozenset[str]:
    """The lists with one item in each of several cells: they number rows, not the items of a cell."""
    cells: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for paragraph, number_id, _ in numbered:
        cell = _find_ancestor(paragraph, "tc")
        cells[number_id][0 if cell is None else id(cell)] += 1
    return frozenset(
        number_id
        for number_id, counts in cells.items()
        if len(counts) > 1 and set(counts.values()) == {1} and 0 not in counts
    )


def _find_ancestor(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(f"{W}{name}"), None)


def _prefix(paragraph: etree._Element, words: str) -> None:
    """Put `words` first in a paragraph and take it out of its list."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    for name in ("numPr", "pStyle"):
        for each in properties.findall(f"{W}{name}"):
            properties.remove(each)
    run = _make_run(words)
    paragraph.insert(paragraph.index(properties) + 1, run)


def _make_run(words: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    text = etree.SubElement(run, f"{W}t")
    text.set(_SPACE, "preserve")
    text.text = words
    return run


def _unwrap(element: etree._Element) -> None:
    element.tag = f"{W}smartTag"


def _break_line(element: etree._Element) -> None:
    element.tag = f"{W}br"
    element.attrib.clear()


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _insert_cells(element: etree._Element) -> None:
    """The grid columns that a row leaves out before its cells (or after them) as empty cells."""
    count, row, properties = element.get(f"{W}val", ""), _find_ancestor(element, "tr"), element.getparent()
    if row is None or properties is None or not count.isdecimal():
        return
    place = len(row) if element.tag == f"{W}gridAfter" else row.index(properties) + 1
    for _ in range(min(int(count), WIDEST)):
        cell = etree.Element(f"{W}tc")
        etree.SubElement(cell, f"{W}p")
        row.insert(place, cell)


def show_word_art(root: etree._Element) -> None:
    """Change a part in place so that what it draws as a line of words (a watermark) is a text box with them."""
    for line in list(root.iter(f"{VML}textpath")):
        box = etree.Element(f"{W}txbxContent")
        etree.SubElement(box, f"{W}p").append(_make_run(line.get("string", "")))
        parent = line.getparent()
        if parent is not None:
            parent.replace(line, box)


def _widen_tab(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None and parent.tag == f"{W}r":
        element.tag = f"{W}t"
        element.set(_SPACE, "preserve")
        element.text = _TAB


def _spell_out(element: etree._Element) -> None:
    """An equation as the words and signs in it."""
    words = "".join(text.text or "" for text in element.iter(f"{MATH}t"))
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, _make_run(words))


def _keep_text_boxes(element: etree._Element) -> None:
    """A drawing as its text boxes alone; of alternatives, the first that has any."""
    parent = element.getparent()
    if parent is None or _is_inside_box(element):
        return
    shape = etree.Element(f"{W}pict")
    shape.extend(_find_boxes(element))
    parent.replace(element, shape)


def _is_inside_box(element: etree._Element) -> bool:
    """Whether an outer drawing has already been dealt with together with this one."""
    return any(each.tag in _DRAWINGS for each in element.iterancestors())


def _find_boxes(element: etree._Element) -> Iterator[etree._Element]:
    choices = list(element) if element.tag == f"{MC}AlternateContent" else [element]
    for choice in choices:
        boxes = [box for box in choice.iter(f"{W}txbxContent") if _find_ancestor(box, "txbxContent") is None]
        if boxes:
            yield from boxes
            return


_DRAWINGS = (f"{MC}AlternateContent", f"{W}drawing", f"{W}pict", f"{W}object")
_CHANGES: tuple[tuple[tuple[str, ...], Callable[[etree._Element], None]], ...] = (
    (_DRAWINGS, _keep_text_boxes),
    ((f"{MATH}oMath",), _spell_out),
    (tuple(W + name for name in _WRAPPERS), _unwrap),
    (tuple(W + name for name in _DROPPED), _drop),
    ((f"{W}cr",), _break_line),
    ((f"{W}tab",), _widen_tab),
    ((f"{W}gridBefore", f"{W}gridAfter"), _insert_cells),
)
