"""The elements of a document to the tokens of an outline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, Paragraph, Run, Table, cut_runs, make_block
from send_extract.headings import EXTRA
from send_extract.notation.furniture import is_contents_line
from send_extract.patterns import compile_later
from send_extract.structure.outline.forms import join_title, read_form
from send_extract.structure.outline.heads import find_heads, name_by_headings
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
from send_extract.structure.outline.tokens import (
    FEWEST_LABELS,
    HEADING_OF_WORDS,
    Heading,
    LabelledValue,
    Other,
    Prose,
    Token,
    is_bare,
)
from send_extract.values.acronym.titles import is_title

_NUMBER_FIRST = compile_later(
    rf"\s*(?P<number>{NUMBER})[.):]?\s+(?:recommendation|rec)\b\.?\s*(?::|\s[–—-])\s*(?=\S)", re.IGNORECASE
)
_HEADING_OF_GLOSSARY = 2
"""The level of the title of a glossary that is no heading: it ends all that stands above it but the plan."""
_FEWEST_ALONE = 3
"""Lines that are labels of different fields and nothing else are labels, be there one of each."""
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
    return list(name_by_headings(find_heads(list(_keep_labels(_leave_mail_head(tokens))))))


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
            yield Heading(place, words, HEADING_OF_WORDS)
            yield from (Prose(place, Paragraph(block, line.location)) for block in line.values[1:])
            continue
        words = Paragraph(make_block(line.label), line.location)
        if line.is_title:
            yield Heading(place, words, HEADING_OF_WORDS - 1)
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
        return Heading(place, named or words, HEADING_OF_WORDS)
    label = None if _OF_REPORT.match(text) else find_label(line) or _find_alone(line)
    return (
        LabelledValue(place, words, label, cut_line(line, label.end), line.level)
        if label
        else Prose(place, words)
    )


def _find_alone(line: Block) -> FieldLabel | None:
    """The label that a line is and nothing else, whatever shows it to be one (`When`, its value on the next line)."""
    label = None if line.level else read_label(line.text, len(line.text), is_sure=False)
    return label if label and is_bare(label) else None


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
        is_told = is_alone or self.counts[token.label.key, token.level] >= FEWEST_LABELS
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
