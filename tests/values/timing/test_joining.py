import pytest

from tests.values.timing.said import say


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Q2 (Sept 2023)", "2023-09-01/2023-09-30"),
        ("Summer Term 2023 (17 April - 21 July)", "2023-04-17/2023-07-21"),
        ("2023/24 (Apr - Sept)", "2023-04-01/2023-09-30"),
        ("May 2023 (w/c 15th)", "2023-05-15/2023-05-21"),
        ("30 Sept 2023 (end of Q2)", "2023-09-30/2023-09-30"),
        ("2024 Q1 (Jan-Mar)", "2024-01-01/2024-03-31"),
    ],
)
def test_a_bracket_that_narrows_counts_in_place_of_what_it_narrows(text: str, said: str) -> None:
    assert say(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "March 2023 (June 2023)",
    ],
)
def test_two_dates_that_contradict_each_other_are_not_read(text: str) -> None:
    assert say(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Board 9 March / Council 21 March 2024", "2024-03-09/2024-03-09 2024-03-21/2024-03-21"),
        ("May (done), Oct (second round)", "2023-05-01/2023-05-31 2023-10-01/2023-10-31"),
    ],
)
def test_the_year_that_stands_once_is_that_of_every_date(text: str, said: str) -> None:
    assert say(text) == said
