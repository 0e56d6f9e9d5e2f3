"""What parts make of each other: a start and its end, a date and what a bracket says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice, pairwise, starmap
from typing import Final

from msgspec.structs import replace

from send_extract.values.timing.context import TimingContext
from send_extract.values.timing.dates import Dates, Span, place_ends, resolve_dates
from send_extract.values.timing.filling import fill_years, in_year_of
from send_extract.values.timing.kinds import KINDS, UnknownYear
from send_extract.values.timing.model import Interval
from send_extract.values.timing.parts import Label, Length, Marker, Part, Status, Values, pick
from send_extract.values.timing.period import Period
from send_extract.values.timing.recurrence import Recurrence

_LOOSE: Final = frozenset(["term", "season", "half_term", "holiday", "half_term_holiday"])
_STRETCHING: Final = frozenset(["from", "until"])
_SET: Final = frozenset(
    f"{when}{word}{small}"
    for when in ("", "currently ")
    for word in ("set", "planned", "scheduled", "booked", "agreed")
    for small in ("", " for", " on", " in")
) | {"currently"}
_END_LABELS: Final = frozenset(["complete", "to complete", "completion", "completion date", "for completion"])


class Unassembled(ValueError):
    """The parts contradict each other, or stand side by side with nothing to say how they go together."""


def join_parts(parts: Sequence[Part], values: Values, context: TimingContext) -> Sequence[Part]:
    """The parts, each pair of which that is one thing made one; nothing is added or left out but that.

    `values` are those of the parts by their kinds.
    """
    parts = _drop_idle(parts, values)
    if len(values.get(Dates, ())) < 2 and values.keys().isdisjoint((Length, Marker)):
        return parts
    done: list[Part] = []
    for part in _place_ends(parts, context):
        _join_part(done, part, context)
    return _share_years(done)


def _join_part(done: list[Part], part: Part, context: TimingContext) -> None:
    """Take the next part, with those before it where they are one thing."""
    if done and isinstance(part.value, Length):
        done.append(_take_length(done, part, part.value))
    elif not done or not isinstance(part.value, Dates):
        done.append(part)
    elif part.link == "open":
        _take_bracket(done, part, part.value, context)
    elif _is_confirmed(done):
        done.pop()
        _take_bracket(done, part, part.value, context)
    else:
        done.append(_take_end(done, part, part.value))


def _is_confirmed(done: Sequence[Part]) -> bool:
    """Whether a bracket behind dates says for when they are set (`Early 2026 (currently set for 8 January)`)."""
    last = done[-1]
    is_set = isinstance(last.value, Label) and last.link == "open" and last.value.words in _SET
    return is_set and len(done) > 1 and isinstance(done[-2].value, Dates)


def _drop_idle(parts: Sequence[Part], values: Values) -> Sequence[Part]:
    """Without what says nothing beside a date.

    `Delayed – new target June`: the delay is what the revision says; `Medium term (by July)`: July says when, as in
    `Short term (0-6 months)` the length; `within 6 months, i.e. by June`: a date that is written counts before one that
    is reckoned from the plan's. A status in a bracket behind one of several dates is that one's alone.
    """
    if values.keys().isdisjoint((Status, Length)):
        return parts
    count = len(values.get(Dates, ()))
    idle = {"paused"} if Marker in values else set()
    idle |= {"unspecified"} if count or Length in values else set()
    return [part for part in parts if not _is_idle(part, idle, count)]


def _is_idle(part: Part, idle: set[str], count: int) -> bool:
    if isinstance(part.value, Status):
        return part.value.name in idle or (part.link == "open" and count > 1)
    return isinstance(part.value, Length) and part.value.anchor == "plan" and count > 0


def _place_ends(parts: Sequence[Part], context: TimingContext) -> Iterator[Part]:
    """`from Jan 2025, by end of FY`: an end that names no year is the first one behind the dates before it."""
    before: Period | None = None
    for part in parts:
        if isinstance(part.value, Dates) and part.link != "open":
            spans = place_ends(part.value.spans, context, before)
            before = spans[-1].last or spans[-1].first
            yield part if spans == part.value.spans else replace(part, value=replace(part.value, spans=spans))
        else:
            yield part


def _take_end(done: list[Part], part: Part, dates: Dates) -> Part:
    """A part behind others as the end of what began before (`Start April, end March`, `Start Sept / complete Mar`)."""
    if _has_start(done) and _is_end(dates, done[-1]):
        if done[-1].value in {Status("complete"), Label("complete")} and done[-1].end - done[-1].start == 1:
            done.pop()  # the one word is then what is to be done by the end
        dates = replace(dates, bound="until")
    return replace(part, value=dates)


def _take_length(done: list[Part], part: Part, length: Length) -> Part:
    """`from 1 April for 12 months`, `April 2025, for two years`: a length right behind its start counts from it."""
    before = done[-1].value
    is_near = part.start - done[-1].end <= 1 and part.link in {"", "mark", "open"}
    if not isinstance(before, Dates) or not before.only or length.anchor or length.unit == "H" or not is_near:
        return part
    if before.bound != "from" and (before.bound or not length.lasting):
        return part
    counted = replace(length, anchor="dates", dates=replace(before, bound=""))
    return replace(done.pop(), value=counted, end=part.end)


def _has_start(parts: Sequence[Part]) -> bool:
    """Whether one period is all dates so far, and begins something."""
    dates = pick(parts, Dates)
    return len(dates) == 1 and dates[0].bound == "from" and dates[0].only is not None


def _is_end(dates: Dates, previous: Part) -> bool:
    if dates.bound or not dates.only:
        return False
    value = previous.value
    is_ended = isinstance(value, Label) and value.words in _END_LABELS
    return dates.only.part == "end" or value == Status("complete") or is_ended


def list_yearless(parts: Sequence[Part]) -> list[Period]:
    """The periods that are all that the dates say, none of them with a year or a start or end of its own.

    From when on, or until when, may stand beside them.
    """
    found = [dates for dates in pick(parts, Dates) if dates.bound not in _STRETCHING]
    if len(found) != 1 or found[0].bound not in {"", "by"}:
        return []
    has_range = any(span.last for span in found[0].spans)
    has_year = any(period.year is not None for period in found[0].periods)
    return [] if has_range or has_year else found[0].periods


def drop_yearless(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts without the dates that `list_yearless` finds."""
    periods = list_yearless(parts)
    return [part for part in parts if not (isinstance(part.value, Dates) and part.value.periods == periods)]


