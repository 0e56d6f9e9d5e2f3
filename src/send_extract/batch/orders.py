"""What a run is asked, and what it asks of whoever makes the plan of one of its drafts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from send_extract.batch.sources import find_drafts, read_settings, read_template
from send_extract.pipeline import spell_name
from send_extract.settings import Settings
from send_extract.source import Source
from send_extract.writers.outputs import OUTPUTS, Formatting, OutputSpec, choose_outputs

Detail = Literal["events", "faults", "diagnostics", "unexplained", "timings", "json"]
"""What is told of each plan beside what is always told; `json` that its `plan.json` is printed, and nothing kept."""


class Order(Struct, frozen=True):
    """What a run is asked: the drafts, and what holds for all of them.

    `settings` None means those beside each draft; `format` the name of a reader, None for what the bytes tell;
    `only` and `also` name outputs, `day` is the one that looking ahead begins on, both before what the settings say.
    `jobs` is the most processes at work at once, None for one a core.
    """

    drafts: tuple[str, ...]
    settings: Settings | None = None
    formatting: Formatting = Formatting()
    format: str | None = None
    only: tuple[str, ...] | None = None
    also: tuple[str, ...] = ()
    day: date | None = None
    details: tuple[Detail, ...] = ()
    jobs: int | None = None


class Job(Struct, frozen=True, array_like=True):
    """One draft, and all that is to be done over it, as it goes to another process.

    `name` is that of its folder, `outputs` are to be made and `missing` cannot be; `root` and `run` tell the workplace
    in which (None: nowhere). `is_alone` says that its run has no other draft.
    """

    draft: str
    name: str
    source: Source
    settings: Settings
    format: str | None
    formatting: Formatting
    day: date | None
    details: tuple[Detail, ...]
    is_alone: bool
    outputs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    root: str | None = None
    run: str = ""


def order_extraction(
    paths: Sequence[str],
    settings: str | None = None,
    template: str | None = None,
    format: str | None = None,  # noqa: A002 - the contract's own word
) -> Order:
    """The order for the drafts that `paths` mean, `settings` and `template` being names of files.

    Raises:
        UsageError: the template cannot be read.
        InvalidSettings: the settings cannot be used.
    """
    return Order(
        drafts=find_drafts(paths),
        settings=read_settings(Path(settings)) if settings else None,
        formatting=_format_by(template),
        format=format,
    )


def _format_by(template: str | None) -> Formatting:
    """How files are laid out by the template of that name."""
    if template is None:
        return Formatting()
    return Formatting(read_template(Path(template)), template_name=f"The template {spell_name(template)}")


def choose_for(order: Order, settings: Settings) -> tuple[OutputSpec, ...]:
    """The outputs that are asked for, else those that the settings name.

    Raises:
        UsageError: there is no output of such a name.
    """
    if order.only is not None:
        return choose_outputs(order.only, order.also)
    chosen = choose_outputs(settings.outputs.only, settings.outputs.also)
    added = choose_outputs((), order.also)
    return tuple(spec for spec in OUTPUTS if spec in chosen or spec in added)
