import datetime as dt
import json

import pytest
from dateutil.rrule import rrulestr
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import vRecur

from send_extract.values.timing import Timing, TimingContext, parse_timing, word_timing
from tests.values.timing.conventions import CONVENTIONS
from tests.values.timing.readings import CONTEXT, GOLDEN, PAGE, describe_reading, write_golden, write_page
from tests.values.timing.wordings import WORDED, Worded

WORDINGS = [wording for convention in CONVENTIONS for wording in convention.wordings]
EXPECTED = {line["text"]: line for line in map(json.loads, GOLDEN.read_text(encoding="utf-8").splitlines())}
SCRAPS = st.sampled_from([
    "Jan", "May", "July", "2022", "22", "31st", "3", "6", "by", "from", "until", "before", "after", "end of", "mid",
    "early", "every", "times", "a year", "monthly", "wef", "onwards", "ongoing", "TBC", "subject to", "funding", "once",
    "Q3", "HT4", "Autumn", "term", "half", "Easter", "w/c", "2022/23", "01/04/22", "revised", "-", "\u2013", "/", ",",
    "&", "and", "(", ")", ";", ":", ".", "\n", "  ", "DfE", "contingent", "see", "4", "'22", "Mon",
])  # fmt: skip
WORDS = st.lists(SCRAPS, max_size=14).map(" ".join) | st.text(max_size=40)


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_wording_of_the_conventions_is_read_as_the_golden_file_says(wording: str) -> None:
    assert describe_reading(wording) == EXPECTED[wording]


def test_the_golden_file_and_the_page_hold_the_conventions_and_nothing_else() -> None:
    assert GOLDEN.read_text(encoding="utf-8") == write_golden()
    assert PAGE.read_text(encoding="utf-8") == write_page()


@pytest.mark.parametrize("wrapped", ["({})", "{}.", "\u2022 {}", "Target date: {}", " {}\u00a0"])
@pytest.mark.parametrize("wording", WORDINGS)
def test_what_stands_about_a_timing_changes_nothing_of_it(wording: str, wrapped: str) -> None:
    if (
        wording[0] not in "-(" and wording[-1] != "."
    ):  # one mark, bracket or stop is all that there is room for
        whole = parse_timing(wrapped.format(wording), CONTEXT).value
        assert whole == parse_timing(wording, CONTEXT).value


@given(WORDED)
@settings(max_examples=1000, deadline=None)
def test_a_timing_worded_in_any_way_reads_back_as_itself(worded: Worded) -> None:
    reading = parse_timing(worded.text, CONTEXT)
    assert reading.complete
    assert reading.value is not None
    assert reading.value.intervals == worded.intervals
    assert reading.value.deadline == worded.deadline
    assert reading.value.rrule == worded.rrule


@given(WORDED.map(lambda worded: worded.text) | WORDS)
@settings(max_examples=1000, deadline=None)
def test_the_plain_words_of_a_reading_read_back_as_the_same_timing(text: str) -> None:
    for timing in readings(text) if parse_timing(text, CONTEXT).complete else ():
        if is_plain(timing):
            again = parse_timing(word_timing(timing), CONTEXT).value
            assert again is not None
            assert again.intervals == timing.intervals
            assert again.rrule == timing.rrule or timing.approximate
            assert again.status == timing.status


def is_plain(timing: Timing) -> bool:
    """Whether a timing is made of one interval, a rule and a status at most."""
    wordy = timing.contingent_on or timing.references or timing.original or timing.duration
    return not wordy and len(timing.intervals) < 2


@given(WORDED.map(lambda worded: worded.text) | WORDS)
@settings(max_examples=1000, deadline=None)
def test_every_rule_and_every_edtf_string_parses_in_the_libraries_of_the_field(text: str) -> None:
    for timing in readings(text):
        if timing.rrule:
            assert rrulestr(timing.rrule, dtstart=dt.datetime(2022, 1, 1)) is not None  # noqa: DTZ001 - a date
            assert vRecur.from_ical(timing.rrule)["FREQ"]
        if timing.edtf:
            assert parse_edtf(timing.edtf) is not None


def readings(text: str) -> list[Timing]:
    reading = parse_timing(text, CONTEXT)
    return [timing for timing in (reading.value, *reading.alternatives) if timing]


@given(WORDS)
@settings(max_examples=1000, deadline=None)
def test_any_words_have_a_reading_or_a_finding(text: str) -> None:
    reading = parse_timing(text, CONTEXT)
    assert reading.value is not None or reading.findings or not text.split()
    assert all(interval.start or interval.end for timing in readings(text) for interval in timing.intervals)
    assert not any(
        interval.start and interval.end and interval.end < interval.start
        for timing in readings(text)
        for interval in timing.intervals
    )


@given(WORDS)
@settings(max_examples=1000, deadline=None)
def test_what_is_not_complete_says_which_words_are_left(text: str) -> None:
    reading = parse_timing(text, CONTEXT)
    partly = any(finding.code == "timing-partly-read" for finding in reading.findings)
    assert partly == (reading.value is not None and not reading.complete)


@given(WORDED)
@settings(max_examples=1000, deadline=None)
def test_capitals_do_not_matter(worded: Worded) -> None:
    assert parse_timing(worded.text.upper(), CONTEXT).value == parse_timing(worded.text, CONTEXT).value


@pytest.mark.parametrize(
    "text",
    [
        "Monthly until March 2023 then quarterly",
        "Weekly until June then monthly",
        "by March 2022, then monthly",
        "until March 2022, then monthly",
    ],
)
def test_an_end_and_then_a_rhythm_are_no_single_timing(text: str) -> None:
    assert parse_timing(text, CONTEXT).value is None


def test_a_timing_without_any_year_is_not_read() -> None:
    reading = parse_timing("March", TimingContext())
    assert reading.value is None
    assert [finding.code for finding in reading.findings] == ["timing-year-unknown"]


@pytest.mark.parametrize(("month", "year"), [("Jan", 2023), ("March", 2023), ("April", 2022), ("Dec", 2022)])
def test_a_month_of_a_financial_year_is_in_the_calendar_year_that_the_year_reaches(
    month: str, year: int
) -> None:
    reading = parse_timing(month, TimingContext(year=2022, year_kind="financial"))
    assert reading.value is not None
    assert reading.value.intervals[0].start is not None
    assert reading.value.intervals[0].start.year == year


def test_a_quarter_of_the_calendar_is_read_where_somebody_says_so() -> None:
    reading = parse_timing("Q1 2022", TimingContext(year=2022, quarters="calendar"))
    assert reading.value is not None
    assert reading.value.edtf == "2022-01/2022-03"
    assert reading.alternatives == ()


def test_two_digits_are_a_year_near_the_plans() -> None:
    reading = parse_timing("Oct 03", TimingContext(year=2003))
    assert reading.value is not None
    assert reading.value.edtf == "2003-10"


@pytest.mark.parametrize(
    "text", ["Jan " * 5000, "by " * 5000, "2022/23-" * 5000, "(" * 9000, "subject to " * 5000]
)
def test_prose_of_any_length_is_refused(text: str) -> None:
    assert parse_timing(text, CONTEXT).value is None


def test_a_weekday_of_a_yearly_rule_without_a_year_is_compared_with_nothing() -> None:
    reading = parse_timing("Annually on Monday 5 July", TimingContext())
    assert reading.value is not None
    assert reading.value.rrule == "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=5"
    assert not reading.findings
