"""Writers of what changed between two drafts: one file a format, one table: format to function."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from send_extract.changes import Compared

DIFF_WRITERS: dict[str, str] = {
    "text": "text:write_text",
    "markdown": "markdown:write_markdown",
    "html": "html:write_html",
    "json": "json:write_json",
    "csv": "csv:write_csv",
    "jsonpatch": "jsonpatch:write_patch",
}
"""Each format's module in this package and its function, imported when it is asked for."""


class Drawing(NamedTuple):
    """How a diff is drawn: with its cosmetic differences listed, in a terminal's colours and width (text alone)."""

    with_cosmetic: bool = False
    has_colour: bool = False
    width: int = 100


PLAIN = Drawing()


def write_diff(compared: Compared, format: str = "text", drawing: Drawing = PLAIN) -> bytes:  # noqa: A002 - the option's name
    """The bytes of what changed, in one of the formats of `DIFF_WRITERS`.

    Raises:
        KeyError: no writer has that name.
    """
    module, _, name = DIFF_WRITERS[format].partition(":")
    write: Callable[[Compared, Drawing], bytes] = getattr(import_module(f"{__name__}.{module}"), name)
    return write(compared, drawing)
