"""Recommendations above their actions in rows."""

from send_extract.document import Block, Cell, Row, Run
from send_extract.extraction.forms import is_form, part_asked, read_form, split_form


def row(*texts: str, is_header: bool = False) -> Row:
    return Row(tuple(Cell((Block((Run(text),)),)) if text else Cell() for text in texts), is_header=is_header)


FORM = (row("Recommendation 3", "Write a plan", ""), row("Learning", "There was none", ""))
ACTIONS = row("Draft it", "GB", "May 2024")


def test_a_form_is_a_recommendation_and_its_other_lines_are_notes() -> None:
    asked = read_form(FORM)
    assert asked is not None
    assert (asked.number, asked.text) == ("3", "Write a plan")
    assert asked.said == (("notes", "Learning: There was none"),)
    assert is_form(FORM)
    assert not is_form((*FORM, ACTIONS))


def test_a_number_may_stand_in_a_row_of_its_own() -> None:
    asked = read_form((row("Recommendation no.", "4"), row("Recommendation", "Sell the van")))
    assert asked is not None
    assert (asked.number, asked.text) == ("4", "Sell the van")


def test_rows_above_a_form_are_titles() -> None:
    title = row("The review", "", "")
    above, asked = split_form((title, *FORM))
    assert above == (title,)
    assert asked is not None


def test_a_form_above_headings_parts_the_rows() -> None:
    header = row("Action", "Who", "When", is_header=True)
    parts = list(part_asked((ACTIONS, *FORM, header, ACTIONS)))
    assert [(asked and asked.number, len(rows)) for asked, rows in parts] == [(None, 1), ("3", 2)]


def test_a_short_row_of_actions_is_no_form() -> None:
    rows = (row("Recommendation 3", "Draft it", ""), row("Recommendation 3", "Print it", "May"))
    assert list(part_asked(rows)) == [(None, rows)]
