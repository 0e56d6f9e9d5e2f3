"""The sections of an outline: a heading, those it stands under, what stands below it; and which hold actions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, compress
from operator import or_

from msgspec import Struct

from send_extract.headings import EXTRA
from send_extract.notation.nouns import AIMS, COUNTED, is_asked, is_theme
from send_extract.notation.numbers import Labelled, take_labelled
from send_extract.patterns import compile_later
from send_extract.settings import CORE, HELD, TIMED
from send_extract.structure.outline.labels import NUMBER
from send_extract.structure.outline.tokens import Heading, LabelledValue, Prose, Token

_SAID = frozenset((*TIMED, *HELD, "measures", "status", "progress"))
"""What is said of an action: with none of it a label is no plan's."""
_FEWEST = 2
_NAME = compile_later(
    rf"\s*+(?:(?:[\w'’]+\s+){{0,2}}(?=(?:{COUNTED})\s+(?:no\.?\s*)?{NUMBER}\s*(?::|$)))?"
    rf"(?P<noun>action|step|ref|{COUNTED})?\.?\s*(?:no\.?\s*)?"
    rf"(?P<number>{NUMBER})\s*(?:[.:)–—-]\s*|\s+|$)",
    re.IGNORECASE,
)
"""A heading's own number; a numbered theme is a section, and keeps its words."""
_PLAN = compile_later(r"\b(?:actions?|recommendations?|plans?|improvement)\b", re.IGNORECASE)


class Name(Struct, frozen=True):
    """A heading's noun (`action`), its own number as printed, and its words without both."""

    noun: str
    number: str
    words: str

    @property
    def is_recommendation(self) -> bool:
        """Whether the heading says that it is one."""
        return self.noun in AIMS or is_asked(self.noun)


class Section(Struct, frozen=True):
    """A heading (None before the first), those that it stands under, and the tokens up to the next.

    The document's own title is above nothing.
    """

    head: Heading | None
    above: tuple[Heading, ...]
    body: tuple[Token, ...]
    is_title: bool = False

    @property
    def name(self) -> Name:
        """What the heading says; nothing where it is the document's title."""
        return Name("", "", "") if self.head is None or self.is_title else read_name(self.head)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that its labels mean."""
        return frozenset(token.label.field for token in self.body if isinstance(token, LabelledValue)) - {
            EXTRA
        }

    @property
    def lead(self) -> tuple[Prose, ...]:
        """The paragraphs between its heading and its first label."""
        found: list[Prose] = []
        for token in self.body:
            if not isinstance(token, Prose) or token.paragraph.block.level:
                break
            found.append(token)
        return tuple(found)


def read_name(head: Heading) -> Name:
    """The parts of a heading's words."""
    text = head.paragraph.text
    match = _NAME.match(text)
    if match is None:
        return Name("", "", text.strip())
    return Name((match["noun"] or "").lower(), match["number"], text[match.end() :].strip())


def read_theme(text: str) -> Labelled | None:
    """A counted group's title (`Priority 2: Clean air`) as its number and words."""
    labelled = take_labelled(text)
    return labelled if labelled and is_theme(labelled.label) else None


def find_themes(sections: Sequence[Section]) -> frozenset[int]:
    """The counted groups that ask for something: what stands below each is counted from 1, or is not counted.

    Where a group has labels of its own, what stands below it may also be counted by its number.
    """
    told = {id(section.head) for section in sections if section.fields}
    asked: dict[int, bool] = {}
    for head, first in _find_firsts(sections):
        theme = read_theme(head.paragraph.text)
        if theme:
            is_told = id(head) in told and first == f"{theme.number}.1"
            asked[id(head)] = is_told or first in {"", "1"}
    return frozenset(asked if len(asked) >= _FEWEST and all(asked.values()) else ())


