"""The markup of one cell to its blocks: a tokenizer of tags and text, linear in the cell's length.

A tokenizer of our own, because it was measured: on the cells of a real draft it keeps ahead of a plain
`lxml.etree` parse (`make bench`), keeps a bare `<` and the words of unknown tags, and has no limit of depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Finding
from send_extract.document import Block, Cell, Run
from send_extract.notation.entities import decode_entities
from send_extract.patterns import compile_later
from send_extract.readers.blocks import IMAGE, STEPS, BlockBuilder, clean_text, list_markers
from send_extract.readers.lines import is_markup
from send_extract.readers.tags import EFFECTS, TAG, VOID, classify_tag

EMPTY = Cell()
DEEPEST = 256
"""Markup nested deeper than this is no author's (and is libxml2's own limit)."""

_LINES = compile_later(r"[\v\x85\u2028\u2029]")
"""What ends a line inside a cell, where a line feed would end the row."""
_HIDDEN = compile_later(r"<(!--|script(?=[\s>])|style(?=[\s>]))", re.IGNORECASE | re.ASCII)
_CLOSED = compile_later(rf"</(?:{'|'.join(EFFECTS)})\s*>", re.IGNORECASE)
"""The end of a known tag, which no author types."""
_CLOSING = {
    "!--": compile_later("-->"),
    "script": compile_later(r"</script\s*>", re.IGNORECASE),
    "style": compile_later(r"</style\s*>", re.IGNORECASE),
}


class Marked(Struct, frozen=True):
    """A cell without its markup, and what was odd about it."""

    cell: Cell
    findings: tuple[Finding, ...] = ()


def read_markup(markup: str) -> Marked:
    """The blocks of a cell's markup, with findings where it hides words or is too deep."""
    if not markup.isascii() or "\v" in markup:
        markup = _LINES.sub("<br>", markup)
    if "<" not in markup and "&" not in markup:
        return Marked(read_plain(markup))
    hidden: list[Finding] = []
    if "<!" in markup or "<s" in markup or "<S" in markup:
        markup = _drop_hidden(markup, hidden)
    pieces = TAG.split(markup.replace("\r", " ").replace("\n", " "))
    marked = _read_list(pieces) or _read_pieces(pieces, add_words)
    return replace(marked, findings=(*hidden, *marked.findings)) if hidden else marked


def read_plain(text: str) -> Cell:
    """The cell of text without markup or entities."""
    words = clean_text(text)
    return Cell((Block((Run(words),)),)) if words else EMPTY


def add_words(builder: BlockBuilder, words: str) -> None:
    """Adds words to the block that is open; tags that a converter escaped among them are read."""
    words = decode_entities(words)
    if "<" in words and (is_markup(words) or _CLOSED.search(words)):
        marked = _read_pieces(TAG.split(words), BlockBuilder.add_text)
        builder.add_blocks(marked.cell.blocks)
        builder.findings.extend(marked.findings)
    else:
        builder.add_text(words)


def _read_list(pieces: list[str]) -> Marked | None:
    """The blocks of a cell that is one list of plain words, as many are; None where it is anything else."""
    tags, items = pieces[1::2], pieces[4:-1:4]
    if not items or tags[1:-1] != ["li", "/li"] * len(items) or not _are_plain(items):
        return None
    opening, value = _find_step(tags[0])
    if opening is not BlockBuilder.open_list or _find_step(tags[-1])[0] is not BlockBuilder.close_list:
        return None
    if "".join([pieces[0], pieces[-1], *pieces[2:-1:4]]).strip():
        return None
    texts, marks = map(clean_text, items), list_markers(value, len(items))
    blocks = [Block((Run(text),), 1, mark) for text, mark in zip(texts, marks, strict=True) if text]
    return Marked(Cell(tuple(blocks)))


def _are_plain(items: list[str]) -> bool:
    """Whether items hold words alone; one without any may be the number of a row."""
    words = "".join(items).lower()
    return not ("&" in words or IMAGE in words) and bool(len(items) > 1 or words.strip())


def _read_pieces(pieces: list[str], decode: Callable[[BlockBuilder, str], None]) -> Marked:
    """The blocks of text and tags in turn; by the reader of pages where a tag says how its words are shown."""
    builder = BlockBuilder()
    add_text = builder.add_text
    parts = iter(("", *pieces))
    for tag, text in zip(parts, parts, strict=True):
        if tag:
            step, value = _find_step(tag)
            if step is None:
                return _read_as_page(pieces)
            step(builder, value)
        if "&" in text:
            decode(builder, text)
        elif text:
            add_text(text)
    builder.end_words()
    findings = tuple(builder.findings)
    if len(pieces) > 2 * DEEPEST:
        findings += _check_depth(pieces[1::2])
    return Marked(Cell(tuple(builder.blocks)), findings)


@lru_cache(maxsize=1024)
def _find_step(tag: str) -> tuple[Callable[[BlockBuilder, str], None] | None, str]:
    """The builder's step for a tag, and its word; none where only the reader of pages knows it."""
    told = classify_tag(tag)
    return STEPS.get(told.effect), decode_entities(told.value)


def _read_as_page(pieces: list[str]) -> Marked:
    """The cell as a page's reader reads it; tags that are an author's own words stay words."""
    from send_extract.readers.page import read_fragment

    tags = [
        f"&lt;{tag}&gt;" if classify_tag(tag).effect == "keep_words" else f"<{tag}>" for tag in pieces[1::2]
    ]
    texts = [text.replace("<", "&lt;") for text in pieces[::2]]
    markup = "".join([part for pair in zip(texts, (*tags, ""), strict=True) for part in pair])
    return read_fragment(markup)


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
