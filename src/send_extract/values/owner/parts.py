"""One owner's words, opened: who it is, the role said behind, what stands in brackets, and what is only a remark."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import Final

from msgspec import Struct

from send_extract.notation.dictionary import is_common
from send_extract.patterns import compile_later, has_any
from send_extract.values.owner.kinds import PERSONS, Kind, is_business, is_nobody, kind_of
from send_extract.values.owner.model import Role
from send_extract.values.owner.names import has_initial, has_title
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.roles import BEHIND, find_role, need_of, spell
from send_extract.values.owner.tokens import read_words
from send_extract.values.owner.words import (
    ALONE,
    CONNECTIVES,
    DEPARTMENTS,
    HONORIFICS,
    LETTERED,
    PEOPLE,
    POSITIONS,
    POST_LETTERS,
    SUBJECT_LETTERS,
)
from send_extract.values.timing import TimingContext, parse_timing

_NO_PERSONS: Final = DEPARTMENTS | LETTERED
MAX_TIMING: Final = 80  # characters; no date or status is longer
SHORT: Final = 2
"""Letters of initials that are surely a person's; more may be a department's."""


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
_SAYS: Final = compile_later(
    r"(?:to|is|are|will|as|in|if|when|for|takes?|taking)\s|jointly\b|\w+(?:ing|ed)\Z"
    r"|(?:supports|assists|helps|advises|chairs|oversees|funds|pays|approves|owns|contributes)\b",
    re.IGNORECASE,
)
"""What says a role behind a post or a body, too, where a noun would be a part of it."""
_UNNAMED: Final = compile_later(
    r"(?P<owner>.+?)[\s,–—-]+(?P<said>tbc|tba|tbd|vacant|to be confirmed|to be appointed|to be recruited|\?+)\Z",
    re.IGNORECASE,
)
_VACANT: Final = compile_later(
    r"(?P<said>(?:currently\s+)?(?:vacant|vacancy)\s*(?:[–—:,-]|\bpost\b)?\s*(?:of\s+)?)(?P<owner>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
    has_any("vacan"),
)
_REMARK: Final = compile_later(
    r"(.+?)[,;]?\s+((?:to|from|until|till|wef|w\.e\.f\.?|as\s+of|by|who|when|once|if|after|before|while|pending|initially"
    r"|subject|depending|where|via|through|as|during|since|and\s+then|per|with\s+delegated|on\s+return|on\s+appointment)\b.*)\Z",
    re.DOTALL,
)
_SINCE: Final = compile_later(r"(?:from|wef|since|until|till|to|after|before)\s+\S+\s+\S", re.IGNORECASE)
_MOST_SINCE: Final = 6
"""Words of a timing before an owner, and one."""
_HOLDERS: Final = PERSONS | {"position"}
_LOOSE: Final = compile_later(
    r"(\S{2,8})\s+((?:for|in|on|at|re|with|[a-z]{3,})\b.*|[–—-]?\s?\d.*)\Z", re.DOTALL
)
_NOT_VERB: Final = frozenset(["the", "a", "an", "all", "each", "every", "our", "schools", "council"])


_LETTERS: Final = compile_later(r"[A-Z]{2,5}\Z")
"""A body's name in letters beside a person."""
_AREA_FIRST: Final = compile_later(
    rf"(?P<area>{'|'.join(sorted(DEPARTMENTS, key=len, reverse=True))}) (?P<person>\S+)\Z"
)


@lru_cache(maxsize=8192)
def open_part(text: str) -> OwnerPart:
    """The part that `text` is: brackets, roles and remarks taken off it."""
    bare, brackets = _take_brackets(text)
    roles = [find_role(bracket) for bracket in brackets]
    are_said = [role is not None or is_nobody(one) for role, one in zip(roles, brackets, strict=True)]
    said = list(compress(brackets, are_said))
    kept = tuple(one for one in brackets if one not in said)
    bare, role = _take_said(_strip(bare), next(filter(None, reversed(roles)), None), said)
    bare, remark = _take_since(bare) or _take_remark(bare)
    if remark:
        bare, role = _take_said(bare, role, said)
    bare, area = _take_area(bare)
    return OwnerPart(bare, kind_of(bare), role, kept, remark, tuple(said), area)


def _strip(text: str) -> str:
    """`text` without the signs around it; the last full stop of initials is theirs."""
    bare = text.strip(" ,;")
    return bare if is_initials(bare) else bare.strip(" ,;.")


def _take_area(text: str) -> tuple[str, str]:
    """The person, and the department or the post that stands beside without a sign; no area where none does."""
    ways = () if text.isalnum() else _WAYS
    return next((found for take in ways if (found := take(text)) is not None), (text, ""))


def _take_letters(text: str) -> tuple[str, str] | None:
    """`HR KL`: a department's letters before initials."""
    first = _AREA_FIRST.match(text)
    return (first["person"], first["area"]) if first and is_short(first["person"]) else None


def _take_post(text: str) -> tuple[str, str] | None:
    """`Programme Manager KL`: a post of several words, or that needs none before it, and its holder's initials."""
    post, _, last = text.rpartition(" ")
    is_alone = " " in post or post.casefold() in ALONE
    is_held = post in POST_LETTERS or (is_alone and kind_of(post) == "position")
    return (last, post) if is_held and is_short(last) else None


def _take_holder(text: str) -> tuple[str, str] | None:
    """`Service Manager Ann Lowe`: a post, and the name of its holder."""
    words = text.split()
    ways = ((" ".join(words[place:]), " ".join(words[:place])) for place in range(1, len(words) - 1))
    return next((way for way in ways if _is_sure_name(way[0]) and _is_noun_of_post(way[1])), None)


