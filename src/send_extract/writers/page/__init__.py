"""A plan as one self-contained page: to read, to filter, to print; nothing of the source is ever markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from send_extract.plan import Plan
from send_extract.writers.agenda import make_agenda
from send_extract.writers.agenda.items import Contents, PlanItem
from send_extract.writers.agenda.spans import find_day
from send_extract.writers.editions import Edition
from send_extract.writers.mending import SEVERITIES, list_mendings
from send_extract.writers.outline import Outline, outline_plan
from send_extract.writers.outputs import MadeFile
from send_extract.writers.page.board import make_board
from send_extract.writers.page.filters import (
    file_item,
    list_month_choices,
    list_owner_choices,
    list_states,
)
from send_extract.writers.page.printing import print_day, print_reading, print_words
from send_extract.writers.page.reading import list_record_reading
from send_extract.writers.page.rendering import quote_style, render_page
from send_extract.writers.page.rows import ItemRows, PageEntry, list_remarks
from send_extract.writers.page.timeline import Timeline, draw_timeline
from send_extract.writers.page.words import emphasise_with, explain_with
from send_extract.writers.wording import describe_draft

if TYPE_CHECKING:
    from send_extract.writers.page.changes import Past


def list_page(edition: Edition) -> Iterator[MadeFile]:
    """`plan.html` of a draft."""
    yield "plan.html", (write_page(edition),)


def write_page(edition: Edition) -> bytes:
    """The bytes of `plan.html`: the same for a draft whichever drafts come after it."""
    plan, day = edition.plan, edition.day
    contents, sheets, months = make_agenda(plan)
    past = _tell_past(edition, contents)
    since = past.news if past else {}
    counted = find_day(plan, day)
    timeline = draw_timeline(contents, since, counted if day or plan.draft.date else None)
    outline = outline_plan(plan)
    explain = explain_with(plan)
    values = {
        "plan": plan,
        "draft": describe_draft(plan.draft),
        "contents": contents,
        "board": make_board(plan, contents, past, counted),
        "timeline": timeline,
        "outline": outline,
        "entries": tuple(_list_entries(contents, outline)),
        "filings": tuple(file_item(item, contents, since, timeline.scale) for item in contents.items),
        "states": list_states(contents, since, f"Since {past.draft}" if past else ""),
        "owner_choices": list_owner_choices(contents),
        "month_choices": list_month_choices(contents, timeline.scale),
        "sheets": sheets,
        "months": months,
        "past": past,
        "mendings": list_mendings(plan),
        "severities": SEVERITIES,
        "rows": ItemRows(contents, since, explain),
        "explain": explain,
        "emphasise": emphasise_with(explain),
        "words": print_words,
        "day": print_day,
        "record_reading": lambda record: print_reading(list_record_reading(record)),
    }
    return render_page("plan.html.jinja", values, script="page.js", rules=_write_rules(plan, timeline))


def _tell_past(edition: Edition, contents: Contents) -> Past | None:
    if edition.compared is None:
        return None
    # One draft has no past: what tells of it is imported where there are several.
    from send_extract.writers.page.changes import tell_past

    return tell_past(edition, contents)


def _list_entries(contents: Contents, outline: Outline) -> Iterator[PageEntry]:
    items: defaultdict[str, list[PlanItem]] = defaultdict(list)
    for item in contents.items:
        items[item.parent].append(item)
    for anchor, entry in zip(contents.records, outline.entries, strict=True):
        theirs = tuple(items[anchor])
        yield PageEntry(anchor, entry, theirs, tuple(list_remarks(entry, theirs, outline.labels["who"])))


def _write_rules(plan: Plan, timeline: Timeline) -> str:
    """Rules of style of this page alone: the lines of its timeline, and what stands on each printed page."""
    running = " · ".join(filter(None, (plan.title or "Action plan", plan.draft.label)))
    rules = f"@page{{@top-left{{content:{quote_style(running)}}}}}"
    places = {tick.place: "rule" for tick in timeline.ticks} | (
        {timeline.dated: "text"} if timeline.dated else {}
    )
    ordered = sorted(places.items(), key=lambda place: float(place[0].rstrip("%")))
    lines = ",".join(_draw_line(*place) for place in ordered)
    return rules + (f".chart{{background-image:linear-gradient(90deg,{lines})}}" if lines else "")


def _draw_line(place: str, colour: str) -> str:
    return f"#0000 {place},var(--{colour}) {place} calc({place} + 1px),#0000 calc({place} + 1px)"
