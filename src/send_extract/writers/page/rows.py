"""The rows that the views of a page have of each item, as HTML; every word is escaped, once for all views."""

from __future__ import annotations

from typing import NamedTuple

from send_extract.values.timing import first_start, last_end
from send_extract.writers.agenda.items import STANDINGS, Contents, PlanItem
from send_extract.writers.agenda.months import MonthLine
from send_extract.writers.page.filters import Filing
from send_extract.writers.page.news import NO_NEWS, Since
from send_extract.writers.page.printing import (
    escape,
    print_chart,
    print_day,
    print_owners,
    print_reading,
    print_tags,
    print_words,
)
from send_extract.writers.page.reading import list_reading
from send_extract.writers.page.timeline import TimelineRow
from send_extract.writers.page.words import Emphasise


class _ItemPieces(NamedTuple):
    """What several rows of an item have: HTML, but for the anchor, which needs no escaping."""

    begin: str
    head: str
    text: str
    when: str
    owners: str
    tags: str


class ItemRows:
    """The rows of a plan's items."""

    def __init__(self, contents: Contents, since: Since, emphasise: Emphasise) -> None:
        self._people = contents.people
        self._emphasise = emphasise
        self._pieces = [self._make_pieces(item, since) for item in contents.items]

    def _make_pieces(self, item: PlanItem, since: Since) -> _ItemPieces:
        return _ItemPieces(
            f'<tr data-i="{item.position}"',
            f'<th scope="row"><a href="#{item.anchor}">{escape(item.number)}</a>',
            escape(item.text),
            escape(item.words or item.when.text or "no date"),
            print_owners(item, self._people),
            print_tags(since.get(item.place, NO_NEWS)),
        )

    def timeline(self, row: TimelineRow) -> str:
        """A row of the timeline."""
        item, pieces = row.item, self._pieces[row.item.position]
        colour = f' class="o{self._people[item.owners[0]].colour}"' if item.owners else ""
        text = pieces.text if item.action else ""
        chart = _print_lane(row) if row.lane else print_chart(row)
        return f'{pieces.begin}{colour}>{pieces.head} {text}</th><td class="chart">{chart}</td></tr>'

    def plan(self, item: PlanItem) -> str:
        """A row of the plan, with all that is known of how it was read."""
        pieces, number, action = self._pieces[item.position], escape(item.number), item.action
        words = print_words(self._emphasise(action)) if action else ""
        return (
            f'<tr id="{item.anchor}" data-i="{item.position}">'
            f'<th scope="row"><a class="self" href="#{item.anchor}">{number}</a></th>'
            f"<td>{words}{pieces.tags}\n{_print_extra(item)}"
            f"<details><summary>How {number} was read</summary>{print_reading(list_reading(item))}</details></td>\n"
            f"<td>{_print_when(item)}</td><td>{pieces.owners}</td></tr>"
        )

    def action(self, item: PlanItem, filing: Filing) -> str:
        """A row of all actions."""
        pieces, timing = self._pieces[item.position], item.timing
        filed = f' data-o="{filing.owners}" data-m="{filing.months}" data-s="{filing.states}">'
        days = f"<td>{print_day(first_start(timing))}</td><td>{print_day(last_end(timing))}</td>"
        end = f"<td>{pieces.when}</td><td>{pieces.owners}</td></tr>"
        return f"{pieces.begin}{filed}{pieces.head}</th><td>{pieces.text}</td>{days}{end}"

    def owner(self, item: PlanItem) -> str:
        """A row of an owner's sheet."""
        pieces = self._pieces[item.position]
        return (
            f"{pieces.begin}>{pieces.head}</th><td>{pieces.text}{pieces.tags}</td><td>{pieces.when}</td></tr>"
        )

    def month(self, line: MonthLine) -> str:
        """A row of a month's sheet."""
        pieces = self._pieces[line.item.position]
        days = ", ".join(map(print_day, line.days))
        when = f"{line.verb} {days}" if line.days else pieces.when
        cells = f"<td>{pieces.text}</td><td>{when}</td><td>{pieces.owners}</td>"
        return f"{pieces.begin}>{pieces.head}</th>{cells}</tr>"


def _print_lane(row: TimelineRow) -> str:
    names = f" · {escape(', '.join(row.item.names))}" if row.item.names else ""
    return f'<p class="lane {row.lane}">{escape(row.said)}{names}</p>'


def _print_extra(item: PlanItem) -> str:
    """The cells of an item's own that have no field, by their headings."""
    if not (item.action and item.action.extra):
        return ""
    cells = (
        f'<div><dt>{escape(heading)}</dt><dd class="lines">{escape(text)}</dd></div>'
        for heading, text in item.action.extra.items()
    )
    return f'<dl class="extra">{"".join(cells)}</dl>\n'


def _print_when(item: PlanItem) -> str:
    """When as printed, and where that says it otherwise, as read."""
    words = item.words if item.words != item.when.text else ""
    if not item.words and item.standing == "unread":
        words = STANDINGS["unread"]
    return escape(item.when.text) + (f'<span class="full">{escape(words)}</span>' if words else "")
