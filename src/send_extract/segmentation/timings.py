"""A When cell to one timing an action.

A When cell is the timings of its actions with the line breaks lost. Two spaces, a line break, a semicolon, a
spaced bar or a list mark are boundaries for certain; one space may be one. Of all divisions into as many parts as
there are actions, in which every part is a timing from its first word to its last, the one that leaves least unsaid
is taken; where there is none, or there are several as good, nothing is forced (design, section 3, "When").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from msgspec import Struct

from send_extract.diagnostics import Finding
from send_extract.notation.marks import GLYPHS, has_glyph, split_counted
from send_extract.patterns import compile_later, has_any, has_some
from send_extract.segmentation import Segments
from send_extract.segmentation.named import split_named
from send_extract.values.timing import Timing, TimingContext, parse_timing
from send_extract.values.timing.tokens import WIDE_SPACE, Token, tokenise

# What a division costs: an unread chunk, a list cut at its comma, a certain boundary inside a part, a strange
# reading.
_UNREAD: Final = 20
_COMMA: Final = 2
# A part that has words beside its timing (`Survey: April`, `March (KL)`), and one whose first word could be the last
# of the part before it (`once grant | agreed June`).
_LABELLED: Final = 6
_TAKEN: Final = 1
# No division that tears a timing apart is taken, however many actions there are.
_TORN: Final = 100_000
_CROSSED: Final = 4
# One that parts a date from what it was moved to.
_MOVED: Final = 8
_LONGEST_PART: Final = 24
_MOST_TOKENS: Final = 200
# Beyond this no cell is divided but by its certain boundaries: no row has so many actions.
_MOST_PARTS: Final = 100
_MOST_WAYS: Final = 8
# How many more parts than actions are looked for, to tell a division that runs two timings together.
_SPARE: Final = 3

_LIST_MARK = compile_later(
    rf"^[ \t]*(?:[{GLYPHS}*]+|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)](?=\s))[ \t]*",
    re.MULTILINE,
    has_some(has_glyph, has_any(*"*.)")),
)
_BULLET = compile_later(
    rf"(?:^|(?<=\s))\s*[{GLYPHS}]\s*|\s*[\u2022\u25cf\u25aa\u25e6\u2023]\s*", need=has_glyph
)
_LONE_MARK = compile_later(r"(?:\(?(?:1|a|i)\)|(?:1|a)\.|\d{1,2}\.1)\s+(?=\D)")
_FIRST_MARK = compile_later(r"\s*([-\u2013*o\u00b7\uf0b7|])\s+(?=\S)")
_CERTAIN = compile_later(r"[ \t]*(?:;[ \t\n]*|\n\s*|\s{2,}|[ \t](?:\|{1,2}|//)(?:\s+|$))")
_FEWEST_SLASHED: Final = 3
_YEARS = frozenset(["year", "years", "short_year"])
# Statuses whose date stands behind them: the two are one part (`Complete Feb 24`).
_DATED = frozenset(["complete", "cancelled"])
_MOST_WORDS: Final = 4
# Words that lead to a timing: none stands by itself in place of one.
_LEADING = frozenset("by from until till before after since in on at for to of the due".split())  # noqa: SIM905 - a vocabulary, many words a line
_JOINING = frozenset(["comma", "and", "or", "slash", "dash", "colon"])


class Division(Struct, frozen=True):
    """One way to divide: its parts, and what it costs."""

    parts: tuple[str, ...]
    cost: int


@lru_cache(maxsize=8192)
def segment_timings(text: str, count: int, context: TimingContext) -> Segments:
    """The timing of each of `count` actions in the When cell `text`, as printed; "" where it is not certain.

    Findings: `timing-shared`, `timing-count-mismatch`, `timing-split-ambiguous`.
    """
    printed = " ".join(text.split())
    if count <= 1 or not printed:
        return Segments((_drop_mark(printed, context),) * count)
    named = split_named(text, count, context) or _split_slashed(printed, count, context)
    if named:
        return Segments(named, _find_gaps(printed, count, named))
    chunks = find_chunks(text, count)
    if max(count, len(chunks)) > _MOST_PARTS:
        return _take_chunks(printed, count, chunks, context)
    if len(chunks) == count and all(_is_one(chunk, context) for chunk in chunks):
        return Segments(chunks)
    table = _divide_chunks(chunks, count, context)
    if count not in table:
        table = _divide_freely(text, count, context)
    if count in table and not _is_stretched(table, count):
        return _settle(printed, count, table[count], context)
    return _share(printed, count, context, is_several=len(chunks) > 1)


def _take_chunks(printed: str, count: int, chunks: tuple[str, ...], context: TimingContext) -> Segments:
    """A chunk an action, or one for all of them: what more actions than are counted are given."""
    if len(chunks) > 1:
        return Segments(chunks) if len(chunks) == count else _mismatch(printed, count, len(chunks))
    return _share(printed, count, context, is_several=False)


def _drop_mark(printed: str, context: TimingContext) -> str:
    """The one timing of a cell without the list's mark before it: `1. Sept` is September, `3.1 May` the first of 3."""
    mark = _LONE_MARK.match(printed)
    rest = printed[mark.end() :] if mark else printed
    return rest if parse_timing(rest, context).complete else printed


