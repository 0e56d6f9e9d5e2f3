"""A whole expression as its parts: dates, recurrence, status, condition, length, reference, revision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from send_extract.values.timing.conditions import Condition, read_condition, read_dated_event
from send_extract.values.timing.dates import Dates, read_dates
from send_extract.values.timing.lengths import Length, read_length
from send_extract.values.timing.periods import Scan
from send_extract.values.timing.phrases import index_phrases, match_phrase
from send_extract.values.timing.recurrence import Recurrence, read_recurrence
from send_extract.values.timing.references import References, read_references
from send_extract.values.timing.words import BOUNDS, LABELS, ORIGINALS, REVISIONS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence


_STATUSES = index_phrases(STATUSES)
_LABELS = index_phrases(LABELS)
_MARKERS = index_phrases(dict.fromkeys(REVISIONS, "revised") | dict.fromkeys(ORIGINALS, "original"))
_BOUNDS = index_phrases(BOUNDS)
_SEPARATORS: Final = frozenset(
    ["comma", "semicolon", "colon", "dot", "dash", "slash", "open", "close", "and", "clock"]
)
# Marks about a timing that say nothing: bullets, quotes, ticks, a footnote's star.
_SILENT: Final = frozenset(
    "\u2022\u00b7\u25cf\u25aa\u25e6\u2023\uf0b7*\u2713\u2714\"'\u201c\u201d\u2018\u2019|`"
)
_STAGES = frozenset([
    "phase", "stage", "part", "step", "wave", "tranche", "cohort", "round", "milestone", "year", "draft",
])  # fmt: skip
_ARROWS = frozenset(["\u2192", "->", "-->", "=>"])
_THEN = frozenset(["then", "thereafter"])


class Status(NamedTuple):
    """A status word, by its name in the contract."""

    name: str


_NOW = Status("immediate")


class Marker(NamedTuple):
    """`revised` (or `arrow`): what follows replaces what stands before; `original`: what follows was replaced.

    `moved` has both behind it: the first date of the range was replaced by the last (`slipped from March to May`).
    """

    kind: str


class Label(NamedTuple):
    """Words that introduce a timing and add nothing to it."""

    words: str


Value = Dates | Recurrence | Condition | Length | References | Status | Marker | Label


class Part(NamedTuple):
    """One part, the tokens from `start` up to `end`, and what separates it from the part before.

    `link` is empty for white space alone, else `and`, `then`, `open` (a bracket) or `mark`.
    """

    value: Value
    start: int
    end: int
    link: str


class Expression(NamedTuple):
    """The parts in order, and the indexes of the tokens that belong to none."""

    parts: tuple[Part, ...]
    rest: tuple[int, ...]


def read_expression(scan: Scan) -> Expression:
    """Every part that the tokens hold, from left to right."""
    parts: list[Part] = []
    rest: list[int] = []
    at, link = 0, ""
    while at < len(scan.tokens):
        if parts and scan.kind(at) == "dash" and _is_revision(scan, at):
            parts.append(Part(Marker("arrow"), at, at + 1, "mark"))
            at += 1
            continue
        separator = _separator(scan, at)
        if separator:
            link = separator if separator in {"then", "open"} or not link else link
            at += 1
            continue
        found = read_part(scan, at)
        if found and not _is_name(scan, at, parts[-1] if parts and not link else None, found[0]):
            parts.append(Part(_bind(found[0], scan, at, parts), at, found[1], link))
            at = found[1]
        else:
            rest.append(at)
            at += 1
        link = ""
    return Expression(tuple(parts), tuple(rest))


def _is_revision(scan: Scan, at: int) -> bool:
    """Whether an arrow leads to what replaces; to `ongoing` it leads as a dash does."""
    if scan.tokens[at].text not in _ARROWS:
        return False
    found = match_phrase(_STATUSES, scan.tokens, at + 1)
    return not (found and found[0] == "ongoing")


def _bind(value: Value, scan: Scan, at: int, parts: Sequence[Part]) -> Value:
    """A part as it is meant where it stands: a date behind `now –` is the last day."""
    if not parts or scan.kind(at - 1) != "dash" or parts[-1].value != _NOW:
        return value
    if not isinstance(value, Dates) or value.bound or not _is_one_period(value):
        return value
    return value._replace(bound="until")


def _is_one_period(dates: Dates) -> bool:
    return len(dates.items) == 1 and dates.items[0].last is None


def _is_name(scan: Scan, at: int, previous: Part | None, value: Value) -> bool:
    """Whether `annual` beside a date is part of a name (`May 2022 Annual Meeting`) and no recurrence."""
    is_beside = previous is not None and isinstance(previous.value, Dates)
    return is_beside and isinstance(value, Recurrence) and scan.word(at) in {"annual", "biannual", "biennial"}


def _separator(scan: Scan, at: int) -> str:
    kind = scan.kind(at)
    if kind == "other" and scan.tokens[at].text in _SILENT:
        return "mark"
    if kind in _SEPARATORS:
        return kind if kind in {"and", "open"} else "mark"
    if scan.word(at) == "at" and scan.kind(at + 1) == "clock":
        return "mark"
    return "then" if scan.word(at) in _THEN else ""


def read_part(scan: Scan, at: int) -> tuple[Value, int] | None:
    """The part that begins at token `at`, and the index behind it."""
    for rule in _RULES if scan.kind(at) not in _DATED else _DATE_RULES:
        found = rule(scan, at)
        if found:
            return found
    return None


def _read_marker(scan: Scan, at: int) -> tuple[Marker, int] | None:
    """`revised to`, `originally`: only where dates follow."""
    found = match_phrase(_MARKERS, scan.tokens, at)
    if not found:
        return None
    kind, behind = found
    if not at and behind == 1 and scan.kind(1) == "dash":
        return None  # "Now – March" replaces nothing
    while scan.kind(behind) in {"colon", "dash", "comma"}:
        behind += 1
    dates = read_dates(scan, behind)
    if not dates:
        return None
    is_move = scan.word(behind - 1) == "from" and len(dates[0].items) == 1 and dates[0].items[0].last
    return Marker("moved" if is_move else kind), behind


def _read_status(scan: Scan, at: int) -> tuple[Status, int] | None:
    found = match_phrase(_STATUSES, scan.tokens, at)
    if not found:
        return None
    name, behind = found
    # "Complete by March" and "in place from April" are introductions, not statuses.
    bound = match_phrase(_BOUNDS, scan.tokens, behind)
    if scan.word(at) == "complete" and at and behind == at + 1 and read_dates(scan, behind):
        return None  # an order, behind something else, to complete it then
    if name == "complete" and bound and bound[0] in {"by", "before", "from"} and read_dates(scan, behind):
        return None
    return Status(name), behind


def _read_label(scan: Scan, at: int) -> tuple[Label, int] | None:
    if scan.word(at) in _STAGES and scan.kind(at + 1) == "number" and len(scan.tokens[at + 1].text) == 1:
        return Label(scan.word(at)), at + 2
    if scan.kind(at) == "number" and at + 1 < len(scan.tokens) and scan.tokens[at + 1].text == "%":
        return Label("%"), at + 2
    found = match_phrase(_LABELS, scan.tokens, at)
    return (Label(found[0]), found[1]) if found else None


Rule = Callable[[Scan, int], tuple[Value, int] | None]

_RULES: Sequence[Rule] = (
    read_references,
    _read_marker,
    read_recurrence,
    read_length,
    read_dated_event,
    read_dates,
    _read_status,
    read_condition,
    _read_label,
)
# What begins with one of these kinds of token is dates, or nothing.
_DATED = frozenset(
    ["month", "date", "day_month", "month_year", "year", "years", "quarter", "half", "half_term", "week"]
)
_DATE_RULES: Sequence[Rule] = (read_dates,)
