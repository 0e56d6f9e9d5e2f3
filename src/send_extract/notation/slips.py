"""Slips of the fingers: how one word is a letter away from another (Damerau's four)."""

from __future__ import annotations

from enum import Enum


class Slip(Enum):
    """What the fingers did to the word that was meant."""

    SWAPPED = "two letters changed places"
    DOUBLED = "a letter doubled"
    ADDED = "a letter too many"
    DROPPED = "a letter missing"
    CHANGED = "a letter changed"


def find_slip(written: str, meant: str) -> Slip | None:
    """The one slip that makes `written` of `meant`; None where they are the same or further apart."""
    start = _count_shared(written, meant)
    rest, due = written[start:], meant[start:]
    if len(rest) == len(due) + 1 and rest[1:] == due:
        return Slip.DOUBLED if start and rest[0] == written[start - 1] else Slip.ADDED
    if len(due) == len(rest) + 1 and rest == due[1:]:
        return Slip.DROPPED
    if not rest or len(rest) != len(due):
        return None
    if len(rest) > 1 and rest[:2] == due[1::-1] and rest[2:] == due[2:]:
        return Slip.SWAPPED
    return Slip.CHANGED if rest[1:] == due[1:] else None


def _count_shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    shortest = min(len(one), len(other))
    return next((place for place in range(shortest) if one[place] != other[place]), shortest)
