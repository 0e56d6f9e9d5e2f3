"""Which lines of a document are headings by their labels and numbers, and which headings are labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, islice, takewhile, zip_longest
from typing import TypeGuard

from msgspec.structs import replace

from send_extract.document import Block, Run, cut_runs
from send_extract.headings import EXTRA
from send_extract.notation.furniture import fold_words
from send_extract.notation.marks import find_bullet
from send_extract.patterns import compile_later
from send_extract.structure.outline.labels import FieldLabel, read_label
from send_extract.structure.outline.tokens import (
    FEWEST_LABELS,
    HEADING_OF_WORDS,
    Heading,
    LabelledValue,
    Prose,
    Token,
    is_bare,
)

_COUNTED = compile_later(r"\s*[A-Z]{0,2}\d{1,3}(?:\.\d{1,2})*[.):]?\s+[A-Z]")
_THEME = compile_later(
    r"\s*(?:theme|priority|aim|objective|goal|section|part|area|strand|workstream|pillar|outcome|ambition)s?"
    r"\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})\s*(?:[:.)–—]|\s-)",
    re.IGNORECASE,
)
"""A group of what is numbered below it, with its letter or number."""


def find_heads(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with each line as a heading whose labels are listed below it, or that is numbered above them."""
    numbered = _find_numbered(tokens)
    found = [
        _make_head(token)
        if isinstance(token, Prose | LabelledValue) and (place in numbered or _holds_labels(tokens, place))
        else token
        for place, token in enumerate(tokens)
    ]
    return [_make_theme(token, _find_below(found, place)) for place, token in enumerate(found)]


def _find_numbered(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of numbered lines right above labels, where there are several and none is an item of a list."""
    counted = {
        place for place, token in enumerate(tokens) if _is_counted(token) and _is_sure(tokens, place + 1)
    }
    numbered = frozenset(counted - _find_listed(tokens))
    return numbered if len(numbered) >= FEWEST_LABELS else frozenset()


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
    is_above = isinstance(following, Heading) and following.level > HEADING_OF_WORDS
    return Heading(token.place, token.paragraph, HEADING_OF_WORDS) if is_above else token


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
    level = HEADING_OF_WORDS + 1 + (1 if typed else block.level)
    return Heading(words.place, replace(words.paragraph, block=title), level)


def name_by_headings(tokens: Sequence[Token]) -> Iterator[Token]:
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
    if not above or above[-1].level == 1 or not is_bare(_read_head(head)):
        return False
    return counts[_fold_head(head)] >= FEWEST_LABELS or any(map(str.isdigit, above[-1].paragraph.text))


def _fold_head(head: Heading) -> str:
    return fold_words(head.paragraph.text).rstrip(":")
