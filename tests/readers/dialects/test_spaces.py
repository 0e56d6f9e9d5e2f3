"""Cells apart by two or more spaces, told by the heading row alone."""

from send_extract.readers.dialects.spaces import read_spaces

HEAD = "No  Recommendation  Actions  When  Who"


def read(line: str) -> list[str]:
    return [*read_spaces((HEAD, line)).rows[1].cells]


def test_a_gap_parts_cells_wherever_it_stands() -> None:
    assert read("1    Listen  Ask   May  GB") == ["1", "Listen", "Ask", "May", "GB"]


def test_gaps_too_many_are_a_timings_own() -> None:
    assert read("1  Listen  Ask  Jan  Feb  GB") == ["1", "Listen", "Ask", "Jan  Feb", "GB"]


def test_an_indented_list_is_one_of_actions() -> None:
    assert read("  <ul><li>Ask</ul>  May  GB") == ["", "", "<ul><li>Ask</ul>", "May", "GB"]


def test_spaces_inside_a_tag_are_the_markups() -> None:
    assert read('1  Listen  <p  class="a">Ask</p>  May  GB')[2] == '<p  class="a">Ask</p>'


def test_a_text_without_headings_has_no_rows() -> None:
    assert read_spaces(("Dear all,", "a plan  is due")).rows == ()
