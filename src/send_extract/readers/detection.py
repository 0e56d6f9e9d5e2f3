"""Which format a source is of, told from its bytes, never from its name alone."""

from __future__ import annotations

import re

from send_extract.errors import UnknownFormat, UnreadableSource
from send_extract.patterns import compile_later
from send_extract.readers.decoding import decode_text, even_lines
from send_extract.readers.dialects import PIPE_RULE, choose_dialect, split_lines
from send_extract.readers.marks import is_regenerated
from send_extract.readers.matter import take_matter
from send_extract.readers.ole2 import OLE2_MARK, detect_ole2
from send_extract.source import Source

_HEAD = 65536
_FLAT = b"<office:document"
_BEFORE = compile_later(r"\s*(?:<\?xml[^>]*>\s*)?", re.IGNORECASE)
_HTML = compile_later(
    r"<(?:!doctype\s+html|html|head|body|table|div|main|article|section|header|style|dl|h[1-6])\b",
    re.IGNORECASE,
)
_TAG = compile_later(r"<[a-z][a-z0-9]*[\s>/]", re.IGNORECASE)
_MARKS = compile_later(r"^(?:#{1,6} \S|={3,}[ \t]*$|[-*+] +(?:\*\*|__)\w)|\*\*\w[^*\n]*\*\*", re.MULTILINE)
"""What nobody types but in Markdown: a heading, a line under one, words in bold."""
_EMPHASIS = compile_later(r"(\*\*|~~)\w[^*~\n]*\1")
_JSON = compile_later(r"\s*(?:\{\s*(?:\"|\})|\[\s*[\[{\]\"])")
_OWN_PAGE = '<meta name="generator" content="send-extract">'
_XML = compile_later(r"\s*<(?:\?xml\b|svg\b|rss\b)", re.IGNORECASE)
_MAIL = compile_later(r"\s*(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:", re.IGNORECASE)


def detect_format(source: Source) -> str:
    """The name of the reader that fits the bytes of `source`.

    Raises:
        UnreadableSource: there are no words in the source.
        DefectiveSource: a file of a known kind that cannot be opened (protected by a password).
        UnknownFormat: the bytes are of no format that is read.
    """
    head = source.data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _detect_zipped(source)
    if head.startswith(OLE2_MARK):
        return detect_ole2(source)
    flat = _detect_flat(source) if _FLAT in head else ""
    if flat:
        return flat
    if head.startswith(b"{\\rtf"):
        message = f"{source.name}: this is rich text (RTF), which is not read; save it as .docx."
        raise UnknownFormat(message)
    text = even_lines(decode_text(head if len(head) < _HEAD else head[: _HEAD & ~3], source.name).text)
    if not text.strip("\ufeff\u200b \t\r\n\f\v\xa0"):
        message = f"{source.name}: the file is empty; export the draft again."
        raise UnreadableSource(message)
    if _is_mail(text):
        return "eml"
    _refuse_other(text, source.name)
    return _detect_text(text)


def _refuse_other(text: str, name: str) -> None:
    """Raises UnknownFormat where the text is one of a format that holds no draft as people read it."""
    if _JSON.match(text):
        is_own = '"schema_version"' in text and '"recommendations"' in text
        what = "a plan.json, the output of this program" if is_own else "JSON"
        message = f"this is {what}, not a draft; give the draft itself (show, due and diff take a plan.json)."
    elif _OWN_PAGE in text:
        message = "this is a page that this program made, not a draft; give the draft itself, or the plan.md beside it."
    elif _XML.match(text) and not (_is_page(text) or _has_table(text)):
        message = "this is XML, which is not read; save the draft as .docx, .xlsx or a web page."
    else:
        return
    message = f"{name}: {message}"
    raise UnknownFormat(message)


def _is_mail(text: str) -> bool:
    return "mime-version:" in text.lower() and _MAIL.match(text) is not None


def _detect_zipped(source: Source) -> str:
    from send_extract.readers.packages import detect_package

    return detect_package(source)


def _detect_flat(source: Source) -> str:
    from send_extract.readers.packages import detect_flat

    return detect_flat(source)


def _detect_text(text: str) -> str:
    if _is_page(text):
        return "html"
    if is_regenerated(text):
        return "markdown"
    is_tabled = _has_table(text)
    is_part = is_tabled and _TAG.match(text, _find_markup(text)) is not None
    markup = "part" if is_part else "table" if is_tabled else ""
    return _find_dialect(text, markup) or _tell_by_marks(text, markup)


def _find_dialect(text: str, markup: str) -> str | None:
    """The format of the dialect that the text is in; None where it is in none, or its markup counts for more."""
    dialect = choose_dialect(split_lines(text))
    if dialect is None or (markup and dialect.yields in _YIELDING[markup]):
        return None
    return dialect.emphasised if dialect.emphasised and _is_written(text) else dialect.format


_YIELDING = {"part": frozenset(("page", "table")), "table": frozenset(("table",))}
"""What a dialect yields to where a text is a part of a page, or only has a table of tags in it."""


def _tell_by_marks(text: str, markup: str) -> str:
    """The format of a text in no dialect, by what nobody types but in Markdown."""
    if markup == "part":
        return "html"
    is_marked = _MARKS.search(text) is not None or PIPE_RULE.search(text) is not None
    return "markdown" if is_marked else "html" if markup else "delimited"


def _is_written(text: str) -> bool:
    """Whether words are emphasised or struck out as Markdown has it, or a block of front matter stands above them."""
    return _EMPHASIS.search(text) is not None or take_matter(text).paragraphs != ()


def _is_page(text: str) -> bool:
    """Whether the text begins as a web page, or a part of one, does."""
    return text.lstrip().startswith("<") and _HTML.match(text, _find_markup(text)) is not None


def _find_markup(text: str) -> int:
    """Where a page's own markup begins: after the declaration of XML and comments."""
    before = _BEFORE.match(text)
    place = before.end() if before else 0
    while text.startswith("<!--", place) and (end := text.find("-->", place)) > 0:
        place = end + len("-->")
        while text[place : place + 1].isspace():
            place += 1
    return place


def _has_table(text: str) -> bool:
    small = text.lower()
    place = small.find("<table")
    return place >= 0 and small.find("<tr", place) >= 0
