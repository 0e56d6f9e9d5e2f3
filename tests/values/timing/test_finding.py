import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.values.timing import TimingContext, word_timing
from send_extract.values.timing.finding import find_timings

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
