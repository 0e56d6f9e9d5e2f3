import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.writers.agenda.scale import (
    Scale,
    add_months,
    last_of_month,
    list_ticks,
    list_years,
    make_scale,
    spell,
)

DAYS = st.dates()


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def make(*days: str) -> Scale:
    scale = make_scale(map(day, days))
    assert scale is not None
    return scale


def test_nothing_dated_has_no_scale() -> None:
    assert make_scale([]) is None


def test_a_scale_is_a_year_of_whole_months_at_least() -> None:
    assert make("2022-03-14") == Scale(day("2022-03-01"), day("2023-02-28"))
    assert make("2022-03-14", "2023-09-02") == Scale(day("2022-03-01"), day("2023-09-30"))


def test_a_long_scale_leaves_out_a_few_far_days() -> None:
    near = [f"2022-{month:02}-01" for month in range(1, 13)]
    assert make(*near, "2040-01-01").last == day("2022-12-31")
    assert make("2022-01-01", "2040-01-01").last == day("2040-01-31")


@given(st.lists(DAYS, min_size=1, max_size=8))
def test_every_scale_places_every_day_on_it(days: list[dt.date]) -> None:
    scale = make_scale(days)
    assert scale is not None
    assert all(0 <= scale.place(each) <= scale.place_end(each) <= 100 for each in days)
    assert scale.place(scale.first) == 0
    assert scale.place_end(scale.last) == 100


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2022-01-01", "2022-12-31", ["Jan", "Feb", "Mar"]),
        ("2022-02-01", "2024-12-31", ["Apr", "Jul", "Oct"]),
        ("2022-02-01", "2028-12-31", ["2023", "2024", "2025"]),
        ("2022-02-01", "2048-12-31", ["2025", "2030", "2035"]),
    ],
)
def test_the_axis_names_as_many_months_as_it_has_room_for(first: str, last: str, names: list[str]) -> None:
    assert [tick.name for tick in list_ticks(Scale(day(first), day(last)))][:3] == names


def test_a_year_too_narrow_for_its_name_has_none() -> None:
    years = list_years(Scale(day("2022-12-01"), day("2024-12-31")))
    assert [year.name for year in years] == ["", "2023", "2024"]


@given(DAYS, st.integers(-50_000, 50_000))
def test_months_stay_within_the_calendar(start: dt.date, months: int) -> None:
    moved = add_months(start, months)
    assert moved.day == 1
    assert last_of_month(moved) >= moved


def test_places_are_short() -> None:
    assert [spell(place) for place in (0.0, 12.5, 33.33333, 100.0)] == ["0%", "12.5%", "33.33%", "100%"]
