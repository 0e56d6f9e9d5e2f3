"""Characters: what prints nothing is taken out, boxes are drawn alike, damage of an encoding is mended.

Character references (`&amp;`) that a program wrote into a format that has none are read as in a page.
"""

from __future__ import annotations

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Block, Element, Row, Run
from send_extract.notation.boxes import draw_boxes
from send_extract.notation.entities import decode_entities
from send_extract.notation.mojibake import mend_encoding
from send_extract.notation.unseen import drop_unseen, name_unseen, should_tell
from send_extract.readers.cleaning.walking import change_blocks
from send_extract.source import Location


def clean_characters(elements: tuple[Element, ...]) -> tuple[tuple[Element, ...], list[Diagnostic]]:
    """The elements with each character as people see it."""
    cleaner = _Cleaner()
    cleaned = change_blocks(elements, cleaner.clean, _is_plain)
    return cleaned, cleaner.diagnostics


def _is_plain(row: Row) -> bool:
    """Whether no character of a row can be otherwise than people see it."""
    text = "".join([run.text for cell in row.cells for block in cell.blocks for run in block.runs])
    return _is_seen(text.replace("\n", ""))


def _is_seen(text: str) -> bool:
    """Whether every character of a text is as people see it."""
    return text.isascii() and text.isprintable() and "[" not in text and decode_entities(text) == text


class _Cleaner:
    """What was taken out and mended so far, and where it first was."""

    def __init__(self) -> None:
        self._taken: list[str] = []
        self._is_inside = False
        self._at: Location | None = None
        self._mended: dict[str, Location] = {}

    def clean(self, block: Block, location: Location) -> Block:
        """A block with its characters as people see them."""
        if all(_is_seen(run.text) for run in block.runs):
            return block
        return replace(block, runs=tuple([self._clean_run(run, location) for run in block.runs]))

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was odd, each kind once."""
        found = []
        taken = tuple(self._taken)
        if self._at is not None and should_tell(taken, is_inside=self._is_inside):
            found.append(diagnose("signs-unseen", self._at, count=len(taken), names=name_unseen(taken)))
        if self._mended:
            shown, location = next(iter(self._mended.items()))
            found.append(diagnose("encoding-mended", location, count=len(self._mended), example=shown))
        return found

    def _clean_run(self, run: Run, location: Location) -> Run:
        seen = drop_unseen(run.text)
        if seen.taken:
            self._taken += seen.taken
            self._at = self._at or location
            self._is_inside = self._is_inside or seen.is_inside
        mended = mend_encoding(seen.text)
        if mended != seen.text:
            self._mended.setdefault(seen.text, location)
        decoded = decode_entities(mended)
        text = draw_boxes(mended if decoded == mended else decoded.replace("\xa0", " "))
        return run if text == run.text else replace(run, text=text)
