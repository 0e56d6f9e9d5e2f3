"""A Who cell to the claims that stand in it: one owner's words each, and what the owner is there for."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from send_extract.patterns import compile_later
from send_extract.values.owner.asides import take_asides
from send_extract.values.owner.kinds import (
    begins_post,
    is_forename,
    is_nobody,
    is_one_body,
    is_open,
    kind_of,
    takes_subject,
)
from send_extract.values.owner.model import Role
from send_extract.values.owner.people import People, is_initials
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.series import Text, find_joined, lists_departments
from send_extract.values.owner.words import DEPARTMENTS, HONORIFICS, JOINTS, ROLE_WORDS, TITLES

MAX_CLAIM: Final = 160  # characters; no owner's words are longer
SHORT: Final = 3  # initials of more letters are more likely a body's


class Claim(NamedTuple):
    """One owner's words, the role that the words around give it, and what divides it from the one before.

    `marker` is the list's mark before it; `is_surname` says that a title in the plural goes before it
    (`Cllrs Smith and Jones`).
    """

    text: str
    role: Role = "owner"
    divider: str = ""
    marker: str = ""
    is_surname: bool = False


class Division(NamedTuple):
    """The claims of a cell, and the words that only join them or say a role."""

    claims: tuple[Claim, ...]
    joints: tuple[str, ...]


_STRONG: Final = compile_later(r"\n|;|\t|[•▪●◦‣|]|[ \xa0]{2,}")
_BRACKETED: Final = compile_later(
    r"(?:[^()\n;,/&+]+\([A-Z]{2,4}\)){2,}\s*\Z"
)  # `Early Help (GB) Schools (BM)`
_CLOSED: Final = compile_later(r"(?<=\))\s+")
_MARKER: Final = compile_later(r"(?:\(?\d{1,2}[.)]|[-–*]|\([a-z]\)|[a-z]\))\s+")
_UNFINISHED: Final = compile_later(r"(?:\b(?:and|of|for|the|by|with|to)|[&,/:+(–-])\Z", re.IGNORECASE)
_CONTINUED: Final = compile_later(r"(?:and|of|for|the|with|supported|funded|to)\b|[&,/+()]", re.IGNORECASE)
_JOINT: Final = compile_later(r"\b(?:and )?(" + "|".join(JOINTS) + r")\b[\s:]*", re.IGNORECASE)
_LABELS: Final = "|".join(sorted(map(re.escape, ROLE_WORDS), key=len, reverse=True))
_LABEL: Final = compile_later(rf"\b({_LABELS})\s?:\s?|\A({_LABELS}) [–—-] ", re.IGNORECASE)
_WEAK: Final = compile_later(
    r"\([^()]*\)|\[[^\[\]]*\]|\s*(,\s*and\b|,|\+|&|/|:|(?<=\s)(?:and|with|then|(?-i:or))(?=\s)|(?<=\s)[–—-](?=\s))\s*",
    re.IGNORECASE,
)
_LISTED: Final = compile_later(r",| and | & |/")
_SEPARATOR: Final = compile_later(r"[,/&+]| and ")
_SPACE: Final = compile_later(r"\s+")


def divide_cell(text: str, people: People) -> Division:
    """The claims of a whole cell, in order; lines, semicolons and bullets always divide."""
    if text.isalpha():
        return Division((Claim(text),), ())  # one word, as most cells of initials are
    claims: list[Claim] = []
    joints: list[str] = []
    for part in divide_lines(text):
        joints.append(part.marker)
        words, asides = take_asides(part.text)
        joints.extend(aside.said for aside in asides)
        segments = _divide_roles(part._replace(text=words), joints)
        for segment in (*segments, *(Claim(aside.text, aside.role, ";") for aside in asides)):
            claims.extend(_divide_segment(segment, people))
    return Division(tuple(claims), tuple(joints))


def divide_lines(text: str) -> list[Claim]:
    """The parts of a cell that certain boundaries divide; a line that runs on in the next is one with it."""
    parts: list[_Lines] = []
    start, divider = 0, ""
    for match in (_CLOSED if _BRACKETED.match(text) else _STRONG).finditer(text):
        _append_line(parts, text[start : match.start()], divider)
        start, divider = match.end(), match[0]
    _append_line(parts, text[start:], divider)
    return [Claim(" ".join(part.lines), "owner", part.divider, part.marker) for part in parts]


class _Lines(NamedTuple):
    """The lines of one part, with the boundary and the list's mark before them."""

    lines: list[str]
    divider: str
    marker: str


