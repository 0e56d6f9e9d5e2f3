"""Reading a timing: words to a value, its other readings, and what was odd."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Finding
from send_extract.notation.stops import drop_stop
from send_extract.patterns import compile_later
from send_extract.values.timing.assembly import assemble_timing, print_words
from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.dates import Dates, has_one_sense
from send_extract.values.timing.expression import read_expression
from send_extract.values.timing.joining import Unassembled, count_loose
from send_extract.values.timing.kinds import ImpossibleDay, UnknownYear, resolve_period
from send_extract.values.timing.model import Timing
from send_extract.values.timing.month_first import turn_date
from send_extract.values.timing.named import spell_named
from send_extract.values.timing.parts import (
    Expression,
    Label,
    Marker,
    Part,
    References,
    Status,
    Value,
    Values,
    pick,
    sort_values,
)
from send_extract.values.timing.period import Period
from send_extract.values.timing.recurrence import Recurrence
from send_extract.values.timing.remainder import is_changed
from send_extract.values.timing.tokens import Token, tokenise
from send_extract.values.timing.words import MONTH_NAMES, WEEKDAY_NAMES

# A cell of more tokens than this is prose, not a timing.
_MOST_TOKENS: Final = 120
_LONGEST: Final = 2_000
# The rule that leaves a time of day out.
_CLOCK: Final = "day and its clock"
# The rule that puts the words of the plan's key for a name.
_KEY: Final = "key of the plan"
_ARROW: Final = Marker("arrow")
_BRACKETS: Final = {"(": ")", "[": "]"}
_BRACKET: Final = compile_later(r"[()\[\]]")
# What says all that it means, whatever its words are.
_WHOLE: Final = frozenset([Dates, Recurrence, Status, References])

Senses = tuple[Timing, tuple[Timing, ...]]
"""What parts mean, and what else they can."""


class TimingReading(Struct, frozen=True, gc=False):
    """What a wording means: its value (None where it was not read), other readings, and findings.

    `complete` says that every word was read; `cost` counts parts that stand side by side with nothing between
    them; `rules` are those that read each part; `labels` counts the runs of words left over, and
    `starts_with_label` says that the first word is no timing's.
    """

    value: Timing | None
    alternatives: tuple[Timing, ...] = ()
    findings: tuple[Finding, ...] = ()
    complete: bool = False
    cost: int = 0
    rules: tuple[tuple[str, ...], ...] = ()
    labels: int = 0
    starts_with_label: bool = False

    @property
    def rule(self) -> str | None:
        """The rules that read the parts, each with those that read what it is made of."""
        return _name_all(self.rules)


_DASH: Final = TimingReading(Timing(status="none"), complete=True, rules=(("a dash alone",),))
_ASKED: Final = TimingReading(Timing(status="tbc"), complete=True, rules=(("a question mark alone",),))
_ALONE: Final = {
    "": TimingReading(None), "?": _ASKED, "??": _ASKED, "???": _ASKED,
    "-": _DASH, "\u2013": _DASH, "\u2014": _DASH, "--": _DASH, "\u2212": _DASH,
}  # fmt: skip
"""What a sign alone says, and nothing at all."""


@lru_cache(maxsize=1024)
def _name_all(rules: tuple[tuple[str, ...], ...]) -> str | None:
    return "; ".join(dict.fromkeys(map(_name_rules, rules))) or None


def _name_rules(rules: Sequence[str]) -> str:
    inner = ", ".join(name for name in dict.fromkeys(rules) if name not in {"dates", rules[0]})
    return f"{rules[0]} ({inner})" if inner else rules[0]


ANY_YEAR: Final = TimingContext(year=2000)
"""Where it is asked whether words are a timing, whatever their year."""


@lru_cache(maxsize=8192)
def parse_timing(text: str, context: TimingContext = TimingContext()) -> TimingReading:  # noqa: B008 - frozen
    """The reading of one timing's words against `context`.

    Nothing is guessed: where the words are no timing the value is None and a finding says why.
    """
    alone = _ALONE.get(text.strip())
    if alone:
        return alone
    spelt = spell_named(text, context.named) if context.named else text
    if spelt != text:
        reading = parse_timing(spelt, replace(context, named=()))
        return replace(reading, rules=((_KEY,), *reading.rules)) if reading.complete else _unread(text)
    tokens = tokenise(_unwrap(text)) if len(text) <= _LONGEST else ()
    if not 0 < len(tokens) <= _MOST_TOKENS or _is_bulleted(tokens):
        return _unread(text)
    if context.month_first:
        return _read_month_first(text, tokens, replace(context, month_first=False))
    return _read(text, tokens, read_expression(tokens, near_year(context)), context)


def _read_month_first(text: str, tokens: Sequence[Token], context: TimingContext) -> TimingReading:
    """Dates in figures with the month first; those that could have the day first are told with that reading."""
    turned = [*map(turn_date, tokens)]
    reading = _read(text, turned, read_expression(turned, near_year(context)), context)
    plain = parse_timing(text, context)
    is_one = plain.value is None or plain.value == reading.value
    if reading.value is None or is_one:
        return reading
    finding = _finding("timing-ambiguous", text, reading=reading.value, alternative=plain.value)
    return replace(reading, alternatives=(plain.value,), findings=(finding, *reading.findings))


def _unwrap(text: str) -> str:
    """The words without what stands about all of them: a bracket, and the full stop of a sentence."""
    inner = drop_stop(text.strip())
    if inner[:1] not in _BRACKETS or inner[-1:] != _BRACKETS[inner[0]]:
        return inner
    return inner if _BRACKET.search(inner, 1, len(inner) - 1) else inner[1:-1]


def is_dated(text: str) -> bool:
    """Whether words are read as days."""
    value = parse_timing(text, ANY_YEAR).value
    return value is not None and bool(value.intervals)


def _is_bulleted(tokens: Sequence[Token]) -> bool:
    """Whether the tokens begin with a dash that is a mark of a list, and so is another (`- March - April`)."""
    mark = tokens[0].text
    is_parted = tokens[0].kind == "dash" and len(tokens) > 1 and tokens[1].gap > 0
    return is_parted and any(token.text == mark and token.gap for token in tokens[1:])


def near_year(context: TimingContext) -> int | None:
    """The year that two digits are compared with: the plan's, or its date's."""
    if context.year is not None:
        return context.year
    return context.plan_date.year if context.plan_date else None


def _read(
    text: str, tokens: Sequence[Token], expression: Expression, context: TimingContext
) -> TimingReading:
    if is_changed(expression, tokens):
        return _unread(text)
    parts, rest = expression.parts, expression.rest
    try:
        value, alternatives = _read_senses(parts, tokens, context)
    except Unassembled:
        return _unread(text)
    except UnknownYear:
        return TimingReading(None, findings=(_finding("timing-year-unknown", text),), complete=not rest)
    except ImpossibleDay:
        return TimingReading(None, findings=(_finding("timing-impossible", text),), complete=not rest)
    findings = _find_odd(text, tokens, parts, context)
    if rest:
        findings.insert(0, _left_over(text, expression, tokens))
    if alternatives:
        findings.insert(0, _finding("timing-ambiguous", text, reading=value, alternative=alternatives[0]))
    cost, rules = count_loose(parts) if len(parts) > 1 else 0, tuple([part.rules for part in parts])
    is_labelled = type(parts[0].value) is Label
    return TimingReading(value, alternatives, tuple(findings), not rest, cost, rules, len(rest), is_labelled)


def _find_odd(
    text: str, tokens: Sequence[Token], parts: Sequence[Part], context: TimingContext
) -> list[Finding]:
    """Slips of the fingers, weekdays that are not their date's, and times of day that were left out."""
    found: list[Finding] = []
    is_weekday = False
    for token in tokens:
        if token.misspelt:
            found.append(_finding("timing-misspelt", text, word=token.text, reading=_name(token)))
        if token.kind == "weekday":
            is_weekday = True
    if is_weekday:
        found += _weekdays(text, parts, context)
    for part in parts:
        if _CLOCK in part.rules:
            return [*found, _finding("timing-clock", text)]
    return found


