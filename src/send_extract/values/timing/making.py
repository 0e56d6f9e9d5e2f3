"""What the rules of periods make of the items that they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from send_extract.values.timing.dates import Dates, Span, group_days, is_part_of_year
from send_extract.values.timing.kinds import KINDS
from send_extract.values.timing.lexicon import enter
from send_extract.values.timing.period import Period, full_year, is_near, with_part, with_year
from send_extract.values.timing.tokens import NEW_LINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from send_extract.values.timing.rules import Made, Match

_MOST_DAYS: Final = 31
_MOST_MONTHS: Final = 12
_QUARTERS: Final = 4
_STYLES: Final = {"financial": "split", "municipal": "split", "academic": "academic", "year": ""}
_HALF_TERMS: Final = {"autumn": 1, "spring": 3, "summer": 5}


def spell_period(period: Period) -> Mapping[str, Any]:
    """The classes of a period: what patterns ask of one."""
    senses: dict[str, Any] = {"period": period}
    if period.kind in {"day", "month"}:
        senses[f"a_{period.kind}"] = period
    if period.kind in {"term", "season", "half_term"} and period.year is None:
        senses["school_time"] = period
    if period.kind == "month" and period.year is None and not period.part:
        senses["bare_month"] = period
    if period.year is None:
        senses["yearless"] = period
    elif KINDS[period.kind].size >= KINDS["year"].size and not period.part:
        senses["whole_year"] = period
    return senses


for _kind in ("day", "month", "year", "term"):
    for _year in (None, 2022):
        for _part in ("", "end"):
            enter(*spell_period(Period(_kind, year=_year, part=_part)))


def spell_several(dates: Dates) -> Mapping[str, Any]:
    """The class of several periods that one rule makes."""
    return {"several": dates}


enter("several")


def make_period(match: Match, kind: str, **given: Any) -> Made:  # noqa: ANN401 - fields of a period
    """A period of `kind` from the items that the rule names after its fields."""
    year = read_year(match)
    if year is None:
        return None
    named = {
        name: match.named[name]
        for name in ("number", "month", "day", "name", "weekday", "part")
        if name in match.named
    }
    period = Period(kind, year=year[0], style=year[1])._replace(**named, **given)
    if kind == "quarter" and not 1 <= period.number <= _QUARTERS:
        return None
    name = match.get("year_name")
    if name and year[0] is not None and not match.get("split"):
        period = _either_year(period)
    return spell_period(period)


def _either_year(period: Period) -> Period:
    """`FY23` is the year that begins or, less likely, the one that ends in 2023."""
    if period.style != "split" and period.kind != "financial":
        return period
    return period._replace(other=period._replace(year=(period.year or 0) - 1))


def read_year(match: Match) -> tuple[int | None, str] | None:
    """The year that a rule found and how it is written; None where its two figures are no year near the plan's."""
    named = match.named
    style = _STYLES.get(named.get("year_name", ""), "")
    if "split" in named:
        return named["split"][0], style or "split"
    if "year" in named:
        return named["year"], style
    if "short_year" in named:
        return full_year(named["short_year"], match.year), style
    if "short" in named:
        is_year = is_near(named["short"], match.year) and not _is_on_new_line(match)
        return (full_year(named["short"], match.year), style) if is_year else None
    return None, style


def _is_on_new_line(match: Match) -> bool:
    return match.spelling.tokens[match.items[-1].start].gap == NEW_LINE


def make_date(match: Match) -> Made:
    """`1.4.22`, `01/04/2022`, `2022-04-01`: the day before the month, as in the United Kingdom."""
    day, month, year = match.named["date"]
    weekday = match.get("weekday")
    return spell_period(
        Period("day", month=month, day=day, year=full_year(year, match.year), weekday=weekday)
    )


