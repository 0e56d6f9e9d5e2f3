"""Pipes part cells, at whichever ends of a line they stand; a table broken into one cell a line is put together."""

from send_extract.readers.dialects.barred import read_barred, read_broken


def test_rows_are_read_with_pipes_at_their_ends_or_without() -> None:
    reading = read_barred(("A plan", "| No | Action | When |", "| 1 | Ask | May |", "2 | Tell | June"))

    assert [[*row.cells] for row in reading.rows] == [
        ["A plan"], ["No", "Action", "When"], ["1", "Ask", "May"], ["2", "Tell", "June"],
    ]  # fmt: skip


def test_a_pipe_that_is_escaped_is_a_word() -> None:
    assert read_barred(("No | Action | When", r"1 | Ask A\|B | May")).rows[1].cells == ["1", "Ask A|B", "May"]


def test_lines_of_one_cell_are_rows_as_wide_as_the_headings() -> None:
    lines = ("| No", "| Action", "| When", "| 1", "| Ask", "| May", "| 2", "| Tell", "|")

    assert [[*row.cells] for row in read_broken(lines).rows] == [
        ["No", "Action", "When"], ["1", "Ask", "May"], ["2", "Tell", ""],
    ]  # fmt: skip


def test_a_missing_cell_leaves_the_rows_below_whole() -> None:
    lines = ("| No", "| Action", "| When", "| 1", "| Ask", "| 2", "| Tell", "| June")

    assert [[*row.cells] for row in read_broken(lines).rows][1:] == [["1", "Ask"], ["2", "Tell", "June"]]


def test_a_table_with_several_cells_a_line_is_not_broken() -> None:
    assert read_broken(("| No | Action | When |", "| 1 | Ask | May |")).rows == ()
