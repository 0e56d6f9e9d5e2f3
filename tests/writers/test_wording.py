import datetime as dt

import pytest
from hypothesis import given

from send_extract.source import NOWHERE, Location
from send_extract.values.owner import Owner
from send_extract.values.timing import Frequency, Interval, Timing
from send_extract.writers.wording import describe_location, describe_owners, describe_timing, list_owners
from tests.strategies import TIMINGS


def make_interval(start: str | None, end: str | None) -> Interval:
    return Interval(
        dt.date.fromisoformat(start) if start else None, dt.date.fromisoformat(end) if end else None
    )


MARCH = make_interval("2022-03-01", "2022-03-31")
JULY = make_interval("2022-07-01", "2022-07-31")


@pytest.mark.parametrize(
    ("timing", "words"),
    [
        (Timing((MARCH,)), "March 2022"),
        (Timing((MARCH, JULY)), "March 2022 and July 2022"),
        (Timing((make_interval("2022-02-01", None),)), "from February 2022"),
        (Timing((make_interval("2022-02-14", None),)), "from 14 February 2022"),
        (Timing((make_interval(None, "2022-07-31"),), deadline=True), "by 31 July 2022"),
        (Timing((make_interval("2022-06-30", "2022-06-30"),), deadline=True), "by 30 June 2022"),
        (Timing((make_interval(None, "2022-07-31"),)), "until 31 July 2022"),
        (Timing((make_interval("2022-03-14", "2022-03-14"),)), "14 March 2022"),
        (Timing((make_interval("2022-03-14", "2022-03-18"),)), "14 to 18 March 2022"),
        (Timing((make_interval("2022-03-14", "2022-04-01"),)), "14 March to 1 April 2022"),
        (Timing((make_interval("2022-12-14", "2023-01-05"),)), "14 December 2022 to 5 January 2023"),
        (Timing((make_interval("2022-01-01", "2022-03-31"),)), "January to March 2022"),
        (Timing((make_interval("2022-09-01", "2023-03-31"),)), "September 2022 to March 2023"),
        (Timing((make_interval("2022-01-01", "2022-12-31"),)), "2022"),
        (Timing((make_interval("2023-01-01", "2027-12-31"),)), "2023 to 2027"),
        (Timing((make_interval("2022-03-11", "2022-03-20"),), approximate=True), "about 11 to 20 March 2022"),
        (Timing((Interval(),)), "at any time"),
        (Timing(frequency=Frequency(6, "P1Y")), "6 times a year"),
        (
            Timing((make_interval("2022-01-01", None),), rrule="FREQ=MONTHLY;INTERVAL=3"),
            "every 3 months, from January 2022",
        ),
        (Timing(contingent_on="DfE"), "waits for: DfE"),
        (Timing(contingent_on="publication", duration="P6W"), "6 weeks from: publication"),
        (Timing(duration="P6M"), "6 months"),
        (Timing(status="tbc"), "to be confirmed"),
        (Timing(status="as_required"), "as required"),
        (Timing((JULY,), original=(MARCH,)), "July 2022, at first March 2022"),
        (Timing(references=("2", "4")), "as recommendation 2 and 4"),
        (None, ""),
    ],
)
def test_a_timing_is_said_in_plain_words(timing: Timing | None, words: str) -> None:
    assert describe_timing(timing) == words


@given(TIMINGS)
def test_every_timing_that_says_something_has_words(timing: Timing) -> None:
    assert bool(describe_timing(timing)) == (
        timing != Timing(deadline=timing.deadline, approximate=timing.approximate)
    )


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (Location(line=6, column="Summary actions", item=3), "line 6, Summary actions, item 3"),
        (Location(page=2, table=1, row=4), "page 2, table 1, row 4"),
        (NOWHERE, ""),
    ],
)
def test_a_place_is_said_in_plain_words(location: Location, words: str) -> None:
    assert describe_location(location) == words


@pytest.mark.parametrize(
    ("owners", "words"),
    [
        ((Owner("GB"), Owner("BM", role="lead")), "GB, BM (lead)"),
        ((Owner("GB", name="Gill Brook", role="support"),), "GB (Gill Brook, in support)"),
        ((Owner(None, name="Gill Brook"),), "Gill Brook"),
        ((), ""),
        (None, ""),
    ],
)
def test_owners_are_said_with_name_and_role(owners: tuple[Owner, ...] | None, words: str) -> None:
    assert describe_owners(owners) == words


def test_owners_are_listed_by_code_else_by_name() -> None:
    assert list(
        list_owners((Owner("GB", name="Gill Brook"), Owner(None, name="Ann Poole"), Owner(None)))
    ) == [
        "GB",
        "Ann Poole",
    ]