def _append_line(parts: list[_Lines], printed: str, divider: str) -> None:
    words = " ".join(printed.split())
    marker = _MARKER.match(words)
    line = words[marker.end() :] if marker else words
    if not line:
        return
    can_run_on = parts and divider != ";" and not marker
    if can_run_on and (_UNFINISHED.search(parts[-1].lines[-1][-8:]) or _CONTINUED.match(line)):
        parts[-1].lines.append(line)
    else:
        parts.append(_Lines([line], divider, marker[0] if marker else ""))


def _divide_roles(part: Claim, joints: list[str]) -> list[Claim]:
    """`part` cut at its labels (`Lead: …`) and joints (`…, supported by …`), each piece with its role."""
    claims: list[Claim] = []
    start, current = 0, part
    for begin, end, printed in _find_marks(part.text):
        role = ROLE_WORDS.get(_SPACE.sub(" ", printed.casefold()))
        before = part.text[start:begin].strip()
        is_label = part.text[begin:end].rstrip().endswith(":")
        if role is None or begin < start or (is_label and not _is_complete(before)):
            continue
        claims.append(current._replace(text=before))
        joints.append(printed)
        start, current = end, Claim("", role, ";")
    claims.append(current._replace(text=part.text[start:]))
    return [claim for claim in claims if claim.text.strip(" ,&/+")]


def _find_marks(text: str) -> list[tuple[int, int, str]]:
    """The labels and joints of `text`, in order: where they begin and end, and their words."""
    labels = [(match.start(), match.end(), match[1] or match[2]) for match in _LABEL.finditer(text)]
    return sorted([*labels, *((match.start(), match.end(), match[1]) for match in _JOINT.finditer(text))])


def _is_complete(before: str) -> bool:
    """Whether a label can follow `before`, and is not the end of a post (`Chief Officer: …`)."""
    last = _SEPARATOR.split(before[-MAX_CLAIM:])[-1].strip()
    word = last.rpartition(" ")[2]
    is_initialled = is_initials(word) and word not in DEPARTMENTS
    return not last or last.endswith((")", ".")) or is_initialled or kind_of(last) == "name"


def _divide_segment(segment: Claim, people: People) -> list[Claim]:
    """The owners of a segment, divided at commas, slashes and `and`, where both sides can be owners."""
    pieces = _find_pieces(segment.text)
    if lists_departments(pieces):
        return [segment._replace(text=piece.words, divider=piece.sign or segment.divider) for piece in pieces]
    joined = find_joined(pieces)
    claims: list[Claim] = []
    held, divider, end = "", segment.divider, 0
    for place, (start, piece, sign) in enumerate(pieces):
        goes_on = place in joined or not (held and _is_boundary(sign, held, piece, people))
        if held and len(held) < MAX_CLAIM and goes_on:
            held += segment.text[end:start] + piece
        else:
            claims.extend(_list_owners(held, segment.role, divider))
            held, divider = piece, (sign or divider)
        end = start + len(piece)
    claims.extend(_list_owners(held, segment.role, divider))
    return claims


def _find_pieces(text: str) -> list[Text]:
    """The pieces between weak boundaries."""
    pieces: list[Text] = []
    start, sign = 0, ""
    for match in _WEAK.finditer(text):
        if match[1] is None:
            continue
        if text[start : match.start()].strip():
            pieces.append(_trim(text, start, match.start(), sign))
        start, sign = match.end(), " / " if match[0] == " / " else match[1].casefold()
    if text[start:].strip():
        pieces.append(_trim(text, start, len(text), sign))
    return pieces


def _trim(text: str, start: int, end: int, sign: str) -> Text:
    piece = text[start:end]
    return Text(start + len(piece) - len(piece.lstrip()), piece.strip(), sign)


