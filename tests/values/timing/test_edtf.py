import datetime as dt

import pytest

from send_extract.values.timing import Interval
from send_extract.values.timing.edtf import write_edtf

MARCH = Interval(dt.date(2022, 3, 1), dt.date(2022, 3, 31))
MAY = Interval(dt.date(2022, 5, 1), dt.date(2022, 5, 31))
YEAR = Interval(dt.date(2022, 1, 1), dt.date(2022, 12, 31))
WEEK = Interval(dt.date(2022, 3, 14), dt.date(2022, 3, 20))


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ((), None),
        ((MARCH,), "2022-03"),
        ((YEAR,), "2022"),
        ((WEEK,), "2022-03-14/2022-03-20"),
        ((Interval(dt.date(2022, 3, 1), None),), "2022-03/.."),
        ((Interval(None, dt.date(2022, 3, 30)),), "../2022-03-30"),
        ((Interval(None, dt.date(2022, 3, 31)),), "../2022-03"),
        ((MARCH, MAY), "{2022-03,2022-05}"),
        ((WEEK, MAY), "{2022-03-14..2022-03-20,2022-05}"),
        ((MARCH, Interval(dt.date(2022, 5, 1), None)), None),
    ],
)
def test_intervals_are_written_at_the_coarsest_precision(
    intervals: tuple[Interval, ...], expected: str | None
) -> None:
    assert write_edtf(intervals, approximate=False) == expected


def test_approximate_ends_are_marked() -> None:
    assert write_edtf((WEEK,), approximate=True) == "2022-03-14~/2022-03-20~"
    assert write_edtf((WEEK, MAY), approximate=True) is None


def test_one_of_several_is_a_set_in_square_brackets() -> None:
    assert write_edtf((MARCH, MAY), approximate=True, either=True) == "[2022-03~,2022-05~]"
