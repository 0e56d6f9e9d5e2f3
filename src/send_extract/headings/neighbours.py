"""What a heading means beside the other headings of its table, where it alone does not say for certain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from send_extract.headings import EXTRA, find_field, find_places, fold_heading
from send_extract.headings.vocabulary import FOUND


class NeighbourRule(Struct, frozen=True):
    """A heading of `field` with any of `words` means `meant`, where the others have `beside` and none of `without`.

    No `words` are any.

    Where there are words `among`, the one beside has any of them, and this one none; `alone` leaves no other word,
    `is_behind` says that this one stands right of the one beside,
    `is_before` left of it.
    """

    field: str
    words: frozenset[str]
    meant: str
    beside: str
    without: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    alone: bool = False
    is_behind: bool = False
    is_before: bool = False


_ASKED = frozenset(("recommendation", "recommendations", "rec"))
_PLANNED = frozenset(("target", "due", "deadline", "planned", "original", "agreed", "initial", "baseline"))
_NUMBERS = frozenset(("no", "number", "ref", "reference", "id"))
_COUNTED = frozenset((EXTRA, "recommendation", "section", "priority"))
"""What a number beside it can count; of others' numbers nothing is known."""
_EARLIER = frozenset(
    ("previous", "previously", "former", "original", "initial", "old", "prior", "superseded")
)
_MILESTONES = frozenset(("milestone", "milestones"))
RULES = (
    # What was found or aimed at stands beside what is recommended, and is not it.
    NeighbourRule("recommendation", FOUND, "extra", "recommendation", among=_ASKED),
    # What stands in the way of actions is told behind them.
    NeighbourRule("recommendation", FOUND, "extra", "actions", is_behind=True),
    NeighbourRule(
        "recommendation",
        frozenset(("objective", "objectives", "aim", "aims", "goal", "goals", "ambition")),
        "section",
        "recommendation",
        among=_ASKED,
    ),
    # An item beside a number of its own is what that number counts.
    NeighbourRule("number", frozenset(("item",)), "recommendation", "number", frozenset(("recommendation",))),
    # A project with actions of its own is what they are for.
    NeighbourRule(
        "actions",
        frozenset(("project", "projects", "initiative", "initiatives")),
        "recommendation",
        "actions",
        frozenset(("recommendation",)),
    ),
    # What is wanted, beside how it is done.
    NeighbourRule(
        "actions",
        frozenset(("what",)),
        "recommendation",
        "actions",
        frozenset(("recommendation",)),
        frozenset(("how",)),
    ),
    # What is achieved of an outcome told beside it is how far the plan has come.
    NeighbourRule("measures", frozenset(("achieved",)), "status", "measures"),
    # What comes out of the actions beside it measures them.
    NeighbourRule("actions", frozenset(("deliverable", "deliverables")), "measures", "actions"),
    # Of two timings, one that is forecast is the later word, and one of completion beside a target is past.
    NeighbourRule(
        "when",
        frozenset(("forecast", "current", "latest", "expected", "anticipated", "projected")),
        "revised",
        "when",
        frozenset(("revised",)),
        _PLANNED,
    ),
    NeighbourRule(
        "end",
        frozenset(("forecast", "current", "latest", "expected", "anticipated", "projected")),
        "revised",
        "end",
        frozenset(("revised",)),
        _PLANNED,
    ),
    # Who answered for it, or how it stood, before what stands beside it does not hold any more.
    *(NeighbourRule(field, _EARLIER, "extra", field) for field in ("who", "status", "priority", "progress")),
    NeighbourRule(
        "when", frozenset(("completion", "completed", "achieved")), "extra", "when", among=_PLANNED
    ),
    *(
        NeighbourRule(field, frozenset(), "revised", field, frozenset(("revised",)), _EARLIER)
        for field in ("when", "end")
    ),
    NeighbourRule(
        "who",
        frozenset(("strategic", "executive", "exec")),
        "accountable",
        "who",
        frozenset(("accountable",)),
    ),
    # `By` beside somebody who leads is by when, where nothing else says when.
    NeighbourRule("who", frozenset(("by",)), "when", "who", frozenset(("when", "start", "end")), alone=True),
    # A priority beside its level is a theme.
    NeighbourRule(
        "priority",
        frozenset(("priority",)),
        "section",
        "priority",
        frozenset(("section",)),
        frozenset(("level", "rating", "ranking", "high", "h", "urgency", "importance", "risk")),
    ),
    # What is promised beside an aim is what is done about it, where nothing else is.
    NeighbourRule(
        "recommendation",
        frozenset(
            (
                "commitment",
                "commitments",
                "pledge",
                "pledges",
                "improvement",
                "improvements",
                "proposal",
                "proposals",
            )
        ),
        "actions",
        "recommendation",
        frozenset(("actions",)),
    ),
    # A strategy beside what it aims at is what is done about it, where nothing else is.
    NeighbourRule(
        "extra", frozenset(("strategy", "strategies")), "actions", "measures", frozenset(("actions",))
    ),
    # Milestones measure actions; where nothing else is to be done, or they alone have their dates, they are what is.
    *(
        NeighbourRule("measures", _MILESTONES, "actions", beside, frozenset(("actions",)))
        for beside in ("recommendation", "when")
    ),
    # What is required is asked for, where the table says behind it what is done about it.
    NeighbourRule(
        "actions",
        frozenset(("required", "recommended", "requested")),
        "recommendation",
        "actions",
        frozenset(("recommendation",)),
        is_before=True,
    ),
    # An inspection's priority actions are what it asks for, where the table says what is done about them.
    NeighbourRule(
        "actions",
        frozenset(("priority", "ofsted", "hmi", "cqc", "estyn")),
        "recommendation",
        "actions",
        frozenset(("recommendation",)),
    ),
    # A department beside what is to be done answers for it, where nobody else does.
    NeighbourRule(
        "extra",
        frozenset(("department", "departments", "directorate", "directorates", "rma")),
        "who",
        "actions",
        frozenset(("who", "accountable")),
        alone=True,
    ),
    # A response to a recommendation is what is done about it only where no column of actions says so.
    NeighbourRule("actions", frozenset(("response", "responses")), "extra", "actions"),
    # A completion beside a start is an end.
    NeighbourRule(
        "when",
        frozenset(("completion", "complete", "completed", "due", "deadline", "finish", "target", "by")),
        "end",
        "start",
        frozenset(("end", "when")),
    ),
)