def make_day(match: Match) -> Made:
    """A day of a month; its two figures of a year are one without doubt."""
    year: int | None = None
    style = ""
    if "short" in match.named and not _is_on_new_line(match):
        year = full_year(match.named["short"], match.year)
    elif "short" in match.named:
        return None
    else:
        year, style = read_year(match) or (None, "")
    return spell_period(
        Period(
            "day",
            month=match.named["month"],
            day=match.named["day"],
            year=year,
            style=style,
            weekday=match.get("weekday"),
        )
    )


def make_days(match: Match) -> Made:
    """`3-5 May 2022`, `3, 5 and 7 May`, `1st/8th June`: days whose month stands once."""
    year, style = read_year(match) or (None, "")
    if "short" in match.named:
        year = full_year(match.named["short"], match.year)
    last = Period("day", month=match.named["month"], year=year, style=style)
    return spell_several(group_days(match.items, last))


def make_month_or_day(match: Match) -> Made:
    """`May 25`: a year where it is near the plan's or written as one, else a day."""
    number, month = match.named["short"], match.named["month"]
    if _is_on_new_line(match):
        return None
    is_tight = "tight" in match.items[-2].senses
    year = full_year(number, match.year)
    day = Period("day", month=month, day=number) if 0 < number <= _MOST_DAYS else None
    if is_tight or is_near(number, match.year):
        is_plain = is_tight or (match.year is not None and abs(year - match.year) <= 1)
        return spell_period(Period("month", month=month, year=year, other=None if is_plain else day))
    return spell_period(day) if day else None


def make_month_and_day(match: Match) -> Made:
    """`May 6`, `March 14th`."""
    if _is_on_new_line(match):
        return None
    return spell_period(Period("day", month=match.named["month"], day=match.named["day"]))


def make_day_month(match: Match) -> Made:
    """`25/03`, where the first number is too large for a month; `04/22`, where the second is, and is a year."""
    day, month = match.named["day_month"]
    if 1 <= day <= _MOST_MONTHS < month and match.year is not None and is_near(month, match.year):
        return spell_period(Period("month", month=day, year=full_year(month, match.year)))
    if month == day + 1 and match.year is not None and is_near(day, match.year):
        other = Period("day", month=month, day=day) if month <= _MOST_MONTHS else None
        return spell_period(Period("financial", year=full_year(day, match.year), other=other))
    if _MOST_MONTHS < day <= _MOST_DAYS and 1 <= month <= _MOST_MONTHS and (day, month) != (24, 7):
        return spell_period(Period("day", month=month, day=day))
    if match.get("weekday") is not None and day <= _MOST_MONTHS and 1 <= month <= _MOST_MONTHS:
        return spell_period(Period("day", month=month, day=day, weekday=match.named["weekday"]))
    return None


def make_month_year(match: Match) -> Made:
    """`03/2022`, and ISO 8601's `2022-04`."""
    if "iso_month" in match.named:
        year, month = match.named["iso_month"][0], match.named["iso_month"][1] % 100
        return spell_period(Period("month", month=month, year=year)) if 1 <= month <= _MOST_MONTHS else None
    month, year = match.named["month_year"]
    return spell_period(Period("month", month=month, year=year))


def make_years(match: Match) -> Made:
    """`2023-2027`; `2022/23`, a financial year and less likely an academic one; `2022-2023`, two years or one."""
    if "years" in match.named:
        first, last, style = match.named["years"]
        return spell_period(Period("years", year=first, last=last)) if style and last > first else None
    first, last, _ = match.named["split"]
    financial = Period("financial", year=first, other=Period("academic", year=first))
    if "pair" in match.items[0].senses:
        return spell_period(Period("years", year=first, last=last, other=financial._replace(other=None)))
    return spell_period(financial)


def make_named_year(match: Match) -> Made:
    """`FY 22/23`, `academic year`, `2022/23 financial year`, `calendar year 2022`."""
    year = read_year(match)
    kind = match.named["year_name"]
    if year is None:
        return None
    if match.get("part", "end") != "end":
        return None
    if "last" in match.named and match.named["last"] != match.named["short"] + 1:
        return None
    period = Period(kind, year=year[0], part=match.get("part", ""))
    is_short = "short" in match.named or "short_year" in match.named
    is_either = is_short and kind == "financial" and "last" not in match.named
    return spell_period(_either_year(period) if is_either else period)


