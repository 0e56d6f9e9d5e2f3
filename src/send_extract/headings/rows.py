"""What a table's heading row is: the one place that says so, for every reader and stage.

A heading row names what is recommended or to be done and something said of it, in short words, and is no row of
data. It may be of two lines: headings that go on below (`Success`, `measures`), or group headings merged over
others (`Timing` over `Start`, `End`). Of several such rows the one that names most fields is it, the first of
equals: a heading row that is repeated further down is not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from send_extract.headings import EXTRA, find_field, fold_heading, is_known, is_of_headings
from send_extract.headings.doing import are_doing
from send_extract.headings.neighbours import find_fields
from send_extract.headings.periods import is_period
from send_extract.headings.vocabulary import CORE_WORDS, HINTS, REGISTERS
from send_extract.notation.numbers import begins_row
from send_extract.patterns import compile_later, has_any
from send_extract.settings import CORE, HELD, TIMED
from send_extract.values.acronym.letters import fits_entry
from send_extract.values.acronym.shapes import is_acronym

FURTHEST = 400
"""Rows above a heading row: a title, a table of versions, a letter printed as lines; no more than ten pages."""
_REACH = 40
"""Rows below a first likely row among which a likelier one is looked for: what stands above a plan is shorter."""
_FEWEST = 2
_FEWEST_MERGED = 3
_CERTAIN = 3
"""Fields that are enough where no column of a plan's words is known."""
_NEAR = 12
"""Rows among which a heading row is guessed at: nothing but a title stands above it."""
_CORE_WORDS = CORE_WORDS | {word for word, field in HINTS.items() if field in CORE}
_LONGEST = 60
"""Letters of a heading; one that is longer is a question, or explains itself in brackets."""
_LONGEST_GROUP = 24
"""Letters of a heading over others that says what they are; a longer one says who fills them in."""
_FORM_SHARE = 0.5
"""The share of a table's rows that begin with a plan's labels, from which on it is a form."""
_STATEMENT = compile_later(
    r"(?!(?:what|when|who|how|where|which|why|date)\b)(?:(?:the|an?|all|this|these|each|every|no|most|some)\s+)?"
    r"(?:(?!who\b|that\b|which\b|by\b)\w+\s+){1,2}(?:is|are|was|were|(?:has|have|had|will|may|must|should|can)\s+(?:not\s+)?be(?:en)?)\s+\w",
    re.IGNORECASE,
    need=has_any("is", "are", "was", "were", "be"),
)
"""What is said of something (`The action is finished`), as a key says of its marks; no heading does."""
_EXPLAINING = frozenset(("meaning", "means", "mean", "definition", "description", "explanation", "explained"))
_YEAR = compile_later(r"\b(?:19|20)\d\d\b")


