import pytest

from send_extract.readers.held_dates import find_held_date


@pytest.mark.parametrize(
    ("shown", "held", "date"),
    [
        ("6/9/2025", "2025-06-09T00:00:00Z", "2025-06-09"),
        ("9/6/2025", "2025-06-09", ""),
        ("6/6/2025", "2025-06-06", ""),
        ("9 June 2025", "2025-06-09", ""),
        ("6/9/2025", "", ""),
    ],
)
def test_a_date_counts_as_held_where_it_is_shown_with_the_month_first(
    shown: str, held: str, date: str
) -> None:
    assert find_held_date(shown, held) == date
