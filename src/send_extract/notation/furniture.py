"""What a page prints around its words: page numbers, protective markings, *continued*, and what runs on every page."""

from __future__ import annotations

import re

from send_extract.patterns import compile_later, has_any, has_figure, has_some

_PAGE = r"(?:(?:page|pg?\.?)\s*)?[-–—|]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
_PAGE_NUMBER = compile_later(
    rf"\W*(?:(?:page|pg)\b\W*|{_PAGE})\W*$", re.IGNORECASE, has_some(has_figure, has_any("page", "pg"))
)
_SAID_PAGE = compile_later(r"\W*(?:page|pg?\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_GAP = compile_later(r"\s{2,}|\t")
_MOST_PARTS = 3
"""Parts of a page's head or foot: on the left, in the middle, on the right."""
_MARKING = compile_later(
    r"\W*(?:official|restricted|(?:strictly\s+)?(?:private|confidential)|protect|unclassified"
    r"|not\s+protectively\s+marked)(?:[\s:&/–-]+(?:and|sensitive|confidential|private|personal|commercial|only"
    r"|internal|use))*\W*$",
    re.IGNORECASE,
    has_any("official", "restricted", "private", "confidential", "protect", "unclassified"),
)
_TAIL = compile_later(r"(?:\W+(?:(?:page|of|draft|version|v)\s*\d*|\d+)?)*$", re.IGNORECASE)
_CONTENTS = compile_later(r".*\S\s*(?:\.{4,}|(?:\s\.){4,}|…{2,}|\t)\s*\d{1,4}\s*$")
_GOES_ON = has_any("cont", "con't", "con’t", "ctd")
_CONTINUED = compile_later(
    r"[\s(\[–—-]*\b(?:cont(?:inued|inues|['’]?d)?|con['’]t|ctd)\b"
    r"(?:\s+(?:overleaf|from\s+(?:the\s+)?(?:previous|last)\s+page))?[\s.)\]…]*$",
    re.IGNORECASE,
)


def is_page_number(text: str) -> bool:
    """Whether all that `text` says is a page's number (`7`, `Page 3 of 12`, `- 4 -`), or nothing with a letter."""
    return not any(map(str.isalnum, text)) or _PAGE_NUMBER.match(text) is not None


def says_page(text: str) -> bool:
    """Whether `text` is a page's number by its own word, so that no bare figure is meant (`Page 3 of 12`)."""
    return _SAID_PAGE.match(text) is not None


def ends_page(text: str) -> bool:
    """Whether `text` is a page's head or foot: few words, and far right of them its number by its own word."""
    parts = _GAP.split(text.strip())
    return len(parts) <= _MOST_PARTS and says_page(parts[-1])


def is_furniture(text: str) -> bool:
    """Whether `text` is what a page prints around its words, whatever the document: its number, who may read it."""
    return is_page_number(text) or ends_page(text) or is_marking(text)


def is_contents_line(text: str) -> bool:
    """Whether `text` is a line of a table of contents: words, a row of dots, the page's number."""
    return _CONTENTS.match(text) is not None


def is_marking(text: str) -> bool:
    """Whether `text` says only who may read it (`OFFICIAL – SENSITIVE`; Government Security Classifications)."""
    return _MARKING.match(text) is not None


def repeats(text: str, title: str) -> bool:
    """Whether `text` is a document's `title` again, whole, in part, or with a page number or version behind it."""
    words, whole = fold_words(text), fold_words(title)
    return whole.startswith(words) or (
        bool(whole) and words.startswith(whole) and _TAIL.match(words, len(whole)) is not None
    )


def cut_continued(text: str) -> str:
    """`text` without the word that a page break adds to what goes on (`Theme 2 (continued)`)."""
    return _CONTINUED.sub("", text) if _GOES_ON(text) else text


def fold_words(text: str) -> str:
    """`text` in small letters, one space between its words."""
    return " ".join(text.lower().split())
