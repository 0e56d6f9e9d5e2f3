"""A document as headings, labelled values and other words, in order: what an outline is made of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Block, Paragraph, Run, Table
from send_extract.headings import EXTRA
from send_extract.readers.outline.forms import join_title, read_form
from send_extract.readers.outline.labels import IDENTITY, Label, cut_line, find_label, read_label, split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING_OF_WORDS = 7
"""The level of a heading that is one by its words alone, below those of every markup."""
_FEWEST_LABELS = 2
_MOST_WORDS = 5


class Head(NamedTuple):
    """A heading, and the place of its element in the document."""

    place: int
    paragraph: Paragraph
    level: int


class Pair(NamedTuple):
    """A label, and the words on its own line; `level` is the list's that it stands in."""

    place: int
    paragraph: Paragraph
    label: Label
    blocks: tuple[Block, ...]
    level: int


class Words(NamedTuple):
    """A line without a label."""

    place: int
    paragraph: Paragraph


class Other(NamedTuple):
    """A table, or what stands in a margin: no part of an outline, and the end of whatever value stands above."""

    place: int


Token = Head | Pair | Words | Other


def read_tokens(elements: Sequence[Paragraph | Table]) -> list[Token]:
    """The tokens of `elements`; a label that is none by itself counts where it stands more than once."""
    tokens: list[Token] = []
    for place, element in enumerate(elements):
        if isinstance(element, Table):
            tokens += _read_form(place, element)
        elif element.kind not in {"body", "title"}:
            tokens.append(Other(place))
        elif element.level:
            tokens.append(Head(place, element, element.level))
        else:
            tokens += _read_lines(place, element)
    return list(_name_by_headings(list(_keep_labels(tokens))))


def _read_form(place: int, table: Table) -> Iterator[Token]:
    """A table whose cells are labels and their values in turn."""
    entries = read_form(table)
    if not entries:
        yield Other(place)
    for entry in entries:
        if IDENTITY.match(entry.label):
            words = Paragraph(join_title(entry.label, entry.values), entry.location)
            yield Head(place, words, _HEADING_OF_WORDS)
            yield from (Words(place, Paragraph(block, entry.location)) for block in entry.values[1:])
            continue
        words = Paragraph(Block((Run(entry.label),)), entry.location)
        if entry.is_title:
            yield Head(place, words, _HEADING_OF_WORDS - 1)
        else:
            yield Pair(place, words, read_label(entry.label), entry.values, 0)


def _read_lines(place: int, paragraph: Paragraph) -> Iterator[Token]:
    for line in split_lines(paragraph.block):
        part = Paragraph(line, paragraph.location, 0, paragraph.kind)
        if not line.level and IDENTITY.match(part.text):
            yield Head(place, part, _HEADING_OF_WORDS)
            continue
        label = find_label(line)
        if label:
            yield Pair(place, part, label, cut_line(line, label.end), line.level)
        else:
            yield Words(place, part)


def _keep_labels(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with the labels that are none after all as words."""
    pairs = [token for token in tokens if isinstance(token, Pair)]
    counts = Counter((pair.label.key, pair.level) for pair in pairs)
    levels = {pair.level for pair in pairs if pair.label.is_sure and pair.label.field != EXTRA}
    for token in tokens:
        if isinstance(token, Pair) and not token.label.is_sure:
            recurs = counts[token.label.key, token.level] >= _FEWEST_LABELS
            if not recurs or (token.label.field == EXTRA and token.level not in levels):
                yield Words(token.place, token.paragraph)
                continue
        yield token


def _name_by_headings(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with the headings that are labels (`Actions`, above a list of them) as labels."""
    counts = Counter(_fold_head(token) for token in tokens if isinstance(token, Head))
    open_levels: list[int] = []
    for token, following in zip(tokens, [*tokens, None][1:], strict=True):
        if isinstance(token, Head):
            label = read_label(token.paragraph.text.strip().rstrip(":"))
            recurs = counts[_fold_head(token)] >= _FEWEST_LABELS or len(open_levels) > 1
            is_below = any(level < token.level for level in open_levels)
            if is_below and recurs and isinstance(following, Words) and _is_bare(label):
                yield Pair(token.place, token.paragraph, label, (), 0)
                continue
            open_levels = [level for level in open_levels if level < token.level] + [token.level]
        yield token


def _is_bare(label: Label) -> bool:
    return label.field != EXTRA and not label.number and len(label.text.split()) <= _MOST_WORDS


def _fold_head(head: Head) -> str:
    return " ".join(head.paragraph.text.lower().split()).rstrip(":")
