"""Reading a timing: words to a value, its other readings, and what was odd."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from send_extract.diagnostics import Finding
from send_extract.values.timing.assembly import Unassembled, assemble_timing, spell
from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.dates import Dates
from send_extract.values.timing.expression import Expression, Label, Marker, Part, Status, read_expression
from send_extract.values.timing.model import Timing
from send_extract.values.timing.periods import Period, Scan
from send_extract.values.timing.recurrence import Recurrence
from send_extract.values.timing.resolution import ImpossibleDay, UnknownYear, resolve_period
from send_extract.values.timing.tokens import Token, tokenise
from send_extract.values.timing.wording import word_timing
from send_extract.values.timing.words import FREQUENCIES, ORDINALS, PARTS, TERMS, UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

# A cell of more tokens than this is prose, not a timing.
_MOST_TOKENS: Final = 120
# Words that would bound the part behind them, had they been read.
_DANGLING = frozenset(
    "in by at on from until till before after since within between to over for every each per".split()  # noqa: SIM905
)
_HARMLESS = frozenset(["word", "other"])
# Words that turn a timing into something else when they are left over.
_REFUSED = frozenset(
    "not no never except excluding without unless avoid less more than nor neither ago".split()  # noqa: SIM905
) | frozenset(
    [
        *PARTS,
        *TERMS,
        *UNITS,
        *FREQUENCIES,
        *ORDINALS,
        "half",
        "term",
        "ending",
        "commencing",
        *"working new latter part present current tri non unlikely next one two three".split(),  # noqa: SIM905
    ]
)
_COMPARING = frozenset("<>=\u2264\u2265\u00b1")
# Month names that are other words too when they are written small.
_DOUBTFUL = frozenset(["may", "march", "mar"])
_HONORIFICS = frozenset(
    ["cllr", "cllrs", "councillor", "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame"]
)
# Years alone are parts of names and of misspelt months as often as they are timings.
_BARE = frozenset(["year", "years", "financial", "academic"])
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_NONE = frozenset(["-", "\u2013", "\u2014", "--", "\u2212"])
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class TimingReading(NamedTuple):
    """What a wording means: its value (None where it was not read), other readings, and findings.

    `complete` says that every word was read; `cost` counts parts that stand side by side with nothing between
    them.
    """

    value: Timing | None
    alternatives: tuple[Timing, ...] = ()
    findings: tuple[Finding, ...] = ()
    complete: bool = False
    cost: int = 0


@lru_cache(maxsize=8192)
def parse_timing(text: str, context: TimingContext = TimingContext()) -> TimingReading:  # noqa: B008 - frozen
    """The reading of one timing's words against `context`.

    Nothing is guessed: where the words are no timing the value is None and a finding says why.
    """
    printed = " ".join(text.split())
    if not printed:
        return TimingReading(None)
    if printed in _NONE:
        return TimingReading(Timing(status="none"), complete=True)
    if set(printed) == {"?"}:
        return TimingReading(Timing(status="tbc"), complete=True)
    tokens = tokenise(text if text.isascii() else text.translate(_UNSEEN))
    if len(tokens) > _MOST_TOKENS or _is_bulleted(tokens):
        return _unread(printed)
    scan = Scan(tokens, near_year(context))
    return _read(printed, scan, read_expression(scan), context)


def _is_bulleted(tokens: Sequence[Token]) -> bool:
    """Whether dashes are the marks of a list here, and no ranges (`- March - April`)."""
    dashes = [token for token in tokens[1:] if token.kind == "dash" and token.gap]
    return bool(dashes) and tokens[0].kind == "dash" and bool(tokens[1].gap)


def near_year(context: TimingContext) -> int | None:
    """The year that two digits are compared with: the plan's, or its date's."""
    if context.year is not None:
        return context.year
    return context.plan_date.year if context.plan_date else None


def _read(printed: str, scan: Scan, expression: Expression, context: TimingContext) -> TimingReading:
    if _is_refused(scan.tokens, expression):
        return _unread(printed)
    try:
        value = assemble_timing(expression, scan.tokens, context)
    except Unassembled:
        return _unread(printed)
    except UnknownYear:
        return TimingReading(
            None, findings=(_finding("timing-year-unknown", text=printed),), complete=_is_all(expression)
        )
    except ImpossibleDay:
        return TimingReading(
            None, findings=(_finding("timing-impossible", text=printed),), complete=_is_all(expression)
        )
    alternatives = _other_readings(value, expression, scan.tokens, context)
    findings = [
        *_ambiguity(printed, value, alternatives),
        *_misspellings(printed, scan.tokens),
        *_weekdays(printed, expression.parts, context),
        *_left_over(printed, scan.tokens, expression),
    ]
    return TimingReading(value, alternatives, tuple(findings), _is_all(expression), _cost(expression.parts))


def _unread(printed: str) -> TimingReading:
    return TimingReading(None, findings=(_finding("timing-unread", text=printed),))


def _finding(code: str, **words: object) -> Finding:
    return Finding(code, tuple(words.items()))


def _is_all(expression: Expression) -> bool:
    return not expression.rest


def _is_refused(tokens: Sequence[Token], expression: Expression) -> bool:
    """Whether what was not read could change the meaning of what was."""
    if not expression.parts:
        return True
    left = [tokens[place] for place in expression.rest]
    if any(
        token.kind not in _HARMLESS or token.value in _REFUSED or token.text in _COMPARING for token in left
    ):
        return True
    starts = {part.start for part in expression.parts}
    if any(place + 1 in starts and tokens[place].value in _DANGLING for place in expression.rest):
        return True
    rest = frozenset(expression.rest)
    return bool(left) and any(_is_doubtful(part, tokens, rest) for part in expression.parts)


def _is_doubtful(part: Part, tokens: Sequence[Token], rest: frozenset[int]) -> bool:
    """Whether a part among words that were not read may itself be mere words (`may be late`, `Cllr May`)."""
    if not isinstance(part.value, Dates):
        return False
    own = tokens[part.start : part.end]
    before = tokens[part.start - 1].spelling if part.start else ""
    if len(own) == 1 and own[0].kind == "month" and (own[0].text in _DOUBTFUL or before in _HONORIFICS):
        return True
    if part.value.bound:
        # What bounds a date may belong to the words behind it (`report to the October meeting`).
        return part.value.bound == "until" or (part.end in rest and tokens[part.end].kind == "word")
    return all(item.first.kind in _BARE and item.last is None for item in part.value.items)


def _other_readings(
    value: Timing, expression: Expression, tokens: Sequence[Token], context: TimingContext
) -> tuple[Timing, ...]:
    statuses = sum(isinstance(part.value, Status) for part in expression.parts)
    if statuses < 2 and all(_is_single(part) for part in expression.parts):  # noqa: PLR2004 - several
        return ()
    try:
        other = assemble_timing(expression, tokens, context, other=True)
    except (Unassembled, UnknownYear, ImpossibleDay):
        return ()
    return (other,) if other != value else ()


# Periods that mean one thing, so that an expression of them alone need not be read in its other sense.
_SINGLE = frozenset(
    ["day", "month", "year", "week", "week_ending", "month_week", "academic", "half_term", "holiday"]
)


def _is_single(part: Part) -> bool:
    value = part.value
    if isinstance(value, Recurrence):
        return value.other is None
    if isinstance(value, Marker):
        return value.kind != "arrow"
    if not isinstance(value, Dates):
        return True
    first, last = value.items[0]
    single = (
        last is None
        and first.kind in _SINGLE
        and first.other is None
        and not (first.part and first.year is None)
    )
    return single and len(value.items) == 1 and value.bound != "by"


def _ambiguity(printed: str, value: Timing, alternatives: tuple[Timing, ...]) -> list[Finding]:
    if not alternatives:
        return []
    reading, alternative = word_timing(value), word_timing(alternatives[0])
    return [_finding("timing-ambiguous", text=printed, reading=reading, alternative=alternative)]


_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _misspellings(printed: str, tokens: Sequence[Token]) -> list[Finding]:
    return [
        _finding(
            "timing-misspelt",
            text=printed,
            word=token.text,
            reading=_name(token),
        )
        for token in tokens
        if token.misspelt
    ]


def _name(token: Token) -> str:
    """What a misspelt word was read as."""
    if token.kind == "month":
        return _MONTH_NAMES[token.number - 1]
    return _DAY_NAMES[token.number] if token.kind == "weekday" else token.spelling


def _weekdays(printed: str, parts: Sequence[Part], context: TimingContext) -> list[Finding]:
    """Weekdays that are not the weekday of their date."""
    found = []
    for period in _periods(parts):
        if period.weekday is None or period.kind != "day":
            continue
        actual = resolve_period(period, context).start.weekday()
        if actual != period.weekday:
            names = {"actual": _DAY_NAMES[actual], "printed": _DAY_NAMES[period.weekday]}
            found.append(_finding("timing-weekday-mismatch", text=printed, **names))
    return found


def _periods(parts: Sequence[Part]) -> list[Period]:
    return [
        period
        for part in parts
        if isinstance(part.value, Dates)
        for item in part.value.items
        for period in item
        if period is not None
    ]


def _left_over(printed: str, tokens: Sequence[Token], expression: Expression) -> list[Finding]:
    if not expression.rest:
        return []
    runs: list[list[Token]] = []
    previous = -2
    for place in expression.rest:
        if place == previous + 1:
            runs[-1].append(tokens[place])
        else:
            runs.append([tokens[place]])
        previous = place
    return [_finding("timing-partly-read", text=printed, rest=" \u2026 ".join(spell(run) for run in runs))]


def _cost(parts: Sequence[Part]) -> int:
    """Parts side by side that no bound and no mark ties together."""
    return sum(
        1
        for earlier, part in itertools.pairwise(parts)
        if not part.link and not isinstance(earlier.value, Label) and not _is_tied(earlier, part)
    )


def _is_tied(earlier: Part, part: Part) -> bool:
    """`from April` goes with what stands before it, and a date with `Completed`."""
    is_date = isinstance(part.value, Dates)
    return is_date and (_has_bound(part) or earlier.value == Status("complete"))


def _has_bound(part: Part) -> bool:
    return isinstance(part.value, Dates) and part.value.bound != ""
