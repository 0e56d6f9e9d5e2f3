"""Draft labels: `DRAFT 2`, `v0.3`, `Third draft June 17`, `Progress as at 31 October 2003`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from send_extract.patterns import compile_later, has_any, has_figure
from send_extract.plan import Draft
from send_extract.values.timing import FoundDate, find_dates, find_full_dates

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_VERSION = r"\b(?:v(?:ersion|er)?|rev(?:ision)?)[\s.:]*(?:no\.?\s*)?\d+(?:\.\d+)*[a-z]?\b"
# Dates are masked before a label is looked for: written out, they would be most of its pattern.
_MASK, _MASK_ON = "\1", "\2"
_GAP = r"[\s,;:()\[\]–—-]*"
_BY = rf"(?:\s+[\w&'’/-]+){{1,8}}?(?={_GAP}(?:on\s+)?{_MASK})"
_DRAFT = (
    rf"(?:(?:{_ORDINAL}|final|initial|working|revised|updated|early|latest|outline|internal|discussion"
    r"|(?:(?:pre|post)-)?consultation)\s+){0,2}draft\b"
    r"(?:\s+(?:version|no\.?|number)?\s*\#?\d+(?:\.\d+)*[a-z]?\b)?"
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
_HAS_DATE = has_any(_MASK)
_AGREED = compile_later(_APPROVED, need=_HAS_DATE)
_LABELS = (
    compile_later(_DRAFT, need=has_any("draft")),
    _AGREED,
    compile_later(_FINAL, need=has_any("final", "approved", "adopted", "published")),
    compile_later(_VERSION, need=has_figure),
    compile_later(_DATED, need=_HAS_DATE),
)
"""What a label can be; where two begin together the first is taken."""
_DAY_OF_LABEL = compile_later(rf"{_MASK}{_MASK_ON}*")
_BETWEEN = compile_later(_GAP)
_LINK = compile_later(rf"dated?:?\s+|of\s+|on\s+|at\s+|as\s+at\s+|for{_BY}{_GAP}(?:on\s+)?")
_STATEMENT = compile_later(rf"(?:{_PROGRESS}){_GAP}(?:on\s+)?$")
_DATE_LINK = compile_later(rf"{_GAP}\b(?:dated?:?|of|on|at|as\s+at)$", re.IGNORECASE)
_HINT = compile_later(
    r"draft|final|approv|adopt|publish|agree|endors|ratif|sign|\bv(?:er|\W|\d)|\brev|progress|position|status"
    r"|as (?:at|of)|updat|amend"
)
"""A text without any of these has no label: the cheap test that most fail."""
_VERB = compile_later(r"\b(?:was|were|is|are|been|be|being|and|which|that|to|not|yet)$", re.IGNORECASE)
_EDGES = " \t,;:()[]–—-|\n"
_LONGEST = 240


class DraftLabel(Struct, frozen=True):
    """A draft label as read, and the words that stand before and after it."""

    draft: Draft
    before: str
    after: str

    @property
    def is_alone(self) -> bool:
        """Whether no words stand beside it."""
        return not self.before and not self.after


def find_label(text: str) -> DraftLabel | None:
    """The draft label that begins, ends or fills `text`; None where there is none, or the text is prose."""
    if len(text) > _LONGEST:
        return None
    folded = _fold(text)
    if not _HINT.search(folded):
        return None
    for start, end in _find_spans(_mask_dates(folded)):
        printed = _print_label(text, start, end)
        before, after = text[:start].strip(_EDGES), text[end:].strip(f"{_EDGES}.")
        if not after or not before or printed[:5] == "DRAFT":
            return None if _is_prose(text, start, end) else DraftLabel(read_label(printed), before, after)
    return None


def _print_label(text: str, start: int, end: int) -> str:
    """The label between two places, with the brackets right around it."""
    opening = "(" if text[:start].endswith("(") else ""
    return opening + text[start : end + text.startswith(")", end)]


def _find_spans(masked: str) -> Iterator[tuple[int, int]]:
    """Where labels begin and end, each with the dates and the further labels that go on from it."""
    start = 0
    while found := [match for pattern in _LABELS if (match := pattern.search(masked, start))]:
        first = min(found, key=re.Match.start)
        end = _extend(masked, first.end())
        yield first.start(), end
        start = max(end, first.start() + 1)


def _extend(masked: str, end: int) -> int:
    """Where a label that may end at `end` ends."""
    while True:
        gap = _BETWEEN.match(masked, end)
        bare = gap.end() if gap else end
        link = _LINK.match(masked, bare)
        starts = (link.end(), bare) if link else (bare,)
        patterns = (*_LABELS, _DAY_OF_LABEL)
        further = next((on for at in starts for each in patterns if (on := each.match(masked, at))), None)
        if further is None:
            return end
        end = further.end()


def _fold(text: str) -> str:
    """`text` in small letters, each in its place; as it is where a letter would become two."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _mask_dates(text: str) -> str:
    """`text` with a mask in place of each letter of a date."""
    for found in find_dates(text):
        mask = _MASK + _MASK_ON * (found.end - found.start - 1)
        text = text[: found.start] + mask + text[found.end :]
    return text


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
    """The status, number and date that a label states; its words are printed without the date."""
    words = _close_bracket(" ".join(label.strip(_EDGES).split()), label)
    masked = _mask_dates(_fold(words))
    status = read_status(masked) or ("final" if _AGREED.match(masked) else None)
    dates = find_full_dates(words)
    return Draft(
        _cut_date(words, dates[0]) if dates else words,
        status,
        _read_number(masked),
        dates[0].day if dates else None,
    )


def _close_bracket(words: str, label: str) -> str:
    """A label without what stands about it, the bracket kept that another of its own is waiting for."""
    if "(" in words and ")" not in words.rpartition("(")[2] and label.rstrip().endswith(")"):
        words += ")"
    if ")" in words and "(" not in words.partition(")")[0] and label.startswith("("):
        words = f"({words}"
    return words


def _cut_date(words: str, date: FoundDate) -> str:
    """A label without its date; one that says what stood on that day (`Progress as at …`) is nothing without it."""
    before, after = words[: date.start], words[date.end :]
    if _STATEMENT.search(_fold(before)):
        return words
    linked = _DATE_LINK.sub("", before.rstrip(_EDGES), count=1)
    return _close_bracket(
        f"{linked}{after}".strip(_EDGES) if after.strip(_EDGES) else linked.strip(_EDGES), f"{before}{after}"
    )


def read_status(words: str) -> Literal["draft", "final", "progress"] | None:
    """The status that words in small letters state, dates masked."""
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
