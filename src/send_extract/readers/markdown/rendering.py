"""Markdown to HTML by markdown-it, its tags marked with the lines that they came from."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from send_extract.patterns import compile_later
from send_extract.readers.markdown.tables import Typed, retype_tables
from send_extract.readers.page import KIND, LINE
from send_extract.readers.tags import TAG, classify_tag

_LABEL = compile_later(r"\s*[A-Z][^:.!?]{1,58}:(?:\s|$)")
_OPENS = frozenset(("td_open", "th_open"))
_OF_CELL = frozenset((*_OPENS, "td_close", "th_close", "inline"))
_ROWS = frozenset(("tr_open", "thead_open"))
_ENDS = frozenset(("tr_close", "thead_close"))
_DEEPEST = 200
"""How deep lists and quotations may stand in one another: the parser leaves out what is deeper."""
_NO_ROW = Typed("", 0)
_COMMENTED = compile_later(r"(<!--.*?-->)", re.DOTALL)
_COMMENT = compile_later(r"<!--(.*?)-->", re.DOTALL)


def render_markdown(text: str, *, keep_comments: bool = False) -> str:
    """The HTML of `text`; with `keep_comments`, a comment on its own lines becomes a marked paragraph."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.add_render_rule("hardbreak", lambda *_: "<br>")
    lines = retype_tables(_show_open_comments(text).split("\n"))
    tokens = list(_fit_rows(parser.parse("\n".join([line.text for line in lines])), lines))
    for token in tokens:
        if token.map and token.nesting == 1:
            token.attrSet(LINE, str(lines[token.map[0]].line))
        if token.type in _CHANGES:
            _CHANGES[token.type](token)
        if token.type == "html_block" and keep_comments:
            _show_comment(token)
    rendered: str = parser.renderer.render(tokens, parser.options, {})
    return rendered


def _show_open_comments(text: str) -> str:
    """`text` with the marks of comments that nothing closes as words, since all behind one would be in the comment."""
    closed, end, left = text.rpartition("-->")
    return f"{closed}{end}{left.replace('<!--', '&lt;!--')}"


def _fit_rows(tokens: Sequence[Token], lines: Sequence[Typed]) -> Iterator[Token]:
    """The tokens without the cells that the parser added to short rows, and without heading rows that nobody typed."""
    row, place = _NO_ROW, 0
    for token in tokens:
        if token.type in _ROWS and token.map:
            row, place = lines[token.map[0]], 0
        place += token.type in _OPENS
        if not row.is_lost and (place <= row.cells or token.type not in _OF_CELL):
            yield token
        if token.type in _ENDS:
            row, place = _NO_ROW, 0


def _read_inline(inline: Token) -> None:
    """Makes words of what looks like a tag and is none."""
    for token in inline.children or ():
        if token.type == "html_inline" and _is_worded(token.content):
            token.type = "text"
    _keep_lines(inline)


def _read_block(token: Token) -> None:
    """Makes words of what looks like a tag and is none, outside every comment."""
    pieces = _COMMENTED.split(token.content)
    pieces[::2] = [TAG.sub(_escape_words, piece) for piece in pieces[::2]]
    token.content = "".join(pieces)


def _escape_words(tag: re.Match[str]) -> str:
    return html.escape(tag[0], quote=False) if _is_worded(tag[0]) else tag[0]


def _is_worded(tag: str) -> bool:
    """Whether what stands in angle brackets is an author's own words, which a comment's are not in the plan."""
    return not tag.startswith("<!--") and classify_tag(tag[1:-1]).effect == "keep_words"


def _keep_lines(inline: Token) -> None:
    """Makes the line ends that authors mean as such hard ones: about a label, and after words in bold alone."""
    printing = [token for token in inline.children or () if token.type != "text" or token.content]
    for place, token in enumerate(printing[1:-1], 1):
        if token.type == "softbreak" and _is_meant(printing, place):
            token.type, token.tag = "hardbreak", "br"


def _is_meant(tokens: Sequence[Token], place: int) -> bool:
    """Whether the line that ends at `place` is one by itself."""
    before, after = tokens[place - 1], tokens[place + 1]
    words = tokens[place + 2] if after.type == "em_open" else after
    is_label = _LABEL.match(words.content) is not None
    return is_label or before.type == "strong_close" or after.type == "strong_open"


def _show_comment(token: Token) -> None:
    def show(match: re.Match[str]) -> str:
        words = html.escape(html.unescape(match[1].strip()), quote=False).replace("\n", "<br>")
        return f'<p {KIND}="comment">{words}</p>'

    token.content = _COMMENT.sub(show, token.content)


_CHANGES: dict[str, Callable[[Token], None]] = {
    "inline": _read_inline,
    "html_block": _read_block,
    "blockquote_open": lambda token: token.attrSet(KIND, "quote"),
}
"""What is done to a token of a kind, before it is printed."""
