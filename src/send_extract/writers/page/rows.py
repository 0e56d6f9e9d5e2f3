"""The rows that the views of a page have of each item, as HTML; every word is escaped, once for all views."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from send_extract.plan import Measure
from send_extract.values.timing import first_start, last_end
from send_extract.writers.agenda.anchors import name_measure
from send_extract.writers.agenda.items import STANDINGS, Contents, PlanItem
from send_extract.writers.agenda.months import MonthLine, MonthSheet
from send_extract.writers.agenda.sheets import OwnerSheet
from send_extract.writers.outline import OutlineEntry
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
from send_extract.writers.page.timeline import Band, TimelineRow
from send_extract.writers.page.words import Explain, emphasise_with


class _ItemPieces(Struct, frozen=True, gc=False):
    """What several rows of an item have: HTML, but for the anchor, which needs no escaping."""

    begin: str
    head: str
    text: str
    when: str
    owners: str
    tags: str


class PageEntry(NamedTuple):
    """A recommendation in the plan: its anchor, its words, its items, and what is said of it as a whole."""

    anchor: str
    entry: OutlineEntry
    items: tuple[PlanItem, ...]
    remarks: tuple[tuple[str, str], ...] = ()


def list_remarks(entry: OutlineEntry, items: Sequence[PlanItem], who: str) -> Iterator[tuple[str, str]]:
    """What is said of a recommendation as a whole: not what each of its actions has for itself.

    One owner of all of them is named once more, under `who`, the heading of that column.
    """
    own: defaultdict[str, set[str]] = defaultdict(set)
    for item in items if entry.actions else ():
        own[who].update(item.who.text.splitlines())
        for heading, text in item.action.extra.items() if item.action else ():
            own[heading].update(text.splitlines())
    for label, text in entry.remarks:
        lines = {*text.splitlines()}
        if not own[label].issuperset(lines) or (label == who and len(lines) == 1):
            yield label, text


class ItemRows:
    """The rows of a plan's items, those of one part of a table at a time."""

    def __init__(self, contents: Contents, since: Since, explain: Explain) -> None:
        self._people = contents.people
        self._explain, self._emphasise = explain, emphasise_with(explain)
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

    def timeline(self, band: Band) -> str:
        """The rows of a recommendation on the timeline."""
        return "".join(map(self._print_timeline, band.rows))

    def _print_timeline(self, row: TimelineRow) -> str:
        item, pieces = row.item, self._pieces[row.item.position]
        colour = f' class="o{self._people[item.owners[0]].colour}"' if item.owners else ""
        chart = _print_lane(row) if row.lane else print_chart(row)
        return f'{pieces.begin}{colour}>{pieces.head} {pieces.text}</th><td class="chart">{chart}</td></tr>\n'

    def plan(self, part: PageEntry) -> str:
        """The rows of a recommendation in the plan, each with all that is known of how it was read."""
        lead_ins = (lead_in for lead_in, _ in part.entry.actions)
        return "".join(
            self._print_lead_in(next(lead_ins) if item.action else None) + self._print_action(item)
            for item in part.items
        )

    def _print_lead_in(self, words: str | None) -> str:
        if not words:
            return ""
        printed = print_words(self._explain(words))
        return f'<tr class="lead"><td></td><td colspan="3">{printed}</td></tr>\n'

    def _print_action(self, item: PlanItem) -> str:
        pieces, number, action = self._pieces[item.position], escape(item.number), item.action
        words = print_words(self._emphasise(action)) if action else ""
        return (
            f'<tr id="{item.anchor}" data-i="{item.position}">'
            f'<th scope="row"><a class="self" href="#{item.anchor}">{number}</a></th>'
            f"<td>{words}{pieces.tags}\n{_print_extra(item)}"
            f"<details><summary>How {number} was read</summary>{print_reading(list_reading(item))}</details></td>\n"
            f"<td>{_print_when(item)}</td><td>{pieces.owners}</td></tr>\n"
        )

    def measures(self, part: PageEntry) -> str:
        """The measures of a recommendation, each a link to itself."""
        listed = enumerate(part.entry.measures, 1)
        return "".join(
            self._print_measure(name_measure(part.anchor, place), place, *each) for place, each in listed
        )

    def _print_measure(self, anchor: str, place: int, lead_in: str | None, measure: Measure) -> str:
        link = f'<a class="self" href="#{anchor}" aria-label="Measure {escape(measure.id)}">{place}</a>'
        lead = f"<i>{escape(lead_in)}</i> " if lead_in else ""
        return f'<li id="{anchor}">{link} {lead}{print_words(self._emphasise(measure))}</li>\n'

    def actions(self, items: Iterable[PlanItem], filings: Sequence[Filing]) -> str:
        """Rows of all actions."""
        return "".join(self._print_filed(item, filings[item.position]) for item in items)

    def _print_filed(self, item: PlanItem, filing: Filing) -> str:
        pieces, timing = self._pieces[item.position], item.timing
        filed = f' data-o="{filing.owners}" data-m="{filing.months}" data-s="{filing.states}">'
        days = f"<td>{print_day(first_start(timing))}</td><td>{print_day(last_end(timing))}</td>"
        end = f"<td>{pieces.when}</td><td>{pieces.owners}</td></tr>\n"
        return f"{pieces.begin}{filed}{pieces.head}</th><td>{pieces.text}</td>{days}{end}"

    def owner(self, sheet: OwnerSheet) -> str:
        """The rows of an owner's sheet."""
        own = (self._pieces[item.position] for item in sheet.items)
        return "".join(
            f"{each.begin}>{each.head}</th><td>{each.text}{each.tags}</td><td>{each.when}</td></tr>\n"
            for each in own
        )

    def month(self, sheet: MonthSheet) -> str:
        """The rows of a month's sheet."""
        return "".join(map(self._print_line, sheet.lines))

    def _print_line(self, line: MonthLine) -> str:
        pieces = self._pieces[line.item.position]
        days = ", ".join(map(print_day, line.days))
        when = f"{line.verb} {days}" if line.days else pieces.when
        cells = f"<td>{pieces.text}</td><td>{when}</td><td>{pieces.owners}</td>"
        return f"{pieces.begin}>{pieces.head}</th>{cells}</tr>\n"


def _print_lane(row: TimelineRow) -> str:
    names = f" · {escape(', '.join(row.item.names))}" if row.item.names else ""
    return f'<p class="lane {row.lane}">{escape(row.said)}{names}</p>'


def _print_extra(item: PlanItem) -> str:
    """The cells of an item's own that have no field, by their headings; not its number once more."""
    cells = [
        f'<div><dt>{escape(heading)}</dt><dd class="lines">{escape(text)}</dd></div>'
        for heading, text in (item.action.extra if item.action else {}).items()
        if text.strip() != item.number
    ]
    return f'<dl class="extra">{"".join(cells)}</dl>\n' if cells else ""


def _print_when(item: PlanItem) -> str:
    """When as printed, and where that says it otherwise, as read."""
    words = item.words if item.words != item.when.text else ""
    if not item.words and item.standing == "unread":
        words = STANDINGS["unread"]
    return escape(item.when.text) + (f'<span class="full">{escape(words)}</span>' if words else "")
