"""The numbers of lists are printed as the program prints them."""

from tests.forms.texts import cell, p, row, table
from tests.readers.opendocument.telling import find_kind, find_table, list_texts, read


def level(depth: int, kind: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{kind}" {more}/>'


def make_style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def items(*texts: str, more: str = "") -> str:
    made = "".join(
        f"<text:list-item>{each if each.startswith('<') else p(each)}</text:list-item>" for each in texts
    )
    return f'<text:list text:style-name="L" {more}>{made}</text:list>'


def list_marks(content: str, styles: str) -> list[tuple[int, str, str]]:
    document = read(table(row(cell(content), "GB")), automatic=styles).document
    return [(block.level, block.marker, block.text) for block in find_table(document).rows[0].cells[0].blocks]


BULLETS = make_style('<text:list-level-style-bullet text:level="1" text:bullet-char="o"/>')
COUNTED = make_style(
    level(1, "a", 'style:num-suffix=")"'),
    level(2, "1", 'text:display-levels="2" style:num-suffix="."'),
)


def test_items_have_the_marks_that_are_printed() -> None:
    inner = items("Tell", "Write")

    assert list_marks(items("Ask", p("Call") + inner, "Meet"), COUNTED) == [
        (1, "a)", "Ask"),
        (1, "b)", "Call"),
        (2, "b.1.", "Tell"),
        (2, "b.2.", "Write"),
        (1, "c)", "Meet"),
    ]
    assert list_marks(items("Ask", "Tell"), BULLETS) == [(1, "•", "Ask"), (1, "•", "Tell")]


def test_an_item_of_several_paragraphs_is_one() -> None:
    assert list_marks(items(p("Ask") + p("by letter"), "Tell"), BULLETS) == [
        (1, "•", "Ask\nby letter"),
        (1, "•", "Tell"),
    ]


def test_a_head_of_a_list_has_no_mark() -> None:
    head = f'<text:list text:style-name="L"><text:list-header>{p("First:")}</text:list-header></text:list>'

    assert list_marks(head + items("Ask"), BULLETS) == [(0, "", "First:"), (1, "•", "Ask")]


def test_lists_go_on_counting_where_they_say_so() -> None:
    first, again = 'xml:id="one"', 'text:continue-list="one"'
    content = items("Ask", more=first) + p("Then:") + items("Tell", more=again)
    started = '<text:list text:style-name="L"><text:list-item text:start-value="4"><text:p>Act</text:p>'

    assert [mark for _, mark, _ in list_marks(content, COUNTED)] == ["a)", "", "b)"]
    assert [mark for _, mark, _ in list_marks(items("Ask") + items("Tell"), COUNTED)] == ["a)", "a)"]
    assert list_marks(f"{started}</text:list-item></text:list>", COUNTED)[0][1] == "d)"
    more = items("Ask") + items("Tell", more='text:continue-numbering="true"')
    assert [mark for _, mark, _ in list_marks(more, COUNTED)] == ["a)", "b)"]


def test_numbers_that_run_down_a_column_are_words_of_their_cells() -> None:
    numbers = make_style(level(1, "1"))
    first, again = items("", more='xml:id="one"'), items("", more='text:continue-list="one"')
    body = table(row("No", "Action"), row(cell(first), "Ask"), row(cell(again), "Tell"))

    assert list_texts(body, automatic=numbers) == [["No", "Action"], ["1", "Ask"], ["2", "Tell"]]
    named = items("Mend", more='xml:id="one"'), items("Paint", more='text:continue-list="one"')
    body = table(row("Action", "Who"), row(cell(named[0]), "GB"), row(cell(named[1]), "BM"))
    assert [texts[0] for texts in list_texts(body, automatic=numbers)] == ["Action", "1 Mend", "2 Paint"]


def test_headings_are_printed_with_their_numbers() -> None:
    suffixed = level(1, "1", 'style:num-suffix="."')
    outline = f"<text:outline-style>{suffixed}{level(2, '')}</text:outline-style>"
    body = "".join(
        f'<text:h text:outline-level="{at}">{words}</text:h>' for at, words in ((1, "Aims"), (2, "Ours"))
    )
    found = find_kind(read(body, named=outline).document)

    assert [(each.level, each.text) for each in found] == [(1, "1. Aims"), (2, "Ours")]
