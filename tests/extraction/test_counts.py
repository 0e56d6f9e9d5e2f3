import pytest

from send_extract.document import Block, Cell, Row, Run
from send_extract.extraction.columns import name_columns
from send_extract.extraction.counts import is_of_counts


def make_rows(*lines: str) -> list[Row]:
    return [Row(tuple(Cell((Block((Run(text),)),)) for text in line.split("|"))) for line in lines]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Status|Recommendations|Actions", ["Open|3|1", "Closed|–|12"]),
        ("Lead|Actions due|Complete", ["Clerk|3 of 4|75%"]),
        ("Theme|Recommendations|Done|Late|Comment", ["Boats|2 (40%)|1|–|", "Piers|3 (60%)|2|1|As planned"]),
    ],
)
def test_figures_below_what_is_asked_or_done_are_counts(headings: str, rows: list[str]) -> None:
    assert is_of_counts(name_columns(headings.split("|"), {}), make_rows(*rows))


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Recommendation|Actions|Complete", ["Mend the pier|3|1"]),
        ("Rec|Action|Due", ["1|1.1|May 2025", "2|2.1|June 2025"]),
        ("Action|Budget|FTE", ["Mend the pier|3000|1"]),
        ("Recommendation|Actions|Due", []),
    ],
)
def test_words_numbers_of_rows_and_tables_without_rows_are_no_counts(headings: str, rows: list[str]) -> None:
    assert not is_of_counts(name_columns(headings.split("|"), {}), make_rows(*rows))
