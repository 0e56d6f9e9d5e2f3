"""A Who cell's lines: marks of lists, counts, raised marks and keys taken off, lines that merely wrap joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from send_extract.notation.marks import find_bullet, find_bullets_inside, find_counted_inside, find_marks
from send_extract.notation.numbers import take_number
from send_extract.patterns import compile_later, has_any
from send_extract.values.owner.contacts import drop_contacts
from send_extract.values.owner.kinds import is_nobody, kind_of
from send_extract.values.owner.roles import find_role

RAISED: Final = compile_later(
    r"(?<=[A-Z]{2})\?(?=[\s,;/&)]|\Z)|(?<=[\w)])[¹²³⁰-⁹†‡§]+|(?<=[A-Za-z)])\*+(?=[\s,;/&)]|\Z)|\A\*+"
    r"|(?<=\bP[CS])\s\d{2,5}(?=\s[A-Z][a-z])|(?<!\w)\d{1,2}\s?[x×]\s(?=[A-Z])|(?<=[a-z])\s[x×]\s?\d{1,2}(?!\w)"
)
"""Marks of footnotes, the number on a constable's collar, and how many there are of somebody."""
_KEYED: Final = compile_later(
    r"[(\[]?\s*([*†‡#^])\s*(?:=|:|[–—-]|denotes|means|indicates|is)?\s*([A-Za-z][A-Za-z -]{2,24})\s*[)\]]?\s*\Z",
    need=has_any(*"*†‡#^"),
)
_LETTERED: Final = compile_later(
    r"[(\[;.]?\s*(?:[Kk]ey:?\s*)?((?:[A-Z]{1,2}\s*=\s*[A-Za-z][A-Za-z -]{2,24}(?:\s*[,;/]\s*)?){1,6})[)\]]?\s*\Z",
    need=has_any("="),
)
"""A key at the end of what letters behind owners say: `[L = lead, S = support]`."""
_ARROW: Final = compile_later(r"\s*(?:[-–—=]{1,2}>|[→⇒➔➜⟶»]|>{1,2})\s*", need=has_any(*">→⇒➔➜⟶»"))
_SPACED: Final = compile_later(
    r"(?<![\w&])(?:n / a|o / b / o|and / or|w /)(?!\w)", re.IGNORECASE, need=has_any(" /")
)
"""What is written short with a slash, and spaces about it."""
_FORMER: Final = compile_later(
    r"(?<=\w)\s*[(\[](?:previously|formerly|was|ex(?!\s+officio))\s[^()\[\]]{1,60}[)\]]", re.IGNORECASE
)
"""Who it was before, in a bracket behind who it is."""
_WITH: Final = compile_later(r"\bw/\s*", re.IGNORECASE)
_GIVEN: Final = compile_later(
    r"\bwith\s+((?:[A-Z][\w&'’]*\s+){1,4})(support|input|assistance|help)(?=\s*(?:[;./()\n]|\Z))",
    need=has_any("with"),
)
"""`with LA support` is support from the LA."""
_COPY: Final = compile_later(r"\bcc(?:'d|ed)?(?!\w):?\s*|\bCC:\s*")
"""In capitals without a sign it is somebody's initials."""
_UNFINISHED: Final = compile_later(
    r"(?:\b(?:and|of|for|the|by|with|to)|[&/:+(–-]|['’]s|s['’])\Z", re.IGNORECASE
)
_CONTINUED: Final = compile_later(r"(?:and|of|for|the|with|supported|funded|to|in)\b|[&,/+()]", re.IGNORECASE)
_COUNT: Final = compile_later(r"\s*(\d{1,2})\s+(?=[A-Z])")


