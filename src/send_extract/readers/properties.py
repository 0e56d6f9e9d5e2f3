"""What an office file says of itself: its title, its dates (ECMA-376, part 2, 11; ODF 1.3, part 3, 4.3)."""

from __future__ import annotations

from lxml import etree

_PROPERTIES = ("title", "subject", "description", "keywords", "created", "modified", "version")


def read_properties(root: etree._Element | None) -> tuple[tuple[str, str], ...]:
    """The properties in a file's part for them, as text; nothing where it has no such part."""
    found = {
        etree.QName(each).localname: (each.text or "").strip()
        for each in (() if root is None else root.iter("{*}*"))
    }
    return tuple((name, found[name]) for name in _PROPERTIES if found.get(name))
