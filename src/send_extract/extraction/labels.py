"""Draft labels: `DRAFT 2`, `v0.3`, `Third draft June 17`, `Progress as at 31 October 2003`."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from send_extract.patterns import compile_later
from send_extract.plan import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d"
    rf"|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?:\d{{4}}|'?\d{{2}})\b|{_MONTH},?\s+(?:\d{{4}}|'?\d{{2}})\b"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-](?:(?:19|20)\d{{2}}|\d{{2}}))"
)
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_VERSION = r"\b(?:v(?:ersion|er)?|rev(?:ision)?)[\s.:]*(?:no\.?\s*)?\d+(?:\.\d+)*[a-z]?\b"
# Dates are masked before a label is looked for: written out, they would be most of its pattern.
_MASK, _MASK_ON = "\1", "\2"
_GAP = r"[\s,;:()\[\]–—-]*"
_BY = rf"(?:\s+[\w&'’/-]+){{1,8}}?(?={_GAP}(?:on\s+)?{_MASK})"
_DRAFT = (
    rf"(?:(?:{_ORDINAL}|final|initial|working|revised|updated|early|latest|outline|internal|discussion"
    r"|(?:(?:pre|post)-)?consultation)\s+){0,2}draft\b"
    rf"(?:\s+(?:version|no\.?|number)?\s*\#?\d+(?:\.\d+)*[a-z]?\b(?!\s*{_MONTH}))?"
    r"(?:\s+for\s+(?:\w+\s+)?(?:consultation|comments?|approval|discussion|review|cabinet|committee"
    rf"|board|sign[- ]off)(?:\s+(?:at|by|with){_BY})?)?"
)
_FINAL = r"(?:final|approved|adopted|published)\b(?:\s+(?:version|plan)\b)?"
_PROGRESS = (
    r"(?:progress|position|update|status)\s+(?:update\s+|report\s+)?(?:as\s+)?(?:at|of|to|on)\b|as\s+(?:at|of)\b"
    r"|(?:last\s+)?(?:updated|reviewed|amended)\b:?(?:\s+(?:at|on|to))?|\A\s*progress\s+(?:update|report)\b"
    rf"|updated?\s+for{_BY}"
)
_APPROVED = (
    rf"\b(?:approved|adopted|published|agreed|endorsed|ratified|signed[ -]off)\b"
    rf"(?:\s+(?:by|at){_BY}|(?={_GAP}(?:on\s+)?{_MASK}))"
)
_DATED = rf"(?:{_PROGRESS})(?={_GAP}{_MASK})"
_LABEL = compile_later(rf"{_DRAFT}|{_APPROVED}|{_FINAL}|{_VERSION}|{_DATED}")
_DAY_OF_LABEL = compile_later(rf"{_MASK}{_MASK_ON}*")
_BETWEEN = compile_later(_GAP)
_LINK = compile_later(rf"dated?:?\s+|of\s+|on\s+|at\s+|as\s+at\s+|for{_BY}{_GAP}(?:on\s+)?")
_AGREED = compile_later(_APPROVED)
_DATES = compile_later(_DATE)
_VERB = compile_later(r"\b(?:was|were|is|are|been|be|being|and|which|that|to|not|yet)$", re.IGNORECASE)
_FOOTER_DATE = compile_later(r"\b(\d{1,2}[./]\d{1,2}[./](?>(?:19|20)\d{2}|\d{2}))(\d{1,3})\W*$")
_EDGES = " \t,;:()[]–—-|\n"
_LONGEST = 240
_CENTURY = 2000
_OLD = 80


class Label(NamedTuple):
    """A draft label as read, and the words that stand before and after it."""

    draft: Draft
    before: str
    after: str


def find_label(text: str) -> Label | None:
    """The draft label that begins, ends or fills `text`; None where there is none, or the text is prose."""
    if len(text) > _LONGEST:
        return None
    for start, end in _find_spans(_mask_dates(_fold(text))):
        printed = text[start:end]
        if text[end : end + 1] == ")":
            printed += ")"
        if text[:start].endswith("("):
            printed = f"({printed}"
        before, after = text[:start].strip(_EDGES), text[end:].strip(f"{_EDGES}.")
        if not after or not before or printed[:5] == "DRAFT":
            return None if _is_prose(text, start, end) else Label(read_label(printed), before, after)
    return None


def _find_spans(masked: str) -> Iterator[tuple[int, int]]:
    """Where labels begin and end, each with the dates and the further labels that go on from it."""
    found = _LABEL.search(masked)
    while found:
        end = _extend(masked, found.end())
        yield found.start(), end
        found = _LABEL.search(masked, max(end, found.start() + 1))


def _extend(masked: str, end: int) -> int:
    """Where a label that may end at `end` ends."""
    while True:
        gap = _BETWEEN.match(masked, end)
        bare = gap.end() if gap else end
        link = _LINK.match(masked, bare)
        starts = (link.end(), bare) if link else (bare,)
        patterns = (_LABEL, _DAY_OF_LABEL)
        further = next((on for at in starts for each in patterns if (on := each.match(masked, at))), None)
        if further is None:
            return end
        end = further.end()


def _fold(text: str) -> str:
    """`text` in small letters, each in its place; as it is where a letter would become two."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _mask_dates(text: str) -> str:
    """Small letters with a mark in place of each letter of a date."""
    return _DATES.sub(lambda date: _MASK + _MASK_ON * (len(date.group()) - 1), text)


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether a label is only words of a sentence: after its verb, or with nothing that counts, dates or parts it."""
    words = text[start:end].strip(_EDGES)
    if _VERB.search(text[:start].rstrip()):
        return True
    if words.lower() not in {"draft", "final", "approved", "adopted", "published"} or words.isupper():
        return False
    before, after = text[:start].rstrip(" \t"), text[end:].strip(f"{_EDGES}.")
    return bool(after) or bool(before and before[-1] not in "([–—-:|")


def read_label(label: str) -> Draft:
    """The status, number and date that a label states."""
    words = label.strip(_EDGES)
    if "(" in words and ")" not in words.rpartition("(")[2] and label.rstrip().endswith(")"):
        words += ")"
    if ")" in words and "(" not in words.partition(")")[0] and label.startswith("("):
        words = f"({words}"
    masked = _mask_dates(_fold(words))
    status = _read_status(masked) or ("final" if _AGREED.match(masked) else None)
    return Draft(words, status, _read_number(masked), find_date(words))


def _read_status(words: str) -> Literal["draft", "final", "progress"] | None:
    if "draft" in words:
        return "draft"
    if re.search(r"\b(?:final|approved|adopted|published)", words):
        return "final"
    if re.match(rf"(?:{_PROGRESS})|.*\bprogress\b", words):
        return "progress"
    return "draft" if re.match(r"v\D*0\.", words) else None


def _read_number(words: str) -> str | int | None:
    counted = re.search(rf"(?:{_VERSION})|draft\s+(?:version|no\.?|number)?\s*\#?\d+(?:\.\d+)*[a-z]?", words)
    if counted:
        number = re.search(r"\d+(?:\.\d+)*[a-z]?", counted.group())
        text = number.group() if number else ""
        return int(text) if text.isdecimal() else text
    ordinal = re.search(rf"({_ORDINAL})\s+draft", words)
    if ordinal is None:
        return None
    word = ordinal.group(1)
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2])


def find_date(text: str) -> dt.date | None:
    """The first day that `text` names in full; None where it names none, or only a month."""
    for match in _DATES.finditer(_fold(text)):
        numbers = [int(number) for number in re.findall(r"\d+", match.group())]
        month = re.search("|".join(_MONTHS), match.group().lower())
        if month:
            numbers.insert(1, _MONTHS.index(month.group()) + 1)
        if re.match(r"\d{4}-", match.group()):
            numbers.reverse()
        if len(numbers) == 3 and (day := _make_date(*numbers)):  # noqa: PLR2004 - day, month, year
            return day
    return None


def _make_date(day: int, month: int, year: int) -> dt.date | None:
    if year < 100:  # noqa: PLR2004 - two digits
        year += _CENTURY if year < _OLD else _CENTURY - 100
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def read_footer(text: str) -> tuple[dt.date, str] | None:
    """The date and the page that a footer runs together (`2.12.051`); None where it does not."""
    match = _FOOTER_DATE.search(text)
    day = find_date(match.group(1)) if match else None
    return (day, match.group(2)) if match and day else None


def read_versions(rows: Iterable[tuple[str, ...]]) -> Draft | None:
    """The draft that the last filled row of a version table states; None where it is no version table."""
    header, *versions = [tuple(" ".join(text.split()) for text in row) for row in rows]
    heads = [text.lower() for text in header]
    named = [
        index for index, text in enumerate(heads) if re.match(r"(?:version|draft|issue|revision)\b", text)
    ]
    place = next(iter(named), None)
    if place is None or not any(
        re.search(r"date|author|change|comment|status|amend", text) for text in heads
    ):
        return None
    filled = [row for row in versions if len(row) > place and re.search(r"\d", row[place])]
    if not filled:
        return None
    last = filled[-1]
    words = _mask_dates(_fold(" ".join(last)))
    number = re.search(r"\d+(?:\.\d+)*[a-z]?", last[place])
    text = number.group() if number else ""
    status = _read_status(words) or ("draft" if text.startswith("0.") else None)
    label = (
        last[place] if re.search(r"[a-z]", last[place], re.IGNORECASE) else f"{header[place]} {last[place]}"
    )
    return Draft(label, status, int(text) if text.isdecimal() else text, find_date("  ".join(last)))
