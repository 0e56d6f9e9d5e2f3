"""The markup of one cell to its blocks: a tokenizer of tags and text, linear in the cell's length.

A tokenizer of our own, because it was measured: on the cells of a real draft it keeps ahead of a plain
`lxml.etree` parse (`make bench`), keeps a bare `<` and the words of unknown tags, and has no limit of depth.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from send_extract.diagnostics import Finding
from send_extract.document import Block, Cell, Run
from send_extract.patterns import compile_later
from send_extract.readers.blocks import STEPS, BlockBuilder, clean_text
from send_extract.readers.flat import read_flat_list
from send_extract.readers.tags import TAG, VOID, classify_tag

EMPTY = Cell()
DEEPEST = 256
"""Markup nested deeper than this is no author's (and is libxml2's own limit)."""

_HIDDEN = compile_later(r"<(!--|script(?=[\s>])|style(?=[\s>]))", re.IGNORECASE | re.ASCII)
_CLOSING = {
    "!--": compile_later("-->"),
    "script": compile_later(r"</script\s*>", re.IGNORECASE),
    "style": compile_later(r"</style\s*>", re.IGNORECASE),
}
_IMAGE = "image:"


class Marked(NamedTuple):
    """A cell without its markup, and what was odd about it."""

    cell: Cell
    findings: tuple[Finding, ...] = ()


def read_markup(markup: str) -> Marked:
    """The blocks of a cell's markup, with findings where it hides words or is too deep."""
    if "<" not in markup and "&" not in markup:
        return Marked(read_plain(markup))
    flat = read_flat_list(markup)
    if flat is not None and "\n" not in markup and "mage:" not in markup:
        return Marked(Cell(flat))
    hidden: list[Finding] = []
    if "<!" in markup or "<s" in markup or "<S" in markup:
        markup = _drop_hidden(markup, hidden)
    if "\n" in markup or "\r" in markup:
        markup = markup.replace("\r", " ").replace("\n", " ")
    pieces = TAG.split(markup)
    builder = _build_blocks(pieces)
    blocks = builder.blocks
    findings = (*hidden, *builder.findings)
    if len(pieces) > 2 * DEEPEST:
        findings += _check_depth(pieces[1::2])
    if "mage:" in markup:
        blocks, described = _drop_images(blocks)
        findings += described
    return Marked(Cell(tuple(blocks)), findings)


def read_plain(text: str) -> Cell:
    """The cell of text without markup or entities."""
    words = clean_text(text)
    return Cell((Block((Run(words),)),)) if words else EMPTY


def _build_blocks(pieces: list[str]) -> BlockBuilder:
    """The blocks of text and tags in turn."""
    builder = BlockBuilder()
    add_text = builder.add_text
    parts = iter(pieces)
    add_text(next(parts))
    for tag, text in zip(parts, parts, strict=True):
        effect, value = classify_tag(tag)
        STEPS[effect](builder, value)
        if text:
            add_text(text)
    builder.end_words()
    return builder


def _drop_hidden(markup: str, findings: list[Finding]) -> str:
    """Markup without comments, scripts and styles, each reported; one that never closes hides nothing."""
    kept, position, open_for_good = [], 0, set()
    for match in _HIDDEN.finditer(markup):
        opening = match.group(1).lower()
        if match.start() < position or opening in open_for_good:
            continue
        end = _CLOSING[opening].search(markup, match.end())
        if end is None:
            open_for_good.add(opening)
            continue
        words = markup[match.end() : end.start()].strip()
        if words:
            findings.append(Finding("comment-ignored", (("text", words),)))
        kept.append(markup[position : match.start()])
        position = end.end()
    return "".join((*kept, markup[position:])).replace("<!--", "")


def _check_depth(tags: list[str]) -> tuple[Finding, ...]:
    """A finding where tags stand open deeper than any author nests them."""
    depth = deepest = 0
    for tag in tags:
        if tag[0] == "/":
            depth = max(depth - 1, 0)
        elif tag.split(None, 1)[0].rstrip("/").lower() not in VOID and tag[0] not in "!?":
            depth += 1
            deepest = max(deepest, depth)
    return (Finding("markup-too-deep", (("depth", deepest),)),) if deepest > DEEPEST else ()


def _drop_images(blocks: list[Block]) -> tuple[list[Block], tuple[Finding, ...]]:
    """Blocks without those that describe an image, and the descriptions."""
    described = [block for block in blocks if block.text[: len(_IMAGE)].lower() == _IMAGE]
    kept = [block for block in blocks if block not in described]
    return kept, tuple(Finding("image-described", (("text", block.text),)) for block in described)
