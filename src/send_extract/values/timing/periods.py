"""One period (a day, a month, a quarter, a term …) as it is written, before its year is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from send_extract.values.timing.phrases import index_phrases, is_hyphen, match_phrase
from send_extract.values.timing.tokens import NEW_LINE, Token
from send_extract.values.timing.words import HALF_TERM_HOLIDAYS, NUMBERS, ORDINALS, PARTS, SEASONS, TERMS

_MOST_DAYS: Final = 31
_MOST_MONTHS: Final = 12
# A two-digit number behind a month is a year when it is this near the plan's (a convention of the design).
_YEARS_BACK: Final = 3
_YEARS_AHEAD: Final = 5


class Scan(NamedTuple):
    """The tokens that are read, and the plan's year where it has one."""

    tokens: tuple[Token, ...]
    year: int | None = None

    def kind(self, at: int) -> str:
        """The kind of token `at`, empty behind the last."""
        return self.tokens[at].kind if at < len(self.tokens) else ""

    def word(self, at: int) -> str:
        """The word at `at` in small letters, empty where there is none."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token.value if token and token.kind == "word" and isinstance(token.value, str) else ""

    def words(self, at: int, *words: str) -> bool:
        """Whether the words (hyphens aside) stand at `at`."""
        return all(self.word(at + place) == word for place, word in enumerate(words))


class Period(NamedTuple):
    """A period as written.

    `kind` is `day`, `month`, `year`, `financial`, `academic`, `years`, `quarter`, `half`, `term`, `season`,
    `half_term`, `half_term_holiday`, `holiday`, `week`, `week_ending`, `month_week` or `relative`; `name` and
    `number` say which; `style` how its year is written (empty: a calendar year; `split`: 2022/23;
    `academic`). `other` is what the same words can also mean.
    """

    kind: str
    number: int = 0
    month: int = 0
    day: int = 0
    year: int | None = None
    name: str = ""
    style: str = ""
    part: str = ""
    weekday: int | None = None
    last_year: int = 0
    other: Period | None = None


Read = tuple[Period, int]


def read_period(scan: Scan, at: int) -> Read | None:
    """The period that begins at token `at`, and the index behind it; None where none does."""
    if at < len(scan.tokens):
        for rule in RULES.get(scan.kind(at), ()):
            found = rule(scan, at)
            if found:
                return found
    return None


# Parts
# ------------------------------------------------------------------------------------------------------------

_PART_LINKS = frozenset(["of", "in", "the", "week"])


def _read_part(scan: Scan, at: int) -> Read | None:
    """`early 2023`, `mid-March`, `end of Q2`, `mid to late June`, `first half of 2022`."""
    start = at + 1 if scan.word(at) == "the" else at
    found = _read_part_words(scan, start)
    if not found:
        return None
    part, at = found
    while scan.kind(at) == "dash" or scan.word(at) in {"of", "in", "the", "part"}:
        at += 1
    inner = read_period(scan, at)
    if not inner or inner[0].part:
        return None
    period, at = inner
    return period._replace(part=part, other=None), at


def _read_part_words(scan: Scan, at: int) -> tuple[str, int] | None:
    word = scan.word(at)
    if word in {"first", "second", "1st", "2nd", "latter"} and scan.word(at + 1) == "half":
        return ("first half" if word == "first" else "second half"), at + 2
    part = PARTS.get(word)
    if not part or (part == "start" and scan.word(at + 1) not in {"of", "in"}):
        return None
    joined = scan.word(at + 1) == "to" or scan.kind(at + 1) in {"slash", "dash"}
    later = PARTS.get(scan.word(at + 2), "") if joined else ""
    if later and part in {"early", "mid"} and later in {"mid", "late"} and part != later:
        return f"{part} to {later}", at + 3
    return part, at + 1


# Days and months
# --------------------------------------------------------------------------------------------------


def _read_date(scan: Scan, at: int) -> Read | None:
    """`1.4.22`, `01/04/2022`, `2022-04-01`: the day before the month, as in the United Kingdom."""
    day, month, year = scan.tokens[at].numbers
    return Period("day", month=month, day=day, year=_full_year(year, scan.year)), at + 1


def _read_day_month(scan: Scan, at: int) -> Read | None:
    """`25/03`, where the first number is too large for a month; `04/22`, where the second is, and is a year."""
    day, month = scan.tokens[at].numbers
    if 1 <= day <= _MOST_MONTHS < month and scan.year is not None and _is_near(month, scan.year):
        return Period("month", month=day, year=_full_year(month, scan.year)), at + 1
    if day <= _MOST_MONTHS or day > _MOST_DAYS or not 1 <= month <= _MOST_MONTHS:
        return None
    return Period("day", month=month, day=day), at + 1


def _read_month_year(scan: Scan, at: int) -> Read | None:
    month, year = scan.tokens[at].numbers
    return Period("month", month=month, year=year), at + 1


def _read_weekday(scan: Scan, at: int) -> Read | None:
    """`Mon 14 Mar 2022`, `Monday, 14th March`."""
    behind = at + 1
    while scan.kind(behind) in {"comma", "dot"} or scan.word(behind) == "the":
        behind += 1
    if scan.kind(behind) not in {"number", "ordinal", "date"}:
        return None
    found = read_period(scan, behind)
    if not found or found[0].kind != "day":
        return None
    return found[0]._replace(weekday=scan.tokens[at].number), found[1]


def _read_day(scan: Scan, at: int) -> Read | None:
    """`14 March`, `31st March 2023`, `31 Mar 17`, `14th of March`, `14-Mar-22`."""
    day = scan.tokens[at].number
    behind = at + 1
    while scan.word(behind) in {"of", "day"} or _is_tight_mark(scan, behind):
        behind += 1
    if not 1 <= day <= _MOST_DAYS or scan.kind(behind) != "month":
        return None
    month = scan.tokens[behind].number
    year, behind = _read_year_after(scan, behind + 1, after_day=True)
    return Period("day", month=month, day=day, year=year[0], style=year[1]), behind


def _is_tight_mark(scan: Scan, at: int) -> bool:
    return scan.kind(at) in {"dash", "slash", "dot"} and scan.tokens[at].gap == 0


def _read_month(scan: Scan, at: int) -> Read | None:
    """`Jan`, `March`, `Sept 2022`, `Sep-22`, `Sept '22`, `May 25`, `March 14th 2022`, `Jan 2022/23`."""
    month = scan.tokens[at].number
    behind = at + 2 if scan.kind(at + 1) == "dot" and scan.tokens[at + 1].gap == 0 else at + 1
    day = _read_day_after(scan, behind, month)
    if day:
        return day
    year, end = _read_year_after(scan, behind, after_day=False)
    other = None
    if year[1] == "near":
        # A number of one or two digits that is near the plan's year, and could be the day.
        number = (year[0] or 0) % 100
        is_plain = scan.year is not None and abs((year[0] or 0) - scan.year) <= 1
        other = (
            None if is_plain or number > _MOST_DAYS or not number else Period("day", month=month, day=number)
        )
    return Period(
        "month", month=month, year=year[0], style="" if year[1] == "near" else year[1], other=other
    ), end


def _read_day_after(scan: Scan, at: int, month: int) -> Read | None:
    """The day of `March 14th 2022`, `March 14, 2022`, or of `March 14` where 14 is no year near the plan's."""
    kind = scan.kind(at)
    if kind not in {"number", "ordinal"} or not 1 <= scan.tokens[at].number <= _MOST_DAYS:
        return None
    if scan.tokens[at].gap == NEW_LINE or scan.kind(at + 1) == "month" or scan.word(at + 1) in _COUNTED:
        return None
    day = scan.tokens[at].number
    behind = at + 2 if scan.kind(at + 1) == "comma" else at + 1
    if scan.kind(behind) == "year":
        return Period("day", month=month, day=day, year=scan.tokens[behind].number), behind + 1
    if kind == "ordinal" or len(scan.tokens[at].text) == 1 or not _is_near(day, scan.year):
        return Period("day", month=month, day=day), at + 1
    return None


