"""Settings: what `send-extract.toml` can say about a plan."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args

from send_extract.errors import InvalidSettings

FILE_NAME = "send-extract.toml"

Field = Literal[
    "number", "section", "recommendation", "actions", "when", "start", "end", "revised", "who", "accountable",
    "measures", "status", "progress", "priority", "cost", "notes", "extra",
]  # fmt: skip
"""What a column can be: the fields that a heading can mean, and any other column."""
FIELDS: tuple[Field, ...] = get_args(Field)[:-1]
CORE = frozenset(("recommendation", "actions"))
"""The fields that say what is to be done."""
TIMED = ("when", "start", "end", "revised")
HELD = ("who", "accountable")
"""The fields of one mention, in the order in which their columns are read as one."""

TERMS = (
    "autumn", "spring", "summer", "ht1", "ht2", "ht3", "ht4", "ht5", "ht6",
    "february half term", "may half term", "october half term",
)  # fmt: skip
"""The terms, half-terms and half-term holidays that a school year has, as their keys are read."""

FIRST_YEAR, LAST_YEAR = 1900, 2200

_NONE: Mapping[str, Any] = {}


class PlanSettings(NamedTuple):
    """`[plan]`: the date that spans count from, the plan's year, how its quarters and financial years run.

    `financial_year_start` is the month (1 to 12) in which a financial year begins; `council` says whose plan it is.
    """

    date: dt.date | None = None
    year: int | None = None
    quarters: Literal["financial", "calendar"] | None = None
    financial_year_start: int = 4
    council: str | None = None


class CheckSettings(NamedTuple):
    """`[check]`: the codes of diagnostics and the terms that need no more mention."""

    accept: tuple[str, ...] = ()


class OutputSettings(NamedTuple):
    """`[outputs]`: names of outputs, to make only these, or these as well."""

    only: tuple[str, ...] | None = None
    also: tuple[str, ...] = ()


class LimitSettings(NamedTuple):
    """`[limits]`: the `seconds` and the MiB of `memory` that a draft may take, whatever its kind and size."""

    seconds: float | None = None
    memory: int | None = None


class Settings(NamedTuple):
    """All that `send-extract.toml` can say; every key is optional.

    `terms` maps a school year (`2022/23`) to its `TERMS` with their first and last day; `people`
    initials to names; `glossary` terms to expansions; `headings` a column's heading to a field.
    """

    plan: PlanSettings = PlanSettings()
    terms: Mapping[str, Mapping[str, tuple[dt.date, dt.date]]] = _NONE
    people: Mapping[str, str] = _NONE
    glossary: Mapping[str, str] = _NONE
    headings: Mapping[str, Field] = _NONE
    check: CheckSettings = CheckSettings()
    outputs: OutputSettings = OutputSettings()
    limits: LimitSettings = LimitSettings()


DEFAULTS = Settings()


def parse_settings(text: str, name: str = FILE_NAME) -> Settings:
    """The settings that the TOML `text` of the file `name` gives.

    Raises:
        InvalidSettings: the text is no TOML, or has keys or values that are not known; every fault is named.
    """
    import tomllib

    from pydantic import TypeAdapter, ValidationError

    try:
        settings = TypeAdapter(Settings).validate_python(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = f"{name} is not valid TOML: {error}. Correct that line."
        raise InvalidSettings(message) from error
    except RecursionError as error:
        message = f"{name} nests its values deeper than any setting does. Correct it."
        raise InvalidSettings(message) from error
    except ValidationError as error:
        faults = [_describe_fault(fault["loc"], fault["msg"], fault["type"]) for fault in error.errors()]
        raise _refusal(name, faults) from error
    faults = list(_find_faults(settings))
    if faults:
        raise _refusal(name, faults)
    return settings


def _refusal(name: str, faults: list[str]) -> InvalidSettings:
    return InvalidSettings(f"{name} cannot be used: {'; '.join(faults)}.")


_NEEDED = {
    "named_tuple": "a table of keys",
    "dict": "a table of keys",
    "tuple": 'a list, such as ["SEND"],',
    "string": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "date": "a day, such as 2022-01-13,",
}
"""What pydantic wants, by what its names for a fault begin with, in the words of a settings file."""
_TERM_NEEDED = "a list of the first and the last day, such as [2022-09-05, 2022-12-16],"
_TERM_PARTS = 3
"""Parts of the place of a school term: `terms`, the school year, the term."""


def _describe_fault(place: tuple[int | str, ...], message: str, kind: str) -> str:
    is_term = place[0] == "terms" and len(place) >= _TERM_PARTS
    key = ".".join(map(_quote, map(str, place[:_TERM_PARTS] if is_term else place)))
    if kind == "extra_forbidden":
        return f"the key {key!r} is not known ({_suggest_key(place)})"
    needed = _TERM_NEEDED if is_term else _find_needed(kind)
    return f"{key}: {needed} is needed" if needed else f"{key}: {message[0].lower()}{message[1:]}"


def _find_needed(kind: str) -> str:
    return next((words for beginning, words in _NEEDED.items() if kind.startswith(beginning)), "")


def _quote(part: str) -> str:
    """A part of a key as a settings file has it."""
    return f'"{part}"' if "/" in part or " " in part else part


def _suggest_key(place: tuple[int | str, ...]) -> str:
    known = {
        "plan": PlanSettings._fields,
        "check": CheckSettings._fields,
        "outputs": OutputSettings._fields,
        "limits": LimitSettings._fields,
    }
    return _suggest(str(place[-1]), known[str(place[0])] if len(place) > 1 else Settings._fields)


def _suggest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known keys: {', '.join(known)}"


def fold_term(name: str) -> str:
    """The key of a term as it is compared: `February_half_term` is `february half term`."""
    return " ".join(name.lower().replace("_", " ").split())


def _find_faults(settings: Settings) -> Iterator[str]:
    """What is of the right type and still cannot be."""
    if not 1 <= settings.plan.financial_year_start <= 12:
        yield "plan.financial_year_start: a month from 1 to 12 is needed"
    if settings.plan.year is not None and not FIRST_YEAR <= settings.plan.year <= LAST_YEAR:
        yield f"plan.year: a year from {FIRST_YEAR} to {LAST_YEAR} is needed"
    yield from _find_limit_faults(settings.limits)
    for year, terms in settings.terms.items():
        yield from _find_year_faults(year)
        for term, days in terms.items():
            yield from (f'terms."{year}".{_quote(term)}: {fault}' for fault in _find_term_faults(term, *days))


def _find_limit_faults(limits: LimitSettings) -> Iterator[str]:
    for key, limit in zip(LimitSettings._fields, limits, strict=True):
        if limit is not None and not limit > 0:
            yield f"limits.{key}: more than 0 is needed"


def _find_year_faults(year: str) -> Iterator[str]:
    """A school year is two calendar years on end."""
    found = re.fullmatch(r"([0-9]{4})[/–-]([0-9]{4}|[0-9]{2})", year)
    if found is None:
        yield f'the key \'terms."{year}"\' is no school year (write it as "2022/23")'
    elif not str(int(found[1]) + 1).endswith(found[2]):
        yield f'the key \'terms."{year}"\' is no school year (did you mean "{_follow(found[1])}"?)'


def _follow(year: str) -> str:
    return f"{year}/{(int(year) + 1) % 100:02}"


def _find_term_faults(term: str, start: dt.date, end: dt.date) -> Iterator[str]:
    if fold_term(term) not in TERMS:
        yield f"the term is not known ({_suggest(fold_term(term), TERMS)})"
    if end < start:
        yield f"its last day {end} is before its first {start}"
