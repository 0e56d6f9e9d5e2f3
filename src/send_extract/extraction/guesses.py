"""What a column is, where its heading does not say, or says what its cells plainly are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.extraction.columns import Columns, place_columns
from send_extract.headings import EXTRA
from send_extract.notation.numbers import parse_number
from send_extract.patterns import compile_later
from send_extract.source import Location
from send_extract.values.owner import parse_owners
from send_extract.values.owner.kinds import kind_of
from send_extract.values.timing import TimingContext, parse_timing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from send_extract.document import Row

_SAMPLE = 40
_SHARE = 0.8
_FEWEST = 2
_SHORT = 40
_INITIALS = compile_later(
    r"(?:[A-Z][A-Za-z]?[A-Z]{1,2}|[A-Z]\.[A-Z]\.?)(?:\s*[/&,+;\s]\s*(?:[A-Z][A-Za-z]?[A-Z]{1,2}))*$"
)
_ANY_YEAR = TimingContext(year=2000)
_LEVEL = compile_later(
    r"(?:very\s+|medium[\s/-]+)?(?:high|medium|med|low|h|m|l|urgent|critical|essential|desirable|immediate|must|should"
    r"|could|won'?t|significant|moderate|minor|major|routine|red|amber|green|advisory|fundamental|merits attention"
    r"|yes|no|n/?a|tb[acd])\b|\W*$|(?:p|priority|level|grade)?\s*\w{1,3}\W*$",
    re.IGNORECASE,
)
_PLAIN = compile_later(r"\b(?!(?:of|for|and|the|with)\b)[a-z]{2,}")
_OWNERS = frozenset(("initials", "name", "position"))
_FEWEST_WORDS = 2
_VAGUE = frozenset(("none", "complete", "in_progress", "on_track", "not_started", "overdue", "ongoing"))


class Guess(NamedTuple):
    """A table's columns with those that were guessed, and a diagnostic for each of them."""

    columns: Columns
    diagnostics: tuple[Diagnostic, ...] = ()


def guess_columns(
    columns: Columns, rows: Sequence[Row], synonyms: Mapping[str, str], known: Mapping[str, str]
) -> Guess:
    """`columns` with a field for each one whose cells are plainly of another than its heading says, or says nothing.

    `known` are the fields that an earlier table's cells gave to the same headings.
    """
    fields = _part_heading(columns, rows)
    diagnostics = []
    for place, heading in enumerate(columns.headings):
        is_known = heading in known and known[heading] not in fields
        if is_known:
            fields[place] = known[heading]
        if is_known or heading in synonyms or fields[place] not in _DOUBTED:
            continue
        texts = [row.cells[place].text.strip() for row in rows[:_SAMPLE] if place < len(row.cells)]
        taken = frozenset(fields)
        filled = [text for text in texts if text]
        field = (
            _guess_field(texts, place, taken)
            if fields[place] == EXTRA
            else _doubt(fields[place], filled, taken)
        )
        if field:
            fields[place] = field
            at = Location(column=heading or None)
            diagnostics.append(diagnose("heading-guessed", at, heading=heading, field=field))
    if tuple(fields) == columns.fields:
        return Guess(columns)
    return Guess(place_columns(columns.headings, tuple(fields)), tuple(diagnostics))


def _part_heading(columns: Columns, rows: Sequence[Row]) -> list[str]:
    """The fields of `columns`; one heading over numbers and, beside them under none, words is over both."""
    fields = list(columns.fields)
    place = fields.index("recommendation") if fields.count("recommendation") == 1 else len(fields)
    if (
        "number" in fields
        or [*columns.headings, None][place + 1 : place + 2] != [""]
        or fields[place + 1] != EXTRA
    ):
        return fields
    texts = [row.cells[place].text for row in rows[:_SAMPLE] if place < len(row.cells)]
    if any(texts) and all(parse_number(text) for text in texts if text):
        fields[place : place + 2] = ["number", "recommendation"]
    return fields


def _guess_field(texts: Sequence[str], place: int, taken: frozenset[str]) -> str | None:
    filled = [text for text in texts if text]
    if len(filled) < _FEWEST:
        return None
    for field, is_one in _SIGNS.items():
        fits = sum(1 for text in filled if len(text) <= _SHORT and is_one(text))
        if field not in taken and fits >= _SHARE * len(filled) and (field != "number" or place == 0):
            return field
    return None


def _doubt(field: str, filled: Sequence[str], taken: frozenset[str]) -> str | None:
    """The field of a column that its heading says is of `field` and all its cells say is of another."""
    if len(filled) < _FEWEST:
        return None
    for doubt in _DOUBTS:
        if (
            doubt.field == field
            and doubt.needed <= taken
            and doubt.meant not in taken
            and doubt.is_one(filled)
        ):
            return doubt.meant
    return None


def _are_numbers(filled: Sequence[str]) -> bool:
    """Whether the cells are all numbers with a label, each another: `KLOE 1`, `KLOE 2`."""
    return len(set(filled)) == len(filled) and all(
        text[0].isalpha() and text[-1].isdigit() and parse_number(text) for text in filled
    )


def _are_timings(filled: Sequence[str]) -> bool:
    return all(len(text) <= _SHORT and _is_timing(text) for text in filled)


def _are_words(filled: Sequence[str]) -> bool:
    """Whether no cell is a number and most are sentences."""
    worded = sum(1 for text in filled if len(text.split()) > _FEWEST_WORDS)
    return worded >= _SHARE * len(filled) and not any(parse_number(text) for text in filled)


def _are_themes(filled: Sequence[str]) -> bool:
    """Whether no cell is a level of priority, and all are words."""
    return not any(_LEVEL.match(text) for text in filled) and all(
        len(text.split()) >= _FEWEST_WORDS for text in filled
    )


def _are_owners(filled: Sequence[str]) -> bool:
    return all(len(text) <= _SHORT and _is_owner(text) for text in filled)


def _is_owner(text: str) -> bool:
    """Whether a cell is posts, initials and names, without a word of what is to be done."""
    reading = parse_owners(text)
    if not reading.value or reading.findings or _PLAIN.search(text):
        return False
    return kind_of(reading.value[0].code or reading.value[0].name or "") in _OWNERS


class _Doubt(NamedTuple):
    """What a column of `field` means where its cells are such, no other is of that field, and those `needed` stand."""

    field: str
    meant: str
    is_one: Callable[[Sequence[str]], bool]
    needed: frozenset[str] = frozenset()


_DOUBTS = (
    _Doubt("section", "number", _are_numbers),
    _Doubt("number", "recommendation", _are_words),
    _Doubt("measures", "when", _are_timings),
    _Doubt("who", "when", _are_timings),
    _Doubt("priority", "section", _are_themes),
    _Doubt("actions", "who", _are_owners, frozenset(("recommendation",))),
)
_DOUBTED = frozenset((EXTRA, *(doubt.field for doubt in _DOUBTS)))


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