# Words that make the number before them a count (`6 times`), not a day or a year.
_COUNTED = frozenset(
    "times x month months week weeks year years day days monthly weekly yearly per per".split()  # noqa: SIM905
)


def _is_near(number: int, year: int | None) -> bool:
    return year is None or -_YEARS_BACK <= _full_year(number, year) - year <= _YEARS_AHEAD


def _full_year(number: int, near: int | None) -> int:
    """A year of two digits in full, in the plan's century or this one."""
    if number > 99:  # noqa: PLR2004 - already in full
        return number
    if near is None:
        return 2000 + number if number < 70 else 1900 + number  # noqa: PLR2004 - POSIX's pivot, nearly
    return min((century + number for century in (1900, 2000, 2100)), key=lambda year: abs(year - near))


def _read_year_after(scan: Scan, at: int, *, after_day: bool) -> tuple[tuple[int | None, str], int]:
    """The year behind a month, how it is written (`near`: two digits alone), and the index behind it."""
    none = (None, ""), at
    if scan.kind(at) == "dot" and scan.tokens[at].gap == 0:
        at += 1
    tight = _is_tight_mark(scan, at) and at + 1 < len(scan.tokens) and scan.tokens[at + 1].gap == 0
    if tight or scan.kind(at) == "comma" or scan.word(at) in {"of", "in"}:
        at += 1
    kind = scan.kind(at)
    if kind in {"year", "short_year"}:
        return (_full_year(scan.tokens[at].number, scan.year), ""), at + 1
    if kind == "years" and scan.tokens[at].numbers[1] == scan.tokens[at].numbers[0] + 1:
        return (scan.tokens[at].numbers[0], "split"), at + 1
    if kind == "number" and not (tight is False and at != none[1] and scan.kind(at - 1) != "dot"):
        return _read_short_year(scan, at, tight or after_day) or none
    return none


