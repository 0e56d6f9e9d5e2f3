"""A document as headings, labelled values and other words, in order: what an outline is made of."""

from __future__ import annotations

from msgspec import Struct

from send_extract.document import Block, Paragraph
from send_extract.headings import EXTRA
from send_extract.structure.outline.labels import FieldLabel

HEADING_OF_WORDS = 7
"""The level of a heading that is one by its words alone, below those of every markup."""
FEWEST_LABELS = 2
"""How often a label stands that is none by itself."""
_MOST_WORDS = 5


class Heading(Struct, frozen=True):
    """A heading, and the place of its element in the document."""

    place: int
    paragraph: Paragraph
    level: int


class LabelledValue(Struct, frozen=True):
    """A label, and the words on its own line; `level` is the list's that it stands in."""

    place: int
    paragraph: Paragraph
    label: FieldLabel
    blocks: tuple[Block, ...]
    level: int


class Prose(Struct, frozen=True):
    """A line without a label."""

    place: int
    paragraph: Paragraph


class Other(Struct, frozen=True):
    """A table, or what stands in a margin: no part of an outline, and the end of whatever value stands above."""

    place: int


Token = Heading | LabelledValue | Prose | Other


def is_bare(label: FieldLabel) -> bool:
    """Whether a label is a few words and no number, and means a field."""
    is_worded = label.text[:1].isalpha() and not label.number
    return is_worded and label.field != EXTRA and len(label.text.split()) <= _MOST_WORDS