class HeadingRow(Struct, frozen=True):
    """A heading row: the places of its first line and of the first row below it, its headings and their fields."""

    place: int
    end: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many fields it names."""
        return len({*self.fields} - {EXTRA})


def find_heading_row(rows: Sequence[Sequence[str]], synonyms: Mapping[str, str]) -> HeadingRow | None:
    """The heading row of a plan among `rows`, each the texts of its cells; None where there is none.

    `rows` are plain texts: a cell that another covers is empty or repeats its words, a title or a line of prose
    is a row of one cell, rows may differ in length. `synonyms` are the settings' own headings. A form, whose
    labels stand down its first column (`Recommendation | …`, `Lead | …`) or in turn with their values, has none,
    and neither has a row of data that holds words of headings. Callers that need more certainty look at `known`.
    """
    found = (_read_row(rows, place, synonyms) for place in range(min(len(rows), FURTHEST)))
    best = next(filter(None, found), None)
    if best is None:
        return None
    likely = [best, *filter(None, islice(found, _REACH))]
    best = max(likely, key=lambda row: row.known)
    return None if _is_form(rows, best, synonyms) else best


def guess_heading_row(rows: Sequence[Sequence[str]], synonyms: Mapping[str, str]) -> HeadingRow | None:
    """The row that heads a plan whose actions stand under a heading that is not known; None where there is none.

    It names when, by whom and one thing more, and below one heading alone, that is not known, most cells say what is
    to be done. Registers of risks, versions, meetings and the like, which are dated and owned too, say by their
    headings what they are.
    """
    for place in range(min(len(rows), _NEAR)):
        headings = _print(rows[place])
        if len({*headings} - {""}) > _CERTAIN and not _is_data(headings):
            row = HeadingRow(place, place + 1, headings, find_fields(headings, synonyms))
            if _is_guessed(row, rows[row.end :], synonyms) and not _is_form(rows, row, synonyms):
                return row
    return None


def _is_guessed(row: HeadingRow, below: Sequence[Sequence[str]], synonyms: Mapping[str, str]) -> bool:
    fields = {*row.fields} - {EXTRA}
    is_owned = not (fields.isdisjoint(TIMED) or fields.isdisjoint(HELD))
    words = {word for heading in row.headings for word in fold_heading(heading).split()}
    if (
        len(fields) < _CERTAIN
        or not is_owned
        or not fields.isdisjoint(CORE)
        or not words.isdisjoint(REGISTERS)
    ):
        return False
    unknown = [place for place, text in enumerate(row.headings) if text and not is_known(text, synonyms)]
    columns = ([cells[place] for cells in below if place < len(cells)] for place in unknown)
    return sum(map(are_doing, columns)) == 1


def _read_row(rows: Sequence[Sequence[str]], place: int, synonyms: Mapping[str, str]) -> HeadingRow | None:
    """The heading row whose first line is the row at `place`."""
    upper = _print(rows[place])
    if len({*upper} - {""}) < _FEWEST or _is_data(upper) or _is_entry(upper):
        return None
    one = HeadingRow(place, place + 1, upper, find_fields(upper, synonyms))
    two = _read_two(one, _print(rows[place + 1]), synonyms) if place + 1 < len(rows) else None
    return next((row for row in (two, one) if row and _is_plan(row) and not _is_explained(rows, place)), None)


def _is_explained(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Whether a row is one of a key: it stands in a run of pairs that a heading of what they mean begins."""
    width = len([text for text in rows[place] if text.strip()])
    if width != _FEWEST:
        return False
    for above in range(place - 1, -1, -1):
        filled = [text for text in rows[above] if text.strip()]
        if len(filled) != width:
            return False
        if not _EXPLAINING.isdisjoint(fold_heading(filled[-1]).split()) and len(filled[-1]) <= _LONGEST:
            return True
    return False