def find_chunks(text: str, count: int) -> tuple[str, ...]:
    """The pieces of `text` between its certain boundaries, list marks taken off."""
    counted = split_counted(text)
    if len(counted) == count:
        return counted
    marked = _BULLET.sub("\n", _LIST_MARK.sub("\n", text))
    mark = _FIRST_MARK.match(text)
    if mark:
        # A mark that begins the cell and comes again is the list's own.
        marked = "\n".join(re.split(rf"(?:^|\s){re.escape(mark[1])}\s+", text))
    return tuple(chunk for piece in _CERTAIN.split(marked) if (chunk := " ".join(piece.split())))


def _split_slashed(printed: str, count: int, context: TimingContext) -> tuple[str, ...]:
    """The timings between slashes, one an action; of two it is not said whose both are, unless each has its year."""
    slashes = [token for token in tokenise(printed) if token.kind == "slash"]
    if len(slashes) + 1 != count:
        return ()
    edges = [0, *chain.from_iterable((slash.begin, slash.stop) for slash in slashes), len(printed)]
    parts = tuple(printed[slice(*edge)].strip() for edge in zip(edges[::2], edges[1::2], strict=True))
    is_apart = count >= _FEWEST_SLASHED and all(slash.gap for slash in slashes)
    is_certain = is_apart or all(map(_has_year, parts))
    return parts if is_certain and all(_is_read(part, context) for part in parts) else ()


def _has_year(part: str) -> bool:
    """Whether a part is a date for certain, with a year of its own."""
    reading = parse_timing(part, TimingContext())
    return reading.complete and reading.value is not None and bool(reading.value.intervals)


def _is_read(part: str, context: TimingContext) -> bool:
    reading = parse_timing(part, context)
    return reading.value is not None and not reading.cost


def _is_one(chunk: str, context: TimingContext) -> bool:
    """Whether a chunk is one timing, or at least not several."""
    return parse_timing(chunk, context).complete or _count_timings(chunk, context) < 2


# Divisions
# ----------------------------------------------------------------------------------------------------------


def _is_stretched(table: dict[int, list[Division]], count: int) -> bool:
    """Whether every division tears a timing apart, or more parts than there are actions leave less unsaid."""
    cost = table[count][0].cost
    return cost >= _TORN or any(number > count and table[number][0].cost < cost for number in table)


def _divide_chunks(chunks: Sequence[str], count: int, context: TimingContext) -> dict[int, list[Division]]:
    """By number of parts from `count` on, the cheapest divisions that keep every certain boundary."""
    most = count + _SPARE - len(chunks) + 1
    if most < 1:
        return {}
    numbers = range(count if len(chunks) == 1 else 1, most + 1)
    tables = [_divide(chunk, numbers, context) for chunk in chunks]
    found: dict[int, list[Division]] = {0: [Division((), 0)]}
    for chunk, table in zip(chunks, tables, strict=True):
        options = dict(table)
        options.setdefault(1, [Division((chunk,), _UNREAD)])
        found = _combine(found, options)
    return found


def _combine(left: dict[int, list[Division]], right: dict[int, list[Division]]) -> dict[int, list[Division]]:
    combined: dict[int, list[Division]] = {}
    for first, heads in left.items():
        for second, tails in right.items():
            joined = [Division(h.parts + t.parts, h.cost + t.cost) for h in heads for t in tails]
            combined[first + second] = _cheapest(combined.get(first + second, []) + joined)
    return combined


def _cheapest(divisions: list[Division]) -> list[Division]:
    least = min(division.cost for division in divisions)
    return [division for division in divisions if division.cost == least][:_MOST_WAYS]


def _divide_freely(text: str, count: int, context: TimingContext) -> dict[int, list[Division]]:
    """The cheapest divisions when a certain boundary may also be a line that was broken inside a timing."""
    marked = _BULLET.sub("\n", _LIST_MARK.sub("\n", text)).replace(";", " ; ")
    return _divide(marked, range(count, count + _SPARE + 1), context)


class _Cell(Struct, frozen=True):
    """The text that is divided, its tokens, what its timings are read against, and the numbers of parts asked for."""

    text: str
    tokens: tuple[Token, ...]
    context: TimingContext
    numbers: range


# By token, by number of parts: the cheapest divisions of all that stands before it.
_Table = list[dict[int, list[Division]]]