def clean_cell(text: str, said: list[str]) -> str:
    """The lines of a cell as one text, with every arrow, `w/` and `cc` as words; what says or counts goes to `said`."""
    text = _SPACED.sub(lambda match: match[0].replace(" ", ""), text)
    said += [*_WITH.findall(text), *_COPY.findall(text)]
    said += _FORMER.findall(text)
    text = _FORMER.sub("", text)
    named = drop_contacts(text.replace("\r", "\n"), said)
    copied = _COPY.sub("copied to ", _GIVEN.sub(r"with \2 from \1", named))
    tidy = _WITH.sub("with ", _ARROW.sub(" → ", copied)).strip()
    return "\n".join(_list_lines(RAISED.sub("", _apply_key(tidy, said)), said))


def find_lines(text: str) -> list[str]:
    """The lines of a cell without the marks of its list, those that merely wrap as one."""
    return _list_lines(text, [])


def _apply_key(text: str, said: list[str]) -> str:
    """`KL (lead)` of `KL*` or `KL (L)`, where a key at the end says what the mark or the letter is (`* = lead`)."""
    key = _KEYED.search(text)
    if key and key.start() and find_role(key[2]):
        said.append(key[2])
        return re.sub(rf"(?<=\w){re.escape(key[1])}", f" ({key[2].strip()})", text[: key.start()])
    key = _LETTERED.search(text)
    return _apply_letters(text[: key.start()], key[1], said) or text if key else text


def _apply_letters(text: str, key: str, said: list[str]) -> str:
    """Words with the roles of their letters in brackets; nothing where one is no role, or stands in no bracket."""
    roles = dict(re.findall(r"(\w+)\s*=\s*([^,;/]+)", key))
    if not all(find_role(role.strip()) and f"({letters})" in text for letters, role in roles.items()):
        return ""
    said += [key, *roles]
    for letters, role in roles.items():
        text = text.replace(f"({letters})", f"({role.strip()})")
    return text


def _list_lines(text: str, said: list[str]) -> list[str]:
    lines = _drop_counts([line for line in _break_lists(text, said).split("\n") if line.strip()], said)
    marks = find_marks(lines)
    ends = [mark.end if mark else _end_of_number(line) for mark, line in zip(marks, lines, strict=True)]
    said += [line[:end] for line, end in zip(lines, ends, strict=True)]
    return _join_wrapped(line[end:].strip() for line, end in zip(lines, ends, strict=True))


def _break_lists(text: str, said: list[str]) -> str:
    """`text` with a line for each item of a list inside a line, whose marks are left out."""
    counted = find_counted_inside(text)
    for mark in reversed(counted if len(counted) > 1 else []):
        said.append(mark[0])
        text = f"{text[: mark.start()]}\n{text[mark.end() :]}"
    for bullet in reversed(find_bullets_inside(text)):
        text = f"{text[: bullet.start()]}\n{text[bullet.end() :]}"
    return text


def _drop_counts(lines: list[str], said: list[str]) -> list[str]:
    """Lines without the bare numbers that count them (`1 KL`, `2 MN`)."""
    counts = list(filter(None, map(_COUNT.match, lines)))
    if len(lines) < 2 or [int(count[1]) for count in counts] != [*range(1, len(lines) + 1)]:
        return lines
    said += [count[1] for count in counts]
    return [count.string[count.end() :] for count in counts]


def _end_of_number(line: str) -> int:
    """Where the number of an action that a line begins with ends (`2.1 Parks Manager`)."""
    bullet = find_bullet(line)
    taken = take_number(line.lstrip())
    if bullet or taken is None:
        return bullet.end if bullet else 0
    number, end = taken
    is_marked = number.number[0].isdigit() and any(sign in number.printed for sign in ".):")
    return end + len(line) - len(line.lstrip()) if is_marked else 0


def _join_wrapped(lines: Iterable[str]) -> list[str]:
    """Lines, one that cannot end, or that the next goes on from, joined with it."""
    joined: list[str] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _goes_on(before: str, line: str) -> bool:
    """Whether a line goes on from the one before; a line that names nobody stands alone."""
    if is_nobody(before) or is_nobody(line):
        return False
    is_begun = line[:1].islower() and kind_of(line) == "unread"
    return is_begun or _UNFINISHED.search(before[-8:]) is not None or _CONTINUED.match(line) is not None
