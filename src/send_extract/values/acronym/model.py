"""What an acronym is, and a glossary's entry."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from send_extract.source import NOWHERE, Location

AcronymStatus = Literal["defined", "undefined", "variant", "unused"]


class GlossaryEntry(Struct, frozen=True, gc=False):
    """One line of the glossary: the author's words and, clean, what the term stands for.

    `text` is the expansion as printed; `expansion` the part of it that the letters cover, stray characters
    off; `group` the head as printed, where one line explains several terms (`AS/ASC/ASD`).
    """

    term: str
    text: str
    expansion: str | None = None
    location: Location = NOWHERE
    group: str | None = None


class Acronym(Struct, frozen=True, gc=False):
    """One acronym of the plan: every use of it, and where its meaning comes from.

    `source` says where the expansion stands: `glossary`, `text` (inline, `Expansion (ACR)`) or `settings`;
    `reason` why `suggestion` is what the author meant, or which words of the plan fit an undefined term;
    `senses` are the expansions of a term that has more than one, and `expansion` is then None.
    """

    term: str
    status: AcronymStatus
    expansion: str | None = None
    suggestion: str | None = None
    uses: int = 0
    locations: tuple[Location, ...] = ()
    source: Literal["glossary", "text", "settings"] | None = None
    reason: str | None = None
    senses: tuple[str, ...] = ()
