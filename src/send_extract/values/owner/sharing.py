"""Roles that several owners have: how far back a role reaches that is said behind the last of them.

It reaches back over owners that have no role of their own: over all of its item of the list, over those right before,
or over the one before. Which of them is told by how it is said, in one table; any other way is the last owner's alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from send_extract.values.owner.model import Owner, Role
from send_extract.values.owner.roles import LEADS, SHARED


class Telling(Struct, frozen=True):
    """A role said behind an owner: its words (none where it stands alone), and the sign before the owner."""

    role: Role
    words: tuple[str, ...] = ()
    sign: str = ""
    is_bracketed: bool = False


class Standing(Struct, frozen=True):
    """The owners before, where the item of the list that is being read begins, and whether the cell is a list."""

    owners: Sequence[Owner]
    begun: int = 0
    is_list: bool = False

    @property
    def is_led(self) -> bool:
        """Whether one of them leads, beside whom the others help."""
        return any(owner.role in LEADS for owner in self.owners)


Reach = Literal["item", "near", "one"]
"""Over all owners of the item, over those right before, over the one before: of them those without a role."""
_PAIRED: Final = frozenset({"and", ",and", "/"})


def share_role(standing: Standing, telling: Telling) -> list[Owner]:
    """The owners before with the role that is said behind the last, as far as it reaches."""
    reach = next((reach for reach, is_said in REACHES if is_said(standing, telling)), None)
    first = _find_first(standing, reach)
    return [
        replace(owner, role=telling.role) if place >= first and owner.role == "owner" else owner
        for place, owner in enumerate(standing.owners)
    ]


def _find_first(standing: Standing, reach: Reach | None) -> int:
    """The place of the first owner that a role reaches; none before the item."""
    end = len(standing.owners)
    told = (place for place, owner in enumerate(standing.owners) if owner.role != "owner")
    firsts = {"item": 0, "near": max(told, default=-1) + 1, "one": end - 1}
    return max(standing.begun, firsts[reach]) if reach else end


def _is_of_list(standing: Standing, telling: Telling) -> bool:
    """`LC – lead; DW, PH – support`: alone, in a list of such or behind a lead."""
    return not telling.words and telling.role in SHARED and (standing.is_list or standing.is_led)


def _is_joint(_: Standing, telling: Telling) -> bool:
    """`KL, MN (joint leads)`: the words say it."""
    return any(words.casefold().startswith(("joint", "co-", "both")) for words in telling.words)


def _is_of_item(standing: Standing, telling: Telling) -> bool:
    """`GB to lead; KL, MN to support`: behind the last of a later item; in brackets where all before have theirs."""
    are_told = telling.role in SHARED and all(
        one.role != "owner" for one in standing.owners[: standing.begun]
    )
    return bool(telling.words) and standing.begun > 0 and (not telling.is_bracketed or are_told)


def _are_leads(_: Standing, telling: Telling) -> bool:
    """`KL and MN to lead`."""
    return telling.role in LEADS and telling.sign == "and" and not telling.is_bracketed


def _is_help(standing: Standing, telling: Telling) -> bool:
    """`KL to lead, RW and DP to support`, `RW/DP to support`."""
    return _is_pair(standing, telling) and (standing.is_led or telling.sign != "and")


def _is_pair(_: Standing, telling: Telling) -> bool:
    """`GB, RW and DP to support`: without a lead only the two that are paired."""
    return telling.role in SHARED and telling.sign in _PAIRED


REACHES: Final[tuple[tuple[Reach, Callable[[Standing, Telling], bool]], ...]] = (
    ("item", _is_of_list),
    ("item", _is_joint),
    ("item", _is_of_item),
    ("item", _are_leads),
    ("near", _is_help),
    ("one", _is_pair),
)
"""How far a role reaches that is said in this way or that; the first that is so counts."""
