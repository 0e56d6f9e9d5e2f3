"""A mention: words as printed, where they stood, and what they mean."""

from __future__ import annotations

from typing import Generic, TypeVar

from msgspec import Struct

from send_extract.source import NOWHERE, Location

T = TypeVar("T")


class Mention(Struct, Generic[T], frozen=True, gc=False):
    """Words as printed, and their value: None where they were not read.

    `alternatives` are the other readings of an ambiguous wording, the likelier first; `rule` names the rules that
    read it, where a grammar of named rules did. The words are never edited.
    """

    text: str = ""
    value: T | None = None
    alternatives: tuple[T, ...] = ()
    location: Location = NOWHERE
    rule: str | None = None