def _read_short_year(scan: Scan, at: int, certain: bool) -> tuple[tuple[int | None, str], int] | None:  # noqa: FBT001
    token = scan.tokens[at]
    if len(token.text) != 2 or token.gap == NEW_LINE or scan.word(at + 1) in _COUNTED:  # noqa: PLR2004 - digits
        return None
    if scan.kind(at + 1) == "month" and not certain:
        return None
    if certain or _is_near(token.number, scan.year):
        return (_full_year(token.number, scan.year), "" if certain else "near"), at + 1
    return None


# Years, quarters, terms
# -------------------------------------------------------------------------------------------


def _read_year(scan: Scan, at: int) -> Read | None:
    token = scan.tokens[at]
    if scan.word(at + 1) in {"academic", "financial", "school", "fiscal"}:
        named = _YEAR_NAMES.get(scan.word(at + 1), "")
        behind = at + 3 if scan.word(at + 2) == "year" else at + 2
        return Period(named, year=token.number), behind
    return Period("year", year=token.number), at + 1


_YEAR_NAMES = {"financial": "financial", "fiscal": "financial", "academic": "academic", "school": "academic"}


def _read_years(scan: Scan, at: int) -> Read | None:
    """`2022/23`, `2022-23`, `22/23` (a financial year), `2023-2027` (calendar years)."""
    first, last, style = scan.tokens[at].numbers
    if last == first + 1:
        if scan.word(at + 1) in _YEAR_NAMES:
            behind = at + 3 if scan.word(at + 2) == "year" else at + 2
            return Period(_YEAR_NAMES[scan.word(at + 1)], year=first), behind
        financial = Period("financial", year=first, other=Period("academic", year=first))
        if style == 2:  # noqa: PLR2004 - a dash, both years in full
            calendar = Period("years", year=first, last_year=last, other=financial._replace(other=None))
            return calendar, at + 1
        return financial, at + 1
    if style == 1 and last < first and 1 <= last % 100 <= _MOST_MONTHS:
        return Period("month", month=last % 100, year=first), at + 1  # ISO 8601's 2022-04
    if style and last > first:
        return Period("years", year=first, last_year=last), at + 1
    return None


