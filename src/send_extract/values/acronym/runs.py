"""Entries that run on one line after another: `QTB = Quality Team Board, FLN = Family Learning Network`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from send_extract.patterns import compile_later, has_any
from send_extract.values.acronym.letters import fits_entry
from send_extract.values.acronym.model import GlossaryEntry
from send_extract.values.acronym.shapes import CANDIDATE, is_acronym

MAX_RUN: Final = 2000  # characters; a longer line is prose
_HEAD: Final = compile_later(
    rf"(?<![\w&])({CANDIDATE.pattern})"
    r"(?:\s*[=:–—|]\s*|\s+-\s+|\t\s*|[ \xa0]{2,}|\s+(?:means|stands\s+for|is\s+short\s+for)\s+)(?=\S)",
    need=has_any(*"=:–—|-\t\xa0", "  ", "means", "stands", "short"),
)
_BEFORE: Final = compile_later(r"[\W_]*(?:\d{1,3}|[a-z])?[\W_]*\Z")
"""What may stand before the first entry: the mark of a list or of a footnote."""
_BETWEEN: Final = " \t,;.|/"


def parse_run(text: str) -> tuple[GlossaryEntry, ...]:
    """The entries that `text` is a run of; none where a part is no term with words that its letters fit."""
    heads = _find_heads(text) if len(text) <= MAX_RUN else []
    if not heads or _BEFORE.match(text[: heads[0].start()]) is None:
        return ()
    ends = [*(head.start() for head in heads[1:]), len(text)]
    entries = [
        GlossaryEntry(head[1], text[head.end() : end].strip(_BETWEEN))
        for head, end in zip(heads, ends, strict=True)
    ]
    return tuple(entries) if all(fits_entry(entry.term, entry.text) for entry in entries) else ()


def _find_heads(text: str) -> list[re.Match[str]]:
    """The terms that begin an entry, each with words between it and the next."""
    found = [match for match in _HEAD.finditer(text) if is_acronym(match[1])]
    return [
        one for one, after in pairwise([*found, None]) if one and (after is None or after.start() > one.end())
    ]
