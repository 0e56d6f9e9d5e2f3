import pytest

from send_extract.document import Paragraph, Table
from send_extract.readers.html import read_html
from send_extract.readers.page import read_page
from send_extract.source import Location, Source
from tests.readers.page.telling import hidden, read, tell


def test_headings_paragraphs_and_tables_stand_in_order() -> None:
    assert read("<h1>A <b>plan</b></h1><p>Intro<table><tr><td>a<td>b</table><h2>Glossary</h2>QA quality") == [
        (1, "A plan"),
        (0, "Intro"),
        [["a", "b"]],
        (2, "Glossary"),
        (0, "QA quality"),
    ]


def test_what_prints_no_words_is_left_out() -> None:
    page = read_page(
        "<head><title>T</title><style>x</style></head><!-- c --><script>y</script><template>z</template>a"
    )

    assert tell(page) == [(0, "a")]
    assert page.title == "T"


def test_white_space_is_what_a_browser_shows() -> None:
    assert read("<p>a\n     b&nbsp; c <br>\n   d</p>") == [(0, "a b  c\nd")]


def test_preformatted_text_keeps_its_spaces() -> None:
    assert read("<pre>a   b</pre>") == [(0, "a   b")]


def test_rows_of_a_head_or_of_headings_are_header_rows() -> None:
    markup = "<table><thead><tr><td>a</thead><tr><th>b<th>c<tr><th>d<td>e<tr><td>f<td>g</table>"
    [table] = read_page(markup).elements

    assert isinstance(table, Table)
    assert [row.is_header for row in table.rows] == [True, True, False, False]


def test_spans_are_expanded() -> None:
    assert read("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>") == [
        [["a", "b", "b^"], ["a^", "c", "d"]]
    ]


def test_layout_tables_are_looked_through() -> None:
    inner = "<table><tr><td>No<td>Action<tr><td>1<td>Ask them all about it</table>"

    assert read(f"<table role=presentation><tr><td>menu<td><h1>Plan</h1>{inner}</table>") == [
        (0, "menu"),
        (1, "Plan"),
        [["No", "Action"], ["1", "Ask them all about it"]],
    ]
    assert read(f"<table><tr><td>menu<td>{inner}</table>") == [
        (0, "menu"),
        [["No", "Action"], ["1", "Ask them all about it"]],
    ]


def test_a_table_inside_a_cell_is_part_of_its_words() -> None:
    nested = "<table><tr><td>May<td>GB</table>"

    assert read(
        f"<table><tr><th>No<th>Action<tr><td>1<td>A long action with a table below {nested}</table>"
    ) == [[["No", "Action"], ["1", "A long action with a table below\nMay  GB"]]]


def test_words_beside_the_cells_of_a_table_are_kept() -> None:
    assert read("<table><caption>Plan</caption><tr><td>a<td>b</table>") == [(0, "Plan"), [["a", "b"]]]


def test_words_in_tags_of_any_name_are_kept() -> None:
    assert read("<nav>Home</nav><my-card>Card</my-card><details><summary>More</summary>text</details>") == [
        (0, "Home"),
        (0, "Card"),
        (0, "More"),
        (0, "text"),
    ]


@pytest.mark.parametrize("depth", [300, 3000])
def test_words_nested_without_reason_are_kept(depth: int) -> None:
    assert (0, "deep") in read("<div>" * depth + "deep" + "</div>" * depth)


def test_tables_and_rows_know_their_places() -> None:
    [first, second] = read_page(
        "<table><tr><td>a<td>b</table><table><tr><td>c<td>d<tr><td>e<td>f</table>"
    ).elements

    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert [row.location for row in second.rows] == [Location(table=2, row=1), Location(table=2, row=2)]


def test_a_page_cannot_say_where_its_words_stand() -> None:
    [paragraph] = read_page('<p data-line="9" data-kind="comment">a</p>').elements

    assert isinstance(paragraph, Paragraph)
    assert (paragraph.location, paragraph.kind) == (Location(), "body")


