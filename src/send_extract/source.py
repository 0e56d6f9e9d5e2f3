"""A source (its name and bytes) and a location in one."""

from __future__ import annotations

import hashlib

from msgspec import Struct


class Source(Struct, frozen=True):
    """The bytes of one draft and the name that people know it by.

    `name` is a file's name without its folder, or `-` for standard input.
    """

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The digest of the bytes, 64 hexadecimal digits (FIPS 180-4)."""
        return hashlib.sha256(self.data).hexdigest()


class Location(Struct, frozen=True, omit_defaults=True, gc=False):
    """Where words stand in a source; every number counts from 1, and what is not known is left out.

    `line` in a text; `page`, `sheet`, `table` and `row` in other formats; `column` is the heading as printed;
    `item` counts the list items (or paragraphs, where there is no list) of the cell.
    """

    line: int | None = None
    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: str | None = None
    item: int | None = None

    def within(self, outer: Location) -> Location:
        """Itself where it is known, else that of what it stands in."""
        return outer if self == NOWHERE else self


NOWHERE = Location()
