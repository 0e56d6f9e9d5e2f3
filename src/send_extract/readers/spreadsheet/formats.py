"""A value as its cell shows it, by the cell's number format (ECMA-376, part 1, 18.8.31)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from send_extract.patterns import compile_later

Value = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta

_TOKEN = compile_later(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<elapsed>[hms]+)\]|\[[^\]]*\]|_.|\*.'
    r"|(?P<digits>[#0?][#0?,]*(?:\.[#0?]+)?)|(?P<sign>.)",
    re.DOTALL | re.IGNORECASE,
)
_SECTION = compile_later(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(?:;|$)')
_CONDITION = compile_later(r"\[[<>=]")
_DATE_TOKEN = compile_later(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|_.|\*.|(?P<code>d+|m+|y+)|(?P<time>[hs])|@|(?P<sign>.)',
    re.DOTALL | re.IGNORECASE,
)
_PARTS = {
    "d": ("{0.day}", "{0:%d}", "{0:%a}", "{0:%A}"),
    "m": ("{0.month}", "{0:%m}", "{0:%b}", "{0:%B}", "{0:%b}"),
    "y": ("{year:02}", "{year:02}", "{0.year}", "{0.year}"),
}
"""What each part of a date prints by the number of its letters; a month's first letter alone says too little."""
_WEEKDAYS = frozenset(("ddd", "dddd"))
_SPELT = 3
"""Letters of a month's format from which on it is a word."""
_ORDERS = frozenset(("dmy", "dMy", "dM", "My", "M", "y"))
_ORDERS_OF_YEARS = frozenset(("my", "Mdy", "Md", "yM"))
"""Orders of the parts of a date, `M` a month's word, that are read as it; some only where its year is in full."""
_LONG_DATE = compile_later(r".*\[\$-F800\].*", re.IGNORECASE | re.DOTALL)
_LONGEST_DATE = "dd mmmm yyyy"
"""What the long date of the system, whatever words stand behind it, is in Britain."""
_LITERALS = frozenset("$£€%+-() :/")
_MOST_DIGITS = ".15g"
"""A number has 15 digits that count; what a sum leaves behind them is shown nowhere."""
_DATED = frozenset("dmyhs")
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zone
_LEAP = 60
"""The 29 February 1900 that Excel counts and that never was; what is before it is a day later."""
_SHIFT_1904 = 1462
"""The days between the two dates that workbooks count from."""
_LAST = 2_958_466
"""The number of the first day beyond the year 9999."""


class Pattern(NamedTuple):
    """One section of a number format: what is printed before and after the number, and how the number is."""

    before: str = ""
    digits: str = ""
    after: str = ""


def read_number(number: float, number_format: str, *, is_1904: bool = False) -> Value:
    """A number, or the date or time that it stands for where its format shows one (18.17.4)."""
    codes = _read_codes(number_format)
    if not _DATED & set(codes) or not 0 <= number < _LAST - _SHIFT_1904:
        return number
    if number < 1 and not is_1904:
        return (_EPOCH + dt.timedelta(seconds=round(number * 86_400))).time()
    days = number + _SHIFT_1904 if is_1904 else number + (number < _LEAP)
    return _EPOCH + dt.timedelta(seconds=round(days * 86_400))


def _read_codes(number_format: str) -> str:
    """The letters of the first section of a format that stand for parts of a date or time; empty for other formats."""
    tokens = list(_TOKEN.finditer(next(iter(_split_sections(number_format)), "")))
    if any(token["elapsed"] for token in tokens):
        return ""
    return _join_signs(tokens).lower().replace("general", "")


def print_value(value: Value, number_format: str = "") -> str:
    """A cell's value as its format shows it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float | int):
        return _print_number(value, number_format)
    if isinstance(value, dt.datetime):
        return _print_date(value.date(), number_format) + _print_time(value.time())
    if isinstance(value, dt.date):
        return _print_date(value, number_format)
    return str(value)


def _print_date(date: dt.date, number_format: str) -> str:
    """A date by the parts that its format shows, with its own year where there is none.

    In ISO 8601 where that would not be read as the date again: the month's figures first, or no month.
    """
    section = next(iter(_split_sections(_LONG_DATE.sub(_LONGEST_DATE, number_format))), "")
    tokens = _cut_time(_DATE_TOKEN.finditer(section))
    codes = [token["code"].lower() for token in tokens if token["code"]]
    if not _is_plain([code for code in codes if code not in _WEEKDAYS]):
        return date.isoformat()
    shown = "".join([_print_part(date, token) for token in tokens])
    year = "" if any("y" in code for code in codes) else f" {date.year}"
    return " ".join(shown.split()).rstrip("-/., ") + year


def _cut_time(tokens: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """The parts of a date's format in front of its hours."""
    return [*takewhile(lambda token: not token["time"], tokens)]