def find_fields(headings: Sequence[str], synonyms: Mapping[str, str]) -> tuple[str, ...]:
    """The field that each of a table's `headings` means; what the settings' `synonyms` map stays as it is."""
    return _find_fields(tuple(headings), tuple(synonyms.items()))


@lru_cache(maxsize=1024)
def _find_fields(headings: tuple[str, ...], settled: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The fields of headings, kept for a row that is met again: by each stage, and in the next draft."""
    synonyms = dict(settled)
    fields = [find_field(heading, synonyms) for heading in headings]
    folded = [*map(fold_heading, headings)]
    mapped = {*map(fold_heading, synonyms)}
    for rule in RULES:
        place = _find_place(rule, folded, fields)
        if place is not None and folded[place] not in mapped:
            fields[place] = rule.meant
    numbers = _find_numbers(folded, fields)
    if numbers and "number" not in fields:
        fields[numbers[0]] = "number"
    return tuple(_keep_first(folded, fields))


def _find_numbers(headings: Sequence[str], fields: Sequence[str]) -> list[int]:
    """Where a heading says that it is of the numbers of what stands under another (`Policy`, `Policy no`)."""
    rows = {heading for heading, field in zip(headings, fields, strict=True) if field in _COUNTED}
    parts = [heading.rpartition(" ") for heading in headings]
    return [place for place, (stem, _, last) in enumerate(parts) if last in _NUMBERS and stem in rows]


def _find_place(rule: NeighbourRule, headings: Sequence[str], fields: Sequence[str]) -> int | None:
    """The first place whose heading is one that `rule` reads otherwise beside its neighbours."""
    ones = [at for at in find_places(fields, rule.field) if _is_one(rule, headings[at])]
    if not ones:
        return None
    beside = [at for at in find_places(fields, rule.beside) if _has_any(headings[at], rule.among)]
    against = find_places(fields, *rule.without)
    return next((at for at in ones if _is_beside(rule, at, beside, against)), None)


def _is_one(rule: NeighbourRule, heading: str) -> bool:
    """Whether a heading has the words of a rule, and none that it must not have."""
    words = frozenset(heading.split())
    is_only = not rule.alone or words <= rule.words
    is_meant = not rule.words or not words.isdisjoint(rule.words)
    return is_only and is_meant and words.isdisjoint(rule.among)


def _is_beside(rule: NeighbourRule, place: int, beside: list[int], against: list[int]) -> bool:
    """Whether a heading stands beside what a rule asks for, and beside nothing that it forbids."""
    if rule.is_behind and min(beside, default=place) >= place:
        return False
    if rule.is_before and max(beside, default=place) <= place:
        return False
    return beside not in ([], [place]) and against in ([], [place])


def _has_any(heading: str, words: frozenset[str]) -> bool:
    return not words or not words.isdisjoint(heading.split())


def _keep_first(headings: Sequence[str], fields: Sequence[str]) -> Iterator[str]:
    """`fields` without the timing of a heading that stands once more: the second says when something else was."""
    seen: set[str] = set()
    for heading, field in zip(headings, fields, strict=True):
        yield EXTRA if field == "when" and heading in seen else field
        seen.add(heading)
