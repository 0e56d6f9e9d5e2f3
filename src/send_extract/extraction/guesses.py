"""What a column is, where its heading does not say and its cells plainly do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.extraction.columns import Columns, place_columns
from send_extract.extraction.numbers import parse_number
from send_extract.headings import EXTRA
from send_extract.patterns import compile_later
from send_extract.source import Location
from send_extract.values.timing import TimingContext, parse_timing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from send_extract.document import Row

_SAMPLE = 40
_SHARE = 0.8
_FEWEST = 2
_SHORT = 40
_INITIALS = compile_later(
    r"(?:[A-Z][A-Za-z]?[A-Z]{1,2}|[A-Z]\.[A-Z]\.?)(?:\s*[/&,+;\s]\s*(?:[A-Z][A-Za-z]?[A-Z]{1,2}))*$"
)
_ANY_YEAR = TimingContext(year=2000)
_VAGUE = frozenset(("none", "complete", "in_progress", "on_track", "not_started", "overdue", "ongoing"))


class Guess(NamedTuple):
    """A table's columns with those that were guessed, and a diagnostic for each of them."""

    columns: Columns
    diagnostics: tuple[Diagnostic, ...] = ()


def guess_columns(columns: Columns, rows: Sequence[Row], synonyms: Mapping[str, str]) -> Guess:
    """`columns` with a field for each unknown one whose cells are plainly timings, initials or numbers."""
    fields = list(columns.fields)
    diagnostics = []
    for place, heading in enumerate(columns.headings):
        if fields[place] != EXTRA or heading in synonyms:
            continue
        texts = [row.cells[place].text.strip() for row in rows[:_SAMPLE] if place < len(row.cells)]
        field = _guess_field(texts, place, frozenset(fields))
        if field:
            fields[place] = field
            at = Location(column=heading or None)
            diagnostics.append(diagnose("heading-guessed", at, heading=heading, field=field))
    if not diagnostics:
        return Guess(columns)
    return Guess(place_columns(columns.headings, tuple(fields)), tuple(diagnostics))


def _guess_field(texts: Sequence[str], place: int, taken: frozenset[str]) -> str | None:
    filled = [text for text in texts if text]
    if len(filled) < _FEWEST:
        return None
    for field, is_one in _SIGNS.items():
        fits = sum(1 for text in filled if len(text) <= _SHORT and is_one(text))
        if field not in taken and fits >= _SHARE * len(filled) and (field != "number" or place == 0):
            return field
    return None


def _is_number(text: str) -> bool:
    return parse_number(text) is not None


def _is_timing(text: str) -> bool:
    """Whether a cell is a timing that says when: a month, a day, a term, not a bare number or status."""
    if text.isdecimal():
        return False
    value = parse_timing(text, _ANY_YEAR).value
    return (
        value is not None
        and value.status not in _VAGUE
        and bool(value.intervals or value.rrule or value.duration)
    )


def _is_initials(text: str) -> bool:
    return _INITIALS.match(text) is not None


_SIGNS: dict[str, Callable[[str], bool]] = {"number": _is_number, "when": _is_timing, "who": _is_initials}
