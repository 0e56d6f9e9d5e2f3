"""Headings that mean one field alone and another beside their neighbours."""

from pathlib import Path

import pytest

from send_extract.headings.neighbours import find_fields


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Recommendation|Key milestones|Lead", "recommendation actions who"),
        ("Recommendation|Actions|Milestones", "recommendation actions measures"),
        ("Priority Action|Actions|Lead", "recommendation actions who"),
        ("Priority Action|Lead", "actions who"),
        ("Recommendation|Cabinet response|Actions", "recommendation extra actions"),
        ("Recommendation|Cabinet response|Lead", "recommendation actions who"),
        ("Action|Start|Completion", "actions start end"),
        ("Action|Completion|Lead", "actions when who"),
        ("Action|Start|Due date|Completion", "actions start end extra"),
        ("Action|Start|Completion|End date", "actions start when end"),
        ("Finding|Recommendation|Action", "extra recommendation actions"),
        ("Issue|Action", "recommendation actions"),
        ("Objective|Recommendation|Action", "section recommendation actions"),
        ("Theme|Objective|Recommendation", "section section recommendation"),
        ("Serial No.|Item|Action by", "number recommendation who"),
        ("Item|Recommendation|Who", "number recommendation who"),
        ("Action|Deliverables|Lead", "actions measures who"),
        ("Deliverables|Lead", "actions who"),
        ("Action|Original date|Current date", "actions when revised"),
        ("Action|Target date|Completion date", "actions when extra"),
        ("Action|Date|Update|Date", "actions when progress extra"),
        ("Action|Month|Year", "actions when when"),
        ("Action|Strategic lead|Operational lead", "actions accountable who"),
        ("Action|By|Lead", "actions when who"),
        ("Action|By", "actions who"),
        ("Action|By|Lead|Deadline", "actions who who when"),
        ("Action|Action by|Lead", "actions who who"),
        ("Priority|Action|Priority rating", "section actions priority"),
    ],
)
def test_a_heading_is_read_beside_its_neighbours(headings: str, fields: str) -> None:
    assert " ".join(find_fields(headings.split("|"), {})) == fields


def test_what_the_settings_map_stays_as_it_is() -> None:
    assert find_fields(["Action", "Start", "Completion"], {"completion": "when"})[-1] == "when"


TABLES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "tables.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("headings", "fields"), TABLES)
def test_every_heading_of_a_table_is_read_as_a_clerk_would(headings: str, fields: str) -> None:
    """The file has a heading row a line, and the fields of its headings; `/` parts those of which either is right."""
    found = find_fields(headings.split("|"), {})
    assert all(field in right.split("/") for field, right in zip(found, fields.split(), strict=True)), found
