"""Which of the words above a table are the section that its rows stand under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from send_extract.document import Paragraph
from send_extract.extraction.asked import read_asked
from send_extract.headings import find_field
from send_extract.notation.furniture import is_contents_line, is_furniture
from send_extract.notation.numbers import names_group
from send_extract.patterns import compile_later
from send_extract.values.acronym.titles import is_title

_LONGEST = 120
_LOWEST = 9
"""The rank of what is no heading: below those of all that are."""
_DRAFTED = compile_later(r".*\b(?:draft|version|v)\s*\d", re.IGNORECASE)
_SHEET = compile_later(r"(?:sheet|tab|table|page|blad|feuil)?\W*\d*\W*$", re.IGNORECASE)
_NAMES_PLAN = compile_later(
    r"(?!.*\b(?:this|the|that|your|our|a|each)\s+(?:\w+\s+)?plan\b)(?=.{0,100}\bplan\b).{1,120}(?<![.;:,])\s*$",
    re.IGNORECASE,
)
_TABLE_WORDS = frozenset((
    "action", "actions", "plan", "plans", "recommendation", "recommendations", "improvement", "implementation", "table",
    "tracker", "log", "list", "register", "summary", "schedule", "programme", "response", "responses", "monitoring",
    "detailed", "full", "updated", "our", "the", "of", "and", "to", "for", "appendix", "annex",
    "appendices", "delivery", "progress", "report", "jobs", "tasks", "key", "draft", "final", "version",
))  # fmt: skip
"""What a heading says that only names the table below it."""
_WORD = compile_later(r"[^\W\d_]+")
_COUNT = compile_later(r"\b(?:[A-Z]|[IVX]{1,5})\b")
_LABEL = compile_later(r"([^:]{2,40}):\s*\S")
_FRONT = compile_later(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:table\s+of\s+)?contents|(?:version|document)\s+(?:control|history)|revision\s+history"
    r"|distribution(?:\s+list)?|introduction|background|context|(?:executive\s+)?summary|foreword|purpose|scope"
    r"|key(?:\s+to\b.*)?|legend|(?:b?rag|status)\s+(?:key|ratings?|definitions?))\W*$",
    re.IGNORECASE,
)
"""Titles of what stands around a plan: nothing that is recommended stands under one."""
_SECTIONS = frozenset(("section", "recommendation", "number", "extra"))
"""What the label of a title may mean (`Aim: safer lanes`); one of another field is said of the section."""


class Titles(Struct, frozen=True):
    """The words above a table since the last one, in order.

    `own` are those of the table's own rows, above its headings; `is_first` says that no table of the plan stands
    before it, `is_usual` that others have such rows too; `ended` are the headings that another has ended.
    """

    above: tuple[Paragraph, ...]
    own: tuple[Paragraph, ...] = ()
    is_first: bool = False
    is_usual: bool = False
    ended: tuple[Paragraph, ...] = ()


def find_ended(since: Sequence[Paragraph | None]) -> tuple[Paragraph, ...]:
    """The headings with something of their own below them that one of the same rank, or a higher one, ends.

    `since` are paragraphs in order, None for a table among them; a heading that counts a group is ended by none.
    """
    ended: list[Paragraph] = []
    highest = beside = _LOWEST
    for words in reversed(since):
        if words is not None and highest <= words.level and not is_counted(words):
            ended.append(words)
        highest, beside = min(highest, beside), (words.level if words else 0) or _LOWEST
    return tuple(ended)


def find_section(titles: Titles) -> Paragraph | None:
    """The title that the rows of a table stand under; None where none is for certain."""
    able = _list_able(titles)
    able = [words for words in able if is_counted(words) or not _is_remark(words.text)] or able
    own = [words for words in able if words in titles.own]
    return _choose(own, titles) or _choose(able, titles) or _find_plain(able, titles)


def _list_able(titles: Titles) -> list[Paragraph]:
    """The titles that can be a section's, above a document's first table what is shown to be one."""
    able = [words for words in titles.above if can_name(words) and words not in titles.ended]
    if not titles.is_first:
        return able
    title = _find_title(titles)
    return [words for words in able if _is_shown(words, title, titles)]


def _choose(likely: list[Paragraph], titles: Titles) -> Paragraph | None:
    """The last of the titles that count a group, else the last that is a heading or a row of the table."""
    counted = [words for words in likely if is_counted(words)]
    headed = [words for words in likely if words.level or words in titles.own]
    return next(reversed(counted or headed), None)


def _find_plain(able: list[Paragraph], titles: Titles) -> Paragraph | None:
    """The line right above a table, where it is no sentence and not above the first."""
    last = titles.above[-1] if titles.above and not titles.is_first else None
    return last if last is not None and last in able and not _is_prose(last) else None


def _find_title(titles: Titles) -> Paragraph | None:
    """The document's own title, above its first table."""
    outer = [words for words in titles.above if words not in titles.own]
    return find_title_heading(outer) or next(iter(outer), None)


