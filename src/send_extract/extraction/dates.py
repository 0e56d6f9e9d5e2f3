"""The day that a document says is its own: `Date: 4 July 2022`, `compiled 5 August 2012`, `Meeting date: …`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from send_extract.document import Paragraph
from send_extract.patterns import compile_later
from send_extract.values.owner.kinds import kind_of
from send_extract.values.timing import find_full_dates

_LONGEST = 240
_LONGEST_COVER = 100
_FOOTER = compile_later(r"\b(\d{1,2}[./]\d{1,2}[./](?>(?:19|20)\d{2}|\d{2}))(\d{1,3})\W*$")
_STATED = compile_later(
    r"(?:^|[|;,.(\[–—]\s*|\s-\s|\s{2,}"
    r"|\b(?:action|draft|version|plan|document|publication|issue|report|meeting|committee|board|panel|cabinet)\s+)"
    r"(?:(?:this|the|last|first|date)\s+)*"
    r"(?:dated?|(?:date\s+(?:of\s+(?:the\s+|this\s+)?)?)?(?:compiled|prepared|drawn\s+up|produced|printed|published|issued"
    r"|(?:agreed|approved|adopted|endorsed|ratified|signed(?:\s+off)?)(?:\s+(?:by|at)(?:\s+[\w&'’/-]+){1,8}?)?"
    r"|written|revised|updated|amended|reviewed|meeting|issue|plan|publication|version|document|report|draft|revision|update))"
    r"(?:\s+(?:on|at|as\s+at|of|held\s+on))?\s*:?\s*$",
    re.IGNORECASE,
)
"""How the words before a document's own date end; the date of what comes next is none."""
_OTHER = compile_later(
    r"\b(?:next|due|target|end|start|closing|completion|implementation|expiry|deadline|previous|earlier|by)\b",
    re.IGNORECASE,
)
_CLAUSE = compile_later(r"[|;.(\[]|\s{2,}")


def find_stated(paragraphs: Iterable[Paragraph]) -> dt.date | None:
    """The first day that a line says is the document's own; None where no line does."""
    days = (_read_stated(words.text) for words in paragraphs if len(words.text) <= _LONGEST)
    return next((day for day in days if day), None)


def _read_stated(text: str) -> dt.date | None:
    for found in find_full_dates(text):
        before = _CLAUSE.split(text[: found.start].rstrip(" \t([|"))[-1].lstrip()
        if _STATED.search(before) and not _OTHER.search(before):
            return found.day
    return None


def find_cover(paragraphs: Iterable[Paragraph]) -> dt.date | None:
    """The day on a line of its own above the plan, or behind the name of the body whose plan it is."""
    days = (_read_cover(words.text.strip()) for words in paragraphs if len(words.text) <= _LONGEST_COVER)
    return next((day for day in days if day), None)


def _read_cover(text: str) -> dt.date | None:
    found = find_full_dates(text)
    if len(found) != 1 or text[found[0].end :].strip():
        return None
    name = text[: found[0].start].rstrip(" ,|:–—-")
    return found[0].day if not name or kind_of(name) == "body" else None


def find_footer(paragraphs: Iterable[Paragraph]) -> dt.date | None:
    """The date of a footer that a page number was run into (`2.12.051`)."""
    return next((day for words in paragraphs if (day := read_footer(words.text))), None)


def read_footer(text: str) -> dt.date | None:
    """The date that a footer runs together with its page; None where it does not."""
    match = _FOOTER.search(text)
    found = find_full_dates(match.group(1)) if match else ()
    return found[0].day if found else None
