"""Headings: a table of real and likely ones, and what does not change a heading's field."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.headings import EXTRA, count_fields, find_field
from send_extract.settings import FIELDS

KNOWN = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "known.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("field", "heading"), KNOWN)
def test_a_heading_means_its_field(field: str, heading: str) -> None:
    assert find_field(heading) == field


@pytest.mark.parametrize(("field", "heading"), KNOWN)
def test_case_space_and_a_year_change_nothing(field: str, heading: str) -> None:
    assert find_field(f" {heading.upper()} (2022) ") == field or "(" in heading


def test_settings_come_first_and_are_matched_by_words() -> None:
    assert find_field("SCOPE (all):", {"Scope": "section"}) == "section"
    assert find_field("Who", {"who": "notes"}) == "notes"


@given(st.text(max_size=200))
def test_any_heading_means_one_of_the_fields(heading: str) -> None:
    assert find_field(heading) in {*FIELDS, EXTRA}


def test_fields_are_counted_once() -> None:
    assert count_fields(["Who", "Lead", "When", "Scope"]) == 2
