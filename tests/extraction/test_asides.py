"""What stands in a cell of actions beside them."""

from send_extract import read_plan
from send_extract.plan import Recommendation
from send_extract.writers.markdown import write_markdown

HEAD = "<tr><th>No<th>Recommendation<th>Action<th>Lead</tr>"


def read_cell(cell: str, lead: str = "GB") -> Recommendation:
    page = f"<h1>Town plan</h1><table>{HEAD}<tr><td>1<td>Listen<td>{cell}<td>{lead}</tr></table>"
    (made,) = read_plan(page.encode()).recommendations
    return made


def test_a_title_set_apart_by_its_emphasis_is_no_action() -> None:
    made = read_cell("<p><u>Visitor report</u></p><p>Print it by June</p><p>Send it</p>")
    assert [(action.text, action.lead_in) for action in made.actions] == [
        ("Print it by June", "Visitor report"),
        ("Send it", "Visitor report"),
    ]


def test_actions_that_are_all_bold_are_no_titles() -> None:
    made = read_cell("<p><b>Print it</b></p><p><b>Send it</b></p>")
    assert [action.text for action in made.actions] == ["Print it", "Send it"]


def test_a_labelled_line_is_said_of_the_action_above_it() -> None:
    cell = "<p>Print it</p><p><b>Status:</b> in progress</p><p>Send it</p><p>Lead: BM</p><p>By when: May 2023</p>"
    first, second = read_cell(cell, "").actions
    assert (first.text, first.extra, first.who.text) == ("Print it", {"Status": "in progress"}, "")
    assert (second.text, second.extra, second.who.text, second.when.text) == ("Send it", {}, "BM", "May 2023")


def test_an_owner_in_the_words_never_replaces_the_cells() -> None:
    (action,) = read_cell("<p>Print it</p><p>Lead: BM</p>").actions
    assert (action.who.text, action.extra) == ("GB", {"Lead": "BM"})


def test_words_in_brackets_belong_to_the_action_above_them() -> None:
    (action,) = read_cell("<p>First aid course</p><p>(Short Term)</p>").actions
    assert action.text == "First aid course\n(Short Term)"


def test_lines_that_are_sentences_are_items() -> None:
    made = read_cell("Test the alarms.<br>Train the wardens.")
    assert [action.text for action in made.actions] == ["Test the alarms.", "Train the wardens."]
    assert [action.text for action in read_cell("Test the alarms<br>in every hall.").actions] == [
        "Test the alarms in every hall."
    ]


def test_a_title_above_actions_reads_back_from_the_plan() -> None:
    page = f"<table>{HEAD}<tr><td>1<td>Listen<td><p><b>Report</b></p><p>Print it</p><p>Send it</p><td>GB</tr></table>"
    plan = read_plan(page.encode())
    again = read_plan(write_markdown(plan), format="markdown")
    assert [(action.text, action.lead_in) for action in again.recommendations[0].actions] == [
        ("Print it", "Report"),
        ("Send it", "Report"),
    ]


def test_a_title_above_a_typed_list_that_counts_is_no_action() -> None:
    made = read_cell("Station<br>a) Agree the design<br>b) Seek consent")
    assert [(action.text, action.lead_in) for action in made.actions] == [
        ("Agree the design", "Station"),
        ("Seek consent", "Station"),
    ]
