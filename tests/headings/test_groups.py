"""Headings that repeat make groups of columns."""

import pytest

from send_extract.headings.groups import find_groups


@pytest.mark.parametrize(
    ("headings", "groups"),
    [
        ("No|Recommendation|Actions|When|Who|Actions|When|Who", ["2-5", "5-8"]),
        ("Recommendation|Short term action|Lead|Long term action|Lead|RAG", ["1-3", "3-5"]),
        ("Action 1|By when|Scope|Action 2|By when|Scope|Action 3|By when|Scope", ["0-3", "3-6", "6-9"]),
        ("No|Action|Who|No|Action|Who", ["0-3", "3-6"]),
        ("No|Action|Who|When", []),
        ("Action|Date|Update|Date", []),
        ("Outcome|RAG|Outcome|RAG", []),
        ("Action|Action|Lead|Lead", []),
        ("", []),
    ],
)
def test_groups_are_what_is_to_be_done_with_when_or_who_again(headings: str, groups: list[str]) -> None:
    assert [f"{group.start}-{group.stop}" for group in find_groups(headings.split("|"), {})] == groups


def test_a_table_of_a_thousand_columns_is_looked_at_in_its_own_time() -> None:
    assert find_groups(("Action", "When", *(f"Column {place}" for place in range(1000))), {}) == ()
