"""The parts of an Excel workbook beside its cells: links, and the notes on cells (ECMA-376, part 2)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from send_extract.readers.spreadsheet.printed import Note, read_place

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator


class Link(NamedTuple):
    """What one part names inside the file: the link's name, its kind, and the path of its target in small letters."""

    name: str
    kind: str
    path: str


def list_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The names of the parts by themselves in small letters, which is how they are looked up."""
    return {name.lower(): name for name in archive.namelist()}


def parse_part(archive: zipfile.ZipFile, parts: dict[str, str], path: str) -> etree._Element | None:
    """The XML of a part, None where there is none; nothing outside it is read."""
    if path not in parts:
        return None
    return etree.fromstring(
        archive.read(parts[path]), etree.XMLParser(resolve_entities=False, no_network=True)
    )


def find_links(archive: zipfile.ZipFile, parts: dict[str, str], path: str) -> Iterator[Link]:
    """What the part at `path` names inside the file."""
    folder, name = posixpath.split(path)
    links = parse_part(archive, parts, posixpath.join(folder, "_rels", f"{name}.rels"))
    for link in () if links is None else links:
        target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
        kind = link.get("Type", "").rpartition("/")[2]
        yield Link(link.get("Id", ""), kind, target.lstrip("/").lower())


def read_notes(archive: zipfile.ZipFile, parts: dict[str, str], path: str) -> tuple[Note, ...]:
    """The notes and the comments of the sheet at `path`; a comment's copy for older programs is left out."""
    found: dict[str, list[tuple[str, str]]] = {"threadedComment": [], "comments": []}
    for link in find_links(archive, parts, path):
        root = parse_part(archive, parts, link.path) if link.kind in found else None
        for note in () if root is None else root.iterfind(".//{*}*[@ref]"):
            words = " ".join("".join(text.text or "" for text in note.iter("{*}t", "{*}text")).split())
            found[link.kind].append((note.get("ref", ""), words))
    threaded = {reference for reference, _ in found["threadedComment"]}
    kept = (
        *((reference, words) for reference, words in found["comments"] if reference not in threaded),
        *found["threadedComment"],
    )
    notes = ((read_place(reference), words) for reference, words in kept)
    return tuple(Note(place, words) for place, words in notes if place and words)
