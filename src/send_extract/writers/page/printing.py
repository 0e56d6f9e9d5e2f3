"""Small pieces of the page as HTML, those that thousands of rows are made of; every word is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from send_extract.writers.agenda.items import Person, PlanItem
from send_extract.writers.page.news import NEWS, TINTS, News
from send_extract.writers.page.reading import ReadingLine
from send_extract.writers.page.timeline import TimelineLabel, TimelineRow
from send_extract.writers.page.timeline.marks import TimelineMark
from send_extract.writers.page.words import PageWords

_MARKS = {
    "bar": '<rect class="bar" x="{0.place}" y="6" width="{0.width}" height="16" rx="2"/>',
    "hatch": '<rect x="{0.place}" y="6" width="{0.width}" height="16" fill="url(#hatch)"/>',
    "run": '<rect class="run" x="{0.place}" y="13" width="{0.width}" height="2"/>',
    "tick": '<rect class="bar" x="{0.place}" y="7" width="4" height="14" rx="1"/>',
    "old-bar": '<rect class="old" x="{0.place}" y="24" width="{0.width}" height="6"/>',
    "way": '<rect class="way" x="{0.place}" y="26" width="{0.width}" height="2"/>',
}
_SIGN = '<use href="#k-{0.look}" x="{0.place}" y="14"/>'
"""How each mark of the timeline is drawn; all others are signs that the page defines once."""
_SHIFTS = {"right": 14, "left": -14, "on": 6, "over": 12}
"""How far a label stands from its place, by the side on which it does."""


@lru_cache(maxsize=16_384)
def escape(text: str) -> str:
    """Words as they stand in HTML, between tags or in an attribute's quotes."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


def print_words(parts: Iterable[PageWords]) -> str:
    """Words with their emphasis, acronyms explained."""
    return "".join(map(_print_part, parts))


def _print_part(part: PageWords) -> str:
    words = escape(part.text)
    if part.expansion:
        words = f'<abbr title="{escape(part.expansion)}">{words}</abbr>'
    for tag in reversed(part.tags):
        words = f"<{tag}>{words}</{tag}>"
    return words


def print_owners(item: PlanItem, people: Sequence[Person]) -> str:
    """The owners of an item, each a link to its sheet."""
    return (
        " ".join(_print_owner(people[owner]) for owner in item.owners) or '<span class="quiet">nobody</span>'
    )


def _print_owner(person: Person) -> str:
    return f'<a class="owner o{person.colour}" href="#{person.anchor}">{escape(person.label)}</a>'


@lru_cache(maxsize=1024)
def print_day(day: date | None) -> str:
    """A day; nothing where there is none."""
    return f'<time datetime="{day}">{day.day} {day:%b %Y}</time>' if day else ""


def print_tags(news: News) -> str:
    """What is new about an item."""
    return "".join(f' <span class="tag {TINTS[tag]}">{_name_tag(tag, news)}</span>' for tag in news.tags)


def _name_tag(tag: str, news: News) -> str:
    length = news.length if tag in {"slipped", "earlier"} else ""
    return f"{NEWS[tag]}: {escape(length)}" if length else NEWS[tag]


def print_reading(lines: Iterable[ReadingLine]) -> str:
    """All that is known of how something was read."""
    printed = [
        f'<div><dt>{escape(line.label)}</dt><dd class="lines">{escape(line.text)}</dd></div>'
        for line in lines
    ]
    return f'<dl class="reading">{"".join(printed)}</dl>'


def print_chart(row: TimelineRow) -> str:
    """The marks of an item on the timeline with their label, and the same in words for who cannot see them."""
    marks = "".join(map(_print_mark, row.marks))
    label = _print_label(row.label) if row.label else ""
    below = (
        f'<p class="far" aria-hidden="true">{escape(row.label.text)}</p>'
        if row.label and row.label.is_far
        else ""
    )
    return f'<svg role="img" aria-label="{escape(row.said)}" width="100%" height="32">{marks}{label}</svg>{below}'


def _print_mark(mark: TimelineMark) -> str:
    return _MARKS.get(mark.look, _SIGN).format(mark)


def _print_label(label: TimelineLabel) -> str:
    shift = _SHIFTS[label.side]
    kind = f"{label.side} far" if label.is_far else label.side
    return f'<text class="{kind}" x="{label.place}" dx="{shift}" y="19">{escape(label.text)}</text>'
