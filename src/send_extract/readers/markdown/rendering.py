"""Markdown to HTML by markdown-it, its tags marked with the lines that they came from."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from send_extract.patterns import compile_later
from send_extract.readers.lines import join_broken_rows
from send_extract.readers.page import LINE
from send_extract.readers.tree import KIND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_RULE = compile_later(r"^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$")
_BAR = compile_later(r"(?<!\\)\|")
_LABEL = compile_later(r"\s*[A-Z][^:.!?]{1,58}:(?:\s|$)")
_COMMENT = compile_later(r"<!--(.*?)-->", re.DOTALL)


def render_markdown(text: str, *, keep_comments: bool = False) -> str:
    """The HTML of `text`; with `keep_comments`, a comment on its own lines becomes a marked paragraph."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.add_render_rule("hardbreak", lambda *_: "<br>")
    tokens = parser.parse("\n".join(_widen_tables(join_broken_rows(text.splitlines()))))
    for token in tokens:
        if token.map and token.nesting == 1:
            token.attrSet(LINE, str(token.map[0] + 1))
        if token.type == "inline" and token.children:
            _keep_lines(token.children)
        if keep_comments and token.type == "html_block":
            _show_comment(token)
        elif token.type == "blockquote_open":
            token.attrSet(KIND, "quote")
    rendered: str = parser.renderer.render(tokens, parser.options, {})
    return rendered


def _keep_lines(children: Sequence[Token]) -> None:
    """Makes the line ends that authors mean as such hard ones: about a label, and after words in bold alone."""
    printing = [token for token in children if token.type != "text" or token.content]
    for place, token in enumerate(printing[1:-1], 1):
        if token.type != "softbreak":
            continue
        before, after = printing[place - 1], printing[place + 1]
        words = printing[place + 2] if after.type == "em_open" else after
        is_label = _LABEL.match(words.content) is not None
        if is_label or before.type == "strong_close" or after.type == "strong_open":
            token.type, token.tag = "hardbreak", "br"


def _show_comment(token: Token) -> None:
    def show(match: re.Match[str]) -> str:
        words = html.escape(html.unescape(match[1].strip()), quote=False).replace("\n", "<br>")
        return f'<p {KIND}="comment">{words}</p>'

    token.content = _COMMENT.sub(show, token.content)


def _widen_tables(lines: Sequence[str]) -> list[str]:
    """The lines, each table's heading as wide as its widest row: more cells would be dropped (GFM 4.10)."""
    widened = list(lines)
    for index in range(1, len(lines)):
        if "|" in lines[index] and _RULE.match(lines[index]) and "|" in lines[index - 1]:
            width = _find_width(lines[index - 1 :])
            widened[index - 1] = _pad(lines[index - 1], width, "  |")
            widened[index] = _pad(lines[index], width, " --- |")
    return widened


def _find_width(rows: Sequence[str]) -> int:
    """The cells of the widest of the rows that stand together."""
    width = 0
    for row in rows:
        if not row.strip() or "|" not in row:
            break
        width = max(width, _count_cells(row))
    return width


def _count_cells(row: str) -> int:
    bare = row.strip().removeprefix("|")
    return len(_BAR.findall(bare)) + (0 if bare.endswith("|") and not bare.endswith("\\|") else 1)


def _pad(row: str, width: int, cell: str) -> str:
    """The row with as many of `cell` added as it takes to have `width` cells."""
    missing = width - _count_cells(row)
    if missing <= 0:
        return row
    bare = row.rstrip()
    return (bare if bare.endswith("|") and not bare.endswith("\\|") else f"{bare} |") + cell * missing
