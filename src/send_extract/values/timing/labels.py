"""What the rules of statuses, of marks, of labels and of references make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.timing.dates import Dates, lacks_year
from send_extract.values.timing.filling import fill_years
from send_extract.values.timing.kinds import KINDS
from send_extract.values.timing.parts import Label, Marker, References, Status
from send_extract.values.timing.period import is_near

if TYPE_CHECKING:
    from send_extract.values.timing.rules import Made, Match

# Words by which a date is moved to another.
_TOWARDS: Final = frozenset(["to", "until", "till"])
_WHOLE: Final = 100
_ROW_NUMBER: Final = compile_later(r"(?<![A-Za-z])[A-Za-z]?\d+(?:\.\d+)*[a-z]?(?![a-z])")


def make_status(match: Match) -> Made:
    """A status word; `Complete by March` and `in place for March` introduce what follows."""
    name, behind = match.named["status"], match.behind
    if "dates" not in behind:
        length = behind.get("length")
        is_due = name == "complete" and length is not None and length.bounded  # `complete within 5 months`
        return [Label(name) if is_due else Status(name)]
    bound = behind.get("bounded")
    if name == "tbc" and match.tokens[0].value == "to" and bound:
        return None  # `to be agreed at the June board` is when it is agreed
    return [Label(name) if name == "complete" and _is_order(match, bound) else Status(name)]


def _is_order(match: Match, bound: str | None) -> bool:
    """Whether words of completion say when to complete: before a bound, or behind something else."""
    words, following = [token.value for token in match.tokens], match.spelling.tokens[match.items[-1].end]
    is_due = bound in {"by", "before", "from"} or (words[-1] == "place" and following.value == "for")
    return is_due or (words == ["complete"] and match.start > 0)


def make_share_done(match: Match) -> Made:
    """`75% complete`: begun, and not done."""
    is_part = match.named["status"] == "complete" and match.named["count"] < _WHOLE
    return [Status("in_progress")] if is_part else None


def make_marker(match: Match) -> Made:
    """`revised to`, `originally`, `slipped from`: only where dates follow."""
    dates: Dates | None = match.behind.get("dates")
    is_now = (
        match.is_first
        and "dash" in match.spelling.senses(match.start + 1)
        and "status" in match.items[0].senses
    )
    if not dates or is_now:
        return None  # "Now – March" replaces nothing
    kind, is_span = next(iter(match.named)), len(dates.spans) == 1 and dates.only is None
    return [Marker("original" if kind == "moved" and not is_span else kind)]


def make_marked(match: Match) -> Made:
    """`May 2024 / July 2024 (revised)`, `May 2024 (old)`: the last of the dates is what the bracket says."""
    dates, kind = match.named["dates"], "revised" if "revised" in match.named else "original"
    last = replace(dates, spans=dates.spans[-1:], join="list")
    before = [replace(dates, spans=dates.spans[:-1])] if len(dates.spans) > 1 else []
    return [*before, Marker(kind), last]


def make_moved(match: Match) -> Made:
    """`extension agreed to 30 September`: to what date the one before it was moved."""
    dates: Dates = match.named["dates"]
    is_behind = any("dates" in item.senses for item in match.spelling.items[: match.start])
    is_behind |= match.is_first and "open" in match.behind  # `Extension granted to September (from June)`
    is_towards = match.spelling.tokens[match.items[-1].start].value in _TOWARDS
    return [Marker("revised"), replace(dates, bound="")] if is_behind and is_towards else None


def make_extended(match: Match) -> Made:
    """`extended by 3 months to 30 June`: until when it was put off; `delayed 3 months to June` does not say."""
    dates: Dates = match.items[-1].senses["dates"]
    words = [token.value for token in match.tokens]
    is_by = words[match.items[1].start - match.items[0].start] == "by"
    is_to = match.spelling.tokens[match.items[-1].start].value in _TOWARDS
    return [Marker("revised"), replace(dates, bound="")] if is_by and is_to else None


def make_named_event(match: Match) -> Made:
    """`Annual Parish Meeting (13 May 2026)`: the name of what is held on one day, each of its words with a capital."""
    is_named = all(token.text[:1].isupper() for token in match.tokens if token.kind == "word")
    period = match.behind.get("a_date")
    return make_label(match) if is_named and period and period.year is not None else None


def make_moved_from(match: Match) -> Made:
    """`Brought forward to February from April`: the date behind *from* is the one that was replaced.

    A year that one of them alone has is that of both where the new date is then the later one.
    """
    now, former = match.named["bare"], match.items[-1].senses["dates"]
    if match.named["bounded"] != "from" or not (now.only and former.only):
        return None
    spans = fill_years([*former.spans, *now.spans])
    if len(spans) == 1:
        return None  # `Jan from 2022`: the month of that year
    replaced, current = spans
    is_certain = lacks_year(now.only) == lacks_year(former.only) or replaced.first.year == current.first.year
    moved = [Marker("original"), Dates((replaced,)), Marker("revised"), Dates((current,))]
    return moved if is_certain else None


def make_arrow(match: Match) -> Made:
    """An arrow leads to what replaces; to `ongoing` it leads as a dash does."""
    leads_on = match.behind.get("status") == "ongoing"
    return None if leads_on or not match.start else [Marker("arrow")]


def make_amount(match: Match) -> Made:
    """`30 by June`: how many by then; a number that goes with the date before it is none (`Jan, 22 until May`)."""
    is_behind = match.start > 1 and "dates" in match.spelling.senses(match.start - 2)
    return None if is_behind and is_near(match.named["count"], match.year) else make_label(match)


def make_label(match: Match) -> Made:
    """Words that introduce a timing."""
    return [Label(" ".join(str(token.value) for token in match.tokens))]


_BEFORE_EVENTS: Final = frozenset(["during", "in", "for", "on"])
"""Words before an event; *at* and *due to* stand before other things, too (`at risk`)."""


def make_in_event(match: Match) -> Made:
    """`During Carers Week, 10-16 June`: an event, and behind it the days that it has."""
    return make_label(match) if match.tokens[0].value in _BEFORE_EVENTS else None


def make_numbered(match: Match) -> Made:
    """`Reg 19 consultation: Nov 25`; a year behind a number may be of a standard's edition (`BS 9991:2024`)."""
    dates: Dates = match.behind["dates"]
    is_year = all(KINDS[period.kind].divided == "year" for period in dates.periods)
    return None if is_year else make_label(match)


def make_age(match: Match) -> Made:
    """`6 month review`: what is reviewed is then so old, and how long it takes nobody says."""
    return None if match.spelling.tokens[match.items[0].end - 1].text.endswith("s") else make_label(match)


def make_references(match: Match) -> Made:
    """`see recommendation 4`, `addressed through 2, above`, `as per action 3.1`, `as above`."""
    if "place" in match.named:
        return [References((match.named["place"],))]
    words = "".join(" " * bool(token.gap) + token.text for token in match.tokens)
    return [References(tuple(_ROW_NUMBER.findall(words)))]