def test_a_whole_page_is_a_document() -> None:
    read = read_html(
        Source("plan.html", "<!doctype html><title>Our plan</title><p>caf\xe9</p>".encode("cp1252"))
    )

    assert read.document.format == "html"
    assert read.document.encoding == "windows-1252"
    assert read.document.properties == (("title", "Our plan"),)
    assert [each.text for each in read.document.elements if isinstance(each, Paragraph)] == ["café"]


def test_definitions_are_a_table_of_two_columns() -> None:
    markup = "<dl><div><dt>QA<dd>quality assurance</div><dt>IT<dt>ICT<dd>computers<dd>phones</dl>"

    assert read(markup) == [[["QA", "quality assurance"], ["IT\nICT", "computers\nphones"]]]


def test_a_definition_before_its_term_is_kept() -> None:
    assert read("<dl>words<dd>more<dt>QA<dd>quality</dl>") == [
        (0, "words"),
        [["", "more"], ["QA", "quality"]],
    ]


def test_definitions_in_a_cell_are_its_words() -> None:
    assert read("<table><tr><td>a<td><dl><dt>QA<dd>quality</dl></table>") == [[["a", "QA\nquality"]]]


def test_hidden_words_are_left_out_and_named() -> None:
    page = read_page(
        '<p hidden>a</p><p style="color: red; display:none">b</p>c<table><tr hidden><td>d<tr><td>e<td>f'
    )

    assert tell(page) == [(0, "c"), [["e", "f"]]]
    assert [found.message.split("'")[1] for found in page.diagnostics] == ["a", "b", "d"]


def test_what_a_click_would_show_is_read() -> None:
    assert read("<div hidden><h2>a</h2><p>b</div><details><summary>c</summary>d</details>") == [
        (2, "a"),
        (0, "b"),
        (0, "c"),
        (0, "d"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<h2>a</h2><div hidden><h3>b</h3></div>",
        "<h2>a</h2><p>c</p><div class='tab-pane' hidden><h3>b</h3></div>",
        "<h2>a</h2><p><a href='#b'>c</a></p><div id=b hidden><h3>b</h3></div>",
        "<p>c</p><div hidden><h2>a</h2><h3>b</h3></div>",
    ],
)
def test_a_hidden_part_that_is_opened_is_read(page: str) -> None:
    assert (3, "b") in read(page)


def test_a_hidden_part_that_nothing_opens_is_left_out_and_named() -> None:
    page = read_page(
        "<h2>a</h2><p>c</p><div class=table style='display:none'><h3>b</h3><table><tr><td>d</table></div><p>e</p>"
    )
    assert tell(page) == [(2, "a"), (0, "c"), (0, "e")]
    assert hidden(page) == ["b d"]


def test_the_margins_of_a_page_are_marked() -> None:
    page = read_page(
        "<nav><h2>a</h2><p>b</nav><main>c</main><footer>d</footer>e<aside><table><tr><td>f<td>g</aside>"
    )

    assert [each.kind for each in page.elements if isinstance(each, Paragraph)] == [
        "footer",
        "footer",
        "body",
        "footer",
        "body",
    ]


def test_menus_inside_the_head_of_a_page_are_margins() -> None:
    page = read_page(
        "<header>Council<nav>Home</nav></header><div id=cookie-banner>Accept?</div><main>Plan</main>"
    )

    assert [each.kind for each in page.elements if isinstance(each, Paragraph)] == [
        "body",
        "footer",
        "footer",
        "body",
    ]


def test_a_page_of_xml_is_read_without_a_warning() -> None:
    assert read('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>a</p></html>') == [
        (0, "a")
    ]


def test_a_page_may_leave_out_the_tags_of_its_head_and_body() -> None:
    assert read("<!doctype html><title>T</title><main><h1>a</h1><table><tr><td>b<td>c</table></main>") == [
        (1, "a"),
        [["b", "c"]],
    ]
