"""Marks of lists: every bullet, arrow, square, ring, tick and dash that programs and OCR make, and marks that count.

A glyph mark may stand against its words (`•Ask`); a dash, a star, a ring typed as `o` and the letters that a lost
symbol font leaves need white space behind them, and the last of these a second line that begins alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from send_extract.patterns import compile_later, has_any

BULLET = "•"
"""How every mark that counts nothing is given on: the document's own word for a bulleted item."""

GLYPHS = (
    "•‣◦⁃∙·⦁⚫⚪●○◉◎"  # dots and rings  # noqa: RUF001 - the marks themselves
    "▪▫■□◼◻◾◽❑❒❏❐"  # squares
    "◆◇⬧⧫❖♦✦✧"  # lozenges
    "➢➤►▶▸▹▷▻➔➜➝➞➣➥⮞⇒"  # arrow heads: a plain arrow joins two timings
    "✓✔✗✘★☆"  # ticks and stars
    "\uf000-\uf0ff\u007f"  # where symbol fonts keep theirs (Wingdings, Symbol)
)  # fmt: skip
"""The glyphs that mark an item wherever one is begun, as the inside of a pattern's class."""

_DASHES = "–—−‐‑―*o»\\-"
_LOST = "§Øüqvl"
"""What the glyphs of Wingdings become where the font is lost: ▪ ➢ ✓ ❑ ❖ ●."""
_LOST_GLYPH = r"\(cid:\d+\)"
_ALONE = rf"(?:[{GLYPHS}]|{_LOST_GLYPH})"
_SPACE = r"[ \t\xa0]"
_BULLET_AT = compile_later(rf"\s*(?:{_ALONE}+|[{_DASHES}](?={_SPACE})|[+>](?={_SPACE}+[^\W\d_])){_SPACE}*")
_LOST_AT = compile_later(rf"\s*([{_LOST}]){_SPACE}+(?=\S)")


def has_glyph(text: str) -> bool:
    """Whether a text can have a glyph of a list: but for one, and what converters print of some, none is ASCII."""
    return not text.isascii() or "\x7f" in text or "(cid:" in text


_INSIDE = compile_later(rf"(?:^|(?<=\s)){_ALONE}+(?=\s*\S)", need=has_glyph)

_DASHED_INSIDE = compile_later(r"(?:^|(?<=\s))[–—-](?=\s+[A-Z\d])", need=has_any(*"–—-"))
_FEWEST_DASHED = 3

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_SERIES = (tuple(str(number) for number in range(1, 100)), tuple("abcdefghijklmnopqrstuvwxyz"), _ROMANS)
_COUNT = r"\d{1,2}|[a-z]|[A-Z]|[ivx]{1,5}|[IVX]{1,5}"
_COUNTED_AT = compile_later(rf"\s*(?P<printed>\(?(?P<count>{_COUNT})[.)])(?:{_SPACE}+(?=\S)|(?=[A-Z][a-z]))")
_COUNTED_INSIDE = tuple(
    compile_later(rf"(?:^|(?<=\s))\(?({core})[.):](?=\s+\S)", need=has_any(*".):"))
    for core in (r"\d{1,2}", "[a-z]", "[ivx]{1,5}", "[A-Z]", "[IVX]{1,5}")
)
_DOTTED_INSIDE = compile_later(
    r"(?:^|(?<=\s))((?:[A-Z]{1,3})?\d{1,2}[A-Z]?)(?:\.(\d{1,2})|([a-z]))[.):]*(?=\s+\S)"
)


LEAD_IN_ENDS = (":", ":-", ":–")
"""How the words end that lead in to a list."""


class Mark(Struct, frozen=True):
    """The mark that a line begins with: where its words begin, how it is printed, what it counts (`` for a bullet)."""

    end: int
    printed: str
    counted: str = ""


def find_mark(text: str) -> Mark | None:
    """The mark at the beginning of a line that has words behind it: a glyph, a dash, or one that counts."""
    return find_bullet(text) or find_counted(text)


