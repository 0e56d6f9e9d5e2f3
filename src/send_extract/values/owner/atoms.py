"""A Who cell to its atoms: the words between the places where one owner may end and the next begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from send_extract.notation.marks import find_bullet, find_bullets_inside, find_counted_inside, find_marks
from send_extract.notation.numbers import take_number
from send_extract.patterns import compile_later, has_any
from send_extract.values.owner.cues import find_cues, mask_brackets
from send_extract.values.owner.kinds import first_word, is_nobody, kind_of
from send_extract.values.owner.model import Role
from send_extract.values.owner.parts import SHORT, begins_person, is_person, is_short
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.words import (
    ABBREVIATED,
    ALONE,
    HONORIFICS,
    OPENERS,
    POSITIONS,
    PREPOSITIONS,
    SERVICE_RANKS,
    TITLES,
)

if TYPE_CHECKING:
    from send_extract.values.owner.cues import Cue


class Atom(Struct, frozen=True):
    """Words that are one owner's or a part of one's, the sign before them, and the role that a cue gives them.

    `is_listed` says that a comma parts them from a department, in a list whose `&` joins nothing inside a name.
    """

    text: str
    sign: str = ""
    printed: str = ""
    role: Role = "owner"
    is_cued: bool = False
    is_listed: bool = False


class OwnerCell(Struct, frozen=True):
    """A cell's atoms in order, and its words that only say roles or count."""

    atoms: tuple[Atom, ...]
    said: tuple[str, ...]


_WORDS: Final = compile_later(r"[\s/&+,;:]+")
RAISED: Final = compile_later(
    r"(?<=[A-Z]{2})\?(?=[\s,;/&)]|\Z)|(?<=[\w)])[¹²³⁰-⁹†‡§]+|(?<=[A-Za-z)])\*+(?=[\s,;/&)]|\Z)|\A\*+"
    r"|(?<!\w)\d{1,2}\s?[x×]\s(?=[A-Z])|(?<=[a-z])\s[x×]\s?\d{1,2}(?!\w)"
)
"""Marks of footnotes, and how many there are of somebody."""
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
_WITH: Final = compile_later(r"\bw/\s*", re.IGNORECASE)
_GIVEN: Final = compile_later(
    r"\bwith\s+((?:[A-Z][\w&'’]*\s+){1,4})(support|input|assistance|help)(?=\s*(?:[;./()\n]|\Z))",
    need=has_any("with"),
)
"""`with LA support` is support from the LA."""
_COPY: Final = compile_later(r"\bcc(?:'d|ed)?(?!\w):?\s*|\bCC:\s*")
"""In capitals without a sign it is somebody's initials."""
_SIGN: Final = compile_later(
    r"(?P<skip>[(\[][^()\[\]]*[)\]]|(?<![A-Za-z])(?:[A-Z]&[A-Z]{1,3}|[A-Z]{2,3}&[A-Z])(?![A-Za-z])|[nN]/?[aA]\b)"
    r"|(?P<line>\s*,?[ \t]*\n\s*)|(?P<semi>\s*[;|]\s*)|(?P<arrow>\s*→\s*)"
    r"|(?i:(?P<then>\s*,?\s+(?:and\s+)?then\s+)|(?P<plus>\s*\+\s*|\s*,?\s+plus\s+)|(?P<with>\s*,?\s+(?:and\s+)?with\s+(?!delegated\b))"
    r"|(?P<commaand>\s*,\s*(?:and\b|&)\s*)|(?P<comma>\s*,\s*)|(?P<slash>\s*[/\\]{1,2}\s*)|(?P<and>\s+and(?:/or)?\s+|\s*&\s*|\s+or\s+))"
    r"|(?P<colon>\s*:\s+|\s*=\s*)|(?P<stop>(?<=[A-Za-z)]{2})\.\s+(?=[A-Z]))|(?P<dash>\s+[–—-]\s+|\s*[–—]\s*|(?<=[A-Z]{2})-(?=[A-Z]{2}))"
    r"|(?P<wide>\t\s*|[ \xa0]{2,})|(?P<space>[ \xa0])"
)
_NAMES: Final = {
    "semi": ";", "arrow": "→", "then": "→", "plus": "+", "with": "with", "commaand": ",and", "comma": ",", "and": "and",
    "colon": ":", "stop": ".", "dash": "-", "wide": "wide", "space": " ", "line": "\n",
}  # fmt: skip
_UNFINISHED: Final = compile_later(
    r"(?:\b(?:and|of|for|the|by|with|to)|[&/:+(–-]|['’]s|s['’])\Z", re.IGNORECASE
)
_CONTINUED: Final = compile_later(r"(?:and|of|for|the|with|supported|funded|to|in)\b|[&,/+()]", re.IGNORECASE)
_COUNT: Final = compile_later(r"\s*(\d{1,2})\s+(?=[A-Z])")


