import pytest

from send_extract.document import Run, Table
from send_extract.readers.page import read_page
from tests.readers.page.telling import read


def read_blocks(markup: str) -> list[tuple[str, int, str]]:
    [table] = read_page(f"<table><tr><td>1<td>{markup}</table>").elements
    assert isinstance(table, Table)
    return [(block.text, block.level, block.marker) for block in table.rows[0].cells[1].blocks]


@pytest.mark.parametrize(
    "markup",
    [
        "<s>old</s>",
        "<del>old</del>",
        "<strike>old</strike>",
        "<span style='text-decoration:line-through'>old</span>",
        "<div><s><p>old</p></s></div>",
        "<p style='text-decoration:line-through'>old</p>",
        "<div class='line-through'><p>old</p></div>",
    ],
)
def test_struck_words_are_marked(markup: str) -> None:
    [table] = read_page(f"<table><tr><td>1<td>{markup}new</table>").elements

    assert isinstance(table, Table)
    runs = [run for block in table.rows[0].cells[1].blocks for run in block.runs]
    assert runs == [Run("old", "s"), Run("new")]


def test_a_struck_cell_is_struck_throughout() -> None:
    [table] = read_page("<table><tr><td>1<td style='text-decoration:line-through'><p>a<p>b</table>").elements

    assert isinstance(table, Table)
    assert [block.runs for block in table.rows[0].cells[1].blocks] == [(Run("a", "s"),), (Run("b", "s"),)]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr class=strikethrough><td>a<td>b</table>",
        "<table><tbody style='text-decoration:line-through'><tr><td>a<td>b</table>",
        "<del><table><tr><td>a<td>b</table></del>",
        "<div style='text-decoration:line-through'><h2>a</h2><p>b</div>",
    ],
)
def test_what_holds_struck_rows_and_headings_strikes_them(markup: str) -> None:
    runs = [
        run
        for element in read_page(f"{markup}<h2>c</h2>").elements
        for block in (
            [block for row in element.rows for cell in row.cells for block in cell.blocks]
            if isinstance(element, Table)
            else [element.block]
        )
        for run in block.runs
    ]
    assert runs == [Run("a", "s"), Run("b", "s"), Run("c")]


def test_bold_that_a_style_takes_back_is_none() -> None:
    [paragraph] = read_page("<b style='font-weight:normal'>plain</b><b>bold</b>").elements

    assert not isinstance(paragraph, Table)
    assert paragraph.block.runs == (Run("plain"), Run("bold", "b"))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("Survey &amp;amp; paint", [("Survey & paint", 0, "")]),
        ("March&amp;nbsp;2022", [("March 2022", 0, "")]),
        (
            "&lt;ul&gt;&lt;li&gt;One&lt;/li&gt;&lt;li&gt;Two&lt;/li&gt;&lt;/ul&gt;",
            [("One", 1, "•"), ("Two", 1, "•")],
        ),
        ("fewer than &lt;20 and &lt;TBC&gt;", [("fewer than <20 and <TBC>", 0, "")]),
    ],
)
def test_what_was_escaped_twice_is_read(markup: str, expected: list[tuple[str, int, str]]) -> None:
    assert read_blocks(markup) == expected


MARK = "<![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp;</span></span><![endif]>"


def test_lists_that_word_saves_are_lists() -> None:
    items = [("·", 1), ("o", 2), ("1.", 1)]
    markup = "".join(
        f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>{MARK.format(mark)}Open it<o:p></o:p></p>"
        for mark, level in items
    )

    assert read_blocks(markup) == [("Open it", 1, "•"), ("Open it", 2, "•"), ("Open it", 1, "1.")]


def test_a_number_that_word_counts_before_a_heading_is_its_words() -> None:
    assert read(f"<h2 style='mso-list:l0 level1 lfo1'>{MARK.format('2.')}The plan</h2>") == [
        (2, "2. The plan")
    ]


def test_lists_of_google_docs_are_as_deep_as_their_class_says() -> None:
    markup = (
        "<ul class='lst-kix_ab-0 start'><li>One</ul><ul class='lst-kix_ab-1'><li>Below</ul><ul><li>Two</ul>"
    )

    assert read_blocks(markup) == [("One", 1, "•"), ("Below", 2, "•"), ("Two", 1, "•")]


def test_a_number_that_word_counts_in_a_cell_is_its_words() -> None:
    assert read_blocks(f"<p style='mso-list:l0 level1 lfo1'>{MARK.format('3.')}<o:p>&nbsp;</o:p></p>") == [
        ("3.", 0, "")
    ]


def test_spaces_and_lines_are_those_that_a_browser_shows() -> None:
    assert read("<p>a <b> b</b>\n <br>\n c&nbsp; d</p>") == [(0, "a b\nc  d")]


@pytest.mark.parametrize(
    "nested",
    [
        "<table><tr><td>a",
        "<table><tr><td>a<td colspan=2><table><tr><td>b<td colspan=2>",
        "<ul><li>a",
        "<dl><dt>a<dd>b",
        "<div hidden>a",
        "<label>a",
        "<nav>a",
        "<form>a",
        "<tfoot><tr><td>a<td></tfoot>",
        "<tr><td rowspan=0>a",
        "<style>a{</style>@media {",
        "<select><option>a",
        "&amp;lt;p&amp;gt;",
    ],
)
def test_time_is_in_proportion_to_length(nested: str) -> None:
    assert "b" in str(read(f"<table><tr><th>No<th>Action<tr><td>1<td>b{nested * 3_000}</table>"))


@pytest.mark.parametrize(("mark", "words"), [("·", ""), ("iv.", ""), ("· zebra", "zebra")])
def test_a_mark_that_word_says_to_ignore_is_words_where_it_has_some(mark: str, words: str) -> None:
    item = f"<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{mark}</span>Hire a diver</p>"
    assert ("zebra" in str(read(item))) is bool(words)
