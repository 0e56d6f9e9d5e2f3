"""A document as headings, labelled values and other words, in order: what an outline is made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, dropwhile, islice, takewhile, zip_longest
from typing import TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, Paragraph, Run, Table, cut_runs, make_block
from send_extract.headings import EXTRA
from send_extract.notation.furniture import fold_words, is_contents_line
from send_extract.notation.marks import find_bullet
from send_extract.patterns import compile_later
from send_extract.structure.outline.forms import join_title, read_form
from send_extract.structure.outline.labels import (
    IDENTITY,
    NUMBER,
    FieldLabel,
    cut_line,
    find_label,
    read_label,
    split_labels,
    split_lines,
)
from send_extract.values.acronym.titles import is_title

_COUNTED = compile_later(r"\s*[A-Z]{0,2}\d{1,3}(?:\.\d{1,2})*[.):]?\s+[A-Z]")
_NUMBER_FIRST = compile_later(
    rf"\s*(?P<number>{NUMBER})[.):]?\s+(?:recommendation|rec)\b\.?\s*(?::|\s[–—-])\s*(?=\S)", re.IGNORECASE
)
_HEADING_OF_WORDS = 7
"""The level of a heading that is one by its words alone, below those of every markup."""
_HEADING_OF_GLOSSARY = 2
"""The level of the title of a glossary that is no heading: it ends all that stands above it but the plan."""
_THEME = compile_later(
    r"\s*(?:theme|priority|aim|objective|goal|section|part|area|strand|workstream|pillar|outcome|ambition)s?"
    r"\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})\s*(?:[:.)–—]|\s-)",
    re.IGNORECASE,
)
"""A group of what is numbered below it, with its letter or number."""
_FEWEST_LABELS = 2
_FEWEST_ALONE = 3
"""Lines that are labels of different fields and nothing else are labels, be there one of each."""
_MOST_WORDS = 5
_LONGEST_MAIL_HEAD = 8
"""Lines that head a message, at the most."""
_OF_REPORT = compile_later(
    r"(?:contact|report(?:ing)?|lead report)\s+(?:officers?|authors?|persons?)\s*:"
    r"|background\s+(?:papers|documents)\s*:|(?:report|prepared|written|compiled)\s+(?:by|author)\s*:"
    r"|further information\s*:|appendi(?:x|ces)\s*:",
    re.IGNORECASE,
    need=lambda text: ":" in text,
)
"""What a committee's report says of itself at its foot or head; none of it is said of a recommendation."""


class Heading(Struct, frozen=True):
    """A heading, and the place of its element in the document."""

    place: int
    paragraph: Paragraph
    level: int


class LabelledValue(Struct, frozen=True):
    """A label, and the words on its own line; `level` is the list's that it stands in."""

    place: int
    paragraph: Paragraph
    label: FieldLabel
    blocks: tuple[Block, ...]
    level: int


class Prose(Struct, frozen=True):
    """A line without a label."""

    place: int
    paragraph: Paragraph


class Other(Struct, frozen=True):
    """A table, or what stands in a margin: no part of an outline, and the end of whatever value stands above."""

    place: int


Token = Heading | LabelledValue | Prose | Other


def read_tokens(elements: Sequence[Paragraph | Table]) -> list[Token]:
    """The tokens of `elements`; a label that is none by itself counts where it stands more than once."""
    tokens: list[Token] = []
    for place, element in enumerate(elements):
        if isinstance(element, Table):
            tokens += _read_form(place, element)
        elif element.kind not in {"body", "title"}:
            tokens.append(Other(place))
        elif element.level:
            tokens.append(Heading(place, element, element.level))
        else:
            tokens += _read_lines(place, element)
    return list(_name_by_headings(_find_heads(list(_keep_labels(_leave_mail_head(tokens))))))


def _leave_mail_head(tokens: list[Token]) -> list[Token]:
    """Tokens of which the lines that head a message (`From: …` to `Subject: …`) label nothing (RFC 5322)."""
    begin = tokens[0].paragraph.text if tokens and isinstance(tokens[0], LabelledValue) else ""
    texts = [_read_words(token) for token in tokens[:_LONGEST_MAIL_HEAD]]
    end = next((place for place, text in enumerate(texts, 1) if text.startswith("Subject:")), 0)
    if not end or not begin.startswith("From:"):
        return tokens
    head = tokens[:end]
    return [
        Prose(each.place, each.paragraph) if isinstance(each, LabelledValue) else each for each in head
    ] + tokens[end:]


def _read_words(token: Token) -> str:
    return "" if isinstance(token, Other) else token.paragraph.text


