"""Words that a page does not show: gathered part by part, each named once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bs4 import Tag

from send_extract.diagnostics import Finding
from send_extract.patterns import compile_later
from send_extract.readers.page.styles import Hiding

_PICTURES = ("svg", "img", "i")
_WORDED = compile_later(r"(?=.*[^\W\d_])[^_]+", re.DOTALL)
"""Words, and no sign (`✓`) nor the name of one (`check_circle`)."""

_PANEL = compile_later(
    r"tab(?!le)|panel|accordion|collaps|toggle|expand|drawer|slide|dropdown|reveal", re.IGNORECASE
)
"""What sites call a part that is closed until a reader opens it."""
_OPENERS = frozenset(("summary", "button", "a", "dt", "h1", "h2", "h3", "h4", "h5", "h6"))
_HELD = ("table", "dl", "h1", "h2", "h3")
_OPENING = ("aria-controls", "href", "data-target", "data-bs-target", "for")


class Openings(NamedTuple):
    """The names of what links and buttons open, and by identity the tags that have all of a page inside."""

    named: frozenset[str]
    around: frozenset[int]


def find_openings(page: Tag) -> Openings:
    """What shows that a part of `page` which is hidden is shown in time."""
    values = (tag.get(name) for tag in page.find_all(True) for name in _OPENING)
    held = page.find_all(_HELD)
    around = [{id(parent) for parent in each.parents} for each in (*held[:1], *held[-1:])]
    return Openings(
        frozenset(value.removeprefix("#") for value in values if isinstance(value, str)),
        frozenset(set.intersection(*around) if around else ()),
    )


def is_opened(part: Tag, openings: Openings) -> bool:
    """Whether a hidden part is shown in time: one that a reader opens, or one that has all that the page holds.

    What it is called, what stands before it or what names it tells that a reader opens it.
    """
    called = str([part.get(name, "") for name in ("role", "id", "class")])
    before = part.find_previous_sibling()
    if _PANEL.search(called) or (before is not None and before.name in _OPENERS):
        return True
    return part.get("id") in openings.named or id(part) in openings.around


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