def _find_firsts(sections: Sequence[Section]) -> Iterator[tuple[Heading, str]]:
    """Each heading that stands right above others, with the number of the first of these."""
    seen: set[int] = set()
    for section in sections:
        for head in section.above[-1:]:
            if id(head) not in seen:
                seen.add(id(head))
                yield head, section.name.number


def divide_tokens(tokens: Sequence[Token]) -> list[Section]:
    """The tokens in sections, one a heading."""
    title = _find_title(tokens)
    heads = [(place, token) for place, token in enumerate(tokens) if isinstance(token, Heading)]
    ends = [*(place for place, _ in heads), len(tokens)]
    sections = [Section(None, (), tuple(tokens[: ends[0]]))]
    above: tuple[Heading, ...] = ()
    for (place, head), end in zip(heads, ends[1:], strict=True):
        above = tuple(each for each in above if each.level < head.level)
        sections.append(Section(head, above, tuple(tokens[place + 1 : end]), head is title))
        above = above if head is title else (*above, head)
    return sections


def _find_title(tokens: Sequence[Token]) -> Heading | None:
    first = next((token for token in tokens if isinstance(token, Heading)), None)
    return first if first and first.level == 1 and not read_name(first).number else None


def choose_entries(sections: Sequence[Section]) -> list[bool]:
    """Which sections are rows of a plan; none where no section shows by its labels that it is one."""
    keys = [*map(_list_keys, sections)]
    counts = Counter(chain.from_iterable(keys))
    shared = [frozenset(key for key in own if counts[key] > 1) for own in keys]
    names_plan = any(map(_PLAN.search, _list_words(sections)))
    chosen = [_is_entry(*pair, names_plan=names_plan) for pair in zip(sections, shared, strict=True)]
    return [*map(or_, chosen, _find_alike(sections, chosen))] if any(chosen) else chosen


def _find_alike(sections: Sequence[Section], chosen: Sequence[bool]) -> list[bool]:
    """Which sections belong to a plan because those that are `chosen` do."""
    entries = [*compress(sections, chosen)]
    parents = {id(head) for section in entries for head in section.above}
    own = {_find_kind(section.head) for section in entries if section.head}
    named = {_find_kind(head) for section in entries for head in section.above if read_name(head).noun}
    kinds = own | named
    return [_is_alike(section, parents, kinds) for section in sections]


def _list_keys(section: Section) -> frozenset[str]:
    return frozenset(
        token.label.key
        for token in section.body
        if isinstance(token, LabelledValue) and token.label.field != EXTRA
    )


def _list_words(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.head:
            yield section.head.paragraph.text
    yield from (words.paragraph.text for words in sections[0].lead)


def _is_entry(section: Section, shared: frozenset[str], *, names_plan: bool) -> bool:
    """Whether the labels of a section are a plan's: what is to be done, and something said of it."""
    fields = section.fields
    if len(fields) < _FEWEST:
        return False
    if fields & CORE:
        return fields >= CORE or bool(fields & _SAID)
    if section.head is None or section.is_title:
        return False
    if section.name.noun:
        return not fields.isdisjoint((*TIMED, *HELD))
    return names_plan and _is_shared(section, shared) and not any(map(fields.isdisjoint, (TIMED, HELD)))


def _is_shared(section: Section, shared: frozenset[str]) -> bool:
    """Whether others have enough of a section's labels: two, or one below a number."""
    return len(shared) >= _FEWEST or (bool(shared) and bool(section.name.number))


def _is_alike(section: Section, parents: set[int], kinds: set[tuple[int, str] | None]) -> bool:
    """Whether a section belongs to a plan that others show: labels of its own, or a numbered heading like theirs."""
    if section.head is None or section.is_title:
        return False
    if id(section.head) in parents:
        return bool(section.fields)
    return _find_kind(section.head) in kinds - {None}


def _find_kind(head: Heading) -> tuple[int, str] | None:
    """The level and the noun of a numbered heading; None for any other."""
    name = read_name(head)
    return (head.level, name.noun) if name.number else None
