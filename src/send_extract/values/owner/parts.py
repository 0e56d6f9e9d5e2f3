"""One owner's words, opened: who it is, the role said behind, what stands in brackets, and what is only a remark."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from send_extract.patterns import compile_later, has_any
from send_extract.values.owner.kinds import Kind, is_business, is_nobody, kind_of, read_words
from send_extract.values.owner.model import Role
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.roles import BEHIND, find_role, need_of, spell
from send_extract.values.owner.words import (
    ALONE,
    DEPARTMENTS,
    HONORIFICS,
    PEOPLE,
    POST_LETTERS,
    RANK_LETTERS,
    SUBJECT_LETTERS,
)

SHORT: Final = 2
"""Initials of so many letters are a person's, where nothing says that they are a department's."""


class OwnerPart(Struct, frozen=True):
    """One owner: the words, their kind, the role that is said of it, brackets that are no role, and what was said.

    `area` is the department that stands beside a person without a sign, `remark` what stands behind in small letters
    and names nobody; `said` are the words that only say a role.
    """

    text: str
    kind: Kind
    role: Role | None = None
    brackets: tuple[str, ...] = ()
    remark: str = ""
    said: tuple[str, ...] = ()
    area: str = ""

    @property
    def is_post(self) -> bool:
        """Whether a post stands before the person without a sign (`Programme Manager KL`)."""
        return bool(self.area) and (self.area in POST_LETTERS or kind_of(self.area) == "position")


_BRACKET: Final = compile_later(r"\s*[(\[]([^()\[\]]*)[)\]]")
_BEHIND: Final = compile_later(
    rf"(.+?)(?:\s*[,–—]\s*|\s+-\s*|-\s+|\s+)({spell(BEHIND)})\Z", re.IGNORECASE | re.DOTALL, need_of(BEHIND)
)
_VERBS: Final = compile_later(
    r"(?:to|is|are|will|as|in|for|jointly|takes?|taking)\s|\w+(?:ing|ed)\Z", re.IGNORECASE
)
_THIRD: Final = compile_later(
    r"(?:supports|assists|helps|advises|chairs|oversees|funds|pays|approves|owns|contributes)\b",
    re.IGNORECASE,
)
_UNNAMED: Final = compile_later(
    r"(.+?)[\s,–—-]+(tbc|tba|tbd|vacant|to be confirmed|to be appointed|to be recruited|\?+)\Z", re.IGNORECASE
)
_VACANT: Final = compile_later(
    r"(?:currently\s+)?(?:vacant|vacancy)\s*(?:[–—:,-]|\bpost\b)?\s*(?:of\s+)?(?=\S)",
    re.IGNORECASE,
    has_any("vacan"),
)
_REMARK: Final = compile_later(
    r"(.+?)[,;]?\s+((?:to|from|until|till|wef|w\.e\.f\.?|as\s+of|by|who|when|once|if|after|before|while|pending|initially"
    r"|subject|depending|where|via|through|as|during|since|and\s+then|per|with\s+delegated|on\s+return|on\s+appointment)\b.*)\Z",
    re.DOTALL,
)
_LOOSE: Final = compile_later(
    r"(\S{2,8})\s+((?:for|in|on|at|re|with|of|[a-z]{3,})\b.*|[–—-]?\s?\d.*)\Z", re.DOTALL
)
_NOT_VERB: Final = frozenset(["the", "a", "an", "all", "each", "every", "our", "schools", "council"])


MAX_LETTERS: Final = 5  # of a body's name in letters beside a person
_AREA_FIRST: Final = compile_later(
    rf"(?P<area>{'|'.join(sorted(DEPARTMENTS, key=len, reverse=True))}) (?P<person>\S+)\Z"
)


@lru_cache(maxsize=8192)
def open_part(text: str) -> OwnerPart:
    """The part that `text` is: brackets, roles and remarks taken off it."""
    bare, brackets = _take_brackets(text)
    said: list[str] = []
    role: Role | None = None
    kept: list[str] = []
    for bracket in brackets:
        found = find_role(bracket)
        if found or is_nobody(bracket):
            role = found or role
            said.append(bracket)
        else:
            kept.append(bracket)
    bare, role = _take_said(
        bare.strip(" ,;.") if not is_initials(bare.strip(" ,;")) else bare.strip(" ,;"), role, said
    )
    bare, remark = _take_remark(bare)
    if remark:
        bare, role = _take_said(bare, role, said)
    bare, area = _take_area(bare)
    return OwnerPart(bare, kind_of(bare), role, tuple(kept), remark, tuple(said), area)


def _is_area(text: str) -> bool:
    return kind_of(text) == "department" or is_business(read_words(text).folded)


def _take_area(text: str) -> tuple[str, str]:
    """The person, and the department that stands beside without a sign (`GB SEND`, `Ann Brown LA`)."""
    if text.isalnum():
        return text, ""
    first = _AREA_FIRST.match(text)
    if first is not None and is_person(first["person"]) and len(first["person"]) <= SHORT:
        return first["person"], first["area"]
    post, _, last = text.rpartition(" ")
    if is_person(last) and len(last) <= SHORT and _is_held(post):
        return last, post
    if kind_of(text) in {"position", "people", "initials"}:
        return text, ""
    words = text.split()
    for place in range(1, len(words)):
        person, area = " ".join(words[:place]), " ".join(words[place:])
        is_named = (
            kind_of(person) == "name" and area.isupper() and 1 < len(area) <= MAX_LETTERS and area.isalpha()
        )
        if area[0].islower():
            continue
        is_area = area in DEPARTMENTS or (person not in SUBJECT_LETTERS and _is_area(area))
        is_initialled = is_person(person) and len(person) <= SHORT and is_area
        if is_named or is_initialled:
            return person, area
    return text, ""


def _is_held(post: str) -> bool:
    """Whether initials behind `post` are its holder's: it is of several words, or needs none before it."""
    return post in POST_LETTERS or (
        kind_of(post) == "position" and (len(post.split()) > 1 or post.casefold() in ALONE)
    )


