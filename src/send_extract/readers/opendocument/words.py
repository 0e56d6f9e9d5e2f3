"""The words of an OpenDocument paragraph, as they are printed, and what is anchored in it (ODF 1.3, part 3, 6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from send_extract.patterns import compile_later
from send_extract.readers.held_dates import find_held_date
from send_extract.readers.opendocument.names import (
    BOX,
    COMMENT,
    DRAW,
    HEADING,
    LOEXT,
    NOTE,
    PARAGRAPH,
    PARAGRAPHS,
    SVG,
    TEXT,
)
from send_extract.readers.opendocument.styles import Switches, print_switches

if TYPE_CHECKING:
    from lxml import etree

    from send_extract.readers.opendocument.styles import OfficeStyles

_BLANKS = compile_later(r"[ \t\r\n]+")
_SIGNS = {f"{TEXT}tab": "  ", f"{TEXT}line-break": "\n"}
"""What stands for each sign; a tab parts what stands on its sides, as two spaces do."""
_SPACES, _COUNT = f"{TEXT}s", f"{TEXT}c"
_ASIDES = frozenset((COMMENT, NOTE))
_SILENT = frozenset(
    (
        f"{TEXT}ruby-text", f"{TEXT}hidden-paragraph", f"{SVG}title", f"{SVG}desc", f"{TEXT}tracked-changes",
        "{http://www.w3.org/1998/Math/MathML}math",
    )
)  # fmt: skip
"""Elements whose text is none of the paragraph's words."""
_HIDDEN = f"{TEXT}hidden-text"
_PROMPT = f"{TEXT}placeholder"
_CONTROLS = frozenset((_PROMPT, f"{LOEXT}content-control"))
_SHOWS, _DATE = f"{LOEXT}showing-place-holder", f"{LOEXT}current-date"
_DESCRIBED = (f"{SVG}desc", f"{SVG}title")
_MOST_BLANKS = 1_000


class OfficeParagraph:
    """The words of a paragraph with their emphasis, and what it holds beside: hidden words, prompts, boxes, notes.

    A box is an element that holds paragraphs; `dates` are those that a control shows with the month first, each as it
    holds it too. `forms` are what the controls of the file print, by their names.
    """

    __slots__ = (
        "_ends_blank",
        "_forms",
        "_styles",
        "asides",
        "boxes",
        "dates",
        "hidden",
        "pictures",
        "prompts",
        "words",
    )

    def __init__(self, styles: OfficeStyles, forms: Mapping[str, str] | None = None) -> None:
        self.words: list[tuple[str, str]] = []
        self.hidden: list[str] = []
        self.prompts: list[str] = []
        self.dates: list[tuple[str, str]] = []
        self.boxes: list[etree._Element] = []
        self.asides: list[etree._Element] = []
        self.pictures: list[str] = []
        self._styles = styles
        self._forms = forms or {}
        self._ends_blank = True

    def read(self, element: etree._Element, switches: Switches) -> None:
        """Reads the text in an element and what is in its children."""
        self._add(element.text, switches)
        for child in element:
            if isinstance(child.tag, str):
                self._read_child(child, switches)
            self._add(child.tail, switches)

    def _read_child(self, child: etree._Element, switches: Switches) -> None:
        tag, sign = child.tag, _find_sign(child)
        if sign:
            self._print(sign, switches)
        elif tag in _ASIDES:
            self.asides.append(child)
        elif str(tag).startswith(DRAW):
            self._read_drawing(child, switches)
        elif tag in _CONTROLS:
            self._read_control(child, switches)
        elif tag == _HIDDEN:
            self.hidden.append(child.get(f"{TEXT}string-value", ""))
        elif tag in PARAGRAPHS:
            self._read_inner(child, switches)
        elif tag not in _SILENT:
            self.read(child, self._find_switches(child, switches))

    def _read_inner(self, child: etree._Element, switches: Switches) -> None:
        """A paragraph within this one, in something that this program does not know: lines of its own."""
        self._print("\n", switches)
        self.read(child, switches)
        self._print("\n", switches)

    def _read_control(self, control: etree._Element, switches: Switches) -> None:
        """A place to fill in: its prompt, the date that it holds, or what was typed into it."""
        shown = _read_text(control)
        date = find_held_date(shown, control.get(_DATE, ""))
        if control.tag == _PROMPT or control.get(_SHOWS) == "true":
            self.prompts.append(shown)
        elif date:
            self.dates.append((shown, date))
            self._print(date, switches)
        else:
            self.read(control, switches)

    def _find_switches(self, child: etree._Element, switches: Switches) -> Switches:
        name = child.get(f"{TEXT}style-name")
        return {**switches, **self._styles.find("text", name).switches} if name else switches

    def _read_drawing(self, child: etree._Element, switches: Switches) -> None:
        """A drawing: the boxes in it, the words that describe it, and what a control prints."""
        name = child.get(f"{DRAW}control")
        if name:
            self._print(self._forms.get(name, ""), switches)
        self.boxes += find_boxes(child)
        self.pictures += [each.text for each in child.iter(*_DESCRIBED) if each.text]

    def _add(self, text: str | None, switches: Switches) -> None:
        """Adds text; blanks in a row are one, wherever an element ends between them (ODF 1.3, part 3, 6.1.2)."""
        if text:
            even = _BLANKS.sub(" ", text)
            even = even[1:] if self._ends_blank and even[0] == " " else even
            self._print(even, switches)
            self._ends_blank = even[-1:] == " " or (self._ends_blank and not even)

    def _print(self, text: str, switches: Switches) -> None:
        self._ends_blank = False
        if switches.get("h"):
            self.hidden.append(text)
        elif text:
            self.words.append((text, print_switches(switches)))


def _find_sign(element: etree._Element) -> str:
    """What an element stands for that is a sign between words."""
    if element.tag == _SPACES:
        return " " * min(int(element.get(_COUNT, "1")), _MOST_BLANKS)
    return _SIGNS.get(str(element.tag), "")


def _read_text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def find_boxes(drawing: etree._Element) -> list[etree._Element]:
    """What holds paragraphs in a drawing, that is in nothing else that does: a text box, a shape with words."""
    held = drawing.tag == BOX or any(str(child.tag).startswith(TEXT) for child in drawing)
    if held:
        return [drawing]
    return [box for child in drawing if isinstance(child.tag, str) for box in find_boxes(child)]


def read_plain(element: etree._Element) -> str:
    """All words in an element, its paragraphs apart."""
    return "\n".join("".join(map(str, each.itertext())) for each in element.iter(PARAGRAPH, HEADING))
