import datetime as dt

import pytest

from send_extract.plan import Draft
from send_extract.source import NOWHERE, Location
from send_extract.values.owner import Owner
from send_extract.values.timing import Interval, Timing
from send_extract.writers.wording import (
    describe_draft,
    describe_location,
    describe_owners,
    describe_timing,
    list_owners,
)


def test_a_timing_has_words_where_it_was_read() -> None:
    march = Interval(dt.date(2022, 3, 1), dt.date(2022, 3, 31))
    assert describe_timing(Timing((march,))) == "March 2022"
    assert describe_timing(None) == ""


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


def test_a_draft_is_described_with_its_day_once() -> None:
    day = dt.date(2022, 3, 14)
    assert describe_draft(Draft("DRAFT 2", date=day)) == "DRAFT 2, 14 March 2022"
    assert describe_draft(Draft("Updated 14 March 2022", date=day)) == "Updated 14 March 2022"
    assert (describe_draft(Draft("DRAFT 2")), describe_draft(Draft(date=day))) == ("DRAFT 2", "")
