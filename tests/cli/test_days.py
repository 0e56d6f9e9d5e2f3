from argparse import ArgumentTypeError
from datetime import date

import pytest

from send_extract.cli.days import (
    DayRange,
    LookAhead,
    read_count,
    read_day,
    read_length,
    read_period,
    read_year,
)


def test_a_day_is_read_as_iso_writes_it() -> None:
    assert read_day("2022-03-31") == date(2022, 3, 31)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022-03-14", date(2022, 3, 14), date(2022, 3, 14)),
    ],
)
def test_a_period_is_a_year_a_month_or_a_day(text: str, first: date, last: date) -> None:
    assert read_period(text) == DayRange(first, last)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("P3M", date(2022, 4, 29)),
        ("P1M", date(2022, 2, 27)),
        ("P2W", date(2022, 2, 12)),
        ("P1D", date(2022, 1, 31)),
        ("P1Y", date(2023, 1, 29)),
        ("P999Y", date(3021, 1, 29)),
    ],
)
def test_a_length_ends_the_day_before_it_is_over(text: str, last: date) -> None:
    assert read_length(text).after(date(2022, 1, 30) if text != "P1D" else date(2022, 1, 31)) == last


def test_a_length_beyond_all_dates_ends_with_the_last() -> None:
    assert LookAhead(12 * 9000, 0).after(date(2022, 1, 1)) == date.max


@pytest.mark.parametrize("text", ["March", "2022-13", "2022-02-30", "0000", ""])
def test_what_is_no_period_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="write it as 2022, 2022-03"):
        read_period(text)


@pytest.mark.parametrize("text", ["3M", "P", "P0D", "PT3H", "3 months"])
def test_what_is_no_length_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="write it as P3M"):
        read_length(text)


def test_what_is_no_day_is_refused_with_how_to_write_one() -> None:
    with pytest.raises(ArgumentTypeError, match="write it as 2022-03-31"):
        read_day("31/03/2022")


@pytest.mark.parametrize("text", ["0", "-1", "x", "", "9" * 5000, "²"])
def test_what_is_no_count_or_year_is_refused(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is no number from 1"):
        read_count(text)
    with pytest.raises(ArgumentTypeError, match="write it as 2022"):
        read_year(text)


def test_a_count_and_a_year_are_numbers() -> None:
    assert (read_count("12"), read_year("2022")) == (12, 2022)
