"""What every document goes through once, behind its reader: what prints nothing, boxes, damage, struck-out words.

A chain of steps over the runs, the cells and the rows of a document; each says what it did as diagnostics.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from send_extract.diagnostics import Diagnostic
from send_extract.document import Element
from send_extract.readers.cleaning.characters import clean_characters
from send_extract.readers.cleaning.errors import empty_errors
from send_extract.readers.cleaning.frames import drop_frames
from send_extract.readers.cleaning.struck import drop_struck


class Cleaned(Struct, frozen=True):
    """A document's elements after a step, and what was odd about them."""

    elements: tuple[Element, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


STEPS: tuple[Callable[[tuple[Element, ...]], tuple[tuple[Element, ...], list[Diagnostic]]], ...] = (
    clean_characters,
    empty_errors,
    drop_struck,
    drop_frames,
)
"""In this order: an error value may be struck out, a struck word may hold a box."""


def clean_elements(elements: tuple[Element, ...]) -> Cleaned:
    """The elements as people see and mean them."""
    diagnostics: list[Diagnostic] = []
    for step in STEPS:
        elements, found = step(elements)
        diagnostics += found
    return Cleaned(elements, tuple(diagnostics))