def _is_shown(words: Paragraph, title: Paragraph | None, titles: Titles) -> bool:
    """Whether words above the first table are a section by their number or their place, and not the plan's title."""
    if words is title and names_plan(words):
        return False
    return is_counted(words) or _stands_below(words, title, titles)


def find_title_heading(above: Sequence[Paragraph]) -> Paragraph | None:
    """The heading that is the plan's title: the first of level 1, or one below it where that is its body's name.

    Above a first heading that names no plan, a line that opens the document may, as where its style was lost.
    """
    first = next((words for words in above if words.level == 1), None)
    if first is None or names_plan(first):
        return first
    opening = above[0] if _titles_plan(above[0]) else None
    return opening or next((words for words in above if words.level and _titles_plan(words)), first)


def _titles_plan(words: Paragraph) -> bool:
    """Whether words are a plan's title, and more than the name of its table or of a group."""
    return names_plan(words) and not (names_table(words.text) or is_counted(words))


def _stands_below(words: Paragraph, title: Paragraph | None, titles: Titles) -> bool:
    """Whether words above the first table are shown to be a section by their level, or as the table's own row."""
    if words in titles.own:
        return titles.is_usual or _is_labelled(words) or (title is not None and not names_plan(words))
    return words.level > 0 and (title is None or titles.above.index(words) > titles.above.index(title))


def is_counted(words: Paragraph) -> bool:
    """Whether a title counts a group of recommendations, or is a recommendation."""
    return (names_group(words.text) and not names_table(words.text)) or read_asked(words.text) is not None


def names_plan(words: Paragraph) -> bool:
    """Whether a line is the title of a plan."""
    return _NAMES_PLAN.match(words.text) is not None


def names_table(text: str) -> bool:
    """Whether a title only names the table below it (`Action plan 2023/24`, `Appendix A – Recommendations`)."""
    words = _WORD.findall(_COUNT.sub("", text))
    return bool(words) and all(word.lower() in _TABLE_WORDS for word in words)


def can_name_sheet(name: str) -> bool:
    """Whether the name of a sheet is a title of what stands in it, and not of every sheet (`Sheet1`, `Action plan`)."""
    return not (_SHEET.match(name) or _DRAFTED.match(name) or names_table(name) or is_title(name))


def can_name(words: Paragraph) -> bool:
    """Whether words can be the title of what stands below them."""
    text = words.text
    if _is_around(text) or names_table(text):
        return False
    return is_counted(words) or (_is_short(words) and bool(words.level or not _is_remark(text)))


def _is_around(text: str) -> bool:
    """Whether words are of what stands around a plan: a page's edge, contents, a draft's label, other parts' titles."""
    is_part = is_title(text) or _FRONT.match(text) is not None
    return is_part or is_furniture(text) or is_contents_line(text) or _DRAFTED.match(text) is not None


def _is_short(words: Paragraph) -> bool:
    return len(words.text) <= _LONGEST or bool(words.level)


def _is_prose(words: Paragraph) -> bool:
    return not words.level and words.text.endswith((".", ";"))


def _is_remark(text: str) -> bool:
    """Whether a line says something of a section by its label (`Lead: Ann Bell`, `Success criteria: 96% attend`)."""
    label = _LABEL.match(text)
    return label is not None and find_field(label[1]) not in _SECTIONS


def _is_labelled(words: Paragraph) -> bool:
    """Whether a line is labelled as a section, or as what is aimed at (`Aim: safer lanes`)."""
    label = _LABEL.match(words.text)
    return label is not None and find_field(label[1]) in _SECTIONS - {"extra"}
