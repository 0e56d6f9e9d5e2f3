"""A Who cell to the owners of each action: one part an action where that is certain, else all of them.

Numbers, lines, semicolons, bullets and wide spaces divide for certain; a comma does where an owner comes again, as no
list names one twice; a single space where no cheaper reading takes both sides for one owner. A slash, an ampersand and
*and* join the owners of one action.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, filterfalse, islice, pairwise
from typing import Final

from send_extract.diagnostics import Finding
from send_extract.notation.marks import split_counted
from send_extract.patterns import compile_later
from send_extract.runs import part_runs
from send_extract.segmentation import Segments
from send_extract.segmentation.scopes import count_labels, split_scoped
from send_extract.values.owner.atoms import Atom, read_cell
from send_extract.values.owner.division import Claim, divide_counted
from send_extract.values.owner.kinds import kind_of
from send_extract.values.owner.lines import find_lines
from send_extract.values.owner.model import Owner
from send_extract.values.owner.parsing import MAX_CELL, parse_owners
from send_extract.values.owner.people import NO_PEOPLE

MOST: Final = 60  # actions; no row has as many
_LEVELS: Final = (
    frozenset({"\n", ",\n"}),
    frozenset({"\n", ",\n", ";"}),
    frozenset({"\n", ",\n", ";", "wide"}),
    frozenset({"\n", ",\n", ";", "wide", " "}),
)
"""The signs that part one action's owners from the next's, the surest first."""
_LISTED: Final = _LEVELS[-1] | {",", ",and"}
_LINE: Final = compile_later(r"\n|;")


@lru_cache(maxsize=4096)
def segment_owners(text: str, count: int) -> Segments:
    """`count` parts of a Who cell: each action's own owners, or the whole cell for every action.

    `text` is the cell as printed, a line a block, runs of spaces kept. Findings: `owner-count-mismatch`, where several
    lines do not match the actions; `owner-split-ambiguous`, where they may be one owner's help and not the next
    action's owner.
    """
    shared = (text,) * count
    if not (text.strip() and 1 < count <= MOST and len(text) <= MAX_CELL):
        return Segments(shared)
    lines = list(filter(None, map(str.strip, _LINE.split("\n".join(find_lines(text))))))
    certain = _segment_counted(text, count)
    if not certain and not count_labels(text):
        certain = _segment_lines(text, lines, count) or _segment_atoms(text, count)
    return certain or _refuse(text, lines, count)


def _segment_counted(text: str, count: int) -> Segments | None:
    """The owners behind numbers, their own or those of the actions."""
    for parts in (split_scoped(text, count), split_counted(text)):
        bare = tuple(part.strip(",; ") for part in parts)
        if len(bare) == count and _are_lists(bare):
            return Segments(bare)
    return None


def _segment_lines(text: str, lines: list[str], count: int) -> Segments | None:
    """A line an action; those that name who is accountable for all stand with each."""
    parts, over_all = [*filterfalse(_is_accountable, lines)], [*filter(_is_accountable, lines)]
    if len(parts) != count or any(map(_repeats, parts)):
        return None
    if _are_lists(parts):
        return Segments(tuple("\n".join([part, *over_all]) for part in parts))
    words = (("text", text), ("expected", count))
    is_doubtful = len({*map(_first_role, parts)} - {""}) > 1
    return Segments((text,) * count, (Finding("owner-split-ambiguous", words),) if is_doubtful else ())


def _segment_atoms(text: str, count: int) -> Segments | None:
    """The owners of a line between commas or spaces, an action each; None where that is not certain."""
    atoms = read_cell(text).atoms
    if any(atom.is_cued for atom in atoms):
        return None
    found = {parts for parts in _find_groups(atoms, count) if _are_lists(parts)}
    return Segments(found.pop()) if len(found) == 1 else None


def _find_groups(atoms: Sequence[Atom], count: int) -> Iterator[tuple[str, ...]]:
    """The ways to part the cheapest divisions of `atoms` into `count` groups."""
    ways = list(chain.from_iterable(divide_counted(atoms).values()))
    least = min((way.cost for way in ways), default=0)
    for way in ways:
        fitting = _list_groupings(way.claims, count) if way.cost == least else iter(())
        yield from (tuple(map(_print_group, groups)) for groups in islice(fitting, 1))


def _list_groupings(claims: Sequence[Claim], count: int) -> Iterator[list[list[Claim]]]:
    """`claims` in `count` groups by their signs, the surest first; in none of them does an owner come again."""
    groupings = [_group(claims, level) for level in _LEVELS]
    if _names_twice(claims):
        groupings += [_group(claims, _LISTED), _group_again(claims)]
    return (groups for groups in groupings if len(groups) == count and not any(map(_names_twice, groups)))


def _group(claims: Sequence[Claim], signs: frozenset[str]) -> list[list[Claim]]:
    """`claims` parted at `signs`."""
    return list(part_runs(claims, lambda _, claim: claim.sign in signs))


def _group_again(claims: Sequence[Claim]) -> list[list[Claim]]:
    """`claims` parted before each owner that was named before in its part."""
    return list(part_runs(claims, lambda part, claim: _names_twice([*part, claim])))


def _names_twice(part: Sequence[Claim]) -> bool:
    """Whether an owner comes again in one part, as in that of no action."""
    return len({claim.text for claim in part}) < len(part)


def _repeats(line: str) -> bool:
    """Whether wide spaces part an owner from the same again."""
    pieces = line.split("  ")
    return len({*map(str.strip, pieces)}) < len(pieces)


def _print_group(part: Sequence[Claim]) -> str:
    return " ".join("".join(claim.printed for claim in part).split()).strip(",;/ ")


def _refuse(text: str, lines: list[str], count: int) -> Segments:
    """All the owners for every action; several lines that do not match the actions are said."""
    parts = [line for line in lines if not _is_accountable(line)]
    if len(parts) < 2 or "\n" not in text.strip():
        return Segments((text,) * count)
    words = (("text", text), ("found", len(parts)), ("expected", count))
    return Segments((text,) * count, (Finding("owner-count-mismatch", words),))


def _is_accountable(line: str) -> bool:
    """Whether all that a line names is accountable; such a line is nobody's place among the actions."""
    owners = _read(line)
    return bool(owners) and all(owner.role == "accountable" for owner in owners)


def _read(text: str) -> tuple[Owner, ...]:
    return parse_owners(text, NO_PEOPLE).value or ()


def _first_role(part: str) -> str:
    owners = _read(part)
    return owners[0].role if owners else ""


def _are_lists(parts: Sequence[str]) -> bool:
    """Whether each part names its own owners: all begin with one role, and none is a post under a name."""
    readings = [parse_owners(part, NO_PEOPLE) for part in parts]
    if any(reading.value is None or reading.findings for reading in readings):
        return False
    roles = {reading.value[0].role for reading in readings if reading.value}
    is_one_role = roles in (set(), {"owner"}, {"lead"})
    return is_one_role and ("name", "position") not in pairwise(map(kind_of, parts))
