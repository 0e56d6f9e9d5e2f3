"""What is to be mended in a draft: like faults together, the most important first."""

from __future__ import annotations

from collections import Counter, defaultdict

from msgspec import Struct

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
    name = code.replace("-", " ")
    return Mending(
        code=code,
        name=f"{name[:1].upper()}{name[1:]}",
        severity=severity,
        meaning=entry.meaning if entry else "",
        mend=entry.mend if entry else "",
        faults=tuple(Fault(each.message, _list_places(each)) for each in found),
    )


def _list_places(diagnostic: Diagnostic) -> tuple[str, ...]:
    places: tuple[Location, ...] = diagnostic.locations or (diagnostic.location,)
    return tuple(words for place in places if (words := describe_location(place)))
