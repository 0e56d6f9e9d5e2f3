"""Tables over pages: headings printed again, rows cut in two, cells merged over more rows."""

from send_extract.readers.pdf.grids import Grid, GridCell, Strip, join_grids
from tests.readers.pdf.test_lines import make_line

EDGES = (0.0, 50.0, 100.0)


def make_strip(*cells: str, shared: bool = False, page: int = 1) -> Strip:
    parts = (
        GridCell(tuple(make_line(text, place * 12.0) for place, text in enumerate(cell.split("\n")) if text))
        for cell in cells
    )
    return Strip(tuple(parts), page, shared)


HEAD = make_strip("No", "Recommendation", "Action")
FIRST = make_strip("1", "Listen", "Ask all")


def join(*strips: Strip) -> list[list[list[str]]]:
    joined = join_grids(Grid(EDGES, (HEAD, FIRST)), Grid(EDGES, strips))
    return [[[line.text for line in part.lines] for part in strip.parts] for strip in joined.strips[1:]]


def test_a_repeated_heading_is_left_out() -> None:
    assert join(HEAD, make_strip("2", "Act", "Tell")) == [
        [["1"], ["Listen"], ["Ask all"]],
        [["2"], ["Act"], ["Tell"]],
    ]


def test_the_rest_of_a_row_joins_it() -> None:
    assert join(make_strip("", "", "of them")) == [[["1"], ["Listen"], ["Ask all", "of them"]]]


def test_the_rest_of_a_row_that_no_line_parts_from_the_repeated_heading_joins_it_too() -> None:
    together = make_strip("No", "Recommendation\nto all", "Action\nof them")

    assert join(together) == [[["1"], ["Listen", "to all"], ["Ask all", "of them"]]]


def test_a_row_whose_first_cell_is_merged_over_more_rows_is_a_row_of_its_own() -> None:
    assert join(make_strip("", "Act", "Tell", shared=True)) == [
        [["1"], ["Listen"], ["Ask all"]],
        [[], ["Act"], ["Tell"]],
    ]


def test_a_row_below_a_merged_cell_that_the_page_cuts_is_a_row_of_its_own() -> None:
    last = make_strip("", "Ask", "Jan", shared=True)
    following = make_strip("", "Tell", "May", page=2)
    joined = join_grids(Grid(EDGES, (HEAD, FIRST, last)), Grid(EDGES, (following,)))

    assert [[part.lines[0].text for part in strip.parts[1:]] for strip in joined.strips[2:]] == [
        ["Ask", "Jan"],
        ["Tell", "May"],
    ]


def test_the_rest_of_a_row_that_no_line_parts_goes_to_its_column() -> None:
    lines = (make_line("of them", left=101),)
    rest = Strip((GridCell(), GridCell(lines), GridCell(lines, "column")), 2)

    assert join(rest) == [[["1"], ["Listen"], ["Ask all", "of them"]]]