def _list_owners(held: str, role: Role, divider: str) -> list[Claim]:
    """`GB BM LM` is three, `Cllrs Smith and Jones` two; anything else one."""
    words = held.split()
    if len(words) > 1 and all(
        len(word) > 1 and is_initials(word) and word not in DEPARTMENTS for word in words
    ):
        return [Claim(words[0], role, divider), *(Claim(word, role, " ") for word in words[1:])]
    if words and words[0].casefold().strip(".") in TITLES:
        first, *others = filter(None, map(str.strip, _LISTED.split(held)))
        return [Claim(first, role, divider), *(Claim(other, role, ",", "", True) for other in others)]  # noqa: FBT003 - a record's field
    return [Claim(held, role, divider)] if held else []


def _is_boundary(sign: str, left: str, right: str, people: People) -> bool:
    if sign == "+" or is_nobody(left) or is_nobody(right):
        return True
    if sign in {"/", " / "}:
        is_list = sign != "/" and _divides_list(left, right, people, is_comma=True)
        return is_list or _divides_slash(left, right, people)
    if sign in {",", ":", "-", "–", "—"} and (find_role(right) or takes_subject(left, _bare(right))):
        return False
    if sign in {":", "-", "–", "—"}:
        return _stands(left) and kind_of(_bare(right)) in {"name", "position", "initials"}
    is_one = sign in {"and", "&"} and is_one_body(_SEPARATOR.split(left)[-1], _bare(right))
    return not is_one and _divides_list(left, right, people, is_comma=sign.startswith(","))


def _divides_list(left: str, right: str, people: People, *, is_comma: bool) -> bool:
    """Whether `left, right` or `left and right` are two owners, and not one whose words go on."""
    right = _bare(right)
    if people.knows(right) or _is_titled(right) or _is_parallel(left, right):
        return True
    if left.split(maxsplit=1)[0].casefold().strip(".") in TITLES and kind_of(right) == "phrase":
        return False
    if not _stands(left):
        return is_comma and kind_of(right) in {"initials", "name", "position", "people"}
    if is_open(_bare(left)):
        return begins_post(right) or (is_comma and _stands_after_post(right))
    return _stands(right) or (is_comma and kind_of(left) == "name" and kind_of(right) == "phrase")


def _stands_after_post(right: str) -> bool:
    if right in DEPARTMENTS:
        return False
    kind = kind_of(right)
    return (
        kind in {"initials", "name", "nobody"}
        or (kind == "body" and len(right.split()) > 1)
        or right.isupper()
    )


def _divides_slash(left: str, right: str, people: People) -> bool:
    right = _bare(right)
    if people.knows(right) or people.knows(_bare(left)) or _is_titled(right) or _is_parallel(left, right):
        return True
    if is_open(_bare(left)):
        return begins_post(right)
    if is_initials(left) and not is_initials(right):
        return left not in DEPARTMENTS and len(left) <= SHORT and _stands(right)
    return (_stands(left) and _stands(right)) or (is_forename(left) and is_forename(right))


def _stands(text: str) -> bool:
    """Whether `text` can be an owner without the words beside it."""
    text = _bare(text)
    kind = kind_of(text)
    if kind in {"initials", "name", "position", "people", "nobody"}:
        return text not in DEPARTMENTS or kind != "initials"
    return kind == "body" or (text.isalpha() and sum(map(str.isupper, text)) > 1)


def _is_parallel(left: str, right: str) -> bool:
    """Whether both sides begin with one abbreviated rank: `AD Education / AD Social Care`."""
    first, _, behind = _SEPARATOR.split(left)[-1].strip().partition(" ")
    return bool(behind) and is_initials(first) and right.startswith(first + " ")


def _is_titled(text: str) -> bool:
    return text.split(maxsplit=1)[0].casefold().strip(".") in HONORIFICS if text.split() else False


def _bare(text: str) -> str:
    """`text` without what stands in brackets after it, and without the role beside initials (`GB to support`)."""
    bare = text.partition(" (")[0].strip() or text
    first, _, behind = bare.partition(" ")
    before, _, last = bare.rpartition(" ")
    for word, said in ((first, behind), (last, before)):
        if said and is_initials(word) and find_role(said):
            return word
    return bare
