"""Heading rows of two lines: headings that go on below, or those of groups merged over others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from send_extract.headings import EXTRA, find_field, is_known, is_of_headings
from send_extract.headings.lines import HeadingRow, is_like_heading, is_plan, read_line
from send_extract.headings.neighbours import find_fields
from send_extract.headings.periods import is_period

_FEWEST_MERGED = 3
_LONGEST_GROUP = 24
"""Letters of a heading over others that says what they are; a longer one says who fills them in."""


class _Stack(Struct, frozen=True):
    """Two lines as heading rows: each alone, both as `two`; the headings over each column, and the places `added`."""

    one: HeadingRow
    below: HeadingRow
    two: HeadingRow
    above: tuple[str, ...]
    added: list[int]

    @property
    def is_more(self) -> bool:
        """Whether both together name more fields than either alone."""
        return self.two.known > max(self.one.known, self.below.known)


def read_two(one: HeadingRow, lower: Sequence[str], synonyms: Mapping[str, str]) -> HeadingRow | None:
    """The heading row that a line and the `lower` one make; None where the lower adds nothing to it."""
    stack = _stack(one, lower, synonyms)
    if stack is None:
        return None
    is_of_groups = _is_covered(one.headings, stack.below.headings) and is_plan(stack.below)
    return _choose_below(stack, synonyms) if is_of_groups else _choose_joined(stack)


def _stack(one: HeadingRow, lower: Sequence[str], synonyms: Mapping[str, str]) -> _Stack | None:
    """A line with the `lower` one, where this has headings that are known of its own."""
    below = (*lower, *[""] * (len(one.headings) - len(lower)))
    added = _find_added(one.headings, below)
    if not added or _is_merged(below):
        return None
    above = _spread(one.headings, below)
    meant = [_mean(above, place, text, synonyms) for place, text in enumerate(below)]
    if not all(is_known(meant[place], synonyms) or is_period(below[place]) for place in added):
        return None
    two = HeadingRow(one.place, one.end + 1, _join_lines(above, below), find_fields(meant, synonyms))
    return _Stack(one, read_line(one.end, below, synonyms), two, above, added)


def _choose_below(stack: _Stack, synonyms: Mapping[str, str]) -> HeadingRow | None:
    """Of headings below those of groups these alone, with their groups' where those tell more, or none of both."""
    below, added = stack.below, stack.added
    if stack.is_more or _has_twice(below.headings) or _stand_below_years(stack):
        return _name_below(below, stack.two, synonyms)
    return below if 2 * len(added) < len(below.headings) else None


def _choose_joined(stack: _Stack) -> HeadingRow | None:
    """Both lines together, where they name more than either or the lower goes on with the upper."""
    is_same = stack.two.known == stack.one.known
    return stack.two if stack.is_more or (is_same and _goes_on(stack)) else None


def _stand_below_years(stack: _Stack) -> bool:
    """Whether parts of a year stand below it (`Q1` below `2025/26`)."""
    return any(
        is_period(stack.above[place]) and is_period(stack.below.headings[place]) for place in stack.added
    )


def _is_merged(cells: Sequence[str]) -> bool:
    """Whether all cells say the same, as where they are merged into one: a title below the headings."""
    return len(cells) >= _FEWEST_MERGED and len({*cells}) == 1


def _has_twice(headings: Sequence[str]) -> bool:
    """Whether a heading stands twice, so that only what stands above tells one from the other."""
    named = [heading for heading in headings if heading]
    return len({*named}) < len(named)


def _is_covered(upper: Sequence[str], below: Sequence[str]) -> bool:
    """Whether below every heading of a line stands another, so that those above are of groups."""
    return all(under or not text for text, under in zip(upper, below, strict=True))


def _find_added(upper: Sequence[str], below: Sequence[str]) -> list[int]:
    """Where a lower line has headings of its own; nowhere where it has a cell that is none."""
    if len(below) > len(upper):
        return []
    added = [place for place, text in enumerate(below) if text and text != upper[place]]
    return added if all(_can_go_on(below[place]) for place in added) else []


def _can_go_on(text: str) -> bool:
    """Whether a cell can be the lower line of a heading: words, or a period, but no mere figure."""
    return is_like_heading(text) and (any(map(str.isalpha, text)) or is_period(text))


def _name_below(alone: HeadingRow, two: HeadingRow, synonyms: Mapping[str, str]) -> HeadingRow:
    """A row below one of group headings, with those over headings that mean nothing, or stand twice, without them."""
    headings = [
        own if find_field(own, synonyms) != EXTRA and alone.headings.count(own) == 1 else both
        for own, both in zip(alone.headings, two.headings, strict=True)
    ]
    return replace(alone, headings=tuple(headings), fields=two.fields)


def _spread(upper: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """A first line with its group headings over all that stand below them."""
    above: list[str] = []
    for text, under in zip(upper, below, strict=True):
        above.append(text or (above[-1] if above and under else ""))
    return tuple(above)


def _mean(above: Sequence[str], place: int, below: str, synonyms: Mapping[str, str]) -> str:
    """Of a heading of two lines the words that say its field: the lower alone below a group's, else both."""
    upper = above[place]
    both = _join(upper, below)
    if not below or not is_known(both, synonyms):
        return below or upper
    if find_field(both, synonyms) == EXTRA or upper not in _list_beside(above, place):
        return both
    is_own = find_field(below, synonyms) != EXTRA or len(upper) > _LONGEST_GROUP
    return below if is_own else both


def _list_beside(above: Sequence[str], place: int) -> tuple[str, ...]:
    """The headings left and right of one."""
    return (*above[max(0, place - 1) : place], *above[place + 1 : place + 2])


def _join_lines(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(_join, above, below))


def _join(upper: str, lower: str) -> str:
    """The two lines of one heading; what both say once."""
    return f"{upper} {lower}".strip() if upper != lower else lower


def _goes_on(stack: _Stack) -> bool:
    """Whether what is added below headings goes on with them: periods, or words of headings of no other's field."""
    added = [stack.below.headings[place] for place in stack.added]
    if len(added) > 1 and all(map(is_period, added)):
        return True
    is_large = " ".join(stack.one.headings).isupper()
    return 0 not in stack.added and all(_says_more(text, stack.one, is_large=is_large) for text in added)


def _says_more(text: str, one: HeadingRow, *, is_large: bool) -> bool:
    """Whether words of headings are printed as what goes on, or are no heading of a field that is named above."""
    if not is_of_headings(text):
        return False
    return text.isupper() if is_large else text[0].islower() or find_field(text) not in one.fields