def _take_brackets(text: str) -> tuple[str, list[str]]:
    """`text` without its brackets, and what they hold; words that are nothing but a bracket are no bracket's."""
    whole = _BRACKET.fullmatch(text)
    if whole is not None:
        is_placeholder = (
            text.strip().startswith("[") and not is_nobody(whole[1]) and find_role(whole[1]) is None
        )
        return (text if is_placeholder and not is_initials(whole[1]) else whole[1]), []
    return _BRACKET.sub("", text), [match[1].strip() for match in _BRACKET.finditer(text) if match[1].strip()]


def _take_said(text: str, role: Role | None, said: list[str]) -> tuple[str, Role | None]:
    """`text` without the words behind that say its role, or that nobody is there yet."""
    if is_nobody(text):
        return text, role
    vacant = _VACANT.match(text)
    if vacant is not None:
        said.append(vacant[0])
        text = text[vacant.end() :]
    for pattern in () if text.isalnum() else (_UNNAMED, _BEHIND):
        match = pattern.match(text)
        if match is not None and (
            pattern is _UNNAMED or _says_role(match[1], text[match.end(1) :], match[2])
        ):
            said.append(match[2])
            text, role = match[1], role or find_role(match[2])
    return text.strip(" ,;–—-"), role


def _says_role(owner: str, between: str, said: str) -> bool:
    """Whether the words behind an owner say its role, and are not the noun of its post (`Project lead`)."""
    is_noun = said.istitle() and (said.casefold() in PEOPLE or (is_person(owner) and len(owner) > SHORT))
    if between == " " + said and is_noun:
        return False
    if is_person(owner) or between[:1] in {",", "–", "—", "-"} or between.strip()[:1] in {"–", "—", "-"}:
        return True
    kind = kind_of(owner)
    if kind in {"initials", "name"}:
        return True
    return kind != "unread" and (_VERBS.match(said) is not None or _THIRD.match(said) is not None)


def _take_remark(text: str) -> tuple[str, str]:
    """The owner, and the remark behind in small letters (`GB from Sept`, `Warden to check yearly`)."""
    match = None if text.isalnum() else _REMARK.match(text)
    if match is not None and _is_remarked(match[1], match[2]):
        return match[1], match[2]
    is_one = text.isalnum() or kind_of(text) in {"people", "position"}
    loose = None if is_one else _LOOSE.match(text)
    if loose is not None and is_person(loose[1]) and not loose[2].startswith("of "):
        return loose[1], loose[2]
    return text, ""


def _is_remarked(owner: str, remark: str) -> bool:
    if kind_of(owner) in {"phrase", "unread", "nobody"}:
        return False
    word, _, behind = remark.partition(" ")
    if word == "to" and not is_person(owner):
        verb = behind.split(maxsplit=1)[0] if behind else ""
        return verb.islower() and verb not in _NOT_VERB
    return True


def is_person(text: str) -> bool:
    """Whether `text` is initials, and not those of a department."""
    return is_initials(text) and text not in DEPARTMENTS | POST_LETTERS | RANK_LETTERS


def begins_person(word: str) -> bool:
    """Whether a person's words can begin with `word`: initials, a title."""
    bare = word.strip(" ,;:.()")
    return is_person(bare) or bare.casefold() in HONORIFICS
