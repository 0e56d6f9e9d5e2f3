"""What a row of a plan is told to be, and why."""

from pathlib import Path

import pytest

from send_extract import Plan, read_plan
from send_extract.extraction.kinds import KINDS
from tests.extraction.test_plans import plan

HEAD = "<tr><th>No<th>Recommendation<th>Action<th>Lead<th>Status</tr>"
ONE, TWO = (
    "<tr><td>{}<td>{}<td>Meet<td>GB<td></tr>".format(*row) for row in (("1", "Listen"), ("2", "Talk"))
)


def read_rows(*rows: str) -> Plan:
    return read_plan(f"<h1>Town plan</h1><table>{HEAD}{''.join(rows)}</table>".encode())


def tell(made: Plan) -> list[str]:
    return [each.message for each in made.diagnostics if each.code == "row-kind"]


@pytest.mark.parametrize(
    "words",
    [
        "Note: dates are month ends",
        "* a statutory duty",
        "Signed: the Chair",
        "Agreed by the board on 3 March 2022",
    ],
)
def test_a_remark_over_the_whole_width_is_no_section(words: str) -> None:
    made = read_rows(ONE, f"<tr><td colspan=5>{words}</tr>", TWO)
    assert [each.section for each in made.recommendations] == [None, None]
    assert [paragraph.text for paragraph in made.paragraphs] == [words]
    assert [message.partition(" because ")[0] for message in tell(made)] == [
        f"The row {words!r} is read as a remark"
    ]


def test_a_labelled_line_over_the_whole_width_is_said_of_the_row_above() -> None:
    made = read_rows(ONE, "<tr><td colspan=5>Progress: begun</tr><tr><td colspan=5>Comments: late</tr>", TWO)
    first, second = made.recommendations
    assert (first.progress, first.notes, second.progress) == ("begun", ("late",), None)
    assert [each.section for each in made.recommendations] == [None, None]


@pytest.mark.parametrize("words", ["Completed", "Priority 2: Partners", "Approved"])
def test_words_in_merged_cells_are_a_section(words: str) -> None:
    made = read_rows(ONE, f"<tr><td colspan=5>{words}</tr>", TWO)
    assert [each.section for each in made.recommendations] == [None, words]
    assert tell(made) == []


def test_a_bold_title_between_actions_is_a_section() -> None:
    row = "<tr><td>{}<td>GB<td>May 2022</tr>"
    title = "<tr><td><b>Roads</b><td><td></tr>"
    table = f"<table><tr><th>Action<th>Lead<th>Due</tr>{title}{row.format('Mend')}{row.format('Dig')}</table>"
    made = read_plan(f"<h1>Town plan</h1>{table}".encode())
    assert [(each.section, [action.text for action in each.actions]) for each in made.recommendations] == [
        ("Roads", ["Mend"]),
        ("Roads", ["Dig"]),
    ]
    assert [message.partition(" because ")[0] for message in tell(made)] == [
        "The row 'Roads' is read as a section"
    ]


def test_a_line_of_dashes_between_rows_is_nothing() -> None:
    made = plan("Action\tLead", "Mend\tGB", "---\t---", "Dig\tBM")
    assert [each.section for each in made.recommendations] == [None, None]
    assert [action.text for each in made.recommendations for action in each.actions] == ["Mend", "Dig"]


def test_a_number_alone_is_an_empty_row_of_the_template_where_it_stands_in_front_of_words() -> None:
    rows = [("1. Listen", "Meet", "GB"), ("2.", "", ""), ("3. Talk", "Call", "BM")]
    body = "".join("<tr><td>{}<td>{}<td>{}</tr>".format(*row) for row in rows)
    made = read_plan(f"<table><tr><th>Recommendation<th>Action<th>Lead</tr>{body}</table>".encode())
    assert [(each.number, each.text) for each in made.recommendations] == [("1", "Listen"), ("3", "Talk")]
    assert [each.code for each in made.diagnostics if each.code == "row-empty"] == ["row-empty"]


def test_the_words_of_a_long_label_of_a_status_line_are_kept() -> None:
    made = read_rows(ONE, "<tr><td colspan=5>Review note (Jan 2024): on track</tr>")
    assert made.recommendations[0].notes == ("Review note (Jan 2024): on track",)


def test_the_page_of_the_design_lists_every_kind_in_order() -> None:
    page = (Path(__file__).parents[3] / "docs" / "design.md").read_text(encoding="utf-8")
    listed = [line.split(" | ")[:2] for line in page.splitlines() if line.startswith("| ")]
    kinds = [[f"| {kind.name}", kind.because] for kind in KINDS]
    assert [row for row in listed if row in kinds] == kinds


def test_a_label_and_words_merged_over_the_rest_are_a_section_in_every_table() -> None:
    head = "<tr><th>Ref<th>Action<th>Lead<th>Due</tr>"
    row = "<tr><td>{0}.1<td>Meet<td>GB<td>May 2022</tr>"
    titles = [
        f"<tr><th>Priority {each}<th colspan=3>{words}</tr>"
        for each, words in enumerate(("Voice", "Money"), 1)
    ]
    made = read_plan(
        f"<h1>Plan</h1><table>{titles[0]}{head}{row.format(1)}{titles[1]}{head}{row.format(2)}</table>".encode()
    )
    assert [(each.number, each.section) for each in made.recommendations] == [
        ("1.1", "Priority 1 Voice"),
        ("2.1", "Priority 2 Money"),
    ]


def test_a_merged_label_with_a_figure_beside_it_adds_up_the_rows() -> None:
    made = read_rows(ONE, "<tr><td colspan=4>Number of open actions<td>2</tr>")
    assert [each.number for each in made.recommendations] == ["1"]
    assert [words.text for words in made.paragraphs] == ["Number of open actions  2"]


def test_a_key_alone_in_the_first_column_is_a_remark() -> None:
    made = plan(
        "Action\tLead\tDue", "Meet\tGB\tMay 2022", "Key: GB = Gail Brown\t\t", "Note: dates may move\t\t"
    )
    assert [each.number for each in made.recommendations] == ["1"]
    assert [(entry.term, entry.text) for entry in made.glossary] == [("GB", "Gail Brown")]
