"""The markup of a cell: tables of what is known, and BeautifulSoup over lxml as the oracle."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from send_extract.document import Block, Cell, Run
from send_extract.readers.markup import read_markup
from tests.strategies import LISTED

ITEMS = [
    ("<ul> <li>One</li> <li>Two</li> </ul>", [("One", 1, "•"), ("Two", 1, "•")]),
    ("<OL><LI>One<LI>Two</OL>", [("One", 1, "1."), ("Two", 1, "2.")]),
    ('<ol start="3" type="a"><li>One</li></ol>', [("One", 1, "c.")]),
    ("<p>Lead:</p><ul><li>One</li></ul>", [("Lead:", 0, ""), ("One", 1, "•")]),
    (
        "<ul><li>One<ul><li>Below</li></ul></li><li>Two</li></ul>",
        [("One", 1, "•"), ("Below", 2, "•"), ("Two", 1, "•")],
    ),
    ("<ul><li><p>One</p><p>more</p></li></ul>", [("One\nmore", 1, "•")]),
    (
        "<ul><li>One<ul><li>Below</li></ul>after</li></ul>",
        [("One", 1, "•"), ("Below", 2, "•"), ("after", 1, "")],
    ),
    ("<li>No list</li>", [("No list", 1, "•")]),
    ("A<br>B<BR/>C", [("A\nB\nC", 0, "")]),
    ("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", [("A  B", 0, ""), ("C", 0, "")]),
    ("Feb/July  March  April", [("Feb/July  March  April", 0, "")]),
    ("<p>Feb  March</p>", [("Feb  March", 0, "")]),
    ("seen in <20 weeks at A&E & R&D", [("seen in <20 weeks at A&E & R&D", 0, "")]),
    (
        "Fish &amp; chips &#8217;s &#x2019; &nbsp; &pound;5 &unknown;",
        [("Fish & chips ’s ’   £5 &unknown;", 0, "")],
    ),
    ("<insert name> and <TBC>", [("<insert name> and <TBC>", 0, "")]),
    ("waits a<b or c>d today", [("waits a<b or c>d today", 0, "")]),
    ("If p <a certain level> then <i think> so", [("If p <a certain level> then <i think> so", 0, "")]),
    (
        "<note: this> <TBC:who decides> <!important note> <?a or b>",
        [
            ("<note: this> <TBC:who decides> <!important note> <?a or b>", 0, ""),
        ],
    ),
    (
        "write to <https://a.org/x> or <mailto:a@b.org>",
        [
            ("write to <https://a.org/x> or <mailto:a@b.org>", 0, ""),
        ],
    ),
    ("a<b &amp; c>d and a</b or c>d", [("a<b & c>d and a</b or c>d", 0, "")]),
    (
        "<ul compact><li nowrap />One</ul><p class=x>Two<br clear=all/>three</p>",
        [
            ("One", 1, "•"),
            ("Two\nthree", 0, ""),
        ],
    ),
    ('<a href="x" title="a > b">link</a>', [("link", 0, "")]),
    ("<o:p>Word</o:p><?xml version='1'?><![if gte]>", [("Word", 0, "")]),
    ("a<script>if (b < c) d</script> e<style>f</style>", [("a e", 0, "")]),
    ("kept <!-- and also this", [("kept  and also this", 0, "")]),
    ("cut <ul> <li>Parent gro", [("cut", 0, ""), ("Parent gro", 1, "•")]),
    ("<input type=checkbox checked> GB  BM", [("☒ GB  BM", 0, "")]),
    ("<span style='display:none'>old</span>new <TBC>, a <5 b", [("new <TBC>, a <5 b", 0, "")]),
    ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;&lt;b&gt;Two&lt;/b&gt;&lt;/p&gt;", [("One", 0, ""), ("Two", 0, "")]),
    ("A&amp;amp;E &amp;lt; 5, &lt;b&gt;bold&lt;/b&gt;", [("A&E < 5, bold", 0, "")]),
    (" \t ", []),
    ("<ul></ul>", []),
]


@pytest.mark.parametrize(("markup", "expected"), ITEMS)
def test_blocks_are_paragraphs_and_list_items(markup: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(block.text, block.level, block.marker) for block in read_cell(markup).blocks] == expected


def test_emphasis_is_kept_by_run() -> None:
    (block,) = read_cell("plain <b>bold <i>both</i></b> x<sup>2</sup>").blocks
    assert block == Block((Run("plain "), Run("bold ", "b"), Run("both", "bi"), Run(" x"), Run("2", "^")))


def test_emphasis_that_is_never_closed_ends_with_its_item() -> None:
    first, second = read_cell("<ul><li><b>One<li>Two</ul>").blocks
    assert (first.runs, second.runs) == ((Run("One", "b"),), (Run("Two"),))


def test_emphasis_around_paragraphs_holds_inside_them() -> None:
    assert [block.runs for block in read_cell("<b><p>One</p><p>Two</p></b>").blocks] == [
        (Run("One", "b"),),
        (Run("Two", "b"),),
    ]


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("a<!-- hidden words --> b", "comment-ignored"),
        ("a<script>if (b < c) d</script> e", "comment-ignored"),
        ("a<style>.b { c: d }</style> e", "comment-ignored"),
        ("<p>Image: the council's crest</p><p>Words</p>", "image-described"),
        ('<img src="x.png" alt="A chart of cases">', "image-described"),
        ("<div>" * 300 + "deep" + "</div>" * 300, "markup-too-deep"),
    ],
)
def test_oddities_are_reported(markup: str, code: str) -> None:
    assert [finding.code for finding in read_markup(markup).findings] == [code]


def test_words_below_any_depth_are_kept() -> None:
    assert read_cell("<b>" * 5000 + "<ul><li>" * 400 + "deep").text == "deep"


@given(LISTED)
def test_words_are_those_that_beautiful_soup_finds(markup: str) -> None:
    soup = BeautifulSoup(f"<div>{markup}</div>", "lxml")
    for line_break in soup.find_all("br"):
        line_break.replace_with(" ")
    assert _split(read_cell(markup).text) == _split(soup.get_text())


OPENINGS = ("ul", "OL", 'ol start="3"', 'ol type="a"', 'ul style="list-style-type: none"', "p")
WORDS = st.text("ab1.:<&; \xa0\u200b\n") | st.sampled_from(
    ("Image: a pier", "A pier", "A &amp; B", "a &lt;b&gt;")
)


@given(st.sampled_from(OPENINGS), st.lists(WORDS), st.sampled_from(("", " ", "\xa0", "beside")))
def test_a_list_of_plain_words_is_read_as_one_with_a_tag_that_says_nothing(
    opening: str, items: list[str], gap: str
) -> None:
    items = [f"<li>{words}</li>" for words in items]
    lines = gap.join([f"<{opening}>", *items, f"</{opening[:2]}>"])
    assert read_markup(lines) == read_markup(f"{lines}<span></span>")


@given(st.text("<>&;/!-\"'= abliupsoe#x1\n\t"))
def test_any_text_is_read(markup: str) -> None:
    for block in read_cell(markup).blocks:
        assert block.text == block.text.strip()
        assert block.text


@pytest.mark.parametrize(
    "hostile", ["<", "<a", "<a '", '<a ="', "<!--", "<ul><li>", "<script>", "&", "&#", "<b>", "</ul>"]
)
def test_time_is_in_proportion_to_length(hostile: str) -> None:
    read_cell(hostile * (100_000 // len(hostile)))


def read_cell(markup: str) -> Cell:
    return read_markup(markup).cell


def _split(text: str) -> str:
    return re.sub(r"\s+", "", text)
