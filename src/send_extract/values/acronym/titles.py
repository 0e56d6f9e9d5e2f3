"""What stands over a glossary or a key: a line that names acronyms, abbreviations, terms or initials."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from send_extract.notation.furniture import is_contents_line
from send_extract.patterns import compile_later, has_any
from send_extract.values.acronym.runs import parse_run
from send_extract.values.acronym.shapes import CANDIDATE

MAX_TITLE: Final = 80  # characters of a line that heads something
MAX_WORDS: Final = 10

_NAMES: Final = compile_later(
    r"\b(?:glossary|glossaries|abbreviations?|acronyms?|initialisms?|jargon|initials)\b", re.IGNORECASE
)
"""A short line with one of these is about nothing else."""
_WORDED: Final = compile_later(
    r"\W*(?:(?:appendix|annex)\s+\w+\W+)?(?:the\s+|our\s+)?(?:"
    r"(?:key|legend)(?:\s+(?:to|for|of)\b[^.]*)?"
    r"|(?:key\s+|list\s+of\s+)?(?:terms|definitions?)(?:\s+(?:and|&)\s+(?:terms|definitions|meanings))?"
    r"(?:\s+(?:used|explained|defined)\b[^.]*|\s+in\s+(?:this|the)\b[^.]*)?"
    r"|(?:explanations?|meanings?|definitions?)\s+of\s+(?:the\s+)?(?:terms|words|letters|codes|symbols|marks)\b[^.]*"
    r"|what\s+(?:the|our|these)\s+(?:terms|words|letters|codes)\s+(?:mean|stand\s+for)"
    r")\W*\Z",
    re.IGNORECASE,
    has_any("key", "legend", "terms", "definition", "explanation", "meaning", "what"),
)
_CELLS: Final = compile_later(r"\t|\||[ \xa0]{2}")
"""What stands between the cells of a heading row that is printed as a line."""
_JOINT: Final = compile_later(rf"(?:\s+(?:are|is|include))?\s*[:=–—.(\[]|\s+-\s+|\s+(?={CANDIDATE.pattern})")
"""What stands between a title and the first of its entries."""
_SENTENCE: Final = compile_later(
    r"\b(?:is|are|was|were|be|will|should|must|has|have|not|to be)\b|(?-i:[A-Za-z])\.\s*\Z"
    r"|\A\W*(?:produce|create|write|agree|publish|review|update|add|provide|develop|share|circulate|see|use|explain)\b",
    re.IGNORECASE,
)


class Titled(Struct, frozen=True):
    """A line that names a glossary and goes on with its entries."""

    title: str
    rest: str


def is_title(text: str) -> bool:
    """Whether a line heads a glossary or a key to initials (`Acronym list`, `Terms used in this plan`)."""
    is_long = len(text) >= MAX_TITLE or len(text.split()) > MAX_WORDS
    if is_long or _CELLS.search(text.strip()) or is_contents_line(text):
        return False
    is_named = _NAMES.search(text) is not None and _SENTENCE.search(text) is None
    is_named = is_named or _WORDED.match(text) is not None
    titled = split_title(text) if is_named else None
    return is_named and not (titled and parse_run(titled.rest))


def split_title(text: str) -> Titled | None:
    """The title and the entries of a line that has both (`Key: QTB = …`, `Acronyms – QTB: …`), else None."""
    for joint in _JOINT.finditer(text, 0, MAX_TITLE):
        title, rest = text[: joint.start()], text[joint.end() :].strip()
        if rest and is_title(title):
            return Titled(title, rest)
    return None
