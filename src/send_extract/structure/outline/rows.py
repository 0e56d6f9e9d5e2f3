"""Sections to rows: which labelled values belong to one action, and what the headings say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, Paragraph, Run, make_block
from send_extract.notation.nouns import find_clashing
from send_extract.settings import CORE, HELD, TIMED
from send_extract.structure.outline.sections import Section, find_themes, read_name, read_theme
from send_extract.structure.outline.tokens import Heading, LabelledValue, Prose, Token

NUMBER, SECTION, RECOMMENDATION, ACTION = "No", "Section", "Recommendation", "Action"

Blocks = tuple[Block, ...]


class Entry(Struct, frozen=True):
    """A row: what stands under the headings' columns and under each label, the tokens used, and its place."""

    named: Mapping[str, Blocks]
    labelled: Mapping[str, Blocks]
    used: tuple[Token, ...]
    paragraph: Paragraph


class Naming(Struct, frozen=True):
    """What headings say of a row, under each column of theirs, and the tokens that say it."""

    named: dict[str, Blocks]
    used: tuple[Token, ...] = ()

    def stand_under(self, above: Sequence[Heading], head: Heading | None) -> Naming:
        """With `head` used, and the nearest of the headings `above` it as the row's section."""
        nearest = above[-1:]
        named = {**self.named, SECTION: (make_block(nearest[0].paragraph.text),)} if nearest else self.named
        return Naming(named, (*self.used, *nearest, *((head,) if head else ())))


class Value(Struct, frozen=True):
    """A label, the words that follow it, and the tokens of both."""

    pair: LabelledValue
    blocks: Blocks
    used: tuple[Token, ...]


def build_entries(sections: Sequence[Section], chosen: Sequence[bool]) -> Iterator[Entry]:
    """The rows of the sections that are chosen."""
    places = [*compress(range(len(sections)), chosen)]
    parents = {id(head) for place in places for head in sections[place].above}
    themes = find_themes([sections[place] for place in places])
    builder = _EntryBuilder({id(section.head): section for section in sections}, parents, themes)
    for place in places:
        is_followed = place + 1 < len(sections) and chosen[place + 1]
        yield from builder.build(
            sections[place], collect_values(sections[place].body, is_followed=is_followed)
        )


def keep_apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The rows, those of words that count the same numbers (`Must do 1`, `Should do 1`) numbered by both."""
    found = [(_join_texts(entry.named.get(NUMBER, ())), _find_noun(entry)) for entry in entries]
    clashing = find_clashing(found)
    for entry, (number, noun) in zip(entries, found, strict=True):
        apart = {NUMBER: (make_block(f"{noun.capitalize()} {number}"),)}
        yield replace(entry, named={**entry.named, **apart}) if noun in clashing else entry


def _find_noun(entry: Entry) -> str:
    """The word that a row's number counts in the heading that it is from."""
    number = _join_texts(entry.named.get(NUMBER, ()))
    names = (read_name(token) for token in entry.used if isinstance(token, Heading))
    return next((name.noun for name in names if name.number == number and name.is_recommendation), "")


def collect_values(body: Sequence[Token], *, is_followed: bool) -> list[Value]:
    """The labels with their words: on their line, listed below it, or before the next label.

    What stands below the last label's own words is its own too where another row follows.
    """
    values: list[Value] = []
    waiting: list[Prose] = []
    for token in body:
        if isinstance(token, LabelledValue):
            _take(values, waiting)
            values.append(Value(token, token.blocks, (token,)))
        elif not isinstance(token, Prose) or _is_numbered_title(token.paragraph.block):
            break
        elif values:
            waiting.append(token)
            if _is_below(token, values[-1]):
                _take(values, waiting)
    if is_followed and not (values and _is_told(values[-1])):
        _take(values, waiting)
    return values


def _is_below(words: Prose, value: Value) -> bool:
    """Whether words are a label's own: it has none on its line, or they are listed below it."""
    return not value.blocks or words.paragraph.block.level > value.pair.level


def _is_numbered_title(block: Block) -> bool:
    """Whether an item of a list is the title of the document's next part (`3. MONITORING`)."""
    return block.level > 0 and any(map(str.isdigit, block.marker)) and block.text.isupper()


def _is_told(value: Value) -> bool:
    """Whether a label that says when, or who, has its words, so that lines further down are none of them."""
    return bool(value.blocks) and value.pair.label.field in {*TIMED, *HELD}


def _take(values: list[Value], waiting: list[Prose]) -> None:
    """The words that wait become the last label's."""
    if values and waiting:
        last = values[-1]
        blocks = (*last.blocks, *(each.paragraph.block for each in waiting))
        values[-1] = Value(last.pair, blocks, (*last.used, *waiting))
    waiting.clear()