def _print(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple([" ".join(cell.split()) for cell in cells])


def _is_plan(row: HeadingRow) -> bool:
    """Whether short headings name what is recommended or to be done, and something said of it."""
    named = zip(row.headings, row.fields, strict=True)
    fields = {field for heading, field in named if _is_like_heading(heading)} - {EXTRA}
    return len(fields) >= _FEWEST and not _is_data(row.headings) and _is_core(fields, row.headings)


def _is_data(cells: Sequence[str]) -> bool:
    """Whether a row begins with a number, as no heading row does."""
    first = next(text for text in cells if text)
    return begins_row(first) and _YEAR.search(first) is None


def _is_entry(cells: Sequence[str]) -> bool:
    """Whether a row is a glossary's: a term, and the words that it is short for (`AFI`, `Area for improvement`)."""
    filled = [text for text in cells if text]
    return len(filled) == _FEWEST and is_acronym(filled[0]) and fits_entry(*filled)


def _is_core(fields: set[str], headings: Sequence[str]) -> bool:
    """Whether fields are of what is recommended or to be done, or enough of others and a heading is of its number."""
    if not fields.isdisjoint(CORE):
        return True
    words = {word for heading in headings for word in fold_heading(heading).split()}
    return len(fields) >= _CERTAIN and not words.isdisjoint(_CORE_WORDS)


def _is_like_heading(text: str) -> bool:
    is_short = len(text) <= _LONGEST or text.endswith("?") or "(" in text
    return is_short and _STATEMENT.match(text) is None


def _read_two(one: HeadingRow, lower: Sequence[str], synonyms: Mapping[str, str]) -> HeadingRow | None:
    """The heading row that a line and the `lower` one make; None where the lower adds nothing to it."""
    below = (*lower, *[""] * (len(one.headings) - len(lower)))
    added = _find_added(one.headings, below)
    if not added or _is_merged(below):
        return None
    above = _spread(one.headings, below)
    meant = [_mean(above, place, text, synonyms) for place, text in enumerate(below)]
    if not all(is_known(meant[place], synonyms) or is_period(below[place]) for place in added):
        return None
    two = HeadingRow(one.place, one.end + 1, _join_lines(above, below), find_fields(meant, synonyms))
    alone = HeadingRow(one.end, one.end + 1, below, find_fields(below, synonyms))
    is_more = two.known > max(one.known, alone.known)
    if _is_covered(one.headings, below) and _is_plan(alone):
        if is_more or _has_twice(below) or _stand_below_years(above, below, added):
            return _name_below(alone, two, synonyms)
        return alone if 2 * len(added) < len(below) else None
    return two if is_more or (two.known == one.known and _goes_on(one, below, added)) else None


def _is_merged(cells: Sequence[str]) -> bool:
    """Whether all cells say the same, as where they are merged into one: a title below the headings."""
    return len(cells) >= _FEWEST_MERGED and len({*cells}) == 1


def _stand_below_years(above: Sequence[str], below: Sequence[str], added: Sequence[int]) -> bool:
    """Whether parts of a year stand below it (`Q1` below `2025/26`)."""
    return any(is_period(above[place]) and is_period(below[place]) for place in added)


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
    return added if all(_is_like_heading(below[place]) for place in added) else []


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
    both = f"{upper} {below}".strip() if upper != below else below
    if not below or not is_known(both, synonyms):
        return below or upper
    if find_field(both, synonyms) == EXTRA:
        return both
    is_group = upper in {*above[max(0, place - 1) : place], *above[place + 1 : place + 2]}
    is_own = find_field(below, synonyms) != EXTRA or len(upper) > _LONGEST_GROUP
    return below if is_group and is_own else both


def _join_lines(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    pairs = zip(above, below, strict=True)
    return tuple([f"{first} {second}".strip() if first != second else first for first, second in pairs])


def _goes_on(one: HeadingRow, below: Sequence[str], added: Sequence[int]) -> bool:
    """Whether what is `added` below headings goes on with them: periods, or words of headings of no other's field."""
    if len(added) > 1 and all(is_period(below[place]) for place in added):
        return True
    is_large = " ".join(one.headings).isupper()
    return 0 not in added and all(
        is_of_headings(text)
        and (text.isupper() if is_large else text[0].islower() or find_field(text) not in one.fields)
        for text in map(below.__getitem__, added)
    )


def _is_form(rows: Sequence[Sequence[str]], found: HeadingRow, synonyms: Mapping[str, str]) -> bool:
    """Whether the rows are labels and their values: down the first column, or in turn along each row."""
    filled = [row for row in rows[:FURTHEST] if len({*row} - {""}) > 1]
    return _has_heading_column(filled, found, synonyms) or _has_labels(filled, found, synonyms)


def _has_heading_column(
    rows: Sequence[Sequence[str]], found: HeadingRow, synonyms: Mapping[str, str]
) -> bool:
    """Whether the first column names more fields than the row `found`, unless that is of headings for the most part."""
    width = len([heading for heading in found.headings if heading])
    if width > _FEWEST and 2 * found.known > width:
        return False
    first = [field for row in rows if (field := find_field(row[0], synonyms)) != EXTRA]
    return len(first) > _FORM_SHARE * len(rows) and len({*first}) > found.known


def _has_labels(rows: Sequence[Sequence[str]], found: HeadingRow, synonyms: Mapping[str, str]) -> bool:
    """Whether every other cell is a heading in most rows, and hardly one of those between them."""
    if len(found.headings) % 2:
        return False
    labelled = sum(all(_are_headings(row[::2], synonyms)) for row in rows)
    if labelled <= _FORM_SHARE * len(rows):
        return False
    return labelled > 2 * sum(any(_are_headings(row[1::2], synonyms)) for row in rows)


def _are_headings(cells: Sequence[str], synonyms: Mapping[str, str]) -> Iterator[bool]:
    return (find_field(cell, synonyms) != EXTRA for cell in cells if cell.strip())
