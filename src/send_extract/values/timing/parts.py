"""What an expression is made of, and what the rules of its parts make: dates, lengths, conditions, statuses, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from send_extract.values.timing.dates import Dates, Span, fill_years
from send_extract.values.timing.lexicon import enter
from send_extract.values.timing.recurring import Recurrence
from send_extract.values.timing.tokens import ONE_SPACE, WIDE_SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from send_extract.values.timing.lexicon import Spelling
    from send_extract.values.timing.rules import Made, Match

_MOST_BOUNDS: Final = 4
_LARGEST: Final = 999
_WORKING_DAYS_A_WEEK: Final = 5


class Length(NamedTuple):
    """`times` an ISO 8601 unit (`D`, `W`, `M`, `Y`, `H`), and what it counts from.

    `anchor` is `plan` (the plan's date), `dates`, `event` or empty; `bounded` where the length is the longest that
    it may take, `most` where it is the longer end of a range or made of working days; `words` are those of the event.
    """

    times: int
    unit: str
    anchor: str = ""
    bounded: bool = False
    most: bool = False
    dates: Dates | None = None
    words: Condition | None = None

    @property
    def duration(self) -> str:
        """The length as an ISO 8601 duration."""
        return f"PT{self.times}H" if self.unit == "H" else f"P{self.times}{self.unit}"


class Condition(NamedTuple):
    """The words that are waited for: the tokens from `start` up to `end`."""

    start: int
    end: int


class Status(NamedTuple):
    """A status word, by its name in the contract."""

    name: str


class Marker(NamedTuple):
    """`revised` (or `arrow`): what follows replaces what stands before; `original`: what follows was replaced.

    `moved` has both behind it: the first date of the span was replaced by the last (`slipped from March to May`).
    """

    kind: str


class Label(NamedTuple):
    """Words that introduce a timing and add nothing to it."""

    words: str


class References(NamedTuple):
    """The numbers of the rows whose timing counts, or `above` and `below`."""

    numbers: tuple[str, ...]


Value = Dates | Recurrence | Condition | Length | References | Status | Marker | Label


def _part(*values: Value) -> Mapping[str, Any]:
    return {"parts": values}


# Dates
# ---------------------------------------------------------------------------------------------------------


def make_dates(match: Match) -> Made:
    """The dates that begin at the match with all that bounds them."""
    found = read_dates(match.spelling, match.start)
    return (_part(found[0]), found[1]) if found else None


def read_dates(spelling: Spelling, at: int) -> tuple[Dates, int] | None:
    """The dates that begin at item `at` with all that bounds them, and the index behind; None where none do."""
    bound, about, behind = _read_bounds(spelling, at)
    found = _read_between(spelling, behind) or _read_list(spelling, behind, bound)
    if not found:
        return None
    spans, join, behind = found
    suffix, behind = _read_suffix(spelling, behind)
    about |= suffix == "about"
    bound = {"by": "latest"}.get(suffix, suffix) if suffix not in {"", "about", "in"} else bound
    return Dates(fill_years(spans), "" if bound == "in" else bound, about, join), behind


def senses_at(spelling: Spelling, at: int) -> Mapping[str, Any]:
    """What item `at` can be; nothing behind the last."""
    return spelling.items[at].senses if at < len(spelling.items) else {}


def _read_bounds(spelling: Spelling, at: int) -> tuple[str, bool, int]:
    """The bound that the words at `at` set, whether they say *about*, and the index behind them."""
    bound, about = "", False
    for _ in range(_MOST_BOUNDS):
        found = senses_at(spelling, at).get("bound")
        if not found:
            break
        about |= found == "about"
        bound = found if found not in {"about", "in"} or not bound else bound
        at = _skip_fillers(spelling, at)
    return bound if bound != "about" else "", about, at


def _skip_fillers(spelling: Spelling, at: int) -> int:
    """Past a bound and what may stand between it and its date: a clock, a colon, the article, the first report."""
    is_first = "nth" in senses_at(spelling, at)
    is_joined = bool({"after", "pre"} & {str(senses_at(spelling, at).get("bound"))})
    at += 1
    if is_first and {"event", "body"} & set(senses_at(spelling, at)):
        at += 1
    while (senses := set(senses_at(spelling, at))) and _is_filler(
        senses, set(senses_at(spelling, at - 1)), joined=is_joined
    ):
        at += 1
    return at


def _is_filler(senses: set[str], before: set[str], *, joined: bool) -> bool:
    if "dash" in senses:
        return joined or "tight" in senses
    return bool(senses & {"colon", "clock", "the", "dot"}) or ("on" in senses and "clock" in before)


_LINKING: Final = ("or", "then", "and", "comma", "semicolon", "slash", "also")
_Listed = tuple[tuple[Span, ...], str, int]


def _read_between(spelling: Spelling, at: int) -> _Listed | None:
    """`between April and June 2022`, `between 12 June - 16 June`."""
    if "between" not in senses_at(spelling, at):
        return None
    days = senses_at(spelling, at + 1).get("several")
    if days and len(days.spans) == 2:  # noqa: PLR2004 - both ends
        return (Span(days.spans[0].first, days.spans[1].first),), "list", at + 2
    if days and len(days.spans) == 1:
        return days.spans, "list", at + 2
    first = senses_at(spelling, at + 1).get("period")
    link, last = senses_at(spelling, at + 2), senses_at(spelling, at + 3).get("period")
    is_linked = bool({"and", "range", "dash"} & set(link))
    return ((Span(first, last),), "list", at + 4) if first and last and is_linked else None


def _read_list(spelling: Spelling, at: int, bound: str) -> _Listed | None:
    found = _read_span(spelling, at)
    if not found:
        return None
    spans, marks, at = list(found[0]), {found[1]} - {"list"}, found[2]
    while True:
        mark, behind = _read_mark(spelling, at, bound)
        following = _read_span(spelling, behind) if mark else None
        if not following:
            break
        spans += following[0]
        marks |= {mark, following[1]} - {"list"}
        at = following[2]
    join = "then" if "then" in marks else "or" if "or" in marks else "slash" if marks == {"slash"} else "list"
    return tuple(spans), join, at


def _read_mark(spelling: Spelling, at: int, bound: str) -> tuple[str, int]:
    """The mark between two members of a list, and the index behind it and a repeated bound; empty where none."""
    mark = ""
    while kind := next((name for name in _LINKING if name in senses_at(spelling, at)), ""):
        if kind == "also" and not mark:
            return "", at
        mark = kind if not mark or kind in {"or", "then"} else mark
        at += 1
    if not mark:
        return "", at
    if "bound" in senses_at(spelling, at):
        repeated, about, behind = _read_bounds(spelling, at)
        return (mark, behind) if repeated in {bound, "in"} and repeated and not about else ("", at)
    # An end behind a start is not one more start.
    period = senses_at(spelling, at).get("period")
    return ("", at) if bound == "from" and period and period.part == "end" else (mark, at)


def _read_span(spelling: Spelling, at: int) -> _Listed | None:
    """One member of a list: a period, a range, or several periods that one rule read."""
    several = senses_at(spelling, at).get("several")
    if several:
        return several.spans, several.join, at + 1
    first = senses_at(spelling, at).get("period")
    if not first:
        return None
    behind = _read_range_mark(spelling, at + 1)
    last = senses_at(spelling, behind).get("period") if behind else None
    if last and "dash" in senses_at(spelling, behind + 1) and "period" in senses_at(spelling, behind + 2):
        return (Span(first),), "list", at + 1  # three members are no range
    if last:
        return (Span(first, last),), "list", behind + 1
    return (Span(first),), "list", at + 1


def _read_range_mark(spelling: Spelling, at: int) -> int:
    """The index behind what makes a range (`-`, `to`, `to the`), else 0."""
    senses = senses_at(spelling, at)
    if "dash" in senses:
        return at + 1
    if "range" not in senses:
        return 0
    at += 1
    return at + ("bound" in senses_at(spelling, at) and senses_at(spelling, at).get("bound") == "in")


def _read_suffix(spelling: Spelling, at: int) -> tuple[str, int]:
    """The bound that stands behind a period (`onwards`, `at the latest`, `(at the latest)`, `+`)."""
    behind = at
    while "comma" in senses_at(spelling, behind) or "dash" in senses_at(spelling, behind):
        behind += 1
    if "open" in senses_at(spelling, behind):
        inner = senses_at(spelling, behind + 1).get("suffix")
        return (inner, behind + 3) if inner and "close" in senses_at(spelling, behind + 2) else ("", at)
    if "plus" in senses_at(spelling, behind):
        return ("from", behind + 1) if behind + 1 == len(spelling.items) else ("", at)
    found = senses_at(spelling, behind)
    if "suffix" not in found or (
        behind > at and "dash" in senses_at(spelling, at) and found["suffix"] != "from"
    ):
        return "", at
    following = senses_at(spelling, behind + 1)
    is_free = not following or bool({"close", "comma", "semicolon", "dot", "open", "dash"} & set(following))
    is_bound = "bound" in found and not is_free
    return ("", at) if is_bound else (found["suffix"], behind + 1)


# Lengths
# ---------------------------------------------------------------------------------------------------------


def make_length(match: Match) -> Made:
    """`within 3 months`, `the next 12 months`, `six weeks`, `2-3 months`; from the plan's date or from nothing."""
    designator, size = match.named["unit"]
    count = match.get("most") or match.get("count", 1)
    if not {"count", "next", "one"} & set(match.named):
        return None
    if not 0 < count * size <= _LARGEST or designator in {"T", "T2"}:
        return None
    is_within, is_next = "within" in match.named, "next" in match.named
    if "in" in match.named and not is_next and not is_within:
        return {"point": Length(count * size, designator)}  # a point in time, and it is not said from when
    anchor = "plan" if is_next or is_within else ""
    length = Length(count * size, designator, anchor, bounded=is_within, most="most" in match.named)
    if designator == "B":
        length = length._replace(times=-(-count * 7 // _WORKING_DAYS_A_WEEK), unit="D", most=True)
    return {"length": length}


for _name in ("length", "point", "parts"):
    enter(_name)


def make_bare_length(match: Match) -> Made:
    """A length alone."""
    return _part(match.named["length"])


def make_length_from(match: Match) -> Made:
    """`within 6 weeks of publication`, `for 12 months from April 2022`: a length and what it counts from."""
    length: Length = match.get("length") or match.named["point"]
    spelling, start = match.spelling, match.end
    is_before = "ahead" in match.named
    dates = read_dates(spelling, start)
    if dates and not dates[0].bound and not is_before and (length.bounded or not _is_point(match)):
        return _part(length._replace(anchor="dates", dates=dates[0])), dates[1]
    end = find_end(spelling, start)
    if dates or end == start:
        return None
    tokens = spelling.items[start].start, spelling.items[end - 1].end
    if is_before:
        return _part(Condition(match.items[0].start, tokens[1])), end
    return _part(length._replace(anchor="event", words=Condition(*tokens))), end


def _is_point(match: Match) -> bool:
    """Whether the length leads to a point in time, not over a span (`six months after March`)."""
    return match.get("anchor") in {"after", "following", "post"}


def make_event_and_length(match: Match) -> Made:
    """`Sign-off + 6 weeks`: the length counts from the words before it."""
    words = [item for item in match.items if "plus" not in item.senses and "length" not in item.senses]
    length = match.named["length"]
    if length.anchor or not words:
        return None
    return _part(length._replace(anchor="event", words=Condition(words[0].start, words[-1].end)))


# Conditions
# ---------------------------------------------------------------------------------------------------------

# A date behind one of these belongs to what is waited for (`Cabinet approval in July`).
_TIES: Final = frozenset(
    "in on at by of the for from since until till before after to during and or a an this next".split()  # noqa: SIM905
)
_TYING: Final = frozenset(
    ["and", "or", "slash", "dash", "comma", "month", "number", "ordinal", "weekday", "period"]
)


def find_end(spelling: Spelling, start: int) -> int:
    """The index behind the words that begin at `start`: a bracket, a break, or a mark or space before a timing."""
    depth, at = 0, start
    while at < len(spelling.items):
        senses = spelling.items[at].senses
        gap = spelling.tokens[spelling.items[at].start].gap
        if "semicolon" in senses or "arrow" in senses or (at > start and gap >= WIDE_SPACE):
            break
        if at > start and depth == 0 and _ends_words(spelling, at):
            break
        depth += ("open" in senses) - ("close" in senses)
        if depth < 0:
            break
        at += 1
    return at


def _ends_words(spelling: Spelling, at: int) -> bool:
    """Whether a timing of its own begins at `at`, or behind the mark or bracket there."""
    senses = spelling.items[at].senses
    if {"comma", "dash", "open", "colon"} & set(senses):
        return _begins_timing(spelling, at + 1)
    if "dot" in senses:
        return at + 1 == len(spelling.items) or _begins_timing(spelling, at + 1)
    before = spelling.items[at - 1]
    tied = str(spelling.tokens[before.end - 1].value) in _TIES or bool(_TYING & set(before.senses))
    return ("period" in senses or "several" in senses) and not tied


def _begins_timing(spelling: Spelling, at: int) -> bool:
    senses = senses_at(spelling, at)
    if "label" in senses and read_dates(spelling, at + 1):
        return True  # "funding – target June"
    return "status" in senses or "recurrence" in senses or read_dates(spelling, at) is not None


def make_condition(match: Match) -> Made:
    """`subject to funding`, `dependent on DfE guidance`, `once a Director is in post`."""
    spelling, start = match.spelling, match.end
    end = find_end(spelling, start)
    if end == start:
        return None
    first = match.items[0].start if "worded_condition" in match.named else spelling.items[start].start
    return _part(Condition(first, spelling.items[end - 1].end)), end


def make_suffixed(match: Match) -> Made:
    """`DfE contingent`, `funding permitting`."""
    gaps = [match.spelling.tokens[item.start].gap for item in match.items[1:]]
    if any(gap > ONE_SPACE for gap in gaps):
        return None
    return _part(Condition(match.items[0].start, match.items[-2].end))


def make_event(match: Match) -> Made:
    """`after inspection`, `following Cabinet approval`, `after Forum on 17 May`, which has a day too."""
    spelling, start = match.spelling, match.end
    is_before = "event_before" in match.named
    dated = _find_day(spelling, start)
    if dated:
        place, words_end = dated
        condition = Condition(spelling.items[start].start, spelling.items[words_end - 1].end)
        bound = {True: "before", False: "after"}[is_before]
        if str(match.get("event_before", "")) in {"until", "till"}:
            bound = "until"
        return _part(condition, Dates((Span(spelling.items[place].senses["period"]),), bound)), place + 1
    end = find_end(spelling, start)
    if (
        end == start
        or {"number", "count"} & set(senses_at(spelling, start))
        or "length" in senses_at(spelling, start)
    ):
        return None
    first = match.items[0].start if is_before else spelling.items[start].start
    return _part(Condition(first, spelling.items[end - 1].end)), end


def _find_day(spelling: Spelling, start: int) -> tuple[int, int] | None:
    """Where the day of an event stands (`Forum on 17 May`), and where the event's words end; None without a day."""
    at = start
    while at < len(spelling.items) and _IN_NAMES & set(senses_at(spelling, at)):
        at += 1
    day = senses_at(spelling, at).get("a_day")
    end = at
    while end > start and {"comma", "on", "open", "bound"} & set(senses_at(spelling, end - 1)):
        end -= 1
    return (at, end) if day and not day.part and end > start else None


_IN_NAMES: Final = frozenset(
    ["word", "body", "event", "thing", "label", "the", "of", "and", "comma", "on", "a"]
)


def make_next_event(match: Match) -> Made:
    """`by the next inspection`, `at next Cabinet`: an event to come."""
    spelling = match.spelling
    start = match.end
    end = find_end(spelling, start)
    if end == start or not {"word", "body", "event"} & set(senses_at(spelling, start)):
        return None
    return _part(Condition(match.items[0].end - 1, spelling.items[end - 1].end)), end


def make_dated_event(match: Match) -> Made:
    """`after the May elections`: an event that has a date in its name, not the date itself."""
    spelling = match.spelling
    dates = read_dates(spelling, match.start)
    if not dates or dates[1] >= len(spelling.items):
        return None
    behind = spelling.items[dates[1]]
    if (
        not {"word", "body", "event"} & set(behind.senses)
        or "then" in behind.senses
        or "suffix" in behind.senses
    ):
        return None
    if spelling.tokens[behind.start].gap != ONE_SPACE:
        return None
    start = match.start + 1
    end = find_end(spelling, dates[1])
    first = match.items[0].start if "event_before" in match.named else spelling.items[start].start
    return _part(Condition(first, spelling.items[end - 1].end)), end


# Statuses, marks, labels, references
# ---------------------------------------------------------------------------------------------------------


def make_status(match: Match) -> Made:
    """A status word; `Complete by March` and `Completed: March` introduce what follows."""
    name, behind = match.named["status"], match.end
    first = match.spelling.tokens[match.items[0].start].value
    is_dated = "bound" in senses_at(match.spelling, behind) and read_dates(match.spelling, behind)
    if name == "tbc" and first == "to" and is_dated:
        return None  # `to be agreed at the June board` is when it is agreed
    if name == "complete":
        bound = senses_at(match.spelling, behind).get("bound")
        if bound in {"by", "before", "from"} and read_dates(match.spelling, behind):
            return _part(Label("complete"))
        word = match.spelling.tokens[match.items[0].start].value
        if (
            word == "complete"
            and match.start
            and len(match.items) == 1
            and read_dates(match.spelling, behind)
        ):
            return _part(Label("complete"))  # an order, behind something else, to complete it then
    return _part(Status(name))


def make_marker(match: Match) -> Made:
    """`revised to`, `originally`: only where dates follow."""
    spelling, behind = match.spelling, match.end
    kind = "revised" if "revised" in match.named else "original" if "original" in match.named else "moved"
    if (
        kind == "revised"
        and not match.start
        and "dash" in senses_at(spelling, 1)
        and "status" in match.items[0].senses
    ):
        return None  # "Now – March" replaces nothing
    dates = read_dates(spelling, behind)
    if not dates:
        return None
    if kind == "moved" and not (len(dates[0].spans) == 1 and dates[0].spans[0].last):
        kind = "original"
    return _part(Marker(kind))


def make_arrow(match: Match) -> Made:
    """An arrow leads to what replaces; to `ongoing` it leads as a dash does."""
    leads_on = senses_at(match.spelling, match.end).get("status") == "ongoing"
    return None if leads_on or not match.start else _part(Marker("arrow"))


def make_label(match: Match) -> Made:
    """Words that introduce a timing."""
    words = " ".join(
        str(token.value) for token in match.spelling.tokens[match.items[0].start : match.items[-1].end]
    )
    return _part(Label(words))


def make_recurrence(match: Match) -> Made:
    """A recurrence as a part."""
    return _part(match.named["recurrence"])


def make_place(match: Match) -> Made:
    """`as above`, `see below`."""
    return _part(References((match.named["place"],)))


def make_references(match: Match) -> Made:
    """`see recommendation 4`, `addressed through 2, above`, `as per action 3.1`."""
    tokens = match.spelling.tokens
    numbers = [item for item in match.items if "number" in item.senses]
    words: list[str] = []
    last = -1
    for item in numbers:
        before = tokens[item.start - 1]
        is_joined = (
            item.start - 2 == last and before.kind == "dot" and not before.gap and not tokens[item.start].gap
        )
        if is_joined:
            words[-1] += f".{tokens[item.start].text}"
        else:
            is_letter = before.kind == "word" and len(before.text) == 1 and not tokens[item.start].gap
            words.append((before.text if is_letter else "") + tokens[item.start].text)
        last = item.start
        behind = tokens[item.end] if item.end < len(tokens) else None
        if behind and behind.kind == "word" and len(behind.text) == 1 and not behind.gap:
            words[-1] += behind.text
    return _part(References(tuple(words)))
