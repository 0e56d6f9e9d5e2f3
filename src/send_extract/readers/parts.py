"""The parts of an office file: their XML, what each names inside the file, what the file says of itself.

ECMA-376, part 2; an OpenDocument file is opened the same way, though its parts name nothing (ODF 1.3, part 2).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = "core-properties"
_PROPERTIES = ("title", "subject", "description", "keywords", "created", "modified", "version")


class Link(Struct, frozen=True):
    """What one part names inside the file: the link's name, its kind, and the path of its target in small letters."""

    name: str
    kind: str
    path: str


class Package(Struct, frozen=True):
    """An office file: its archive, and the names of its parts by themselves in small letters, as they are looked up."""

    archive: zipfile.ZipFile
    names: dict[str, str]

    def read(self, path: str) -> bytes:
        """The bytes of a part.

        Raises:
            KeyError: there is no such part.
        """
        return self.archive.read(self.names[path.lower()])

    def part(self, path: str) -> etree._Element | None:
        """The XML of a part, None where there is none."""
        return parse_xml(self.read(path)) if path.lower() in self.names else None

    def links(self, path: str) -> Iterator[Link]:
        """What the part at `path` names inside the file; what the file itself names where it is empty."""
        folder, name = posixpath.split(path)
        links = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for link in () if links is None else links:
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
                kind = link.get("Type", "").rpartition("/")[2]
                yield Link(link.get("Id", ""), kind, target.lstrip("/").lower())

    def properties(self) -> tuple[tuple[str, str], ...]:
        """What the file says of itself, nothing where it has no part for that."""
        path = next((link.path for link in self.links("") if link.kind == _CORE), "")
        return read_properties(self.part(path))


def open_package(data: bytes) -> Package:
    """The package in `data`; a broken one raises what `zipfile` raises."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    return Package(archive, {name.lower(): name for name in archive.namelist()})


def parse_xml(data: bytes) -> etree._Element:
    """The XML of a part, that of Word in the transitional namespace; nothing outside it is read."""
    data = data.replace(_STRICT, _TRANSITIONAL)
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def drop_element(element: etree._Element) -> None:
    """Take an element, and the text behind it, out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def read_properties(root: etree._Element | None) -> tuple[tuple[str, str], ...]:
    """The properties in a file's part for them, as text; nothing where it has no such part."""
    found = {
        etree.QName(each).localname: (each.text or "").strip()
        for each in (() if root is None else root.iter("{*}*"))
    }
    return tuple((name, found[name]) for name in _PROPERTIES if found.get(name))
