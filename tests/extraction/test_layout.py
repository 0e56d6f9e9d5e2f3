"""Where a plan stands in its document: its tables, their headings, what is none of them."""

import pytest

from tests.extraction.test_plans import extract, outline

HEAD = "No\tRecommendation\tAction\tWho"


@pytest.mark.parametrize("rows", [(), ("\t\t\t",)])
def test_headings_without_a_row_are_warned_of(rows: tuple[str, ...]) -> None:
    (diagnostic,) = extract("Plan DRAFT 1", HEAD, *rows).diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("plan-without-rows", "warning")
    assert "No | Recommendation | Action | Who" in diagnostic.message


@pytest.mark.parametrize("end", ["\v", "\x85", "\u2028", "\u2029"])
def test_rare_line_ends_part_rows_where_there_are_no_others(end: str) -> None:
    assert outline(end.join((HEAD, "1\tOne\tMeet\tGB", "2\tTwo\tWrite\tBM"))) == [
        ("1", "One", ["Meet"]),
        ("2", "Two", ["Write"]),
    ]