def _is_plain(codes: Sequence[str]) -> bool:
    """Whether the parts that a format shows are read as the date that they are of."""
    is_worded = any(code[0] == "m" and len(code) >= _SPELT for code in codes)
    order = "".join(["M" if is_worded and code[0] == "m" else code[0] for code in codes])
    return order in _ORDERS or (order in _ORDERS_OF_YEARS and "yy" not in codes)


def _print_part(date: dt.date, token: re.Match[str]) -> str:
    """What a part of a format prints of a date, or of itself."""
    code = (token["code"] or "").lower()
    if not code:
        return token["quoted"] or token["escaped"] or token["sign"] or ""
    printed = _PARTS[code[0]]
    return printed[min(len(code), len(printed)) - 1].format(date, year=date.year % 100)


def _print_time(time: dt.time) -> str:
    """The time of day; midnight is what a date without one has."""
    return "" if time == dt.time() else f" {time:%H:%M}"


def _print_number(value: float, number_format: str) -> str:
    sections = _split_sections(number_format)
    pattern = _read_pattern(_choose_section(value, sections)) if sections else None
    if pattern is None:
        return str(int(value)) if value == int(value) else format(value, _MOST_DIGITS)
    digits = _print_digits(abs(value), pattern)
    sign = "-" if value < 0 and len(sections) == 1 and digits.strip("0.") else ""
    return f"{sign}{pattern.before}{digits}{pattern.after}".strip()


def _split_sections(number_format: str) -> list[str]:
    """The sections of a format for positive numbers, negative ones and nought; none where conditions choose."""
    return [] if _CONDITION.search(number_format) else _SECTION.findall(number_format)[:-1][:3]


def _choose_section(value: float, sections: list[str]) -> str:
    place = 1 if value < 0 else 2 if value == 0 else 0
    return sections[place if place < len(sections) else 0]


def _join_signs(tokens: Iterable[re.Match[str]]) -> str:
    return "".join([token["sign"] or "" for token in tokens])


def _read_pattern(section: str) -> Pattern | None:
    """One section; None where it is blank, or no digits with signs around them (`General`, `0.00E+00`, `# ?/?`)."""
    tokens = list(_TOKEN.finditer(section))
    places = [place for place, token in enumerate(tokens) if token["digits"]]
    signs = _join_signs(tokens)
    if not section or len(places) > 1 or not _LITERALS.issuperset(signs):
        return None
    if not places:
        return Pattern(_join_words(tokens))
    digits, place = tokens[places[0]]["digits"], places[0]
    pattern = Pattern(_join_words(tokens[:place]), digits, _join_words(tokens[place + 1 :]))
    return None if digits.endswith(",") else pattern


def _join_words(tokens: Iterable[re.Match[str]]) -> str:
    """What the tokens of a section print of themselves."""
    return "".join(next(filter(None, token.groups()), "") for token in tokens)


def _print_digits(value: float, pattern: Pattern) -> str:
    """The number itself; nothing where its section has no place for one, or none for a nought."""
    if not pattern.digits or not (value or "0" in pattern.digits):
        return ""
    whole, _, fraction = pattern.digits.partition(".")
    shown = value * 100 if "%" in pattern.after else value
    rounded = f"{shown:,.{len(fraction)}f}" if "," in whole else f"{shown:.{len(fraction)}f}"
    for _ in range(len(fraction) - len(fraction.rstrip("#?"))):
        rounded = rounded.removesuffix("0")
    rounded = rounded.removesuffix(".")
    return rounded.zfill(whole.count("0") + len(rounded) - len(rounded.partition(".")[0]))
