"""The words of one paragraph, as its runs print them, and what is anchored in it (ECMA-376, part 1, 17.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from send_extract.readers.docx.names import (
    ALTERNATIVES,
    BOX,
    DELETED,
    MATH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    WORD_ART,
    W,
    choose_alternative,
)
from send_extract.readers.docx.symbols import is_symbol_font, print_symbol, print_symbols

if TYPE_CHECKING:
    from lxml import etree

    from send_extract.readers.docx.styles import RunLook, WordStyles

_SIGNS = {
    f"{W}tab": "  ",
    f"{W}ptab": "  ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}
"""What stands for each sign; a tab parts what stands on its sides, as two spaces do."""
_SYMBOL = f"{W}sym"
_EQUATION = frozenset((f"{MATH}oMath", f"{MATH}oMathPara"))
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_REFERENCES = frozenset(W + name for name in ("commentReference", "footnoteReference", "endnoteReference"))


class WordParagraph:
    """The words of a paragraph with their emphasis, its hidden words, its text boxes, and the notes that it names.

    A box is an element that holds paragraphs, or the words themselves where they are drawn as one line.
    """

    __slots__ = ("_styles", "boxes", "hidden", "references", "style", "words")

    def __init__(self, styles: WordStyles, carried: list[tuple[str, str]]) -> None:
        self.style = styles.default
        self.words = carried
        self.hidden: list[str] = []
        self.boxes: list[etree._Element | str] = []
        self.references: list[tuple[str, str]] = []
        self._styles = styles

    @property
    def has_asides(self) -> bool:
        """Whether a paragraph holds anything beside the words that it prints."""
        return bool(self.boxes or self.references or self.hidden)

    def read(self, parent: Iterable[etree._Element]) -> None:
        """Reads what stands in a paragraph, or in an element of it that prints what it holds."""
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._read_run(child, self.style.look)
            elif tag == PARAGRAPH_PROPERTIES:
                self.style = self._styles.of_paragraph(child)
            elif tag == ALTERNATIVES:
                self.read(choose_alternative(child))
            elif tag not in DELETED:
                self._read_other(child, self.style.look)

    def _read_run(self, run: etree._Element, look: RunLook) -> None:
        for child in run:
            tag = child.tag
            if tag == TEXT:
                self._read_text(child, look)
            elif tag == RUN_PROPERTIES:
                look = self._styles.of_run(child, self.style) if len(child) else look
            elif tag in _SIGNS:
                self.add(_SIGNS[tag], look)
            elif tag == ALTERNATIVES:
                self._read_run(choose_alternative(child), look)
            else:
                self._read_other(child, look)

    def _read_other(self, child: etree._Element, look: RunLook) -> None:
        """Reads what is no text: a sign, a drawing, a reference, an equation; of all else, the runs inside."""
        tag = child.tag
        if tag == TEXT:
            self._read_text(child, look)
        elif tag == _SYMBOL:
            self.add(print_symbol(child.get(f"{W}char", ""), child.get(f"{W}font", "")), look)
        elif tag in _DRAWINGS:
            self.boxes += _find_boxes(child)
        elif tag in _REFERENCES:
            self.references.append((tag, child.get(f"{W}id", "")))
        elif tag in _EQUATION:
            self.add(_spell_out(child), look)
        else:
            self.read(child)

    def _read_text(self, element: etree._Element, look: RunLook) -> None:
        """Reads a text, and what a damaged file has inside it, which is to hold nothing (17.3.3.31)."""
        self.add(element.text or "", look)
        if len(element):
            self._read_run(element, look)

    def add(self, text: str, look: RunLook) -> None:
        """Adds words that look so."""
        emphasis, is_hidden, font = look
        if font and is_symbol_font(font):
            text = print_symbols(text, font)
        if is_hidden:
            self.hidden.append(text)
        elif text:
            self.words.append((text, emphasis))


def _spell_out(equation: etree._Element) -> str:
    """The words and signs of an equation, in a row."""
    return "".join(text.text or "" for text in equation.iter(f"{MATH}t"))


def _find_boxes(element: etree._Element) -> Iterator[etree._Element | str]:
    """The text boxes of a drawing that stand in no other, and its lines of drawn words (a watermark)."""
    if element.tag == BOX:
        yield element
    elif element.tag == WORD_ART:
        yield element.get("string", "")
    else:
        for each in (choose_alternative(element),) if element.tag == ALTERNATIVES else element:
            yield from _find_boxes(each)
