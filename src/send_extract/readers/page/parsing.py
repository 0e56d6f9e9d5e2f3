"""A page's markup to a tree, by BeautifulSoup over lxml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import Script, Stylesheet, TemplateString
from lxml import etree

from send_extract.patterns import compile_later
from send_extract.readers.page.shape import Indexed, TagIndex

_PROLOG = compile_later(r"<\?xml[^>]*>", re.IGNORECASE)
_STRUCK = compile_later(r"<(/?)(?:s|strike)(?=[\s/>])", re.IGNORECASE)
"""Tags that libxml2 ends where a paragraph begins, which would bring struck paragraphs to life; it lets `del` be."""
_LONGEST_ADDRESS = 256
_HIDING = (
    "script",
    "style",
    "title",
    "template",
    "select",
    "textarea",
    "iframe",
    "noframes",
    "xmp",
    "plaintext",
)
_FRAMES = frozenset(
    ("table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "colgroup", "select", "html", "head")
)
"""Tags in which white space prints nothing."""
_ROLES = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "tbody", "row": "tr",
    "columnheader": "th", "rowheader": "th", "cell": "td", "gridcell": "td",
}  # fmt: skip
"""What a tag is that has no meaning of its own, by its role in a table (WAI-ARIA 1.2)."""
_NEUTRAL = frozenset(("div", "span", "section", "article", "p", "ul", "ol", "li", "a", "strong", "b"))
_SPANS = {"aria-colspan": "colspan", "aria-rowspan": "rowspan"}
_CODE = {"script": Script, "style": Stylesheet, "template": TemplateString}
"""Tags that hold no words of people; all other text is words, also that beside others (`rt`)."""
_WORDLESS = frozenset(("script", "style", "template", "title", "select", "option", "optgroup"))
"""Tags whose text is none of the page's words, or is a choice that nobody has made."""


class _Target:
    """Hands what lxml finds to BeautifulSoup, but for what prints nothing: comments, blanks between rows."""

    def __init__(self, soup: BeautifulSoup, index: TagIndex) -> None:
        self.texts: list[str] = []
        self._wordless = 0
        self._soup = soup
        self._index = index
        self._named: list[str] = []
        """The names that open tags are known by."""
        self._tables = 0

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        """A tag opens."""
        self.texts.append("\t")
        self._wordless += tag in _WORDLESS
        attributes = {str(name): str(value) for name, value in attrib.items()} if attrib else {}
        name = self._name(str(tag), attributes)
        self._named.append(name)
        opened = self._soup.handle_starttag(name, None, None, attributes)
        if opened is not None:
            self._index.open(opened)

    def end(self, tag: str | bytes) -> None:
        """A tag closes."""
        self.texts.append("\t")
        self._wordless -= tag in _WORDLESS
        name = self._named.pop()
        self._tables -= name == "table" and name != tag
        self._soup.handle_endtag(name)
        self._index.close()

    def _name(self, tag: str, attributes: dict[str, str]) -> str:
        """What a tag is known by: a part of a table by its role in one."""
        role = attributes.get("role", "")
        name = _ROLES.get(role, tag) if role and tag in _NEUTRAL else tag
        if name == tag or not (self._tables or name == "table"):
            return tag
        self._tables += name == "table"
        attributes |= {_SPANS[each]: attributes[each] for each in _SPANS.keys() & attributes.keys()}
        return name

    def comment(self, text: str | bytes) -> None:
        """A comment stands here, or what an office program hides in one."""

    def data(self, data: str | bytes) -> None:
        """Text between two tags, or a part of it."""
        around = self._soup.currentTag
        if around is None or around.name not in _FRAMES or not data.isspace():
            self._soup.handle_data(str(data))
            if not self._wordless:
                self.texts.append(str(data))

    def close(self) -> None:
        """The page ends."""


class _PageBuilder(HTMLTreeBuilder):
    """A builder over lxml without the namespaces that BeautifulSoup's own keeps: a sixth of a large page's time."""

    def __init__(self, index: TagIndex) -> None:
        super().__init__(multi_valued_attributes={}, string_containers=_CODE)
        self.text = ""
        self._index = index

    def feed(self, markup: str | bytes) -> None:
        """Reads all of a page."""
        if self.soup is not None:
            target = _Target(self.soup, self._index)
            parser = etree.HTMLParser(target=target)
            parser.feed(markup)
            parser.close()
            self.text = "".join(target.texts)


class Tree(NamedTuple):
    """A page's tree, the tags that shape it, and its text as the parser gave it, tags as spaces."""

    soup: BeautifulSoup
    tags: list[Indexed]
    text: str


def _open_hidden(markup: str) -> str:
    """A page without the tags that would hide all the rest of it, for nothing closes them."""
    folded = markup.lower()
    for name in _HIDING:
        if f"<{name}" in folded:
            end = folded.rfind(f"</{name}")
            tag = re.compile(rf"<{name}(?=[\s/>])[^<>]*>", re.IGNORECASE)
            markup = markup[: max(end, 0)] + tag.sub(" ", markup[max(end, 0) :])
            folded = markup.lower()
    return markup


def parse_page(markup: str) -> Tree:
    """The tree of a page."""
    index = TagIndex()
    markup = _STRUCK.sub(r"<\1del", _PROLOG.sub("", _open_hidden(markup), count=1))
    builder = _PageBuilder(index)
    if "<" not in markup and len(markup) <= _LONGEST_ADDRESS:
        markup += "\n"  # BeautifulSoup warns of a line alone that looks like an address
    return Tree(BeautifulSoup(markup, builder=builder), index.tags, builder.text)