def _read_named_year(scan: Scan, at: int) -> Read | None:
    """`FY 22/23`, `financial year 2022/23`, `academic year`, `calendar year 2022`, `the school year`."""
    word = scan.word(at)
    if word in {"fy", "ay"}:
        kind, behind = ("financial" if word == "fy" else "academic"), at + 1
    elif word in _YEAR_NAMES and scan.word(at + 1) == "year":
        kind, behind = _YEAR_NAMES[word], at + 2
    elif word == "calendar" and scan.word(at + 1) == "year":
        kind, behind = "year", at + 2
    elif word == "year" and scan.word(at + 1) == "end":
        return Period("financial", part="end"), at + 2
    else:
        return None
    while scan.kind(behind) == "colon" or scan.word(behind) == "of":
        behind += 1
    if scan.word(behind) == "end":
        year, style, behind = None, "end", behind + 1
        year_behind, _, end = _read_year_of(scan, behind)
        return Period(kind, year=year_behind, part="end"), end if year_behind is not None else behind
    year, style, behind = _read_year_of(scan, behind)
    return Period(kind, year=year, style=style if style == "split" else ""), behind


def _read_year_of(scan: Scan, at: int) -> tuple[int | None, str, int]:
    """The year of a quarter or a term: 2022, 2022/23 (`split`), '22, 22."""
    start = at
    while scan.word(at) in {"of", "in"} or (scan.kind(at) in {"comma", "dash", "open"} and at == start):
        at += 1
    closing = 1 if scan.kind(start) == "open" else 0
    found = _read_year_number(scan, at)
    if not found or (closing and scan.kind(at + 1) != "close"):
        return None, "", start
    return *found, at + 1 + closing


def _read_year_number(scan: Scan, at: int) -> tuple[int, str] | None:
    kind = scan.kind(at)
    if kind in {"year", "short_year"}:
        return _full_year(scan.tokens[at].number, scan.year), ""
    if kind == "years" and scan.tokens[at].numbers[1] == scan.tokens[at].numbers[0] + 1:
        return scan.tokens[at].numbers[0], "split"
    if kind == "number" and len(scan.tokens[at].text) == 2 and scan.word(at + 1) not in _COUNTED:  # noqa: PLR2004
        number = scan.tokens[at].number
        follows_month = scan.kind(at + 1) == "month"
        return (
            (_full_year(number, scan.year), "") if _is_near(number, scan.year) and not follows_month else None
        )
    return None


def _read_quarter(scan: Scan, at: int) -> Read | None:
    """`Q3 22/23`, `Quarter 1 of 2022/23`, `Q2`; a year alone leaves open which year's quarter it is."""
    return _with_year(scan, at + 1, Period("quarter", number=scan.tokens[at].number))


def _with_year(scan: Scan, at: int, period: Period) -> Read:
    for word in ("of", "the"):
        at += scan.word(at) == word and _is_year_ahead(scan, at + 1)
    word = scan.word(at)
    style = ""
    if word in _YEAR_NAMES or word in {"fy", "ay"}:
        style = "split" if _YEAR_NAMES.get(word, "financial") == "financial" and word != "ay" else "academic"
        at += 2 if scan.word(at + 1) == "year" else 1
    year, written, at = _read_year_of(scan, at)
    return period._replace(year=year, style=style or written), at


def _is_year_ahead(scan: Scan, at: int) -> bool:
    return scan.kind(at) in {"year", "years", "short_year"} or scan.word(at) in {
        "the",
        "fy",
        "ay",
        *_YEAR_NAMES,
    }


def _read_half_term_number(scan: Scan, at: int) -> Read | None:
    """`HT4`, `half term 4`."""
    return _with_year(scan, at + 1, Period("half_term", number=scan.tokens[at].number))


def _read_half(scan: Scan, at: int) -> Read | None:
    """`H1 2022`, `H2 22/23`: halves of a year."""
    half = "first half" if scan.tokens[at].number == 1 else "second half"
    year, style, behind = _read_year_of(scan, at + 1)
    return Period("financial" if style == "split" else "year", year=year, part=half), behind


