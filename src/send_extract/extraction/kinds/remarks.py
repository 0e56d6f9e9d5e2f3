"""Rows over the whole width that say something of the plan, or of the recommendation above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from send_extract.extraction.labels import find_label
from send_extract.headings import find_field
from send_extract.notation.numbers import names_group
from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from send_extract.extraction.kinds.sight import Sight

_NOTE = compile_later(
    r"\W*(?:(?:please\s+)?note|n\.?b\.?|key|source|footnote|explanation)\b\W*[:–—-]|\W*(?:please\s+note|nb)\b|[*†‡]\s*\S",
    re.IGNORECASE,
)
_SIGNED = compile_later(r"\W*(?:signed|sign[ -]off|authorised)\b", re.IGNORECASE)
_LABEL = compile_later(r"([^:\n]{2,40}?)\s*(?::|\s[–—-]\s)\s*(?=\S)")
_AGREED = compile_later(r"\W*(?:actions\s+)?agreed\s+(?:at|in|during)\b", re.IGNORECASE)
STATED = frozenset(("status", "progress", "notes"))
"""The fields that a row over the whole width can say of the recommendation above it."""


def read_remark(sight: Sight) -> str | None:
    """A line over the whole width that is said of the plan, not of rows: a note, a key, who signed, which draft."""
    text = sight.wide
    if text is None:
        return _read_lone_note(sight)
    is_remark = (
        _NOTE.match(text) or _SIGNED.match(text) or (_says_draft(text) and not _heads_rows(sight, text))
    )
    return text if is_remark else None


def _read_lone_note(sight: Sight) -> str | None:
    """A note or key that stands alone in the first column."""
    text = sight.facts.texts[0] if sight.facts.filled == (0,) else ""
    return text if text[:1].isalpha() and _NOTE.match(text) else None


def _heads_rows(sight: Sight, text: str) -> bool:
    """Whether a line says at which meeting the actions below it were agreed, as minutes do."""
    is_met = _AGREED.match(text) is not None
    return is_met and sight.below is not None and len(sight.below.filled) > 1


def _says_draft(text: str) -> bool:
    """Whether words are the label of a draft that has a date or a number, and nothing else."""
    label = find_label(text)
    return label is not None and label.is_alone and (label.draft.date or label.draft.number) is not None


def read_stated(sight: Sight) -> str | None:
    """A line over the whole width with the label of a field: said of the recommendation above."""
    text = sight.wide if sight.above else None
    label = _LABEL.match(text) if text else None
    return text if label and find_field(label[1]) in STATED and not names_group(text or "") else None


def split_stated(text: str) -> tuple[str, str]:
    """The field and the words of a status line; a label of several words (`Review note (Jan 2024)`) is kept in them."""
    label = _LABEL.match(text)
    if label is None:
        return "notes", text
    return find_field(label[1]), text[label.end() :] if label[1].isalpha() else text