def find_bullet(text: str) -> Mark | None:
    """The bullet, arrow, square, ring, tick or dash that `text` begins with, if words stand behind it."""
    if text[:1].isalnum() and text[0] != "o":  # the one letter among them, as most lines begin with another
        return None
    match = _BULLET_AT.match(text)
    return Mark(match.end(), match.group().strip()) if match and text[match.end() :].strip() else None


def find_counted(text: str) -> Mark | None:
    """The mark that counts at the beginning of `text` (`1.`, `(a)`, `iv)`); one alone may be a number or a date."""
    match = _COUNTED_AT.match(text)
    return Mark(match.end(), match["printed"], match["count"]) if match else None


def find_marks(lines: Sequence[str]) -> list[Mark | None]:
    """The mark of each of a cell's lines: counted ones only where they count up, lost glyphs only where they recur."""
    bullets = [find_bullet(line) for line in lines]
    counted = [None if bullet else find_counted(line) for bullet, line in zip(bullets, lines, strict=True)]
    if not counts_up(mark.counted for mark in counted if mark):
        counted = [None] * len(lines)
    lost = _find_lost(lines) if not any((*bullets, *counted)) else [None] * len(lines)
    return [one or two or three for one, two, three in zip(bullets, counted, lost, strict=True)]


def _find_lost(lines: Sequence[str]) -> list[Mark | None]:
    """The letters that a lost symbol font left before every line; none where a line has none or another."""
    matches = [_LOST_AT.match(line) for line in lines]
    if len(lines) < 2 or None in matches or len({match[1] for match in matches if match}) > 1:
        return [None] * len(lines)
    return [Mark(match.end(), match[1]) for match in matches if match]


def counts_up(counts: Iterable[str]) -> bool:
    """Whether at least two marks count from the first of their kind: `1 2 3`, `a b`, `i ii iii`, in either case."""
    found = tuple(counts)
    if len(found) < 2 or len({count.isupper() for count in found if count.isalpha()}) > 1:
        return False
    lowered = tuple(count.lower() for count in found)
    return any(lowered == names[: len(lowered)] for names in _SERIES)


def find_bullets_inside(text: str) -> list[re.Match[str]]:
    """The glyphs that begin items within one run of words; or dashes, which words hold too, where they begin all of it.

    A dash that begins the words and comes twice again, each time before a capital or a figure, is a list's mark.
    """
    return list(_INSIDE.finditer(text)) or _find_dashed(text)


def _find_dashed(text: str) -> list[re.Match[str]]:
    marks = list(_DASHED_INSIDE.finditer(text))
    is_list = len(marks) >= _FEWEST_DASHED and len({mark[0] for mark in marks}) == 1
    return marks if is_list and not text[: marks[0].start()].strip() else []


def find_counted_inside(text: str) -> list[re.Match[str]]:
    """The marks that begin `text` and count its parts: `1. … 2. …`, `(a) … (b) …`, `2.1 … 2.2 …`; else none."""
    dotted = _find_dotted(text)
    if dotted:
        return dotted
    for pattern in _COUNTED_INSIDE:
        marks = list(pattern.finditer(text))
        if marks and not text[: marks[0].start()].strip() and counts_up(mark[1] for mark in marks):
            return marks
    return []


def _find_dotted(text: str) -> list[re.Match[str]]:
    """The marks `2.1 … 2.2 …` or `2a … 2b …` that begin `text` and count up below one number."""
    marks = list(_DOTTED_INSIDE.finditer(text))
    counts = [int(mark[2]) if mark[2] else ord(mark[3]) - ord("a") + 1 for mark in marks]
    is_counted = len(marks) > 1 and counts == [*range(1, len(marks) + 1)]
    is_one = len({(mark[1], bool(mark[2])) for mark in marks}) == 1
    return marks if is_counted and is_one and not text[: marks[0].start()].strip() else []


def split_counted(text: str) -> tuple[str, ...]:
    """The pieces of `text` behind the marks that count its parts; none where it is not counted from its beginning."""
    marks = find_counted_inside(text)
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return tuple(" ".join(text[mark.end() : end].split()) for mark, end in zip(marks, ends, strict=False))