def _read_counted_period(scan: Scan, at: int) -> Read | None:
    """`third quarter of 2022/23`, `first week of March`, `last week in June 2022`, `1st half term`."""
    token = scan.tokens[at]
    number = token.number if token.kind == "ordinal" else ORDINALS.get(scan.word(at), 0)
    unit = scan.word(at + 1)
    if not number:
        return None
    if unit in {"quarter", "qtr"} and number > 0:
        return _with_year(scan, at + 2, Period("quarter", number=number))
    if unit == "half" and scan.word(at + 2) == "term" and number > 0:
        return None
    if unit == "week" and scan.word(at + 2) in {"of", "in"}:
        behind = at + 4 if scan.word(at + 3) == "the" else at + 3
        month = read_period(scan, behind)
        if month and month[0].kind == "month" and not month[0].part:
            return month[0]._replace(kind="month_week", number=number, other=None), month[1]
    return None


def _read_term(scan: Scan, at: int) -> Read | None:
    """`Autumn Term 2022`, `Spring 2023`, `summer half-term`, `Autumn 2`, `summer holidays`, `Winter 2022`."""
    word = scan.word(at)
    name = TERMS.get(word)
    behind = at + 1
    if scan.word(behind) in _HOLIDAYS and word == "summer":
        return _with_year(scan, behind + 1, Period("holiday", name="summer holiday"))
    if _is_half_term(scan, behind):
        return _read_half_term_holiday(scan, at, HALF_TERM_HOLIDAYS.get(word))
    if not name:
        return _with_year(scan, behind, Period("season", name=word)) if word in SEASONS else None
    half = _read_half_of_term(scan, behind, name)
    if half:
        return half
    explicit = scan.word(behind) in {"term", "terms"}
    behind += explicit
    period = Period("term", name=name, other=None if explicit else Period("season", name=word))
    found, behind = _with_year(scan, behind, period)
    if found.other:
        found = found._replace(other=found.other._replace(year=found.year, style=found.style))
    if not explicit and scan.word(behind) == "term":
        return found._replace(other=None), behind + 1
    return found, behind


_HALF_TERMS = {"autumn": 1, "spring": 3, "summer": 5}


def _read_half_of_term(scan: Scan, at: int, name: str) -> Read | None:
    """`Autumn 2`, `Spring term 1`: the first or second half of a term."""
    at += scan.word(at) == "term"
    token = scan.tokens[at] if at < len(scan.tokens) else None
    if not token or token.kind != "number" or token.text not in {"1", "2"} or scan.word(at + 1) in _COUNTED:
        return None
    if scan.kind(at + 1) == "month":
        return None
    return _with_year(scan, at + 1, Period("half_term", number=_HALF_TERMS[name] + token.number - 1))


def _is_half_term(scan: Scan, at: int) -> bool:
    return scan.word(at) == "half" and scan.word(_past_hyphen(scan, at + 1)) == "term"


def _past_hyphen(scan: Scan, at: int) -> int:
    return at + 1 if at < len(scan.tokens) and is_hyphen(scan.tokens, at) else at


def _read_half_term_holiday(scan: Scan, at: int, name: str | None) -> Read | None:
    behind = _past_hyphen(scan, at + 2) + 1
    behind += scan.word(behind) in _HOLIDAYS or scan.word(behind) == "week"
    return _with_year(scan, behind, Period("half_term_holiday", name=name)) if name else None


_HOLIDAYS = frozenset(["holiday", "holidays", "break", "vacation", "hols"])


def _read_holiday(scan: Scan, at: int) -> Read | None:
    """`Easter 2022`, `the Christmas holidays`."""
    name = {"easter": "easter", "christmas": "christmas", "xmas": "christmas"}.get(scan.word(at))
    if not name:
        return None
    behind = at + 1
    if scan.word(behind) in _HOLIDAYS:
        name, behind = f"{name} holiday", behind + 1
    return _with_year(scan, behind, Period("holiday", name=name))


