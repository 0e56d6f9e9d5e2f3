from tests.forms.texts import cell, p, row, style, table
from tests.readers.opendocument.telling import find_kind, list_texts, read, tell


def words_of(content: str, **parts: str) -> list[str]:
    return [each.text for each in find_kind(read(p(content), **parts).document)]


def test_blanks_in_a_row_are_one_but_for_those_that_are_counted() -> None:
    assert words_of('Ask\n   <text:span> all</text:span> of<text:s text:c="2"/>them<text:tab/>now') == [
        "Ask all of  them  now"
    ]


def test_a_line_in_a_paragraph_ends_where_it_is_broken() -> None:
    assert list_texts(table(row("Ask<text:line-break/>Tell", "May"))) == [["Ask\nTell", "May"]]


def test_emphasis_is_that_of_the_span_over_that_of_the_paragraph() -> None:
    styles = style("B", 'fo:font-weight="bold"', "paragraph") + style("N", 'fo:font-weight="normal"')
    spans = '<text:p text:style-name="B">Ask <text:span text:style-name="N">all</text:span></text:p>'

    [words] = find_kind(read(spans, automatic=styles).document)

    assert [(run.text, run.emphasis) for run in words.block.runs] == [("Ask ", "b"), ("all", "")]


def test_a_paragraph_in_something_unknown_within_another_has_lines_of_its_own() -> None:
    assert words_of("Ask<loext:new><text:p>Tell</text:p></loext:new>all") == ["Ask\nTell\nall"]


def test_text_boxes_stand_behind_their_paragraph_once() -> None:
    box = "<draw:frame><draw:text-box><text:p>Draft 2</text:p></draw:text-box><draw:image/></draw:frame>"
    shape = "<draw:custom-shape><text:p>Not agreed</text:p></draw:custom-shape>"

    assert words_of(f"Ask{box} all{shape}") == ["Ask all", "Draft 2", "Not agreed"]


def test_descriptions_of_pictures_are_told() -> None:
    found = read(p("Ask<draw:frame><draw:image/><svg:desc>A pier</svg:desc></draw:frame>"))

    assert ("image-described", "A pier") in tell(found)
    assert [each.text for each in find_kind(found.document)] == ["Ask"]


def test_hidden_words_and_prompts_are_left_out_and_told() -> None:
    styles = style("H", 'text:display="none"')
    content = (
        'Ask<text:span text:style-name="H"> not</text:span><text:placeholder>Name</text:placeholder>'
        '<loext:content-control loext:showing-place-holder="true">Choose</loext:content-control>'
    )
    found = read(p(content), automatic=styles)

    assert [each.text for each in find_kind(found.document)] == ["Ask"]
    assert tell(found) == [
        ("words-hidden", "not"),
        ("prompt-unfilled", "Name"),
        ("prompt-unfilled", "Choose"),
    ]


def test_a_date_control_with_the_month_first_gives_the_date_that_it_holds() -> None:
    control = '<loext:content-control loext:current-date="2025-06-09T00:00:00Z">{}</loext:content-control>'
    body = table(row(*(cell(p(control.format(shown))) for shown in ("6/9/2025", "9/6/2025"))))

    assert list_texts(body) == [["2025-06-09", "9/6/2025"]]
    assert [code for code, _ in tell(read(body))] == ["date-month-first"]


def test_the_words_above_others_are_none_of_them() -> None:
    ruby = "<text:ruby><text:ruby-base>Ask</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>"

    assert list_texts(table(row(cell(p(ruby)), "May"))) == [["Ask", "May"]]