def _unread(text: str) -> TimingReading:
    return TimingReading(None, findings=(_finding("timing-unread", text),))


def _finding(code: str, text: str, **words: object) -> Finding:
    return Finding(code, (("text", " ".join(text.split())), *words.items()))


def _read_senses(parts: Sequence[Part], tokens: Sequence[Token], context: TimingContext) -> Senses:
    said = parts if len(parts) == 1 else [part for part in parts if type(part.value) is not Label]
    if len(said) == 1 and type(said[0].value) in _WHOLE:
        return _read_alone(said[0].value, context)
    return _assemble_senses(parts, tokens, context)


@lru_cache(maxsize=4096)
def _read_alone(value: Value, context: TimingContext) -> Senses:
    """What one part alone means, as most are."""
    return _assemble_senses((Part(value, 0, 0, "", ()),), (), context)


def _assemble_senses(parts: Sequence[Part], tokens: Sequence[Token], context: TimingContext) -> Senses:
    values = sort_values(parts)
    value = assemble_timing(parts, values, tokens, context)
    if _has_one_sense(values):
        return value, ()
    try:
        other = assemble_timing(parts, values, tokens, replace(context, other=True))
    except (Unassembled, UnknownYear, ImpossibleDay):
        return value, ()
    return value, (other,) if other != value else ()