class _EntryBuilder:
    """The rows of an outline so far: how many actions and measures each recommendation has had."""

    def __init__(self, by_head: Mapping[int, Section], parents: set[int], themes: frozenset[int]) -> None:
        self._by_head = by_head
        self._parents = parents
        self._themes = themes
        self._counts: dict[tuple[str, str], int] = {}

    def build(self, section: Section, values: Sequence[Value]) -> Iterator[Entry]:
        """The rows of one section: a new one wherever an action, or the first label, comes again."""
        has_number = any(value.pair.label.field == "number" for value in values)
        for place, group in enumerate(_part_rows(values) or [[]]):
            naming = self._name(section, has_number=has_number)
            labelled = self._label(group, naming)
            first = group[0].pair if group and (section.head is None or place) else section.head
            if first is not None:
                tokens = (token for value in group for token in value.used)
                yield Entry(naming.named, labelled, (*naming.used, *tokens), first.paragraph)

    def _label(self, group: Sequence[Value], naming: Naming) -> dict[str, Blocks]:
        """The words of a row's labels, those of one that comes again together."""
        key = _join_texts(naming.named.get(NUMBER, ()) or naming.named.get(RECOMMENDATION, ()))
        labelled: dict[str, Blocks] = {}
        for value in group:
            name = value.pair.label.key
            labelled[name] = (*labelled.get(name, ()), *self._number(value, key))
        return labelled

    def _name(self, section: Section, *, has_number: bool) -> Naming:
        """What the headings say of a section's rows; `has_number` where a label says their number."""
        if section.head is None or section.is_title:
            return Naming({})
        if id(section.head) in self._themes:
            naming = self._read_parent(section.head)
            return Naming(naming.named, (*naming.used, section.head))
        is_parent = id(section.head) in self._parents
        if section.fields & CORE or section.name.is_recommendation or is_parent:
            return _name_recommendation(section, has_number=has_number)
        return self._name_action(section, has_number=has_number)

    def _name_action(self, section: Section, *, has_number: bool) -> Naming:
        parent = next((head for head in reversed(section.above) if self._is_recommendation(head)), None)
        if parent is None:
            return _read_head(section, ACTION, has_number=has_number).stand_under(section.above, section.head)
        of_parent = self._read_parent(parent)
        action = self._read_action(section, of_parent.named.get(NUMBER, ()))
        naming = Naming({**of_parent.named, ACTION: action}, (*of_parent.used, parent))
        return naming.stand_under(section.above[: section.above.index(parent)], section.head)

    def _is_recommendation(self, head: Heading) -> bool:
        name = read_name(head)
        return name.is_recommendation or id(head) in self._themes or (bool(name.number) and not name.noun)

    def _read_parent(self, head: Heading) -> Naming:
        """The number and words of the recommendation that an action stands under."""
        theme = read_theme(head.paragraph.text) if id(head) in self._themes else None
        if theme is None:
            return _read_head(self._by_head[id(head)], RECOMMENDATION, has_number=False)
        return Naming({NUMBER: (make_block(theme.number),), RECOMMENDATION: (make_block(theme.text),)})

    def _read_action(self, section: Section, number: Blocks) -> Blocks:
        """An action's words; its own number among them where it is not the one that it counts to."""
        name = section.name
        is_counted = self._is_counted(name.number, _join_texts(number), "actions")
        printed = section.head.paragraph.text.strip() if section.head else ""
        words = name.words if is_counted and name.words else printed
        return (make_block(words),) if words else ()

    def _number(self, value: Value, key: str) -> Blocks:
        """A label's words, the label's own number before them where it is not the one that it counts to."""
        label, blocks = value.pair.label, value.blocks
        is_counted = self._is_counted(label.number, key, label.key)
        if not label.number or is_counted or not blocks:
            return blocks
        first = blocks[0]
        runs = (Run(f"{label.text} {label.number}: "), *first.runs)
        return (replace(first, runs=runs), *blocks[1:])

    def _is_counted(self, number: str, recommendation: str, kind: str) -> bool:
        """Whether a number only counts what the rows count anyway; each call counts one more."""
        count = self._counts[recommendation, kind] = self._counts.get((recommendation, kind), 0) + 1
        return number in {str(count), f"{recommendation}.{count}"}


def _name_recommendation(section: Section, *, has_number: bool) -> Naming:
    """What a recommendation's heading or the words below it say; else it is a section's where a label has them."""
    is_worded = section.name.is_recommendation and bool(section.name.words or section.lead)
    if is_worded or "recommendation" not in section.fields:
        naming = _read_head(section, RECOMMENDATION, has_number=has_number)
        return naming.stand_under(section.above, section.head)
    naming = _read_head(section, SECTION, has_number=has_number)
    return naming.stand_under(() if SECTION in naming.named else section.above, section.head)


def _read_head(section: Section, column: str, *, has_number: bool) -> Naming:
    """The number and the words of a heading; the paragraphs below it, where it is a number alone."""
    name = section.name
    text = section.head.paragraph.text.strip() if has_number and section.head else name.words
    named: dict[str, Blocks] = {}
    if name.number and not has_number:
        named[NUMBER] = (make_block(name.number),)
    if text:
        return Naming({**named, column: (make_block(text),)})
    lead = section.lead if column != SECTION else ()
    words = {column: tuple(each.paragraph.block for each in lead)} if lead else {}
    return Naming(named | words, lead)


def _part_rows(values: Sequence[Value]) -> list[list[Value]]:
    rows: list[list[Value]] = []
    for value in values:
        label = value.pair.label
        if not rows or _begins_row(rows, label.key, label.field):
            rows.append([])
        rows[-1].append(value)
    return rows


def _begins_row(rows: Sequence[Sequence[Value]], key: str, field: str) -> bool:
    """Whether a label begins another row: it says again what is to be done, or what a row began with."""
    row = rows[-1]
    if row[-1].pair.label.key == key:
        return False
    if field == "actions":
        return any(value.pair.label.field == field for value in row)
    return key in {rows[0][0].pair.label.key, row[0].pair.label.key}


def _join_texts(blocks: Blocks) -> str:
    return "".join(block.text for block in blocks)
