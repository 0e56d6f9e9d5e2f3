"""Settings: what `send-extract.toml` can say about a plan."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A section of the settings: frozen, and no key that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PlanSettings(Section):
    """`[plan]`: the date that spans count from, the plan's year, how its quarters and financial years run."""

    date: dt.date | None = None
    year: int | None = None
    quarters: Literal["financial", "calendar"] | None = None
    financial_year_start: int = 4


class Settings(Section):
    """All that `send-extract.toml` can say; every key is optional.

    `terms` maps a school year (`2022/23`) to terms and half-terms with their first and last day; `people`
    initials to names; `glossary` terms to expansions; `headings` a column's heading to a field.
    """

    plan: PlanSettings = PlanSettings()
    terms: dict[str, dict[str, tuple[dt.date, dt.date]]] = {}
    people: dict[str, str] = {}
    glossary: dict[str, str] = {}
    headings: dict[str, str] = {}


DEFAULTS = Settings()
