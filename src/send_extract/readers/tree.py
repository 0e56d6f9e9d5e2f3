"""A page's tree made ready to be read: what prints no words taken out, margins marked, definitions as tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from send_extract.diagnostics import Finding
from send_extract.patterns import compile_later
from send_extract.readers.tags import classify_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

KIND = "data-kind"
"""The attribute in which a reader leaves what kind of paragraph this is."""

_PROLOG = compile_later(r"<\?xml[^>]*>", re.IGNORECASE)
_WORDLESS = ("script", "style", "template", "link", "meta", "base")
_MARGINS = ("nav", "footer", "aside")
_MARGIN_ROLES = frozenset(("navigation", "contentinfo", "complementary", "search"))
_STRUCTURES = ("table", "h1", "h2", "h3", "h4", "h5", "h6")
_HIDING = compile_later(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b", re.IGNORECASE
)
_HINT = compile_later(r"hid|display", re.IGNORECASE)
_BLOCKS = frozenset(
    (
        "nav",
        "aside",
        "details",
        "summary",
        "dialog",
        "search",
        "hgroup",
        "legend",
        "optgroup",
        "option",
        "article",
    )
)


class Prepared(NamedTuple):
    """A tree that is ready, the page's `<title>`, and what was taken out of it that has words."""

    soup: BeautifulSoup
    title: str
    findings: tuple[Finding, ...]


def prepare_tree(markup: str, *, exact: bool) -> Prepared:
    """The tree of `markup`; where a reader made it (`exact`), nothing in it is a web page's own."""
    soup = BeautifulSoup(_PROLOG.sub("", markup, count=1), "lxml")
    title = soup.title.get_text() if soup.title else ""
    _drop_wordless(soup)
    findings = tuple(_drop_hidden(soup)) if not exact and _HINT.search(markup) else ()
    if not exact:
        _mark_margins(soup, markup)
    _tabulate_definitions(soup)
    _rename_tags(soup)
    return Prepared(soup, title, findings)


def _drop_wordless(soup: BeautifulSoup) -> None:
    for text in soup.find_all(string=lambda string: isinstance(string, PreformattedString)):
        text.extract()
    for tag in soup.find_all(_WORDLESS):
        tag.decompose()
    for head in soup.find_all("head"):
        for title in head.find_all("title"):
            title.decompose()
        head.name = (
            "div"  # libxml2 puts `<main>` and its like there where a page leaves `<body>` out (HTML, 13.1.2)
        )


def _drop_hidden(soup: BeautifulSoup) -> Iterator[Finding]:
    """Takes out what the page does not show, and names its words; what holds tables or headings a click may show."""
    for tag in soup.find_all(is_hidden):
        if tag.decomposed or tag.find(_STRUCTURES) or tag.name in {"html", "body", *_STRUCTURES}:
            continue
        words = " ".join(tag.get_text(" ").split())
        if words:
            yield Finding("words-hidden", (("text", words),))
        tag.decompose()


def is_hidden(tag: Tag) -> bool:
    """Whether a tag says itself that it is not shown."""
    return (tag.has_attr("hidden") and tag["hidden"] != "until-found") or bool(
        tag.has_attr("style") and _HIDING.search(str(tag["style"]))
    )


def _mark_margins(soup: BeautifulSoup, markup: str) -> None:
    """Marks what stands beside a page's own words; marks that the page has by itself are none of a reader's."""
    for tag in soup.find_all(lambda tag: tag.has_attr(KIND)) if KIND in markup.lower() else ():
        del tag[KIND]
    roles = soup.find_all(lambda tag: tag.get("role") in _MARGIN_ROLES) if "role" in markup.lower() else []
    for tag in [*soup.find_all(_MARGINS), *roles]:
        if tag.find("table") is None:
            tag[KIND] = "footer"


def _tabulate_definitions(soup: BeautifulSoup) -> None:
    """Lists of definitions as tables of two columns, but for those inside a cell."""
    for definitions in soup.find_all("dl"):
        if definitions.find_parent(["td", "th", "dl"]) is None and definitions.find("dt") is not None:
            definitions.insert_before(_make_table(soup, definitions))
            definitions.name = "div"


def _make_table(soup: BeautifulSoup, definitions: Tag) -> Tag:
    table = soup.new_tag("table")
    cells: list[Tag] = []
    for part in definitions.find_all(["dt", "dd"]):
        is_term = part.name == "dt"
        if not cells or (is_term and cells[1].contents):
            row, cells = soup.new_tag("tr"), [soup.new_tag("td"), soup.new_tag("td")]
            row.extend(cells)
            table.append(row)
        part.name = "div"
        cells[0 if is_term else 1].append(part.extract())
    return table


def _rename_tags(soup: BeautifulSoup) -> None:
    """Gives tags that no cell knows a name that every cell knows."""
    for tag in soup.find_all():
        if tag.name in _BLOCKS:
            tag.name = "div"
        elif classify_tag(tag.name).effect == "keep_words":
            tag.name = "span"
