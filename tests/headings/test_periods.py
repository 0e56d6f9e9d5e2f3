import pytest

from send_extract.headings.periods import is_period, join_periods, name_periods


@pytest.mark.parametrize(
    "heading", ["2024/25", "Q1", "Apr", "Autumn term", "Short term", "Year 1 (2024/25)", "0-6 months"]
)
def test_a_heading_can_be_a_period(heading: str) -> None:
    assert is_period(heading)


@pytest.mark.parametrize(
    "heading", ["", "Lead", "Cost 2024/25", "Status", "What we will do in the year 2024/25 and after it"]
)
def test_other_headings_are_none(heading: str) -> None:
    assert not is_period(heading)


def test_words_that_stand_over_all_periods_are_none_of_their_names() -> None:
    assert name_periods(["Delivery year 2024/25", "Delivery year 2025/26"]) == ("2024/25", "2025/26")
    assert name_periods(["2024 Apr", "2024 May"]) == ("2024 Apr", "2024 May")
    assert name_periods(["Year 1", "Year 2"]) == ("Year 1", "Year 2")


@pytest.mark.parametrize(
    ("names", "places", "timing"),
    [
        (["2024", "2025", "2026"], [1], "2025"),
        (["2024", "2025", "2026"], [0, 1, 2], "2024 – 2026"),
        (["2024", "2025", "2026"], [0, 2], "2024, 2026"),
        (["2024 Q1", "2024 Q2"], [0, 1], "2024 Q1 – 2024 Q2"),
        (["Year 1 (2024/25)", "Year 2 (2025/26)"], [0, 1], "Year 1 (2024/25) – Year 2 (2025/26)"),
        (["Year 1", "Year 2"], [0, 1], "Year 1 – Year 2"),
    ],
)
def test_neighbours_are_one_timing_and_others_several(
    names: list[str], places: list[int], timing: str
) -> None:
    assert join_periods(names, places) == timing


def test_words_behind_all_periods_are_none_of_their_names() -> None:
    assert name_periods(["2024/25 actions", "2025/26 actions"]) == ("2024/25", "2025/26")
    assert name_periods(["2024/25 actions", "2025/26 costs"]) == ("2024/25 actions", "2025/26 costs")