def _read_form(place: int, table: Table) -> Iterator[Token]:
    """A table whose cells are labels and their values in turn."""
    lines = read_form(table)
    if not lines:
        yield Other(place)
    for line in lines:
        if IDENTITY.match(line.label):
            words = Paragraph(join_title(line.label, line.values), line.location)
            yield Heading(place, words, _HEADING_OF_WORDS)
            yield from (Prose(place, Paragraph(block, line.location)) for block in line.values[1:])
            continue
        words = Paragraph(make_block(line.label), line.location)
        if line.is_title:
            yield Heading(place, words, _HEADING_OF_WORDS - 1)
        else:
            yield LabelledValue(place, words, read_label(line.label), line.values, 0)


def _read_lines(place: int, paragraph: Paragraph) -> Iterator[Token]:
    for line in chain.from_iterable(map(split_labels, split_lines(paragraph.block))):
        yield _read_line(place, Paragraph(line, paragraph.location, 0, paragraph.kind))


def _read_line(place: int, words: Paragraph) -> Token:
    """What a line is: an entry of the contents, a heading by its words, a label with its value, or prose."""
    line, text = words.block, words.text
    if is_contents_line(text):
        return Prose(place, words)
    if is_title(text):
        return Heading(place, words, _HEADING_OF_GLOSSARY)
    named = _name_by_number(words)
    if named or (not line.level and IDENTITY.match(text)):
        return Heading(place, named or words, _HEADING_OF_WORDS)
    label = None if _OF_REPORT.match(text) else find_label(line) or _find_alone(line)
    return (
        LabelledValue(place, words, label, cut_line(line, label.end), line.level)
        if label
        else Prose(place, words)
    )


def _find_alone(line: Block) -> FieldLabel | None:
    """The label that a line is and nothing else, whatever shows it to be one (`When`, its value on the next line)."""
    label = None if line.level else read_label(line.text, len(line.text), is_sure=False)
    return label if label and _is_bare(label) else None


def _name_by_number(line: Paragraph) -> Paragraph | None:
    """A recommendation whose number stands before its label (`1. Recommendation: …`), as one with it behind."""
    marker = f"{line.block.marker} " if any(map(str.isdigit, line.block.marker)) else ""
    match = _NUMBER_FIRST.match(f"{marker}{line.text}")
    if match is None:
        return None
    words = cut_runs(line.block.runs, match.end() - len(marker))
    return replace(line, block=Block((Run(f"Recommendation {match['number']}: "), *words)))


