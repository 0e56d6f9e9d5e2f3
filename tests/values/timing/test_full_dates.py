import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.values.timing import find_full_dates
from tests.values.timing.wordings import Words, days


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("DRAFT 14-03-2022", "14-03-2022", dt.date(2022, 3, 14)),
        ("Draft 2, Monday 14 March 2022", "Monday 14 March 2022", dt.date(2022, 3, 14)),
        ("FINAL DRAFT March 14, 2022", "March 14, 2022", dt.date(2022, 3, 14)),
        ("Updated 3 May 2023 (v2)", "3 May 2023", dt.date(2023, 5, 3)),
        ("v0.4 of 1.4.22", "1.4.22", dt.date(2022, 4, 1)),
        ("as at 2022-03-14", "2022-03-14", dt.date(2022, 3, 14)),
        ("Version 3.1 \u2013 3rd of May 2023", "3rd of May 2023", dt.date(2023, 5, 3)),
    ],
)
def test_a_full_date_is_found_where_it_stands(text: str, words: str, day: dt.date) -> None:
    assert [(found.day, text[found.start : found.end]) for found in find_full_dates(text)] == [(day, words)]


@pytest.mark.parametrize(
    "text", ["DRAFT 1", "May 2023", "31/02/2024", "Version 3.1", "14 March", "2022/23", ""]
)
def test_what_is_no_full_date_is_not_found(text: str) -> None:
    assert find_full_dates(text) == ()


@given(days(), days(), st.sampled_from(["Draft of {}, updated {}", "{} and {}", "{} (was {})"]))
def test_several_are_found_in_order(first: Words, second: Words, frame: str) -> None:
    words = [first, second]
    text = frame.format(*(word.text for word in words))
    assert [found.day for found in find_full_dates(text)] == [word.start for word in words]
