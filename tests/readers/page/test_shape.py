import pytest

from send_extract.readers.page.parsing import parse_page
from send_extract.readers.page.shape import find_shape
from tests.readers.page.telling import read

PLAN = "<table><tr><th>No<th>Action<tr><td>1<td>Open the jetty</table>"


@pytest.mark.parametrize(
    ("markup", "places"),
    [
        (PLAN, 0),
        (f"<table role=presentation><tr><td>menu<td>{PLAN}</table>", 1),
        (f"<table><tr><td><table><tr><td>{PLAN}</table></table>", 2),
        (f"<table><tr><td>menu<td>{PLAN}</table>", 1),
        (f"<table><tr><th>No<th>Action<tr><td>1<td>{PLAN}</table>", 0),
        (f"<table><tr><td>1<td>Many words of its own, more than there are inside {PLAN}</table>", 0),
    ],
)
def test_tables_that_only_place_things_are_told(markup: str, places: int) -> None:
    assert len(find_shape(parse_page(markup).tags).places) == places


def test_definitions_in_a_layout_table_are_a_table() -> None:
    assert read("<table><tr><td><h2>Key</h2><dl><dt>QA<dd>quality</dl></table>") == [
        (2, "Key"),
        [["QA", "quality"]],
    ]


def test_definitions_that_hold_a_table_are_looked_through() -> None:
    assert read(f"<dl><dt>The plan<dd>{PLAN}</dl>") == [
        (0, "The plan"),
        [["No", "Action"], ["1", "Open the jetty"]],
    ]


def test_a_thousand_tables_in_each_other_are_looked_through() -> None:
    depth = 2_000

    assert read("<table><tr><td>" * depth + PLAN + "</table>" * depth) == [
        [["No", "Action"], ["1", "Open the jetty"]]
    ]
