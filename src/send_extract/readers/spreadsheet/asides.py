"""What an Excel sheet says beside its cells: notes, comments, page headers and footers (ECMA-376, part 1, 18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from send_extract.patterns import compile_later
from send_extract.readers.parts import Package
from send_extract.readers.spreadsheet.sheets import Note, read_place

_PARTS = compile_later(r"(?<!&)&[LCR]|\n")
_CODES = compile_later(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Za-z])')
_FURNITURE = compile_later(r"(?:page|of|\W)*", re.IGNORECASE)
_THREADS, _NOTES = "threadedComment", "comments"


def read_notes(package: Package, path: str) -> tuple[Note, ...]:
    """The notes and the comments of the sheet at `path`; a comment's copy for older programs is left out."""
    links = list(package.links(path))
    notes, threads = (
        [note for link in links if link.kind == kind for note in _read_part(package.part(link.path))]
        for kind in (_NOTES, _THREADS)
    )
    threaded = {thread.place for thread in threads}
    return (*(note for note in notes if note.place not in threaded), *threads)


def _read_part(root: etree._Element | None) -> Iterator[Note]:
    """The notes of a part that have words."""
    for note in () if root is None else root.iterfind(".//{*}*[@ref]"):
        place = read_place(note.get("ref", ""))
        words = " ".join("".join(text.text or "" for text in note.iter("{*}t", "{*}text")).split())
        if place and words:
            yield Note(place, words)


def print_margin(code: str) -> Iterator[str]:
    """The words of a page header or footer: its left, middle and right part without the codes (18.3.1.39)."""
    for part in _PARTS.split(code):
        words = " ".join(_CODES.sub(" ", part.replace("&&", "\0")).replace("\0", "&").split())
        if words and not _FURNITURE.fullmatch(words):
            yield words