def _divide(text: str, numbers: range, context: TimingContext) -> dict[int, list[Division]]:
    """By `numbers` of parts, the cheapest divisions of `text` in which every part is read whole.

    Dynamic programming from left to right over the places where a part may begin.
    """
    tokens = tuple(token for token in tokenise(text) if token.kind != "semicolon")
    if not tokens or len(tokens) > _MOST_TOKENS:
        return {}
    cell = _Cell(text, tokens, context, numbers)
    reached: _Table = [{} for _ in range(len(tokens) + 1)]
    reached[0] = {0: [Division((), 0)]}
    for start in range(len(tokens)):
        if reached[start] and _may_begin(tokens, start):
            for end in range(start + 1, min(start + _LONGEST_PART, len(tokens)) + 1):
                _extend(reached, cell, start, end)
    return reached[-1]


_OPENING = frozenset(("by", "from", "until", "till", "before", "after"))
"""Words that begin a part where they are written with a capital (`6 weekly from April By Dec`)."""


def _may_begin(tokens: Sequence[Token], start: int) -> bool:
    kind = tokens[start].kind
    return kind not in _JOINING and (start == 0 or kind != "open")


def _extend(reached: _Table, cell: _Cell, start: int, end: int) -> None:
    """Enter the part from `start` to `end` in the table, if it is a timing and may end there.

    Where the tokens behind it are too few for the parts that are missing then, it leads nowhere.
    """
    behind, cut = _end_of_part(cell.tokens, end)
    fewest = cell.numbers[0] - 1 - (len(cell.tokens) - end)
    if cut is None or max(reached[start]) < fewest:
        return
    part = " ".join(cell.text[cell.tokens[start].begin : cell.tokens[end - 1].stop].split())
    own = _cost_of_part(cell, part, start, end)
    if own is None:
        return
    crossed = sum(token.gap >= WIDE_SPACE for token in cell.tokens[start + 1 : end])
    begun = sum(token.text[0].isupper() and token.value in _OPENING for token in cell.tokens[start + 1 : end])
    cost = own + cut + _CROSSED * crossed + begun
    for number, divisions in reached[start].items():
        if fewest <= number < cell.numbers[-1]:
            longer = [
                Division((*d.parts, part), d.cost + cost + _tear(cell, d.parts, part, start))
                for d in divisions
            ]
            reached[behind][number + 1] = _cheapest(reached[behind].get(number + 1, []) + longer)


def _cost_of_part(cell: _Cell, part: str, start: int, end: int) -> int | None:
    """What a part costs by itself; None where it is none: words beside a timing, and words alone, cost more."""
    reading = parse_timing(part, cell.context)
    if reading.complete:
        is_taken = start > 0 and part[:1].islower() and reading.starts_with_label
        return reading.cost + _TAKEN * is_taken
    if reading.value and not reading.cost:
        # A label is rather before its timing than behind it.
        return _LABELLED * reading.labels + (cell.tokens[end - 1].kind == "word")
    return _UNREAD if _are_words(cell.tokens, start, end) else None


