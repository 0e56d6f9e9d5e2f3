"""The parts of an OpenDocument file, be it a zip of them or one flat XML (ODF 1.3, part 2, 3)."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from send_extract.readers.archive import check_archive, check_flat
from send_extract.readers.opendocument.names import OFFICE
from send_extract.readers.parts import open_package, parse_xml, read_properties
from send_extract.source import Source

_ZIP = b"PK"


class OfficeFile(NamedTuple):
    """A file: the XML that holds its content, that which holds its named styles, and what it says of itself."""

    content: etree._Element
    styles: etree._Element | None
    properties: tuple[tuple[str, str], ...] = ()

    @property
    def roots(self) -> tuple[etree._Element, ...]:
        """Where styles stand: the named ones first."""
        others = () if self.styles is None or self.styles is self.content else (self.styles,)
        return (*others, self.content)


def check_office_file(source: Source) -> None:
    """Weighs a file before it is opened.

    Raises:
        DefectiveSource: it is cut short, encrypted, a bomb, or holds what no office program writes.
    """
    if source.data.startswith(_ZIP):
        check_archive(source)
    else:
        check_flat(source)


def open_office_file(data: bytes) -> OfficeFile:
    """The file in `data`; a broken one raises what its parsers raise."""
    if not data.startswith(_ZIP):
        root = parse_xml(data)
        return OfficeFile(root, root, read_properties(root.find(f"{OFFICE}meta")))
    package = open_package(data)
    content = package.part("content.xml")
    if content is None:
        message = "it has no part content.xml"
        raise LookupError(message)
    return OfficeFile(content, package.part("styles.xml"), read_properties(package.part("meta.xml")))
