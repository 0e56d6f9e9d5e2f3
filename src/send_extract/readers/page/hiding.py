"""Words that a page does not show: gathered part by part, each named once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from send_extract.diagnostics import Finding
from send_extract.patterns import compile_later
from send_extract.readers.page.styles import Hiding

if TYPE_CHECKING:
    from bs4 import Tag

_PICTURES = ("svg", "img", "i")
_WORDED = compile_later(r"(?=.*[^\W\d_])[^_]+", re.DOTALL)
"""Words, and no sign (`✓`) nor the name of one (`check_circle`)."""


class _Hidden(NamedTuple):
    """Words that the page hides, and how."""

    hides: Hiding
    text: str


class HiddenWords:
    """The words of one page that it hides: those of this part, and those that were named already."""

    def __init__(self) -> None:
        self._here: list[_Hidden] = []
        self._told: set[str] = set()

    def add(self, tag: Tag, hides: Hiding) -> None:
        """The words of a tag."""
        text = " ".join(tag.get_text(" ").split())
        if text:
            self._here.append(_Hidden(hides, text))

    def take_shown(self, cell: Tag, *, is_heading: bool) -> str:
        """Of a cell whose words are all hidden, those that count: what is drawn, or what names a sign or a heading."""
        spoken, drawn = self._join("spoken"), self._join("drawn")
        if not spoken:
            return ""
        if _WORDED.fullmatch(drawn):
            return self._take("drawn", drawn)
        is_named = is_heading or drawn or cell.find(_PICTURES) is not None
        return self._take("spoken", spoken) if is_named else ""

    def _take(self, kind: Hiding, text: str) -> str:
        self._here = [hidden for hidden in self._here if hidden.hides != kind]
        return text

    def _join(self, kind: Hiding) -> str:
        return " ".join([text for hides, text in self._here if hides == kind])

    def name(self) -> Iterator[Finding]:
        """The words of this part that were not named yet; the next part begins."""
        here, self._here = self._here, []
        for _, text in here:
            if text not in self._told:
                self._told.add(text)
                yield Finding("words-hidden", (("text", text),))
