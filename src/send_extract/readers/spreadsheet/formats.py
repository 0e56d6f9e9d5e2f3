"""A value as its cell shows it, by the cell's number format (ECMA-376, part 1, 18.8.31)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from send_extract.readers.spreadsheet.printed import Value

_TOKEN = compile_later(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.'
    r"|(?P<digits>[#0?][#0?,]*(?:\.[#0?]+)?)|(?P<sign>.)",
    re.DOTALL,
)
_SECTION = compile_later(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(?:;|$)')
_CONDITION = compile_later(r"\[[<>=]")
_LITERALS = frozenset("$£€%+-() :/")
_WORDED = compile_later(r"[^\W\d_]")
_MOST_DIGITS = ".15g"
"""A number has 15 digits that count; what a sum leaves behind them is shown nowhere."""


class Pattern(NamedTuple):
    """One section of a number format: what is printed before and after the number, and how the number is."""

    before: str = ""
    digits: str = ""
    after: str = ""


def print_value(value: Value, number_format: str = "") -> str:
    """A cell's value as printed; dates in ISO 8601 or, where their format shows no day, as month and year."""
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
    """A date, with the words that its format puts before and after it."""
    tokens = list(_TOKEN.finditer(next(iter(_split_sections(number_format)), "")))
    codes = "".join(token["sign"] or "" for token in tokens).lower()
    words = _print_plain(date, codes)
    first = next((place for place, token in enumerate(tokens) if token["sign"]), 0)
    before = "".join(token["quoted"] or "" for token in tokens[:first])
    return f"{before.strip()} {words}" if _WORDED.search(before) else words


def _print_plain(date: dt.date, codes: str) -> str:
    if "y" in codes and "d" not in codes:
        return f"{date:%B %Y}" if "m" in codes else f"{date:%Y}"
    return date.isoformat()


def _print_time(time: dt.time) -> str:
    """The time of day; midnight is what a date without one has."""
    return "" if time == dt.time() else f" {time:%H:%M}"


def _print_number(value: float, number_format: str) -> str:
    sections = _split_sections(number_format)
    place = 1 if value < 0 else 2 if value == 0 else 0
    pattern = _read_pattern(sections[place if place < len(sections) else 0]) if sections else None
    if pattern is None:
        return str(int(value)) if value == int(value) else format(value, _MOST_DIGITS)
    digits = _print_digits(abs(value), pattern)
    sign = "-" if value < 0 and len(sections) == 1 and digits.strip("0.") else ""
    return f"{sign}{pattern.before}{digits}{pattern.after}".strip()


def _split_sections(number_format: str) -> list[str]:
    """The sections of a format for positive numbers, negative ones and nought; none where conditions choose."""
    return [] if _CONDITION.search(number_format) else _SECTION.findall(number_format)[:-1][:3]


def _read_pattern(section: str) -> Pattern | None:
    """One section; None where it is blank, or no digits with signs around them (`General`, `0.00E+00`, `# ?/?`)."""
    before, digits, after = "", "", ""
    for token in _TOKEN.finditer(section):
        if token["digits"]:
            if digits:
                return None
            digits = token["digits"]
            continue
        if token["sign"] and token["sign"] not in _LITERALS:
            return None
        words = next((words for words in token.groups() if words), "")
        before, after = (before, after + words) if digits else (before + words, after)
    is_scaled = digits.endswith(",")
    return Pattern(before, digits, after) if section and not is_scaled else None


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
