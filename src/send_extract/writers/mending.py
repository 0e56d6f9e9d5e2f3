"""What is to be mended in a draft: like faults together, the most important first."""

from __future__ import annotations

from collections import Counter, defaultdict

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import CODES, Diagnostic, Severity
from send_extract.plan import Plan
from send_extract.source import Location
from send_extract.writers.diff.lengths import say_count, say_list
from send_extract.writers.wording import describe_location

SEVERITIES: dict[Severity, str] = {"error": "Error", "warning": "Warning", "info": "For information"}
"""How bad a fault is, the worst first, in the words of a page."""


_NOUNS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes"),
}  # fmt: skip


NAMES = {
    "acronym-undefined": "Acronyms not explained", "acronym-variant": "Acronyms spelt in two ways",
    "acronym-unused": "Acronyms explained and not used", "acronym-conflict": "Acronyms with two meanings",
    "glossary-expansion-excess": "Too many words in the glossary",
    "glossary-expansion-mismatch": "Words in the glossary that do not fit",
    "glossary-stray-character": "Stray characters in the glossary",
    "glossary-separator-lost": "Terms run into their meaning", "glossary-entries-joined": "Entries joined on one line",
    "glossary-entry-unread": "Lines of the glossary not understood",
    "timing-unread": "Dates not understood", "timing-partly-read": "Dates understood in part",
    "timing-ambiguous": "Dates with two readings", "timing-count-mismatch": "Dates that do not match the actions",
    "timing-split-ambiguous": "Dates that match the actions in several ways",
    "timing-year-once": "A year given once for several dates", "timing-shared": "One date for several actions",
    "timing-inherited": "Dates taken from a heading", "timing-missing": "Actions without a date",
    "timing-impossible": "Dates that do not exist", "timing-year-unknown": "Dates without a year",
    "timing-weekday-mismatch": "Weekdays that are not the date's", "timing-misspelt": "Misspelt dates",
    "timing-clock": "Times of day left out",
    "owner-missing": "Nobody named", "owner-unread": "Owners not understood",
    "owner-partly-read": "Owners understood in part", "owner-ambiguous": "Initials of two people",
    "owner-count-mismatch": "Owners that do not match the actions",
    "owner-split-ambiguous": "Owners of each action, or of all", "owner-division-ambiguous": "One owner or several",
    "number-duplicate": "Numbers used twice", "number-order": "Numbers out of order",
    "number-missing": "Rows without a number", "number-read": "Numbers with words around them",
    "recommendation-without-actions": "Recommendations without actions", "items-glued": "Actions run together",
    "column-empty": "Empty columns", "row-empty": "Empty rows", "row-kind": "Rows that are no recommendation",
    "heading-unknown": "Columns kept as they stand", "heading-guessed": "Columns whose meaning was guessed",
    "relation-unresolved": "References that lead nowhere", "words-struck": "Words struck out",
    "row-struck": "Rows struck out", "words-lost": "Words that were lost",
    "cell-count-mismatch": "Rows too long or too short", "tracked-changes": "Tracked changes",
}  # fmt: skip
"""What kinds of fault are called by; others by the words of their code."""


_MOST_CELLS = 3
"""Of so many places each is told to the cell and the item."""


class Fault(Struct, frozen=True):
    """One fault: what is odd and what to do, and where."""

    message: str
    places: tuple[str, ...]


class Mending(Struct, frozen=True):
    """Faults of one kind: its code, what it means, what to do about it."""

    code: str
    name: str
    severity: Severity
    meaning: str
    mend: str
    faults: tuple[Fault, ...]


def list_mendings(plan: Plan) -> tuple[Mending, ...]:
    """The faults of a draft by kind; of kinds as bad, the one with the most faults is first."""
    groups: defaultdict[tuple[Severity, str], list[Diagnostic]] = defaultdict(list)
    for diagnostic in plan.diagnostics:
        groups[diagnostic.severity, diagnostic.code].append(diagnostic)
    ranks = {severity: rank for rank, severity in enumerate(SEVERITIES)}
    ordered = sorted(groups.items(), key=lambda group: (ranks[group[0][0]], -len(group[1])))
    return tuple(_make_mending(code, severity, found) for (severity, code), found in ordered)


def say_severities(plan: Plan) -> str:
    """How much is to be mended: `7 warnings and 3 notes`."""
    counts = Counter(diagnostic.severity for diagnostic in plan.diagnostics)
    said = [say_count(counts[severity], *nouns) for severity, nouns in _NOUNS.items() if counts[severity]]
    return say_list(said) or "nothing, no fault was found"


def _make_mending(code: str, severity: Severity, found: list[Diagnostic]) -> Mending:
    entry = CODES.get(code)
    name = NAMES.get(code, code.replace("-", " "))
    return Mending(
        code=code,
        name=f"{name[:1].upper()}{name[1:]}",
        severity=severity,
        meaning=entry.meaning if entry else "",
        mend=entry.mend if entry else "",
        faults=tuple(Fault(each.message, _list_places(each)) for each in found),
    )


def _list_places(diagnostic: Diagnostic) -> tuple[str, ...]:
    """Where a fault is; of many places the rows alone, each once, as they follow one another."""
    places: tuple[Location, ...] = diagnostic.locations or (diagnostic.location,)
    if len(places) > _MOST_CELLS:
        places = tuple(sorted({replace(place, column=None, item=None) for place in places}, key=_rank_place))
    return tuple(words for place in places if (words := describe_location(place)))


def _rank_place(place: Location) -> tuple[int | str, ...]:
    return place.page or 0, place.sheet or "", place.table or 0, place.row or 0, place.line or 0
