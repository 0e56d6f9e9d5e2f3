"""What parts make of each other: a start and its end, a date and what a bracket says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from send_extract.values.timing.dates import Dates, Item
from send_extract.values.timing.dates.filling import is_finer, narrow_period
from send_extract.values.timing.expression import Label, Marker, Part, Status
from send_extract.values.timing.lengths import Length

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# What says that the date behind it is the end of what began before.
_END_LABELS: Final = frozenset(["complete", "to complete", "completion", "completion date", "for completion"])


def join_parts(parts: Sequence[Part]) -> list[Part]:
    """The parts, each pair of which that is one thing made one; nothing is added or left out but that."""
    joined = list(parts)
    for rule in _RULES if len(parts) > 1 else ():
        joined = rule(joined)
    return joined


def _drop_delays(parts: list[Part]) -> list[Part]:
    """`Delayed – new target June`: the delay is what the revision says."""
    if not any(isinstance(part.value, Marker) for part in parts):
        return parts
    return [part for part in parts if part.value != Status("deferred")]


def _drop_lengths(parts: list[Part]) -> list[Part]:
    """`within 6 months, i.e. by June`: a date that is written counts before one that is reckoned from the plan's."""
    if not any(isinstance(part.value, Dates) for part in parts):
        return parts
    return [part for part in parts if not (isinstance(part.value, Length) and part.value.anchor == "plan")]


def _pair_ends(parts: list[Part]) -> list[Part]:
    """`Start April, end March`, `Start Sept / complete March`: what stands apart as a start and an end is one."""
    paired: list[Part] = []
    for part in parts:
        previous = paired[-1] if paired else None
        if isinstance(part.value, Dates) and _is_end(part.value, previous) and _has_start(paired):
            if previous and previous.value == Status("complete") and previous.end - previous.start == 1:
                paired.pop()
            paired.append(part._replace(value=part.value._replace(bound="until")))
        else:
            paired.append(part)
    return paired


def _is_end(dates: Dates, previous: Part | None) -> bool:
    if dates.bound or len(dates.items) > 1 or dates.items[0].last:
        return False
    if dates.items[0].first.part == "end":
        return True
    value = previous.value if previous else None
    return value == Status("complete") or (isinstance(value, Label) and value.words in _END_LABELS)


def _has_start(parts: list[Part]) -> bool:
    dates = [part.value for part in parts if isinstance(part.value, Dates)]
    return (
        len(dates) == 1
        and dates[0].bound == "from"
        and len(dates[0].items) == 1
        and dates[0].items[0].last is None
    )


def _narrow_brackets(parts: list[Part]) -> list[Part]:
    """`2023 (Spring)` is spring 2023; `31st March 2023 (end of financial year)` is the day that it explains."""
    narrowed: list[Part] = []
    for part in parts:
        first = _single(narrowed[-1]) if narrowed else None
        second = _single(part)
        if part.link != "open" or not first or not second or isinstance(narrowed[-1].value, Marker):
            narrowed.append(part)
        elif is_finer(second.first, first.first):
            value = narrowed[-1].value
            period = narrow_period(second.first, first.first)
            if isinstance(value, Dates):
                narrowed[-1] = narrowed[-1]._replace(
                    value=value._replace(items=(Item(period),)), end=part.end
                )
        elif second.first.year is not None or first.first.year is None or not _explains(second):
            narrowed.append(part)
    return narrowed


def span_arrows(parts: Sequence[Part]) -> list[Part]:
    """`March → June` as a span, the less likely sense of an arrow: the first date lasts until the second."""
    spanned: list[Part] = []
    for part in parts:
        last = _single(part)
        first = _single(spanned[-2]) if len(spanned) > 1 and spanned[-1].value == Marker("arrow") else None
        if first and last:
            spanned[-2:] = [spanned[-2]._replace(value=Dates((Item(first.first, last.first),)), end=part.end)]
        else:
            spanned.append(part)
    return spanned


def _single(part: Part) -> Item | None:
    """The one period of a part that is nothing else."""
    dates = part.value
    if not isinstance(dates, Dates) or len(dates.items) > 1 or dates.items[0].last:
        return None
    return dates.items[0]


def _explains(item: Item) -> bool:
    """Whether a period without a year names what a date is, not another date (`end of financial year`)."""
    return bool(item.first.part) or item.first.kind in {
        "quarter",
        "term",
        "financial",
        "academic",
        "half_term",
        "season",
    }


_RULES: tuple[Callable[[list[Part]], list[Part]], ...] = (
    _drop_delays,
    _drop_lengths,
    _pair_ends,
    _narrow_brackets,
)
