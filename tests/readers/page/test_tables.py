import pytest

from send_extract.document import Table
from send_extract.readers.page import read_page
from tests.readers.page.telling import hidden, read, tell


@pytest.mark.parametrize(
    ("markup", "strays"),
    [
        ("<table><tr><td>a<td>b</tr>words <b>between</b><tr><td>c<td>d</table>", ["words between"]),
        (
            "<table><p>under the title</p>loose<tr><td>a<td>b<tr><td>c<td>d</table>",
            ["under the title", "loose"],
        ),
        ("<table><tr><td>a</td>in a row<td>b<tr><td>c<td>d</table>", ["in a row"]),
        ("<table><caption>Plan</caption><tr><td>a<td>b<tr><td>c<td>d</table>", ["Plan"]),
        ("<table><tr><td>a<td>b</tr><form>typed<tr><td>c<td>d</form></table>", ["typed"]),
    ],
)
def test_words_outside_every_cell_are_kept_before_the_table(markup: str, strays: list[str]) -> None:
    assert read(markup) == [*((0, stray) for stray in strays), [["a", "b"], ["c", "d"]]]


def test_cells_without_a_row_are_rows_of_their_own() -> None:
    assert read("<table><td>a<td>b<tr><td>c<td>d</table>") == [[["a", "b"], ["c", "d"]]]


def test_a_foot_stands_at_the_foot_and_its_remarks_below() -> None:
    foot = "<tfoot><tr><td>Total<td>2<tr><td colspan=2>Agreed in May</tfoot>"

    assert read(f"<table>{foot}<tbody><tr><td>a<td>1<tr><td>b<td>1</tbody></table>") == [
        [["a", "1"], ["b", "1"], ["Total", "2"]],
        (0, "Agreed in May"),
    ]


def test_a_table_that_fills_a_merged_cell_gives_it_its_rows() -> None:
    inner = "<table><tr><td>b<td>c<tr><td>d<td>e</table>"

    assert read(f"<table><tr><th>A<th>B<th>C<tr><td>a<td colspan=2>{inner}<tr><td>f<td>g<td>h</table>") == [
        [["A", "B", "C"], ["a", "b", "c"], ["a^", "d", "e"], ["f", "g", "h"]]
    ]
    assert read(f"<table><tr><th>A<th>B<tr><td>a<td>{inner}</table>") == [[["A", "B"], ["a", "b  c\nd  e"]]]


def test_spans_end_with_their_group() -> None:
    assert read(
        "<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td>e</tbody></table>"
    ) == [[["a", "b"], ["a^", "c"], ["d", "e"]]]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("<tr><th>a<th>b", True),
        ("<thead><tr><td>a<td>b", True),
        ("<tr><th scope=row>a<th scope=row>b", False),
        ("<tr><th colspan=2 scope=colgroup>a", False),
        ("<tr><th>a<td>b", False),
        ("<tfoot><tr><th>a<th>b", False),
    ],
)
def test_rows_of_headings_are_told_from_groups(row: str, *, expected: bool) -> None:
    [table] = read_page(f"<table>{row}<tbody><tr><td>c<td>d</table>").elements

    assert isinstance(table, Table)
    assert expected in [each.is_header for each in table.rows]


def test_what_is_hidden_of_a_table_is_left_out_and_named() -> None:
    page = read_page(
        "<table><tr><td>a<td style='display:none'>b<td>c<tbody hidden><tr><td>d</tbody><tr aria-hidden=true><td>e"
    )

    assert tell(page) == [[["a", "c"]]]
    assert hidden(page) == ["b", "d", "e"]


def test_a_cell_whose_words_are_not_seen_keeps_its_place() -> None:
    assert read("<table><tr><td>a<td style='visibility:hidden'>b<td>c</table>") == [[["a", "", "c"]]]


def test_a_cell_outside_every_table_is_apart_from_the_words_before_it() -> None:
    markup = "<table><tr><td>a</td></tr></table>rails</td><td>Rejected</td></tr></table>"
    assert read(markup)[-1] == (0, "rails  Rejected")
