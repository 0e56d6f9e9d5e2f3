import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.values.timing import TimingContext, find_full_dates, find_timings, word_timing
from tests.values.timing.wordings import Words, days

CONTEXT = TimingContext(year=2022)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The panel meets quarterly", {"quarterly": "every 3 months"}),
        ("Sampling on a quarterly basis", {"on a quarterly basis": "every 3 months"}),
        ("Current officers Feb/new officers July", {"Feb": "February 2022", "July": "July 2022"}),
        ("When the guidance is published later in 2022", {"later in 2022": "about July to December 2022"}),
        ("All staff trained by July", {"by July": "by 31 July 2022"}),
        ("Report on 14 March 2022, then quarterly from April 2022",
         {"on 14 March 2022": "14 March 2022", "quarterly from April 2022": "every 3 months, from 1 April 2022"}),
        ("Guidance in the autumn term", {"in the autumn term": "about September to December 2022"}),
        ("Part of the annual complaints report", {}),
        ("Publish the Inclusion Strategy 2022-25", {}),
        ("Parents may march on the hall", {}),
        ("May need review", {}),
        ("March to the same tune", {}),
        ("Number of reviews in Year 6", {}),
    ],
)  # fmt: skip
def test_a_timing_in_running_text_is_found_where_it_is_certainly_one(
    text: str, expected: dict[str, str]
) -> None:
    found = {
        text[start:end]: word_timing(reading.value)
        for start, end, reading in find_timings(text, CONTEXT)
        if reading.value
    }
    assert found == expected


@given(st.text(max_size=80))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    ends = 0
    for start, end, reading in find_timings(text, CONTEXT):
        assert ends <= start < end <= len(text)
        assert reading.value is not None
        ends = end


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