def _share_years(parts: list[Part]) -> list[Part]:
    """`Panel 4 June / Cabinet 18 June 2024`: the year that stands once is that of all dates side by side."""
    dates = pick(parts, Dates)
    is_yearly = any(isinstance(part.value, Recurrence) and part.value.is_each("Y") for part in parts)
    if len(dates) < 2 or not _is_plain(parts, dates) or (is_yearly and list_yearless(parts)):
        return parts
    spans = list(chain.from_iterable(one.spans for one in dates))
    filled = fill_years(spans)
    left = iter(filled)
    return [_take_spans(part, left) for part in parts] if len(filled) == len(spans) else parts


def _is_plain(parts: Sequence[Part], dates: Sequence[Dates]) -> bool:
    """Whether dates stand side by side, none of them replaced, in a bracket or one of a choice."""
    is_list = all(one.join == "list" for one in dates)
    return is_list and not any(isinstance(part.value, Marker) or part.link == "open" for part in parts)


def _take_spans(part: Part, filled: Iterator[Span]) -> Part:
    if not isinstance(part.value, Dates):
        return part
    spans = tuple(islice(filled, len(part.value.spans)))
    return replace(part, value=replace(part.value, spans=spans))


def _take_bracket(done: list[Part], part: Part, dates: Dates, context: TimingContext) -> None:
    """`moved up to June (from Oct)`: where it came from; `Q3 (Nov 2024)`: the finer one counts."""
    before = done[-1]
    is_revised = any(one.value == Marker("revised") for one in done)
    if is_revised and dates.bound == "from":
        former = replace(part, value=replace(dates, bound=""), link="mark")
        done += [replace(part, value=Marker("original")), former]
    elif isinstance(before.value, Dates):
        done[-1] = replace(before, value=_settle(before.value, dates, context), end=part.end)
    else:
        done.append(part)