def read_cell(text: str) -> OwnerCell:
    """The atoms of a cell; list marks, raised marks and the marks that a key explains are taken off."""
    said = [*_WITH.findall(text), *_COPY.findall(text)]
    clean = RAISED.sub("", _apply_key(_tidy(text), said))
    clean = _drop_marks(clean, said)
    cues = find_cues(clean)
    said += [cue.printed for cue in cues]
    atoms: list[Atom] = []
    start, cue = 0, None
    for following in (*cues, None):
        end = following.start if following else len(clean)
        atoms += _cut(clean[start:end], cue)
        start, cue = (following.end if following else end), following
    return OwnerCell(tuple(atoms), tuple(said))


def _tidy(text: str) -> str:
    copied = _COPY.sub("copied to ", _GIVEN.sub(r"with \2 from \1", text.replace("\r", "\n")))
    return _WITH.sub("with ", _ARROW.sub(" → ", copied)).strip()


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


def find_lines(text: str) -> list[str]:
    """The lines of a cell without the marks of its list, those that merely wrap as one."""
    return _drop_marks(text, []).split("\n")


def _drop_marks(text: str, said: list[str]) -> str:
    """The lines of a cell without the marks of its list."""
    inside = find_counted_inside(text)
    for mark in reversed(inside if len(inside) > 1 else []):
        said.append(mark[0])
        text = f"{text[: mark.start()]}\n{text[mark.end() :]}"
    for bullet in reversed(find_bullets_inside(text)):
        text = f"{text[: bullet.start()]}\n{text[bullet.end() :]}"
    lines = _drop_counts([line for line in text.split("\n") if line.strip()], said)
    kept: list[str] = []
    for line, found in zip(lines, find_marks(lines), strict=True):
        end = found.end if found else _end_of_number(line)
        said.append(line[:end])
        kept.append(line[end:] if end else line)
    return _join_wrapped(kept)


def _drop_counts(lines: list[str], said: list[str]) -> list[str]:
    """Lines without the bare numbers that count them (`1 KL`, `2 MN`)."""
    counts = [_COUNT.match(line) for line in lines]
    if len(lines) < 2 or [count and int(count[1]) for count in counts] != [*range(1, len(lines) + 1)]:
        return lines
    said += [count[1] for count in counts if count]
    return [line[count.end() :] for line, count in zip(lines, counts, strict=True) if count]


def _end_of_number(line: str) -> int:
    """Where the number of an action that a line begins with ends (`1.1 Museums Manager`)."""
    bullet = find_bullet(line)
    taken = take_number(line.lstrip())
    if bullet or taken is None:
        return bullet.end if bullet else 0
    number, end = taken
    is_marked = number.number[0].isdigit() and any(sign in number.printed for sign in ".):")
    return end + len(line) - len(line.lstrip()) if is_marked else 0