def make_quarters(match: Match) -> Made:
    """`Qs 1 & 3 2023/24`, `quarters one and three`, `Q1-3`."""
    year = read_year(match)
    if year is None:
        return None
    spans: list[Span] = []
    is_range = False
    for item in match.items[1:] if "quarter" not in match.items[0].senses else match.items:
        number = item.senses.get("small") or item.senses.get("quarter") or item.senses.get("count", 0)
        is_range |= bool({"dash", "range"} & set(item.senses)) and not number
        if not 1 <= number <= _QUARTERS or {"short", "short_year", "year"} & set(item.senses):
            continue
        period = Period("quarter", number=number, year=year[0], style=year[1])
        if is_range and spans and spans[-1].last is None:
            spans[-1] = Span(spans[-1].first, period)
        else:
            spans.append(Span(period))
        is_range = False
    return spell_several(Dates(tuple(spans))) if len(spans) > 1 or (spans and spans[0].last) else None


def make_last_quarters(match: Match) -> Made:
    """`the last two quarters of 2023/24`, `first 3 quarters`."""
    year, nth, count = read_year(match), match.named["nth"], match.named["count"]
    if year is None or nth not in {1, -1} or not 1 < count < _QUARTERS:
        return None
    first = 1 if nth == 1 else _QUARTERS + 1 - count
    return spell_period(Period("quarter", number=first, last=first + count - 1, year=year[0], style=year[1]))


def make_term(match: Match, *, certain: bool) -> Made:
    """A term, or, where the word *term* is missing, perhaps the season."""
    year = read_year(match)
    if year is None:
        return None
    name = match.named["term"]
    season = None if certain else Period("season", name=name, year=year[0], style=year[1])
    return spell_period(Period("term", name=name, year=year[0], style=year[1], other=season))


def make_half_of_term(match: Match) -> Made:
    """`Autumn 2`, `Spring term 1`, `second half term of autumn`: the first or second half of a term."""
    year, number = read_year(match), match.named["half"]
    if year is None or number not in {1, 2}:
        return None
    number += _HALF_TERMS[match.named["term"]] - 1
    return spell_period(Period("half_term", number=number, year=year[0], style=year[1]))


def make_half_term_holiday(match: Match) -> Made:
    """`Feb half term`, `half-term (Oct)`."""
    return make_period(match, "half_term_holiday")


def make_holiday(match: Match) -> Made:
    """`summer holidays`, `Christmas break`."""
    name = match.get("term") or match.named["feast"]
    return (
        make_period(match, "holiday", name=f"{name} holiday")
        if name in {"summer", "easter", "christmas"}
        else None
    )


def make_relative(match: Match) -> Made:
    """`this financial year`, `next month`."""
    number = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(match.named["rel"], -1)
    designator, size = match.get("unit", ("Y", 1))
    name = match.get("year_name") or {("Y", 1): "year", ("M", 1): "month", ("M", 3): "quarter"}.get(
        (designator, size)
    )
    return spell_period(Period("relative", number=number, name=name)) if name else None


def make_end_of_year(match: Match) -> Made:
    """`Year end` is the financial year's; `end of the year` perhaps the calendar's."""
    if match.named["eo"] != "year":
        return None
    is_named = "end of" in " ".join(match.spelling.tokens[match.items[0].start].text.lower().split())
    words = [str(token.value) for token in match.spelling.tokens[match.items[0].start : match.items[0].end]]
    if words[0] == "end" or is_named:
        return spell_period(Period("year", part="end", other=Period("financial", part="end")))
    return spell_period(Period("financial", part="end"))


# What stands around a period
# ---------------------------------------------------------------------------------------------------------


