import pytest

from tests.values.timing.said import say


@pytest.mark.parametrize(
    "text",
    [
        "May not happen",
        "April to confirm",
        "Theresa May",
        "check with June",
        "see minutes 14 March 2023",
        "policy dated 1/4/23",
        "could slip to July",
        "minutes of the May meeting",
        "Minute 14 of 3 May 2023",
        "may require Cabinet approval",
        "l April 2023",
        "June Brown, HR",
        "April is leading on this",
        "June S.",
        "Mark and June",
        "fron April",
        "by th end of May",
        "endof May",
        "bounced to 3/6/23",
        "March 2023 (build to July 2023)",
        "March 2023 (scope moved to July 2023 phase)",
        "June in HR",
        "Easter Road",
        "Summer Smith",
        "compared to 2023",
        "3 days a week",
        "delayed 3 months to Sept",
        "2nd visit 3 months later",
    ],
)
def test_words_that_change_a_date_refuse_it(text: str) -> None:
    assert say(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Board 9 March", "2023-03-09/2023-03-09"),
        ("Full Council 18 May 2023", "2023-05-18/2023-05-18"),
        ("Annually at the June meeting of the panel", "FREQ=YEARLY;BYMONTH=6"),
        ("a) June 2023", "2023-06-01/2023-06-30"),
        ("For decision at Full Council, 10 July 2023", "2023-07-10/2023-07-10"),
        ("Launch/May", "2023-05-01/2023-05-31"),
        ("report to Board in July", "2023-07-01/2023-07-31"),
    ],
)
def test_words_that_say_what_a_date_is_of_are_left_beside_it(text: str, said: str) -> None:
    assert say(text) == said
