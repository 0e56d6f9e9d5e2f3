import datetime as dt

import pytest

from send_extract.values.timing import TimingContext, parse_timing

START, END = dt.date(2022, 1, 1), dt.date(2022, 12, 31)


def occurrences(text: str) -> list[str]:
    value = parse_timing(text, TimingContext(year=2022)).value
    assert value is not None
    return [f"{day:%d %b}" for day in value.occurrences(START, END)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quarterly wef Feb 2022", ["01 Feb", "01 May", "01 Aug", "01 Nov"]),
        ("monthly until March 2022", ["01 Jan", "01 Feb", "01 Mar"]),
        ("quarterly from April 2022 to September 2022", ["01 Apr", "01 Jul"]),
        ("first Monday of every month from October 2022", ["03 Oct", "07 Nov", "05 Dec"]),
        ("31 August (annually)", ["31 Aug"]),
        ("Monthly, October 2022", ["01 Oct", "01 Nov", "01 Dec"]),
        ("March 2022", []),
        ("termly", []),
    ],
)
def test_a_recurrence_gives_its_dates_in_a_window(text: str, expected: list[str]) -> None:
    assert occurrences(text) == expected