def _settle(outer: Dates, inner: Dates, context: TimingContext) -> Dates:
    """What counts of dates and of those in the bracket behind them.

    Raises:
        Unassembled: neither is within the other.
    """
    explained = _explains(inner, outer)
    inner = _inherit_year(inner, outer)
    fine, coarse = _measure(inner, context), _measure(outer, context)
    if coarse is None or fine is None:
        raise Unassembled(outer, inner)
    senses = [days for days in (coarse, _measure(outer, replace(context, other=True))) if days]
    if _is_finer(inner, outer) and (_is_loose(outer) or any(map(partial(_is_within, fine), senses))):
        return replace(inner, bound=inner.bound or outer.bound)
    if explained or _is_within(coarse, fine):
        return outer
    raise Unassembled(outer, inner)


def _inherit_year(inner: Dates, outer: Dates) -> Dates:
    """The dates of a bracket in the year of what stands before it."""
    last = outer.periods[-1]
    if last.year is None or any(period.year is not None for period in inner.periods):
        return inner
    spans = [span.change(lambda period: in_year_of(period, last)) for span in inner.spans]
    return replace(inner, spans=fill_years(spans))


def _measure(dates: Dates, context: TimingContext) -> Interval | None:
    """The first to the last day of dates, without their bound."""
    try:
        intervals = resolve_dates(replace(dates, bound=""), context).intervals
    except (UnknownYear, ValueError):
        return None
    return Interval(intervals[0].start, intervals[-1].end)


def _is_within(inner: Interval, outer: Interval) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _is_finer(inner: Dates, outer: Dates) -> bool:
    fine, coarse = (max(KINDS[period.kind].size for period in dates.periods) for dates in (inner, outer))
    is_part = any(period.part for period in outer.periods)
    return is_part or fine < coarse or (fine == coarse and _is_loose(outer))


def _is_loose(dates: Dates) -> bool:
    """Whether only a convention says which days they are."""
    return any(period.kind in _LOOSE or period.part for period in dates.periods)


def _explains(inner: Dates, outer: Dates) -> bool:
    """Whether a bracket names what a date is, not another date (`31 March 2023 (end of financial year)`)."""
    period = inner.only
    if period is None or period.year is not None or all(one.year is None for one in outer.periods):
        return False
    return bool(period.part) or KINDS[period.kind].size > KINDS["month"].size


def span_arrows(parts: Sequence[Part]) -> list[Part]:
    """`March → June` as a span, the less likely sense of an arrow: the first date lasts until the second."""
    spanned: list[Part] = []
    for part in parts:
        last = part.value.only if isinstance(part.value, Dates) else None
        before = spanned[-2].value if len(spanned) > 1 and spanned[-1].value == Marker("arrow") else None
        first = before.only if isinstance(before, Dates) else None
        if first and last:
            spanned[-2:] = [replace(spanned[-2], value=Dates((Span(first, last),)), end=part.end)]
        else:
            spanned.append(part)
    return spanned


def count_loose(parts: Sequence[Part]) -> int:
    """Parts side by side that no bound and no mark ties together."""
    return len(parts) - 1 - sum(starmap(_is_tied, pairwise(parts)))


def _is_tied(earlier: Part, part: Part) -> bool:
    """Whether a mark stands between; `from April` goes with what stands before it, and a date with `Completed`."""
    if part.link or isinstance(earlier.value, Label):
        return True
    if not isinstance(part.value, Dates):
        return False
    is_begun = isinstance(earlier.value, Dates) and earlier.value.bound == "from"  # `Start Jan End March`
    is_end = part.value.only is not None and part.value.only.part == "end"
    return part.value.bound != "" or earlier.value == Status("complete") or (is_begun and is_end)
