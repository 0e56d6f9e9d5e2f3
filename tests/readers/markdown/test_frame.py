"""What the program's own Markdown says of a plan or says twice is none of the plan's words."""

from send_extract.readers.markdown.frame import drop_frame


def test_headings_and_labels_of_the_program_are_left_out() -> None:
    text = "## Recommendations\n### Recommendation 1\n- **Priority:** High\n*No actions of its own.*"

    assert drop_frame(text).split("\n") == ["", "1", " High", ""]


def test_a_derived_part_says_nothing_of_its_own() -> None:
    assert drop_frame("## Month by month\nMay\n## Glossary\nPFH").split("\n") == ["", "", "", "PFH"]


def test_a_cell_that_a_label_above_holds_is_said_once() -> None:
    text = "### Recommendation 1\n- **Who:** GB\n| No | Action |\n|-|-|\n| 1.1 | GB | Ask |"
    *_, last = drop_frame(text).split("\n")

    assert last == " 1.1 | Ask "


def test_the_title_is_the_plans_unless_the_first_comment_says_that_there_is_none() -> None:
    assert drop_frame("# Pier plan") == "# Pier plan"
    assert drop_frame("<!-- send-extract 1.0, untitled -->\n# A plan").split("\n")[1] == ""
