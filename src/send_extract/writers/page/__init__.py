"""A plan as one self-contained page: to read, to filter, to print; nothing of the source is ever markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from send_extract.changes import Compared, Place
from send_extract.plan import Plan
from send_extract.writers.diff.sections import ChangeLine, draw_sections
from send_extract.writers.diff.text import name_draft
from send_extract.writers.editions import Edition
from send_extract.writers.mending import SEVERITIES, list_mendings
from send_extract.writers.outline import OutlineEntry, outline_plan
from send_extract.writers.outputs import MadeFile
from send_extract.writers.page.board import make_board
from send_extract.writers.page.filters import (
    file_item,
    list_month_choices,
    list_owner_choices,
    list_states,
)
from send_extract.writers.page.items import STANDINGS, Contents, PlanItem, list_contents
from send_extract.writers.page.lives import list_lives
from send_extract.writers.page.months import list_month_sheets
from send_extract.writers.page.reading import list_reading
from send_extract.writers.page.rendering import quote_style, render_page
from send_extract.writers.page.sheets import list_owner_sheets
from send_extract.writers.page.since import NEWS, NO_NEWS, find_news
from send_extract.writers.page.spans import find_day, find_due
from send_extract.writers.page.timeline import Timeline, draw_timeline
from send_extract.writers.page.words import explain_with
from send_extract.writers.rows import first_start, last_end
from send_extract.writers.wording import describe_draft, describe_location


class PageEntry(NamedTuple):
    """A recommendation in the plan: its anchor, its words and remarks, its items."""

    anchor: str
    entry: OutlineEntry
    items: tuple[PlanItem, ...]


class PageChange(NamedTuple):
    """A change as a line, with the item that it is about where this draft has it."""

    line: ChangeLine
    item: PlanItem | None
    topic: str


class PageSection(NamedTuple):
    """The changes of one recommendation."""

    anchor: str
    numbers: str
    title: str
    changes: tuple[PageChange, ...]


def list_page(edition: Edition) -> Iterator[MadeFile]:
    """`plan.html` of a draft."""
    yield "plan.html", (write_page(edition),)


def write_page(edition: Edition) -> bytes:
    """The bytes of `plan.html`: the same for a draft whichever drafts come after it."""
    plan, compared, day = edition.plan, edition.compared, edition.day
    contents, since = list_contents(plan), find_news(compared)
    counted = find_day(plan, contents.items, day)
    timeline = draw_timeline(contents, since, counted if day or plan.draft.date else None)
    outline = outline_plan(plan)
    values = {
        "plan": plan,
        "draft": describe_draft(plan.draft),
        "contents": contents,
        "since": since,
        "board": make_board(plan, contents, compared, counted),
        "timeline": timeline,
        "outline": outline,
        "entries": tuple(_list_entries(contents, outline.entries)),
        "filings": tuple(file_item(item, since, timeline.scale) for item in contents.items),
        "states": list_states(
            contents, since, f"Since {name_draft(compared.diff.origin)}" if compared else ""
        ),
        "owner_choices": list_owner_choices(contents),
        "month_choices": list_month_choices(contents, timeline.scale),
        "sheets": list_owner_sheets(contents, compared),
        "months": list_month_sheets(contents, timeline.scale),
        "compared": compared,
        "sections": tuple(_list_sections(compared, contents)),
        "lives": list_lives(edition.history, plan, contents),
        "mendings": list_mendings(plan),
        "names": {"standings": STANDINGS, "news": NEWS, "severities": SEVERITIES},
        "no_news": NO_NEWS,
        "explain": explain_with(plan),
        "reading": list_reading,
        "place": describe_location,
        "start": first_start,
        "end": last_end,
        "due": find_due,
    }
    return render_page("plan.html.jinja", values, script="page.js", rules=_write_rules(plan, timeline))


def _list_entries(contents: Contents, entries: tuple[OutlineEntry, ...]) -> Iterator[PageEntry]:
    items: defaultdict[str, list[PlanItem]] = defaultdict(list)
    for item in contents.items:
        items[item.parent].append(item)
    for anchor, entry in zip(contents.records, entries, strict=True):
        yield PageEntry(anchor, entry, tuple(items[anchor]))


_TOPICS = {"timing": "dates", "recommendation": "recommendations", "owner": "owners", "field": "columns"}


def _list_sections(compared: Compared | None, contents: Contents) -> Iterator[PageSection]:
    """The changes by recommendation; the first of each topic is where the summary leads to."""
    items = {item.place: item for item in contents.items}
    told: set[str] = set()
    for place, section in enumerate(draw_sections(compared) if compared else (), 1):
        changes = []
        for line in section.lines:
            topic = _TOPICS.get(line.kind.partition("-")[0], "counts")
            changes.append(PageChange(line, _find_item(line, items), "" if topic in told else topic))
            told.add(topic)
        yield PageSection(f"change-{place}", section.numbers, section.title, tuple(changes))


def _find_item(line: ChangeLine, items: dict[tuple[int, int | None], PlanItem]) -> PlanItem | None:
    place = line.change.place.new if line.change.place and line.change.measure is None else None
    return items.get((place.recommendation, place.item)) if isinstance(place, Place) else None


def _write_rules(plan: Plan, timeline: Timeline) -> str:
    """Rules of style of this page alone: the lines of its timeline, and what stands on each printed page."""
    running = " · ".join(filter(None, (plan.title or "Action plan", plan.draft.label)))
    rules = f"@page{{@top-left{{content:{quote_style(running)}}}}}"
    lines = ",".join(_draw_line(tick.place) for tick in timeline.ticks if tick.place != "0%")
    return rules + (f".chart{{background-image:linear-gradient(90deg,{lines})}}" if lines else "")


def _draw_line(place: str) -> str:
    return f"#0000 {place},var(--rule) {place} calc({place} + 1px),#0000 calc({place} + 1px)"
