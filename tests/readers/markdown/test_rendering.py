from send_extract.document import Paragraph, Table
from send_extract.readers.markdown import read_markdown
from send_extract.readers.markdown.rendering import render_markdown
from send_extract.source import Source


def read_rows(text: str) -> list[list[str]]:
    elements = read_markdown(Source("plan.md", text.encode())).document.elements
    [table] = [each for each in elements if isinstance(each, Table)]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_pipe_tables_are_tables_and_breaks_divide_their_cells() -> None:
    assert read_rows("| No | Action |\n| - | - |\n| 1 | - Ask<br>- Tell |\n") == [
        ["No", "Action"],
        ["1", "Ask\nTell"],
    ]


def test_cells_beyond_the_heading_are_kept() -> None:
    assert read_rows("No | Action\n---|---\n1 | Ask | more | still\n") == [
        ["No", "Action"],
        ["1", "Ask", "more", "still"],
    ]


def test_an_escaped_bar_is_no_boundary() -> None:
    assert read_rows("| No | Action |\n|---|---|\n| 1 | a \\| b |\n") == [["No", "Action"], ["1", "a | b"]]


def test_lists_in_html_are_lists() -> None:
    text = "| No | Action |\n|---|---|\n| 1 | <ul><li>Ask <20</li><li>Tell</li></ul> |\n"
    [table] = read_markdown(Source("plan.md", text.encode())).document.elements

    assert isinstance(table, Table)
    assert [(block.marker, block.text) for block in table.rows[1].cells[1].blocks] == [
        ("•", "Ask <20"),
        ("•", "Tell"),
    ]


def test_lists_and_quotations_may_be_deep_in_one_another() -> None:
    steps = "\n".join(f"{'  ' * depth}- Step {depth}" for depth in range(30))
    words = " ".join(map(str, read_markdown(Source("plan.md", steps.encode())).document.elements))
    assert "Step 29" in words

    quoted = read_markdown(Source("plan.md", b">" * 40 + b" Ask all")).document.elements
    assert [each.text for each in quoted if isinstance(each, Paragraph)] == ["Ask all"]


def test_two_spaces_in_a_cell_stay_two() -> None:
    assert read_rows("| No | When |\n|---|---|\n| 1 | Feb  March |\n")[1][1] == "Feb  March"


def test_rows_know_their_lines() -> None:
    elements = read_markdown(
        Source("plan.md", b"# Plan\n\n| No | Action |\n|---|---|\n| 1 | Ask |\n")
    ).document.elements
    table = elements[1]

    assert isinstance(table, Table)
    assert [row.location.line for row in table.rows] == [3, 5]


def test_lines_about_a_label_stay_lines() -> None:
    text = "One line\nand its rest\n\nDue date: May\nWho: GB\n\n**Aim**\nWarm homes\n\nSee\n*our* site\n"
    elements = read_markdown(Source("plan.md", text.encode())).document.elements

    assert [each.text for each in elements if isinstance(each, Paragraph)] == [
        "One line and its rest",
        "Due date: May\nWho: GB",
        "Aim\nWarm homes",
        "See our site",
    ]


def test_words_right_below_a_table_are_none_of_its_rows() -> None:
    text = "| Action | Who |\n|---|---|\n| Dig | GB |\nNote: see page 2\n"
    table, words = read_markdown(Source("plan.md", text.encode())).document.elements
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert isinstance(words, Paragraph)
    assert words.text == "Note: see page 2"


def test_a_row_of_one_cell_above_a_table_is_its_title() -> None:
    text = "| Objective 1 |||\n| Action | Who | When |\n|---|---|---|\n| Dig | GB | May |\n"
    title, _ = read_markdown(Source("plan.md", text.encode())).document.elements
    assert isinstance(title, Paragraph)
    assert title.text == "Objective 1"


def test_what_stands_in_angle_brackets_and_is_no_tag_is_words() -> None:
    assert "&lt;PFH to confirm&gt;" in render_markdown("Ask <PFH to confirm> and <b>dig</b>")
    assert "&lt;PFH&gt;" in render_markdown("<div>\n<PFH>\n</div>")
    assert "<!-- a <PFH&gt; -->" in render_markdown("<!-- a <PFH&gt; -->\n\nwords")