def _is_sure_name(text: str) -> bool:
    """Whether words are a name, with a title, an initial or a surname that is no common word (`Grant Funding`)."""
    words = read_words(text)
    is_rare = not is_common(words.folded[-1]) if words.folded else False
    return kind_of(text) == "name" and (is_rare or has_title(words) or has_initial(words))


def _is_noun_of_post(text: str) -> bool:
    """Whether a post ends with its noun, which needs a word before it unless it stands alone."""
    last = text.rpartition(" ")[2].casefold()
    return kind_of(text) == "position" and (last in ALONE or (" " in text and last in POSITIONS))


def _take_whole(text: str) -> tuple[str, str] | None:
    """What is one without doubt (`Head of SEND`)."""
    return (text, "") if kind_of(text) in {"position", "people", "initials"} else None


def _take_behind(text: str) -> tuple[str, str] | None:
    """`GB SEND`, `Ann Brown LA`: a person, and where the person is from."""
    words = text.split()
    ways = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    return next((way for way in ways if not way[1][0].islower() and _is_from(*way)), None)


def _is_from(person: str, area: str) -> bool:
    if not is_short(person):
        return kind_of(person) == "name" and _LETTERS.match(area) is not None
    is_area = kind_of(area) == "department" or is_business(read_words(area).folded)
    return area in DEPARTMENTS or (person not in SUBJECT_LETTERS and is_area)


_WAYS: Final = (_take_letters, _take_post, _take_holder, _take_whole, _take_behind)


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
    """`text` without the words that nobody is there yet (`Vacant – Clerk`), or behind, that say its role."""
    if text.isalnum() or is_nobody(text):
        return text, role
    text = _take_unnamed(text, said)
    behind = _BEHIND.match(text)
    if behind is not None and _says_role(behind[1], text[behind.end(1) :], behind[2]):
        said.append(behind[2])
        text, role = behind[1], role or find_role(behind[2])
    return text.strip(" ,;–—-"), role


def _take_unnamed(text: str, said: list[str]) -> str:
    for pattern in (_VACANT, _UNNAMED):
        match = pattern.match(text)
        if match:
            said.append(match["said"])
            text = match["owner"]
    return text


def _says_role(owner: str, between: str, said: str) -> bool:
    """Whether the words behind an owner say its role, and are not the noun of its post (`Project lead`)."""
    if between == f" {said}" and (_is_noun(owner, said) or _is_begun(owner)):
        return False
    kind = kind_of(owner)
    is_apart = between[0] == "," or between.lstrip()[0] in "–—-"
    is_somebody = is_person(owner) or kind in PERSONS
    return is_apart or is_somebody or (kind != "unread" and _SAYS.match(said) is not None)


def _is_begun(owner: str) -> bool:
    """Whether words go on to what stands behind them (`Head of` funding)."""
    return owner.rpartition(" ")[2].casefold() in CONNECTIVES


def _is_noun(owner: str, said: str) -> bool:
    is_lettered = is_person(owner) and not is_short(owner)
    is_business = kind_of(owner) not in PERSONS and said.endswith("ing")  # `Portfolio Holder Grant Funding`
    return said.istitle() and (said.casefold() in PEOPLE or is_lettered or is_business)


def _take_since(text: str) -> tuple[str, str] | None:
    """The owner, and since or until when before (`from June LOF`)."""
    if not _SINCE.match(text):
        return None
    words = text.split()
    ways = (
        (" ".join(words[place:]), " ".join(words[:place]))
        for place in reversed(range(2, min(len(words), _MOST_SINCE)))
    )
    return next((way for way in ways if kind_of(way[0]) in _HOLDERS and is_timing(way[1])), None)


def _take_remark(text: str) -> tuple[str, str]:
    """The owner, and the remark behind in small letters (`GB from Sept`, `Warden to check yearly`)."""
    if text.isalnum():
        return text, ""
    match = _REMARK.match(text)
    if match is not None and _is_remarked(match[1], match[2]):
        return match[1], match[2]
    person, _, behind = text.partition(" ")
    if is_short(person) and is_timing(behind):
        return person, behind
    loose = None if kind_of(text) in {"people", "position", "body"} else _LOOSE.match(text)
    return (loose[1], loose[2]) if loose and is_person(loose[1]) else (text, "")


def _is_remarked(owner: str, remark: str) -> bool:
    kind = kind_of(owner)
    word, _, behind = remark.partition(" ")
    if kind in {"unread", "nobody"} or (kind == "phrase" and word != "to"):
        return False
    if word == "to" and not is_person(owner):
        verb = behind.split(maxsplit=1)[0] if behind else ""
        return verb.islower() and verb not in _NOT_VERB
    return True


@lru_cache(maxsize=4096)
def is_timing(text: str) -> bool:
    """Whether words are a date, a status or a rule of dates, and so no owner."""
    return not is_nobody(text) and len(text) <= MAX_TIMING and parse_timing(text, TimingContext()).complete


def is_person(text: str) -> bool:
    """Whether `text` is initials, and not those of a department."""
    return is_initials(text) and text not in _NO_PERSONS


def is_short(text: str) -> bool:
    """Whether `text` is initials so short that they are a person's, where nothing says otherwise."""
    return len(text) <= SHORT and is_person(text)


def begins_person(word: str) -> bool:
    """Whether a person's words can begin with `word`: initials, a title."""
    bare = word.strip(" ,;:.()")
    return is_person(bare) or bare.casefold() in HONORIFICS