def _are_words(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a part is a few words inside a cell, and can stand in place of a timing."""
    words, last = tokens[start:end], tokens[end - 1]
    is_inside = start > 0 and end < len(tokens) and len(words) <= _MOST_WORDS
    is_wordy = is_inside and all(token.kind == "word" for token in words)
    return is_wordy and last.gap <= WIDE_SPACE and last.value not in _LEADING


def _tear(cell: _Cell, before: tuple[str, ...], part: str, start: int) -> int:
    """What it costs to part a recurrence, or *ongoing*, from the start or end that follows it (`Monthly from May`)."""
    if not before or cell.tokens[start].gap >= WIDE_SPACE:
        return 0
    first, last = (parse_timing(text, cell.context).value for text in (before[-1], part))
    if not first or not last:
        return 0
    if first.intervals:
        return _MOVED * (not first.original and _is_revision(before[-1], part, cell.context))
    if first.status in _DATED and _is_mere_date(last):
        # A status that stands twice is one action's each time (`Complete Complete June`).
        return 0 if before[-1] in before[:-1] else _TORN
    return _TORN * (_is_lasting(first, last) and _is_one_timing(f"{before[-1]} {part}", cell.context))


def _is_mere_date(timing: Timing) -> bool:
    return bool(timing.intervals) and not (timing.frequency or timing.status)


def _is_lasting(first: Timing, last: Timing) -> bool:
    """Whether what recurs or goes on has a start or an end behind it, which is no deadline."""
    is_open = first.frequency is not None or first.status == "ongoing"
    return is_open and bool(last.intervals) and not last.deadline


def _is_one_timing(text: str, context: TimingContext) -> bool:
    """Whether all of a text is read, and nothing of it stands side by side."""
    reading = parse_timing(text, context)
    return reading.complete and not reading.cost


def _is_revision(before: str, part: str, context: TimingContext) -> bool:
    """Whether `part` says what became of the date before it (`May slipped to July`)."""
    if (parse_timing(part, context).rule or "").partition(";")[0] != "revision":
        return False
    joined = parse_timing(f"{before} {part}", context)
    return joined.complete and joined.value is not None and bool(joined.value.original)


def _end_of_part(tokens: Sequence[Token], end: int) -> tuple[int, int | None]:
    """Where the next part begins if one ends before token `end`, and what the cut costs; None where none may."""
    if tokens[end - 1].kind in _JOINING and end < len(tokens):
        return end, None
    if end == len(tokens):
        return end, 0
    if tokens[end].kind == "comma":
        return end + 1, _COMMA
    if tokens[end].kind in _JOINING or not tokens[end].gap or _is_year_of(tokens, end):
        return end, None
    return end, 0


def _is_year_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether token `at` is the year of what stands before it, one space apart."""
    return tokens[at].kind in _YEARS and tokens[at].gap != WIDE_SPACE and tokens[at - 1].kind not in _YEARS


def _find_gaps(printed: str, count: int, parts: tuple[str, ...]) -> tuple[Finding, ...]:
    """A finding where a cell names the actions of its timings, and some have none."""
    found = sum(bool(part) for part in parts)
    words = (("text", printed), ("found", found), ("expected", count))
    return (Finding("timing-count-mismatch", words),) if found < count else ()


# What to do with the divisions
# ---------------------------------------------------------------------------------------


def _settle(printed: str, count: int, ways: list[Division], context: TimingContext) -> Segments:
    """The one division, or of several equally good ones what they agree on."""
    ways = _most_uniform(ways) if len(ways) > 1 else ways
    if len(ways) == 1:
        return Segments(ways[0].parts, _find_lone_year(printed, ways[0].parts, context))
    parts = tuple(
        same[0] if len(set(same)) == 1 else "" for same in zip(*(way.parts for way in ways), strict=True)
    )
    words = (("text", printed), ("expected", count), ("ways", len(ways)))
    return Segments(parts, (Finding("timing-split-ambiguous", words),))


def _find_lone_year(printed: str, parts: tuple[str, ...], context: TimingContext) -> tuple[Finding, ...]:
    """A finding where the last timing alone has a year, and it is not the plan's: it may be meant for all."""
    years = [{token.value for token in tokenise(part) if token.kind in _YEARS} for part in parts]
    if any(years[:-1]) or not years[-1] or years[-1] == {context.year}:
        return ()
    return (Finding("timing-year-once", (("text", printed),)),)


def _most_uniform(ways: list[Division]) -> list[Division]:
    """The divisions whose parts are written alike: authors write the dates of one cell in one form."""
    shapes = [len({tuple(token.kind for token in tokenise(part)) for part in way.parts}) for way in ways]
    ways = [way for way, shape in zip(ways, shapes, strict=True) if shape == min(shapes)]
    forms = [len({_find_form(part) for part in way.parts}) for way in ways]
    return [way for way, form in zip(ways, forms, strict=True) if form == min(forms)]


def _find_form(part: str) -> tuple[str, ...]:
    """How a part's date is written, without the words about it."""
    return tuple(token.kind for token in tokenise(part) if token.kind != "word")


def _share(printed: str, count: int, context: TimingContext, *, is_several: bool) -> Segments:
    """One timing for all the actions, or none for any."""
    reading = parse_timing(printed, context)
    if is_several:
        return _mismatch(printed, count, max(2, _count_timings(printed, context)))
    if reading.complete and reading.cost == 0:
        dates = len(reading.value.intervals) if reading.value else 0
        if dates == count:
            words = (("text", printed), ("expected", count), ("ways", 2))
            return Segments(("",) * count, (Finding("timing-split-ambiguous", words),))
        return Segments(
            (printed,) * count, (Finding("timing-shared", (("text", printed), ("count", count))),)
        )
    found = _count_timings(printed, context)
    if found < 2:
        # Words that are no timing, or one with a remark: it is the actions' all the same, and is read as
        # such.
        return Segments(
            (printed,) * count, (Finding("timing-shared", (("text", printed), ("count", count))),)
        )
    return _mismatch(printed, count, found)


def _mismatch(printed: str, count: int, found: int) -> Segments:
    words = (("text", printed), ("found", found), ("expected", count))
    return Segments(("",) * count, (Finding("timing-count-mismatch", words),))


def _count_timings(text: str, context: TimingContext) -> int:
    """How many timings the cheapest division of `text` has; 0 where none reads all of it."""
    table = _divide(text, range(1, _LONGEST_PART + 1), context)
    if not table:
        return 0
    return min(table, key=lambda number: (table[number][0].cost, number))
