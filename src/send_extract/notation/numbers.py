"""Numbers of rows and actions: how they are printed, which are of one kind, which is below which, which comes first.

`1`, `6a`, `1.2.3`, `R1:`, `Rec. 1`, `REC-1`, `SEND-01`, `SC18`, `1(a)`, `2 (i)`, `Action Ref: A`.
"""

from __future__ import annotations

import re

from msgspec import Struct

from send_extract.notation.furniture import cut_continued
from send_extract.notation.nouns import THEMES
from send_extract.patterns import begins, compile_later, has_any, has_figure

# A class of letters is not left to `re.IGNORECASE`, which has two far from the others: it would take long to compile.
_LABEL = (
    r"(?i:(?:rec(?:ommendation)?|action|item|ref(?:erence)?|no|number|point|issue|finding)s?\b(?![-/_])"
    r"[.:]?\s*){1,3}"
)
_DIGITS = r"\d{1,4}(?:[./-]\d{1,3})*"
_TAIL = r"(?:\s?(?:[A-Za-z]\b|\([A-Za-z0-9]{1,4}\)))*"
_PREFIX = r"[A-Za-z]{0,5}\s?[-/._]?\s?"
_CORE = rf"(?:[A-Za-z]{{1,4}}\d{{0,2}}[-/._])?{_PREFIX}{_DIGITS}{_TAIL}"
_LETTERS = r"[A-Za-z]|[ivxIVX]{1,5}"
_FOOTNOTES = r"[*†‡§]{0,3}"
_CLOSED = rf"[\s.:)\]]*{_FOOTNOTES}$"
_PRINTED = compile_later(
    rf"[(\[]?(?P<label>{_LABEL})?(?:[Nn][Oo]\.?\s*)?#?(?P<core>{_CORE}|{_LETTERS}){_CLOSED}"
)
_IN_FRONT = compile_later(
    rf"(?:(?P<label>{_LABEL})?(?P<core>(?:[A-Za-z]{{1,5}}[-/._]?)?\d{{1,3}}[A-Za-z]?(?:\.\d{{1,3}})*(?:\s?\([A-Za-z0-9]{{1,4}}\)|[A-Za-z])?)"
    rf"(?:[.:)]+(?=[A-Za-z\"'“‘])|(?:[.:)]+|\s+[-–—])?\s+))(?=[A-Za-z\"'“‘(*])"
)
_LABELLED = compile_later(
    r"(?P<label>[A-Za-z][A-Za-z ]{0,40}?)(?:\s+(?:no\.?|number))?\s*#?"
    r"(?P<core>(?:(?<=\s)(?-i:[A-Z]{1,3})[-/.]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?)(?:\s*[:.–—]\s*|\s+-\s*)(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
    has_any(*":.–—-"),
)
_NUMBER_FIRST = compile_later(
    rf"(?P<core>\d{{1,2}}(?:\.\d{{1,2}})*)[.):]?\s+(?P<label>(?:\w+\s+)?(?:{'|'.join(THEMES)}))\s*(?::|\s[–—-])\s*"
    r"(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
    has_any(*THEMES),
)
_STEM = compile_later(r"(.*\d)(?:[./-]\d+[a-z]?|\s?\([a-z]+\))$")
_GROUP_KINDS = ("key", "strategic", "improvement", "corporate")
_GROUPS = (
    "theme", "priority", "section", "part", "area", "objective", "strand", "pillar", "aim", "outcome", "goal", "phase",
    "stage", "chapter", "appendix", "annex", "workstream",
)  # fmt: skip
_GROUP_WORD = rf"(?:(?:{'|'.join(_GROUP_KINDS)})\s+)?(?:{'|'.join(_GROUPS)})\b"
_BEGINS_GROUP = begins(*_GROUP_KINDS, *_GROUPS)
_GROUP = compile_later(_GROUP_WORD, re.IGNORECASE, _BEGINS_GROUP)
_COUNTED_GROUP = compile_later(
    rf"{_GROUP_WORD}\s+(?:\d{{1,2}}|[A-Z]|[IVX]{{1,4}})\b", re.IGNORECASE, _BEGINS_GROUP
)
_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_MONTH = compile_later(
    rf"(?:{_MONTHS})(?:[a-z]{{3,6}})?\b", re.IGNORECASE, has_any(*(name[:3] for name in _MONTHS.split("|")))
)
_WRITTEN_DATE = compile_later(
    r"\(?(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2}(?:\s*[-/]\s*\d{2,4})?"
    r"|(?:q|fy|h)\s?\d{1,4})\W*$",
    re.IGNORECASE,
)
_TOKEN = compile_later(r"\d+|[a-z]+")
_LONGEST = 24
"""Letters of the longest cell that is a number: `Recommendation no. 12(b)` fits."""
_NEAR = 80
_BARE = compile_later(r"^(?:r|rec(?:ommendation)?s?)[\W_]*(?=\d)")