def _keep_labels(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with the labels that are none after all as words."""
    marks = _weigh_labels([token for token in tokens if isinstance(token, LabelledValue)])
    last: Token | None = None
    for token in tokens:
        if isinstance(token, Other) or _is_kept(token, last, marks):
            last = token
        else:
            last = Prose(token.place, token.paragraph)
        yield last


def _is_kept(token: Token, before: Token | None, marks: _LabelSupport) -> bool:
    """Whether a token is what it seems to be."""
    if not isinstance(token, LabelledValue) or token.label.is_sure:
        return True
    return marks.bear_out(token) and not _is_value(token, before)


class _LabelSupport(Struct, frozen=True):
    """What bears a doubtful label out: how often it stands, at which levels sure ones do, how many stand alone."""

    counts: Mapping[tuple[str, int], int]
    levels: frozenset[int]
    alone: int

    def bear_out(self, token: LabelledValue) -> bool:
        """Whether it is shown elsewhere that a label is one."""
        is_alone = not token.blocks and self.alone >= _FEWEST_ALONE
        is_told = is_alone or self.counts[token.label.key, token.level] >= _FEWEST_LABELS
        return is_told and (token.label.field != EXTRA or token.level in self.levels)


def _weigh_labels(pairs: Sequence[LabelledValue]) -> _LabelSupport:
    known = [pair for pair in pairs if pair.label.field != EXTRA]
    levels = frozenset(pair.level for pair in known if pair.label.is_sure)
    alone = {pair.label.field for pair in known if not pair.blocks}
    return _LabelSupport(Counter((pair.label.key, pair.level) for pair in pairs), levels, len(alone))


def _is_value(token: LabelledValue, before: Token | None) -> bool:
    """Whether a line that could be a label is what the label before it says (`Lead`, `Head of Service`)."""
    if isinstance(before, LabelledValue):
        return not before.blocks and not token.blocks and before.label.field == token.label.field
    if token.blocks or not isinstance(before, Heading):
        return False
    return read_label(before.paragraph.text.rstrip(": ")).field == token.label.field


def _find_heads(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with each line as a heading whose labels are listed below it, or that is numbered above them."""
    listed = _find_listed(tokens)
    numbered = [
        place
        for place, token in enumerate(tokens)
        if place not in listed and _is_counted(token) and _is_sure(tokens, place + 1)
    ]
    heads = frozenset(numbered if len(numbered) >= _FEWEST_LABELS else ())
    found = [
        _make_head(token)
        if isinstance(token, Prose | LabelledValue) and (place in heads or _holds_labels(tokens, place))
        else token
        for place, token in enumerate(tokens)
    ]
    return [_make_theme(token, _find_below(found, place)) for place, token in enumerate(found)]


def _find_below(tokens: Sequence[Token], place: int) -> Token | None:
    """The token below one, the labelled values between passed over."""
    below = dropwhile(lambda token: isinstance(token, LabelledValue), islice(tokens, place + 1, None))
    return next(below, None)


def _find_listed(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of lines that are listed, several right below one another, under a label without words of its own."""
    listed: list[int] = []
    for place, token in enumerate(tokens):
        if isinstance(token, LabelledValue) and not token.blocks:
            run = [*takewhile(lambda at: _is_counted(tokens[at]), range(place + 1, len(tokens)))]
            listed += run if len(run) > 1 else ()
    return frozenset(listed)


def _make_theme(token: Token, following: Token | None) -> Token:
    """A counted theme above a line that is a heading by its number stands above what that one heads."""
    if not isinstance(token, Prose | LabelledValue) or not _THEME.match(token.paragraph.text):
        return token
    is_above = isinstance(following, Heading) and following.level > _HEADING_OF_WORDS
    return Heading(token.place, token.paragraph, _HEADING_OF_WORDS) if is_above else token


def _is_counted(token: Token) -> bool:
    """Whether a line begins with a number, or with a bullet that was typed."""
    return (
        isinstance(token, Prose)
        and not token.paragraph.block.level
        and bool(_COUNTED.match(token.paragraph.text) or find_bullet(token.paragraph.text))
    )


def _is_sure(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place] if place < len(tokens) else None
    return isinstance(token, LabelledValue) and token.label.is_sure and token.label.field != EXTRA


def _holds_labels(tokens: Sequence[Token], place: int) -> bool:
    """Whether a list's item has labels of a plan in a list below it; all in bold, and counted, it is no label."""
    token, following = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    if not _is_words(token) or not isinstance(following, LabelledValue) or not _is_sure(tokens, place + 1):
        return False
    return 0 < token.paragraph.block.level < following.level


def _is_words(token: Token) -> TypeGuard[Prose | LabelledValue]:
    if isinstance(token, LabelledValue):
        return not token.blocks and any(map(str.isdigit, token.paragraph.block.marker))
    return isinstance(token, Prose)


def _make_head(words: Prose | LabelledValue) -> Heading:
    block = words.paragraph.block
    marker = block.marker if any(map(str.isdigit, block.marker)) else ""
    typed = None if block.level else find_bullet(words.paragraph.text)
    runs = tuple(cut_runs(block.runs, typed.end)) if typed else block.runs
    title = Block((Run(f"{marker} "), *runs)) if marker else Block(runs)
    level = _HEADING_OF_WORDS + 1 + (1 if typed else block.level)
    return Heading(words.place, replace(words.paragraph, block=title), level)


def _name_by_headings(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with the headings that are labels (`Actions`, above a list of them) as labels."""
    counts = Counter(_fold_head(token) for token in tokens if isinstance(token, Heading))
    open_heads: list[Heading] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        if not isinstance(token, Heading):
            yield token
            continue
        open_heads = [head for head in open_heads if head.level < token.level]
        if isinstance(following, Prose) and _is_label(token, open_heads, counts):
            yield LabelledValue(token.place, token.paragraph, _read_head(token), (), 0)
        else:
            open_heads.append(token)
            yield token


def _read_head(head: Heading) -> FieldLabel:
    """A heading as a label."""
    return read_label(head.paragraph.text.strip().rstrip(":"))


def _is_label(head: Heading, above: Sequence[Heading], counts: Mapping[str, int]) -> bool:
    """Whether a heading only labels what stands below it: one heading below a numbered one, or one of several."""
    if not above or above[-1].level == 1 or not _is_bare(_read_head(head)):
        return False
    return counts[_fold_head(head)] >= _FEWEST_LABELS or any(map(str.isdigit, above[-1].paragraph.text))


def _is_bare(label: FieldLabel) -> bool:
    is_worded = label.text[:1].isalpha() and not label.number
    return is_worded and label.field != EXTRA and len(label.text.split()) <= _MOST_WORDS


def _fold_head(head: Heading) -> str:
    return fold_words(head.paragraph.text).rstrip(":")
