"""Columns without lines: a heading row is known by its words, a gutter by what hardly a line stands in."""

from send_extract.readers.pdf.columns import (
    Gutter,
    begins_columns,
    crosses,
    find_gutters,
    find_heading,
    find_place,
    join_gutters,
    runs_across,
)
from send_extract.readers.pdf.lines import Line, group_lines
from tests.readers.pdf.test_lines import make_line


def lay(top: float, *parts: tuple[str, float]) -> Line:
    """A line of words at their places."""
    words = [word for text, left in parts for word in make_line(text, top, left=left).words]
    return group_lines(words, 400)[0]


HEAD = lay(0, ("No", 0), ("Action", 50), ("When", 150), ("Who", 250))
ROWS = (
    lay(20, ("1", 0), ("Ask them", 50), ("May", 150), ("GB", 250)),
    lay(40, ("2", 0), ("Tell", 50), ("June", 150), ("BM", 250)),
)


def test_the_heading_row_is_the_one_with_a_plans_words() -> None:
    heading = find_heading((lay(-30, ("Harbour plan", 0)), HEAD, *ROWS))

    assert heading is not None
    assert [column.text for column in heading.columns] == ["No", "Action", "When", "Who"]
    assert heading.is_numbered


def test_prose_has_no_heading_row() -> None:
    assert find_heading(ROWS) is None


def test_each_two_columns_have_a_gutter_in_which_no_row_has_words() -> None:
    heading = find_heading((HEAD, *ROWS))
    assert heading is not None
    gutters = find_gutters(heading, ROWS)

    assert gutters is not None
    assert len(gutters) == 3
    assert not any(crosses(gutters, line) for line in ROWS)
    assert [find_place(gutters, word) for word in ROWS[1].words] == [0, 1, 2, 3]


def test_words_that_run_under_two_headings_are_no_rows() -> None:
    heading = find_heading((HEAD, *ROWS))
    assert heading is not None

    assert runs_across(heading, lay(60, ("This sentence has words under each of the headings there are", 0)))
    assert not runs_across(heading, ROWS[0])


def test_gutters_of_two_pages_are_what_is_free_on_both() -> None:
    assert join_gutters((Gutter(10, 20),), (Gutter(12, 25),)) == (Gutter(12, 20),)
    assert join_gutters((Gutter(10, 20),), (Gutter(20, 25),)) is None
    assert join_gutters((Gutter(10, 20),), (Gutter(12, 25), Gutter(30, 40))) is None


def test_headings_of_two_lines_are_put_together_where_the_lower_begins_before_the_upper() -> None:
    upper = lay(0, ("Scrutiny", 60), ("Due", 200), ("Lead", 260))
    lower = lay(10, ("No", 0), ("recommendation", 40), ("date", 202), ("officer", 258))
    heading = find_heading((upper, lower))

    assert heading is not None
    assert [column.text for column in heading.columns] == [
        "No", "Scrutiny recommendation", "Due date", "Lead officer",
    ]  # fmt: skip


def test_numbers_that_stand_close_to_the_words_beside_them_have_a_gutter() -> None:
    close = [
        lay(20, ("1", 45), ("Ask them", 52), ("May", 150)),
        lay(40, ("2", 45), ("Tell", 52), ("June", 150)),
    ]
    head = lay(0, ("No", 0), ("Action", 52), ("When", 150))
    heading = find_heading((head, *close))
    assert heading is not None
    gutters = find_gutters(heading, close)

    assert gutters is not None
    assert [find_place(gutters, word) for word in close[1].words] == [0, 1, 2]


def test_a_line_whose_words_fill_their_columns_begins_them() -> None:
    gutters = (Gutter(40, 50), Gutter(90, 100))

    assert begins_columns(gutters, lay(0, ("Highways", 50), ("Oct", 100)))
    assert not begins_columns(gutters, lay(0, ("Highways", 50), ("Oct", 97)))
    assert not begins_columns(gutters, lay(0, ("Highways", 50)))
    assert not begins_columns(gutters, lay(0, ("Theme", 0), ("Highways", 50), ("Oct", 100)))