class Number(Struct, frozen=True):
    """A number as the plan gives it, and how it is printed."""

    number: str
    printed: str


class Labelled(Struct, frozen=True):
    """Words behind a word and a number: `Recommendation 3: Answer sooner`."""

    label: str
    number: str
    text: str
    printed: str


def bare_number(number: str) -> str:
    """A number without what says only that it is a recommendation's (`R1`, `Rec 1.`), in small letters."""
    return _BARE.sub("", number.lower().rstrip(" .:)"))


def parse_number(text: str) -> Number | None:
    """The number that a cell holds (`R1:` is R1, `Action Ref: A` is A); None where it holds words."""
    if text.isdecimal() and len(text) < _LONGEST:
        return Number(text, text)
    printed = " ".join(text.split())
    if not printed or len(printed) > _LONGEST or _GROUP.match(printed) or _MONTH.match(printed):
        return None
    match = _PRINTED.match(cut_continued(printed))
    return Number(match["core"].strip(), printed) if match else None


def begins_row(text: str) -> bool:
    """Whether a line's first cell can be a row's number where nothing but its look says so: figures, and no date."""
    number = parse_number(text)
    return number is not None and _has_figure(number.number) and not is_date_like(text)


def is_date_like(text: str) -> bool:
    """Whether what looks like a number is written as dates, years and quarters are (`1.4.22`, `2022/23`, `Q3`)."""
    return _WRITTEN_DATE.match(" ".join(text.split())) is not None


def take_number(text: str) -> tuple[Number, int] | None:
    """The number in front of a recommendation's words and where those begin; None where there is none."""
    match = _IN_FRONT.match(text) if _has_figure(text) else None
    if match is None or not text[match.end() : match.end() + 1].strip():
        return None
    core = match["core"]
    is_lower = text[match.end()].islower()
    return None if is_lower or core[0].islower() else (Number(core, match.group().strip()), match.end())


def take_labelled(text: str) -> Labelled | None:
    """The label, number and words of `text`, where it is all three."""
    match = (_LABELLED.match(text) or _NUMBER_FIRST.match(text)) if _has_figure(text) else None
    if match is None:
        return None
    printed = text[: match.start("text")].strip()
    return Labelled(match["label"].strip().lower(), match["core"], match["text"], printed)


def says_number(text: str, number: str) -> bool:
    """Whether all that a cell says is `number`, or that it goes on, whatever dots and brackets stand around it."""
    return cut_continued(text).strip(" .:)") in {"", number.strip(" .:)")}


def names_group(text: str) -> bool:
    """Whether `text` begins as the counted title of a group of recommendations (`Priority 2: Money`)."""
    return _COUNTED_GROUP.match(text) is not None


def kind_of(number: str) -> str:
    """What a number looks like, so that those of one series are alike: `R#`, `#.#`, `#(a)`; letters before it count."""
    shape = re.sub(r"\d+", "#", number.strip())
    head, mark, tail = shape.partition("#")
    return head.upper().strip() + mark + re.sub(r"[a-z]+", "a", tail.lower().replace(" ", ""))


def are_of_kind(numbers: list[str]) -> bool:
    """Whether numbers are a series: of one kind but for the letters and levels that some of them add."""
    heads = {kind_of(number).partition("#")[0] for number in numbers}
    return len(heads) == 1 and all(map(_has_figure, numbers))


def is_below(number: str, parent: str) -> bool:
    """Whether `number` is one level or more below `parent`: `1.2` below `1`, `2 (i)` below `2`."""
    return len(number) > len(parent) and number.startswith(parent) and number[len(parent)] in ".( -/"


def is_step(number: str, parent: str, place: int) -> bool:
    """Whether `number` is that of the action at `place` below `parent`: `2.1` or `2a` the first below `2` and `R2`."""
    bare = parent.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ ")
    if not bare or number == bare or not number.startswith(bare):
        return False
    tail = number.removeprefix(bare)
    return tail in {f".{place}", chr(ord("a") + place - 1) if place < _LONGEST else ""}


def find_stem(number: str) -> str | None:
    """The number above `number`: `1` of `1.2`; None where it has none."""
    stem = _STEM.match(number)
    return stem.group(1) if stem else None


def order_key(number: str) -> tuple[tuple[int, str], ...]:
    """What numbers are put in order by: figures by their value, `6a` after `6`."""
    return tuple(
        (int(token), "") if token.isdecimal() else (-1, token) for token in _TOKEN.findall(number.lower())
    )


def _has_figure(text: str) -> bool:
    """Whether a figure stands near the beginning, as most words have none."""
    return has_figure(text[:_NEAR])
