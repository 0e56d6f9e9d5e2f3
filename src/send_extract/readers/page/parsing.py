"""A page's markup to a tree, by BeautifulSoup over lxml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from lxml import etree

from send_extract.patterns import compile_later
from send_extract.readers.page.shape import Indexed, TagIndex

_PROLOG = compile_later(r"<\?xml[^>]*>", re.IGNORECASE)
_STRUCK = compile_later(r"<(/?)(?:s|strike)(?=[\s/>])", re.IGNORECASE)
"""Tags that libxml2 ends where a paragraph begins, which would bring struck paragraphs to life; it lets `del` be."""
_FRAMES = frozenset(
    ("table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "colgroup", "select", "html", "head")
)
"""Tags in which white space prints nothing."""


class _Target:
    """Hands what lxml finds to BeautifulSoup, but for what prints nothing: comments, blanks between rows."""

    def __init__(self, soup: BeautifulSoup, index: TagIndex) -> None:
        self._soup = soup
        self._index = index

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        """A tag opens."""
        attributes = {str(name): str(value) for name, value in attrib.items()} if attrib else {}
        opened = self._soup.handle_starttag(str(tag), None, None, attributes)
        if opened is not None:
            self._index.open(opened)

    def end(self, tag: str | bytes) -> None:
        """A tag closes."""
        self._soup.handle_endtag(str(tag))
        self._index.close()

    def comment(self, text: str | bytes) -> None:
        """A comment stands here, or what an office program hides in one."""

    def data(self, data: str | bytes) -> None:
        """Text between two tags, or a part of it."""
        around = self._soup.currentTag
        if around is None or around.name not in _FRAMES or not data.isspace():
            self._soup.handle_data(str(data))

    def close(self) -> None:
        """The page ends."""


class _PageBuilder(HTMLTreeBuilder):
    """A builder over lxml without the namespaces that BeautifulSoup's own keeps: a sixth of a large page's time."""

    def __init__(self, index: TagIndex) -> None:
        super().__init__(multi_valued_attributes={})
        self._index = index

    def feed(self, markup: str | bytes) -> None:
        """Reads all of a page."""
        if self.soup is not None:
            parser = etree.HTMLParser(target=_Target(self.soup, self._index))
            parser.feed(markup)
            parser.close()


class Tree(NamedTuple):
    """A page's tree, and the tags that shape it."""

    soup: BeautifulSoup
    tags: list[Indexed]


def parse_page(markup: str) -> Tree:
    """The tree of a page."""
    index = TagIndex()
    markup = _STRUCK.sub(r"<\1del", _PROLOG.sub("", markup, count=1))
    return Tree(BeautifulSoup(markup, builder=_PageBuilder(index)), index.tags)
