"""What a plan's timings are read against, from the plan and its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.segmentation.key import find_named
from send_extract.settings import TIMED
from send_extract.values.timing import TermDates, TimingContext, find_context, is_month_first

if TYPE_CHECKING:
    from send_extract.plan import Plan
    from send_extract.settings import Settings


_BRACKET: Final = compile_later(r"\(([^()]*)\)")


def find_timing_context(plan: Plan, settings: Settings) -> TimingContext:
    """The context of a plan: its cells are divided by the same one that they are read by."""
    chosen = settings.plan
    given = TimingContext(
        year=chosen.year,
        plan_date=chosen.date,
        quarters=chosen.quarters,
        financial_start=chosen.financial_year_start,
        terms=_list_terms(settings),
    )
    headings = [column.heading for column in plan.columns if column.field in TIMED]
    texts = [paragraph.text for paragraph in plan.paragraphs]
    draft = plan.draft
    label = None if draft.date else draft.label
    context = find_context([*headings, plan.title or ""], label, draft.date, texts, given)
    brackets = (bracket for heading in headings for bracket in _BRACKET.findall(heading))
    is_turned = is_month_first(record.when.text for record in plan.recommendations)
    return replace(context, named=find_named([*texts, *brackets], context), month_first=is_turned)


def _list_terms(settings: Settings) -> tuple[TermDates, ...]:
    return tuple(
        TermDates(" ".join(name.lower().replace("_", " ").split()), first, last)
        for terms in settings.terms.values()
        for name, (first, last) in terms.items()
    )