def _join_wrapped(lines: list[str]) -> str:
    """Lines as one text; one that cannot end, or that the next goes on from, is joined to it."""
    joined: list[str] = []
    for line in map(str.strip, lines):
        if joined and _goes_on(joined[-1], line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line goes on from the one before; a line that names nobody stands alone."""
    if is_nobody(before) or is_nobody(line):
        return False
    is_begun = line[:1].islower() and kind_of(line) == "unread"
    return is_begun or _UNFINISHED.search(before[-8:]) is not None or _CONTINUED.match(line) is not None


def _cut(text: str, cue: Cue | None) -> list[Atom]:
    """The atoms between two cues; the role of the first holds on as far as it can."""
    role: Role = cue.role if cue else "owner"
    is_cued = cue is not None
    atoms: list[Atom] = []
    pieces = _find_pieces(text)
    signs = [sign for _, sign, _ in pieces]
    joins_names = any(three == (",", "and", ",") for three in zip(signs, signs[1:], signs[2:], strict=False))
    for words, sign, printed in pieces:
        if cue and atoms and (cue.is_single or (sign in {"\n", ";", ".", "wide"} and not cue.is_lasting)):
            role, is_cued = "owner", False
        if sign == "with" and role in {"lead", "accountable"}:
            role, is_cued = "owner", False
        is_listed = bool(atoms) and sign == "," and not joins_names and _begins_list(atoms[-1])
        atoms.append(Atom(words, sign if atoms or not cue else "cue", printed, role, is_cued, is_listed))
    return atoms


def _begins_list(atom: Atom) -> bool:
    """Whether a comma parts `atom` from another of its kind: a department, or who has its title in the plural."""
    is_titled = first_word(atom.text) in TITLES
    return atom.is_listed or is_titled or kind_of(atom.text) in {"department", "body"}


def _find_pieces(text: str) -> list[tuple[str, str, str]]:
    """The words between signs, each with the sign before and how it is printed."""
    pieces: list[tuple[str, str, str]] = []
    start, sign, printed = 0, "", ""
    masked = mask_brackets(text)
    for match in () if text.isalnum() else _SIGN.finditer(text):
        name = match.lastgroup or ""
        if name == "skip" or not _is_sign(text, masked, match):
            continue
        if _has_words(text[start : match.start()]):
            pieces.append((text[start : match.start()].strip(), sign, printed))
            sign, printed = "", ""
        start = match.end()
        sign, printed = _stronger(sign, _name_sign(match[0], name)), match[0]
    if _has_words(text[start:]):
        pieces.append((text[start:].strip(), sign, printed))
    return pieces


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_sign(text: str, masked: str, match: re.Match[str]) -> bool:
    """Whether a sign can stand between owners: a space and a full stop seldom do."""
    if match.lastgroup == "space":
        return _can_part(text, masked, match.start())
    last = text[: match.start()].rpartition(" ")[2].casefold()
    return match.lastgroup != "stop" or last not in HONORIFICS | ABBREVIATED


def _name_sign(printed: str, name: str) -> str:
    if name == "slash":
        return " / " if printed.strip() != printed else "/"
    if name == "line":
        return ",\n" if "," in printed else "\n"
    return _NAMES[name]


def _stronger(first: str, second: str) -> str:
    """Of two signs without words between, the one that divides more."""
    order = (
        "",
        " ",
        "and",
        "with",
        "-",
        ":",
        "/",
        " / ",
        ",",
        ",and",
        "wide",
        "→",
        "+",
        ".",
        "\n",
        ",\n",
        ";",
    )
    return max(first, second, key=order.index)


class _Gap(Struct, frozen=True):
    """A single space: the words before it in the cell, the two behind, and whether a post begins with the first."""

    before: tuple[str, ...]
    first: str
    second: str
    is_post: bool

    @property
    def last(self) -> str:
        """The word before the space."""
        return self.before[-1]


def _can_part(text: str, masked: str, place: int) -> bool:
    """Whether the single space at `place` can stand between two owners."""
    before, behind = _WORDS.split(text[:place].strip()), text[place + 1 :].split()
    if not before[-1] or not behind or masked[place - 1] == "\x01" or behind[0].startswith(("(", "[")):
        return False
    if masked[place - 1] == ")":
        return behind[0][:1].isupper()
    first = _WORDS.split(behind[0].strip(",;:/"))[0]
    if kind_of(" ".join(behind[:2])) == "position" and first.casefold() in SERVICE_RANKS:
        return False
    is_post = first.casefold() in OPENERS and behind[1:2] != [] and behind[1] in PREPOSITIONS
    gap = _Gap(tuple(before), first, behind[1] if behind[1:] else "", is_post)
    return not _is_capital_name(gap) and any(parts(gap) for parts in (_parts_row, _parts_post, _parts_title))


def _is_capital_name(gap: _Gap) -> bool:
    """Whether the words on both sides are one name in capitals (`KIM LOWE`)."""
    return gap.last.isupper() and len(gap.last) > SHORT and kind_of(f"{gap.last} {gap.first}") == "name"


def _parts_row(gap: _Gap) -> bool:
    """Initials, nobody, everybody and posts that need no word before them, in a row."""
    if gap.last == "All":
        return is_nobody(gap.first) or is_short(gap.first)
    ends = is_person(gap.last) or is_nobody(gap.last) or gap.last.casefold() in ALONE
    if gap.first.casefold() in POSITIONS - ALONE:
        return False
    is_alone = is_nobody(gap.first) or gap.first.casefold() in ALONE or gap.first == "All"
    return ends and (is_alone or gap.is_post or begins_person(gap.first))


def _parts_post(gap: _Gap) -> bool:
    """A post behind another, or behind a name (`Head of Housing Head of Skills`)."""
    is_behind_post = bool(PREPOSITIONS.intersection(gap.before[:-1]))
    return (
        gap.is_post and gap.last[:1].isupper() and (is_behind_post or kind_of(" ".join(gap.before)) == "name")
    )


def _parts_title(gap: _Gap) -> bool:
    """A person's title behind any word with a capital; one without a name is a word as others (`Ward Cllrs`)."""
    is_title = gap.first.casefold().strip(".") in HONORIFICS - POSITIONS and gap.second[:1].isupper()
    return is_title and gap.last[:1].isupper() and gap.last.casefold() not in HONORIFICS