def _has_one_sense(values: Values) -> bool:
    """Whether no part can mean two things, so that the expression need not be read in its other sense."""
    dates = values.get(Dates, ())
    if len(dates) > 1 and "by" in [one.bound for one in dates]:
        return False  # the bound of some dates counts for others too
    if Recurrence in values and any(one.other for one in values[Recurrence]):
        return False
    is_plain = len(values.get(Status, ())) < 2 and _ARROW not in values.get(Marker, ())
    return is_plain and all(map(has_one_sense, dates))


def _name(token: Token) -> str:
    """What a misspelt word was read as."""
    if token.kind in {"month", "weekday"} and isinstance(token.value, int):
        names, first = (MONTH_NAMES, 1) if token.kind == "month" else (WEEKDAY_NAMES, 0)
        return names[token.value - first].capitalize()
    if isinstance(token.value, tuple):
        return "/".join(f"{number:02}" for number in token.value)
    return str(token.value)


def _weekdays(text: str, parts: Sequence[Part], context: TimingContext) -> list[Finding]:
    """Weekdays that are not the weekday of their date."""
    found = []
    for period in chain.from_iterable(dates.periods for dates in pick(parts, Dates)):
        actual = _find_weekday(period, context)
        if actual is not None and actual != period.weekday:
            names = [WEEKDAY_NAMES[day or 0].capitalize() for day in (actual, period.weekday)]
            found.append(_finding("timing-weekday-mismatch", text, actual=names[0], printed=names[1]))
    return found


def _find_weekday(period: Period, context: TimingContext) -> int | None:
    """The weekday of a day beside which one is written; None where it has no year (`Annually on Monday 5 July`)."""
    if period.weekday is None or period.kind not in {"day", "week"}:
        return None
    try:
        return resolve_period(period, context).start.weekday()
    except (UnknownYear, ImpossibleDay):
        return None


def _left_over(text: str, expression: Expression, tokens: Sequence[Token]) -> Finding:
    runs = [print_words(tokens[run.items[0].start : run.items[-1].end]) for run in expression.rest]
    return _finding("timing-partly-read", text, rest=" \u2026 ".join(runs))
