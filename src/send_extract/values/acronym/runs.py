"""Entries that run on one line after another: `LRT = Lane Repair Team, PUG = Path Users Group`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from send_extract.patterns import compile_later
from send_extract.values.acronym.letters import fits_entry, fits_exactly
from send_extract.values.acronym.model import GlossaryEntry
from send_extract.values.acronym.shapes import CANDIDATE, is_acronym

MAX_RUN: Final = 2000  # characters; a longer line is prose
_MEANS: Final = r"(?:means|stands\s+for|is\s+short\s+for)\s+"
_SIGN: Final = compile_later(
    rf"[\"'”’]?(?:\s*[=:–—|]\s*|\s+-\s+|\t\s*|[ \xa0]{{2,}}|\s+{_MEANS})(?=\S)", re.IGNORECASE
)
"""What stands between a term and its words where these may have terms of their own."""
_RAISED: Final = "¹²³⁴⁵⁶⁷⁸⁹⁰ \t"
_IDLE: Final = compile_later(r"[\W_]*(?:\d{1,3}|[a-z]|where|note|nb)?[\W_]*\Z", re.IGNORECASE)
"""What may stand before the first entry, or behind the last: the mark of a list or of a footnote."""
_OPENING: Final = compile_later(rf"[\W_]*(?:(?:{_MEANS}|is\s+|for\s+)(?:the\s+)?)?", re.IGNORECASE)
_CLOSING: Final = compile_later(r"(?:[\s,;.|/•·*†\"“‘(\[–—=:-]|\b(?:and|where)\b|&)*\Z")


def parse_run(text: str, *, needs_signs: bool = False) -> tuple[GlossaryEntry, ...]:
    """The entries that `text` is a run of; none where a part is no term with words that its letters fit.

    With `needs_signs` a sign stands between each term and its words.
    """
    if len(text) > MAX_RUN:
        return ()
    text = text.lstrip(_RAISED)
    terms = [match for match in CANDIDATE.finditer(text) if is_acronym(match[0])]
    signed = [term for term in terms if _SIGN.match(text, term.end())]
    ways = [_read(text, signed, _cut_behind, fits_entry)]
    if len(terms) > 1 and not needs_signs:
        ways += [_read(text, terms, _cut_behind, fits_entry), _read(text, terms, _cut_before, fits_exactly)]
    return max(ways, key=len)


Terms = Sequence[re.Match[str]]


def _read(
    text: str,
    terms: Terms,
    cut: Callable[[str, Terms], list[str]],
    fits: Callable[[str, str], bool],
) -> tuple[GlossaryEntry, ...]:
    """The entries of `terms` with the words that `cut` gives each; none where those of one do not fit.

    Where each has an equals sign it is enough that most do.
    """
    rest, *pieces = cut(text, terms) if terms else [text]
    entries = [GlossaryEntry(term[0], _trim(piece)) for term, piece in zip(terms, pieces, strict=True)]
    are_fit = [fits(entry.term, entry.text) for entry in entries]
    are_equal = all(text[term.end() :].lstrip().startswith("=") for term in terms)
    is_run = all(are_fit) or (are_equal and sum(are_fit) > len(are_fit) / 2)
    return tuple(entries) if is_run and _IDLE.match(rest) else ()


def _cut_behind(text: str, terms: Terms) -> list[str]:
    """What stands before all terms, and behind each of them."""
    starts = [*(term.start() for term in terms), len(text)]
    return [
        text[: starts[0]],
        *(text[one.end() : start] for one, start in zip(terms, starts[1:], strict=True)),
    ]


def _cut_before(text: str, terms: Terms) -> list[str]:
    """What stands behind all terms, and before each of them."""
    ends = [0, *(term.end() for term in terms)]
    return [text[ends[-1] :], *(text[end : one.start()] for end, one in zip(ends, terms, strict=False))]


def _trim(piece: str) -> str:
    """The words of a term without what joins them to it and to the next."""
    opening, closing = _OPENING.match(piece), _CLOSING.search(piece)
    words = piece[opening.end() if opening else 0 : closing.start() if closing else None]
    return words if words.count(")") <= words.count("(") else words.rstrip(")]")
