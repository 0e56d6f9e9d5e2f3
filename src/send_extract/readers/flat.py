"""The commonest cell by far, read without the tokenizer: one flat list of items that are plain words."""

from __future__ import annotations

from send_extract.document import Block, Run
from send_extract.readers.blocks import BULLET, clean_text
from send_extract.readers.entities import decode_entities
from send_extract.readers.tags import classify_tag

_LISTS = {"<ul": "</ul>", "<ol": "</ol>"}
_PLAIN_LISTS = frozenset(("", "1 1"))


def read_flat_list(markup: str) -> tuple[Block, ...] | None:
    """The items of a cell that is one such list, as the tokenizer would give them; None where it is anything else."""
    opening, *items = markup.split("<li>")
    tag = opening.strip()
    closing = _LISTS.get(tag[:3])
    if closing is None or not items or tag.find(">") != len(tag) - 1 or tag.rfind("<") > 0:
        return None
    effect, value = classify_tag(tag[1:-1])
    if effect != "open_list" or value not in _PLAIN_LISTS:
        return None
    *inner, last = items
    texts = [item.partition("</li>") for item in inner]
    texts.append(last.partition("</li>"))
    if texts[-1][2].strip() != closing or any(rest and not rest.isspace() for _, _, rest in texts[:-1]):
        return None
    return _make_blocks([text for text, _, _ in texts], is_counted=bool(value))


def _make_blocks(texts: list[str], *, is_counted: bool) -> tuple[Block, ...] | None:
    blocks = []
    for number, text in enumerate(texts, 1):
        if "<" in text:
            return None
        words = clean_text(decode_entities(text) if "&" in text else text)
        if words:
            blocks.append(Block((Run(words),), 1, f"{number}." if is_counted else BULLET))
    return tuple(blocks)
