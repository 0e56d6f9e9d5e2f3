import pytest

from tests.values.timing.said import say


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12/02-16/02/23", "2023-02-12/2023-02-16"),
        ("Mon 13/02 - Fri 17/02/23", "2023-02-13/2023-02-17"),
        ("3.4\u20137.4.23", "2023-04-03/2023-04-07"),
        ("from 12 to 16/2/23", "2023-02-12/2023-02-16"),
        ("12, 13 & 16/2/23", "2023-02-12/2023-02-12 2023-02-13/2023-02-13 2023-02-16/2023-02-16"),
        ("28/12/22-3/1", "2022-12-28/2023-01-03"),
        ("June 6th, 7th and 10th", "2023-06-06/2023-06-06 2023-06-07/2023-06-07 2023-06-10/2023-06-10"),
        ("17/18 May 2023", "2023-05-17/2023-05-18"),
        ("w/c 8/5", "2023-05-08/2023-05-14"),
    ],
)
def test_days_have_the_month_and_the_year_that_stand_once(text: str, said: str) -> None:
    assert say(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "HR-2023-03",
        "CYP/2023/05",
        "SEND-2023/24-07",
        "CP2023-03",
        "24/7 until 1/5/23",
        "50/50 to 1/5/23",
        "16, 2/2/23",
    ],
)
def test_figures_that_are_no_days_are_none(text: str) -> None:
    assert say(text) == ""


def test_a_number_before_a_date_may_count_what_it_is_the_date_of() -> None:
    assert say("Action 3 - 16/2/23") == "2023-02-16/2023-02-16"
    assert say("Draft 2, 16/2/23") == ""
