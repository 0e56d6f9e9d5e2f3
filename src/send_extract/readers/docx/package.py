"""The parts of a Word file, by their role (ECMA-376, part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.source import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = W.strip("{}")


class Part(NamedTuple):
    """A part of the file: its path and its XML."""

    path: str
    root: etree._Element


class Package(NamedTuple):
    """A Word file: its main part and those that it names, by the last word of their relationship's type."""

    archive: zipfile.ZipFile
    body: Part
    related: tuple[tuple[str, str], ...]

    def parts(self, role: str) -> Iterator[Part]:
        """The XML parts that stand in `role` to the main one (`header`, `numbering`, …)."""
        for kind, path in self.related:
            if kind == role and path in self.archive.namelist():
                yield Part(path, parse_xml(self.archive.read(path)))

    def part(self, role: str) -> etree._Element | None:
        """The XML of the one part in `role`, if there is one."""
        return next((part.root for part in self.parts(role)), None)


def open_package(source: Source) -> Package:
    """The package of a Word file; broken parts raise what their parsers raise."""
    archive = zipfile.ZipFile(io.BytesIO(source.data))
    path = next((path for kind, path in _find_related(archive, "") if kind == "officeDocument"), "")
    body = Part(path, parse_xml(archive.read(path)))
    return Package(archive, body, tuple(_find_related(archive, path)))


def parse_xml(data: bytes) -> etree._Element:
    """The XML of a part, in the transitional namespace; nothing outside it is read."""
    data = data.replace(_STRICT.encode(), _TRANSITIONAL.encode())
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _find_related(archive: zipfile.ZipFile, path: str) -> Iterator[tuple[str, str]]:
    """What the part at `path` names inside the file: each relationship's kind, and the path of its target."""
    folder, name = posixpath.split(path)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if links not in archive.namelist():
        return
    for link in parse_xml(archive.read(links)):
        if link.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
            yield link.get("Type", "").rpartition("/")[2], target.lstrip("/")


def find_properties(package: Package) -> etree._Element | None:
    """The XML of what the file says of itself (`docProps/core.xml`), if it says anything."""
    paths = [path for kind, path in _find_related(package.archive, "") if kind == "core-properties"]
    if not paths or paths[0] not in package.archive.namelist():
        return None
    return parse_xml(package.archive.read(paths[0]))
