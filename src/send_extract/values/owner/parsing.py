"""A Who cell to its owners, in whichever form it is printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from send_extract.diagnostics import Finding
from send_extract.notation.boxes import choose_ticked, has_boxes
from send_extract.notation.stops import drop_stop
from send_extract.patterns import compile_later
from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.building import build_owners
from send_extract.values.owner.division import divide
from send_extract.values.owner.kinds import is_business, is_nobody
from send_extract.values.owner.lines import RAISED
from send_extract.values.owner.model import Owner
from send_extract.values.owner.people import NO_PEOPLE, People, name_owner
from send_extract.values.owner.tokens import read_words
from send_extract.values.owner.words import CONNECTIVES

if TYPE_CHECKING:
    from send_extract.values.owner.division import Claim, OwnerDivision


class OwnersReading(Struct, frozen=True):
    """The owners of a cell: empty where it says nobody, None where its words were not understood."""

    value: tuple[Owner, ...] | None
    findings: tuple[Finding, ...] = ()


_LABELLED: Final = compile_later(
    r"\A(?:[•·▪●◦]\s*(?=[^\n•·▪●◦]*\Z))?"
    r"(?:(?:(?:action |responsible )?(?:owner|officer)s?|who|responsible|responsibility|by whom"
    r"|all(?: actions)?)\s*:\s*)?",
    re.IGNORECASE,
)
"""A mark that no other follows, and what a cell calls those whom it names."""
_WORD: Final = compile_later(r"[^\W_]+")
NOBODY_READ: Final = OwnersReading(())
MAX_CELL: Final = 2000  # characters; no owners have as many, and every way to divide more takes too long
MAX_KEPT: Final = 1000  # characters of a cell that is worth keeping the reading of


def parse_owners(text: str, people: People = NO_PEOPLE) -> OwnersReading:
    """The owners of a Who cell (design, section 3, "Who"), in order; its words are never lost.

    `people` gives the names behind initials. Findings: `owner-unread`, `owner-partly-read`,
    `owner-ambiguous`, `owner-division-ambiguous`.
    """
    if len(text) > MAX_CELL:
        return _refuse(text)
    text = _unwrap(text)
    if has_boxes(text):
        ticked = choose_ticked(text)
        return parse_owners("\n".join(ticked), people) if not has_boxes("".join(ticked)) else _refuse(text)
    return _parse_kept(text, people) if len(text) <= MAX_KEPT else _parse(text, people)


def _unwrap(text: str) -> str:
    """The words without what stands about all of them and says nothing: a label, a lone mark, a full stop."""
    return drop_stop(_LABELLED.sub("", text.replace("\xa0", " ").strip()))


def _parse(text: str, people: People) -> OwnersReading:
    if is_nobody(text):
        return NOBODY_READ
    cell = read_cell(text)
    ways = divide(cell.atoms)
    chosen = _choose(ways)
    built = build_owners(chosen, people)
    if not built.owners:
        rest = _find_rest(text, (), (*cell.said, *built.said))
        return OwnersReading((), tuple(rest)) if built.is_nobody else _refuse(text)
    named = [name_owner(owner, people) for owner in built.owners]
    owners = tuple(dict.fromkeys(named))
    findings = (
        *_find_rest(text, named, (*cell.said, *built.said)),
        *_find_doubts(owners, people),
        *_find_ties(text, ways, chosen, owners if built.is_joined else ()),
    )
    return OwnersReading(owners, findings)


_parse_kept = lru_cache(maxsize=8192)(_parse)


def _refuse(text: str) -> OwnersReading:
    return OwnersReading(None, (Finding("owner-unread", (("text", text),)),))


def _choose(ways: list[OwnerDivision]) -> tuple[Claim, ...]:
    """The division that is taken: of several equally good ones that with most owners, as lists are commoner."""
    return max(ways, key=lambda way: len(way.claims)).claims if ways else ()


def _find_ties(
    text: str, ways: list[OwnerDivision], chosen: tuple[Claim, ...], joined: Sequence[Owner]
) -> list[Finding]:
    """A finding where other divisions are as good, or where a list of departments could be one body's name.

    `joined` are the owners where posts that could be two owners' are one's.
    """
    is_list = len(chosen) > 2 and all(_is_department(claim) for claim in chosen)
    is_tied = len({tuple(claim.text for claim in way.claims) for way in ways}) > 1
    if not (is_tied or is_list or joined):
        return []
    owners = "; ".join(map(_print_owner, joined) if joined else (claim.text for claim in chosen))
    return [Finding("owner-division-ambiguous", (("text", text), ("owners", owners)))]


def _print_owner(owner: Owner) -> str:
    return ", ".join(filter(None, (owner.code or owner.name, owner.position)))


def _is_department(claim: Claim) -> bool:
    is_joined = claim.sign in {"", ",", "and", ",and"} and not claim.text.isupper()
    return is_joined and is_business(read_words(claim.text).folded)


def _find_doubts(owners: Iterable[Owner], people: People) -> list[Finding]:
    """A finding for each owner whose initials fit several names."""
    known = [(owner.code, people.find_names(owner.code)) for owner in owners if owner.code and not owner.name]
    return [
        Finding("owner-ambiguous", (("code", code), ("names", ", ".join(names))))
        for code, names in known
        if len(names) > 1
    ]


def _find_rest(text: str, owners: Iterable[Owner], said: Iterable[str]) -> list[Finding]:
    """A finding with the words of `text` that no owner and no word of a role accounts for, where there are any."""
    text = RAISED.sub("", text)
    words = _WORD.findall(text)
    told = [
        *said,
        *chain.from_iterable((one.code, one.name, one.position, one.organisation) for one in owners),
    ]
    left = Counter(map(str.casefold, words))
    left.subtract(map(str.casefold, _WORD.findall("\n".join(filter(None, told)))))
    rest = [word for word in words if _take(left, word.casefold())]
    is_said = not CONNECTIVES.issuperset(map(str.casefold, rest))
    return [Finding("owner-partly-read", (("text", text), ("rest", " ".join(rest))))] if is_said else []


def _take(left: Counter[str], word: str) -> bool:
    is_left = left[word] > 0
    left[word] -= 1
    return is_left
