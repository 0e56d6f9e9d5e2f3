"""Recommendations' numbers: how they are printed, which is below which, which comes first."""

from __future__ import annotations

import re
from typing import NamedTuple

from send_extract.headings import find_field
from send_extract.patterns import compile_later

_LABEL = r"(?:(?:rec(?:ommendation)?|action|item|ref(?:erence)?|no|number)s?\b[.:]?\s*){1,3}"
_CORE = r"[A-Za-z]{0,4}[-/.]?\s?\d{1,4}(?:[./-]\d{1,3})*\s?(?:[a-z]\b|\([a-z]{1,4}\))*|[A-Z]|[ivxIVX]{1,5}"
_FOOTNOTES = r"[*†‡§]{0,3}"
_PRINTED = compile_later(rf"\(?(?P<label>{_LABEL})?(?P<core>{_CORE})[\s.:)]*{_FOOTNOTES}$", re.IGNORECASE)
_IN_FRONT = compile_later(
    rf"(?:(?P<label>{_LABEL})?(?P<core>(?:[A-Z]{{1,3}}[-/.]?)?\d{{1,3}}[a-z]?(?:\.\d{{1,3}})*(?:\s?\([ivx]{{1,4}}\)|[a-z])?)"
    rf"(?:[.:)]+(?=[A-Z\"'“‘])|(?:[.:)]+|\s+[-–—])?\s+))(?=[A-Z\"'“‘(*])",
    re.IGNORECASE,
)
_GROUP_WORD = (
    r"(?:(?:key|strategic|improvement|corporate)\s+)?(?:theme|priority|section|part|area|objective|strand|pillar|aim"
    r"|outcome|goal|phase|stage|chapter|appendix|workstream)\b"
)
_GROUP = compile_later(_GROUP_WORD, re.IGNORECASE)
_COUNTED_GROUP = compile_later(rf"{_GROUP_WORD}\s+(?:\d{{1,2}}|[A-Z]|[IVX]{{1,4}})\b", re.IGNORECASE)
_CONTINUED = compile_later(r"[\s(\[]*\b(?:cont(?:inued|inues|'?d)?|ctd)\b[\s.)\]…]*$", re.IGNORECASE)
_ASKED = compile_later(
    r"(?P<label>[A-Za-z][A-Za-z ]{0,40}?)(?:\s+(?:no\.?|number))?\s*(?P<core>\d{1,3}(?:\.\d{1,3})*[a-z]?)"
    r"(?:\s*[:.–—]\s*|\s+-\s*)(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TOKEN = compile_later(r"\d+|[a-z]+")
_LONGEST = 24
_NEAR = 80
_FEWEST_WORDS = 6


class Number(NamedTuple):
    """A number as the plan gives it, and how it is printed."""

    number: str
    printed: str


def parse_number(text: str) -> Number | None:
    """The number that a cell holds (`R1:` is R1, `Action Ref: A` is A); None where it holds words."""
    if text.isdecimal() and len(text) < _LONGEST:
        return Number(text, text)
    printed = " ".join(text.split())
    if not printed or len(printed) > _LONGEST or _GROUP.match(printed):
        return None
    match = _PRINTED.match(_CONTINUED.sub("", printed))
    return Number(match["core"].strip(), printed) if match else None


def says_number(text: str, number: str) -> bool:
    """Whether all that a cell says is `number`, whatever dots and brackets stand around it."""
    return text.strip(" .:)") == number.strip(" .:)")


def names_group(text: str) -> bool:
    """Whether `text` begins as the counted title of a group of recommendations (`Priority 2: Money`)."""
    return _COUNTED_GROUP.match(text) is not None


class Asked(NamedTuple):
    """A recommendation that stands in a heading above its actions: its number, its words, how the number is printed."""

    number: str
    text: str
    printed: str


def read_asked(title: str) -> Asked | None:
    """The recommendation that a heading is (`Recommendation 3: Answer sooner`); None where it is a mere title."""
    match = _ASKED.match(title) if _has_figure(title) else None
    if match is None or names_group(title):
        return None
    label = match["label"].strip().lower()
    is_asked = label in {"r", "rec"} or find_field(label) == "recommendation"
    return Asked(match["core"], match["text"], title[: match.start("text")].strip()) if is_asked else None


def _has_figure(text: str) -> bool:
    """Whether a figure stands near the beginning, as most words have none."""
    return any(map(str.isdigit, text[:_NEAR]))


def take_number(text: str) -> tuple[Number, int] | None:
    """The number in front of a recommendation's words and where those begin; None where there is none."""
    match = _IN_FRONT.match(text) if _has_figure(text) else None
    if match is None or not text[match.end() : match.end() + 1].strip():
        return None
    core = match["core"]
    is_lower = text[match.end()].islower()
    return None if is_lower or core[0].islower() else (Number(core, match.group().strip()), match.end())


def read_sentence(title: str, below: str) -> Asked | None:
    """The recommendation that a numbered heading is, if its words are enough and the row `below` counts below it."""
    number, start = take_number(title) or (None, 0)
    if number is None or not is_below(below, number.number) or len(title[start:].split()) < _FEWEST_WORDS:
        return None
    return Asked(number.number, title[start:], number.printed)


def is_below(number: str, parent: str) -> bool:
    """Whether `number` is one level or more below `parent`: `1.2` below `1`, `2 (i)` below `2`."""
    return len(number) > len(parent) and number.startswith(parent) and number[len(parent)] in ".( -/"


def is_step(number: str, parent: str, place: int) -> bool:
    """Whether `number` is that of the action at `place` below `parent`: `2.1` or `2a` the first below `2` and `R2`."""
    bare = parent.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ ")
    tail = number.removeprefix(bare)
    return (
        bool(bare)
        and tail in {f".{place}", chr(ord("a") + place - 1) if place < _LONGEST else ""}
        and tail != number
    )


def find_stem(number: str) -> str | None:
    """The number above `number`: `1` of `1.2`; None where it has none."""
    stem = re.match(r"(.*\d)(?:[./-]\d+[a-z]?|\s?\([a-z]+\))$", number)
    return stem.group(1) if stem else None


def order_key(number: str) -> tuple[tuple[int, str], ...]:
    """What numbers are put in order by: figures by their value, `6a` after `6`."""
    return tuple(
        (int(token), "") if token.isdecimal() else (-1, token) for token in _TOKEN.findall(number.lower())
    )
