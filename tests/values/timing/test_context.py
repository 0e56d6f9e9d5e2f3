import datetime as dt

import pytest

from send_extract.values.timing import TimingContext, find_context
from send_extract.values.timing.context import find_quarters, find_year
from send_extract.values.timing.month_first import is_month_first


def test_the_year_is_the_headings_before_the_titles_before_the_dates() -> None:
    day = dt.date(2020, 5, 1)
    assert find_context(["When (2022)"], "Plan 2021", day).year == 2022
    assert find_context(["When"], "Plan 2021", day).year == 2021
    assert find_context(["When"], "Plan", day).year == 2020
    assert find_context(["When"], "Plan", None).year is None


def test_the_settings_come_before_the_document() -> None:
    given = TimingContext(year=2019, plan_date=dt.date(2019, 1, 1))
    assert find_context(["When (2022)"], "Plan 2021", dt.date(2020, 5, 1), given=given) == given


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When (2022)", (2022, "calendar")),
        ("Timescale 2022/23", (2022, "financial")),
        ("Timescale 2022-23", (2022, "financial")),
        ("Due in the academic year 2022/23", (2022, "academic")),
        ("Improvement plan 2022-2026", None),
        ("Plan of 2021 as revised in 2022", None),
        ("Plan of 14/03/2022", None),
        ("Timescale", None),
    ],
)
def test_the_year_of_a_heading_or_a_title(text: str, expected: tuple[int, str] | None) -> None:
    assert find_year(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dates are calendar quarters.", "calendar"),
        ("Q1 = Jan to March", "calendar"),
        ("Q1 (April - June)", "financial"),
        ("Quarterly reports", None),
    ],
)
def test_the_document_can_say_what_a_quarter_is(text: str, expected: str | None) -> None:
    assert find_quarters([text]) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["03/31/25", "09/01/25"], True),
        (["5/30/2025 12:00 AM"], True),
        (["31/03/25", "09/01/25"], False),
        (["03/31/25", "31/03/25"], False),
        (["09/01/25", "2025-03-31", "1/4", "17/18"], False),
        ([], False),
    ],
)
def test_dates_show_whether_the_month_stands_first(texts: list[str], expected: bool) -> None:
    assert is_month_first(texts) is expected