def make_part(match: Match) -> Made:
    """`early 2023`, `mid-March`, `end of Q2`, `mid to late June`, `first half of 2022`."""
    several = match.get("several")
    if several:
        return _part_of_several(match, several)
    part, period = match.named["part"], match.named["period"]
    later = match.get("later")
    if later:
        if part not in {"early", "mid"} or later not in {"mid", "late"} or part == later:
            return None
        part = f"{part} to {later}"
    if part == "start" and not match.get("of"):
        return None  # `start April` is from April
    if period.part or (not KINDS[period.kind].divided and part not in {"start", "end"}):
        return None
    if not KINDS[period.kind].divided and part == "start":
        part = "first day"
    return spell_period(with_part(period, part))


def _part_of_several(match: Match, several: Dates) -> Made:
    if match.named["part"] != "end":
        return None
    spans = tuple(span._replace(first=with_part(span.first, "end")) for span in several.spans)
    return spell_several(several._replace(spans=spans)) if not any(span.last for span in spans) else None


def make_day_of_month(match: Match) -> Made:
    """`April 2023 (14th)`."""
    month = match.named["a_month"]
    return (
        None if month.part else spell_period(month._replace(kind="day", day=match.named["day"], other=None))
    )


def make_week(match: Match) -> Made:
    """`w/c 14 March`, `week ending 18/03/22`, `w/c 3 and 10 May`: seven days from, or up to, each day."""
    kind, several = match.named["week_of"], match.get("several")
    if kind not in KINDS:
        kind = "week"  # `week of`, but not `within 2 weeks of`
        if match.start and "count" in match.spelling.items[match.start - 1].senses:
            return None
    if several:
        days = [span.first for span in several.spans]
        if any(day.kind != "day" for day in days) or any(span.last for span in several.spans):
            return None
        return spell_several(several._replace(spans=tuple(Span(day._replace(kind=kind)) for day in days)))
    period = match.named["a_day"]
    return spell_period(period._replace(kind=kind, weekday=period.weekday if kind == "week" else None))


def make_month_week(match: Match) -> Made:
    """`first week of March`, `last two weeks of June`, `week 2 of June`."""
    number, month = match.get("nth") or match.get("small"), match.named["a_month"]
    count = match.get("count", 1)
    if month.part or not number or abs(number) > _QUARTERS + 1:
        return None
    return spell_period(month._replace(kind="month_week", number=number, last=count, other=None))


def make_weekday_of_month(match: Match) -> Made:
    """`first Monday in March`, `last Friday of June 2022`."""
    month = match.named["a_month"]
    if month.part or not match.named["nth"]:
        return None
    return spell_period(
        month._replace(
            kind="weekday_of_month", number=match.named["nth"], weekday=match.named["weekday"], other=None
        )
    )


def make_year_ending(match: Match) -> Made:
    """`year ending 31 March 2023`: the twelve months up to it; `year end 2022/23`: its last day."""
    end = match.named["period"]
    if end.part or end.year is None:
        return None
    if end.kind in {"financial", "academic", "year"}:
        return spell_period(end._replace(part="end", other=None))
    return (
        spell_period(end._replace(kind="year_ending", other=None)) if end.kind in {"day", "month"} else None
    )


def make_end(match: Match) -> Made:
    """`EOM March`, `Y/E March 2024`, `EOQ Q2`: the last day of it."""
    period = match.named["period"]
    wanted = {
        "month": {"month"},
        "quarter": {"quarter"},
        "year": {"month", "year", "financial", "academic", "day"},
    }
    if period.part or period.kind not in wanted[match.named["eo"]]:
        return None
    if period.kind == "financial" and period.other and period.other.kind == "academic":
        period = period._replace(other=None)
    return spell_period(with_part(period, "end") if period.kind != "day" else period)


def make_same(match: Match) -> Made:
    """The period as it is, in the year that stands beside it."""
    period, whole = match.named["period"], match.get("whole_year")
    if whole is None:
        return spell_period(period)
    if not is_part_of_year(period, whole):
        return None
    return spell_period(with_year(period, whole.year or 0, _STYLES.get(whole.kind, "")))