def _read_month_or_half_term(scan: Scan, at: int) -> Read | None:
    if _is_half_term(scan, at + 1):
        return _read_half_term_holiday(scan, at, HALF_TERM_HOLIDAYS.get(scan.tokens[at].number))
    return _read_month(scan, at)


# Weeks and relative periods
# ---------------------------------------------------------------------------------------

_WEEKS = index_phrases({
    "week commencing": "week", "week beginning": "week", "week of": "week", "week starting": "week",
    "week ending": "week_ending", "week end": "week_ending", "week ended": "week_ending", "weeks commencing": "week",
    "wk commencing": "week", "wk beginning": "week", "wk ending": "week_ending", "week from": "week",
})  # fmt: skip


def _read_week(scan: Scan, at: int) -> Read | None:
    """`w/c 14 March`, `week ending 18/03/22`: seven days from, or up to, that day."""
    found = match_phrase(_WEEKS, scan.tokens, at)
    short = "week_ending" if scan.tokens[at].value == "ending" else "week"
    kind, behind = found or (short, at + 1)
    while scan.word(behind) == "the" or scan.kind(behind) in {"colon", "dot"}:
        behind += 1
    day = read_period(scan, behind)
    if not day or day[0].kind != "day":
        return None
    return day[0]._replace(kind=kind), day[1]


_RELATIVE = {"this": 0, "current": 0, "next": 1, "coming": 1, "last": -1, "previous": -1}
_RELATIVE_UNITS = index_phrases({
    "year": "year", "calendar year": "year", "financial year": "financial", "fiscal year": "financial",
    "academic year": "academic", "school year": "academic", "month": "month", "quarter": "quarter",
})  # fmt: skip


def _read_relative(scan: Scan, at: int) -> Read | None:
    """`this financial year`, `next academic year`, `next month`."""
    shift = _RELATIVE.get(scan.word(at))
    unit = match_phrase(_RELATIVE_UNITS, scan.tokens, at + 1) if shift is not None else None
    return (Period("relative", number=shift or 0, name=unit[0]), unit[1]) if unit else None


def _read_worded(scan: Scan, at: int) -> Read | None:
    """The periods that begin with a word, by that word."""
    for rule in _WORD_RULES:
        found = rule(scan, at)
        if found:
            return found
    return None


def _read_week_words(scan: Scan, at: int) -> Read | None:
    return _read_week(scan, at) if match_phrase(_WEEKS, scan.tokens, at) else None


def _read_the(scan: Scan, at: int) -> Read | None:
    return read_period(scan, at + 1) if scan.word(at) == "the" else None


def _read_quarter_words(scan: Scan, at: int) -> Read | None:
    """`quarter one`, `Qtr. four`."""
    number = NUMBERS.get(scan.word(at + 1), 0)
    if scan.word(at) not in {"quarter", "qtr"} or not 1 <= number <= 4 or scan.word(at + 1) == "a":  # noqa: PLR2004
        return None
    return _with_year(scan, at + 2, Period("quarter", number=number))


Rule = Callable[[Scan, int], Read | None]

_WORD_RULES: Sequence[Rule] = (
    _read_part,
    _read_relative,
    _read_counted_period,
    _read_week_words,
    _read_term,
    _read_holiday,
    _read_named_year,
    _read_quarter_words,
    _read_the,
)

# The rules by the kind of token that a period begins with, in the order in which they are tried.
RULES: dict[str, Sequence[Rule]] = {
    "date": (_read_date,),
    "day_month": (_read_day_month,),
    "month_year": (_read_month_year,),
    "weekday": (_read_weekday,),
    "ordinal": (_read_counted_period, _read_day),
    "number": (_read_day,),
    "month": (_read_month_or_half_term,),
    "year": (_read_year,),
    "years": (_read_years,),
    "quarter": (_read_quarter,),
    "half_term": (_read_half_term_number,),
    "half": (_read_half,),
    "week": (_read_week,),
    "word": (_read_worded,),
}
