"""What a plan's timings are read against, from the plan and its settings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.segmentation.key import find_named
from send_extract.settings import TIMED
from send_extract.values.timing import TermDates, TimingContext, find_context

if TYPE_CHECKING:
    from send_extract.plan import Column, Draft, PlanParagraph
    from send_extract.settings import Settings


_BRACKET: Final = compile_later(r"\(([^()]*)\)")


def find_timing_context(
    columns: Iterable[Column],
    title: str | None,
    draft: Draft,
    paragraphs: Iterable[PlanParagraph],
    settings: Settings,
) -> TimingContext:
    """The context of a plan: its cells are divided by the same one that they are read by."""
    chosen = settings.plan
    given = TimingContext(
        year=chosen.year,
        plan_date=chosen.date,
        quarters=chosen.quarters,
        financial_start=chosen.financial_year_start,
        terms=_list_terms(settings),
    )
    headings = [column.heading for column in columns if column.field in TIMED]
    texts = [paragraph.text for paragraph in paragraphs]
    label = None if draft.date else draft.label
    context = find_context([*headings, title or ""], label, draft.date, texts, given)
    brackets = (bracket for heading in headings for bracket in _BRACKET.findall(heading))
    return replace(context, named=find_named([*texts, *brackets], context))


def _list_terms(settings: Settings) -> tuple[TermDates, ...]:
    return tuple(
        TermDates(" ".join(name.lower().replace("_", " ").split()), first, last)
        for terms in settings.terms.values()
        for name, (first, last) in terms.items()
    )
