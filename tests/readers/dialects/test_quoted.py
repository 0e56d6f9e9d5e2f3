"""Rows of cells apart by a delimiter: a cell more than there are headings is put right where it is plain how."""

from send_extract.readers.dialects.quoted import read_quoted

HEAD = "No,Recommendation,Action,When,Who"


def test_a_comma_before_a_space_is_the_words_own_where_cells_are_too_many() -> None:
    reading = read_quoted((HEAD, "1,Listen,Ask parents, carers,May,GB"), ",")

    assert reading.rows[1].cells == ["1", "Listen", "Ask parents, carers", "May", "GB"]
    assert [each.code for each in reading.diagnostics] == ["cell-count-mismatch"]


def test_where_a_space_stands_behind_every_comma_none_is_joined() -> None:
    reading = read_quoted(("No, Recommendation, Action, When, Who", "1, Listen, Ask, all, May, GB"), ",")

    assert len(reading.rows[1].cells) == 6
    assert reading.diagnostics == ()


def test_blank_lines_are_rows_so_that_tables_are_told_apart() -> None:
    assert [row.cells for row in read_quoted((HEAD, "", "1;2"), ",").rows[1:]] == [[""], ["1;2"]]


def test_a_quote_that_never_closes_is_said_with_its_line() -> None:
    reading = read_quoted((HEAD, '1,"Listen,Ask,May,GB'), ",")

    assert reading.rows[1].cells[1] == "Listen"
    assert [(each.code, each.location.line) for each in reading.diagnostics] == [("quote-open", 2)]
