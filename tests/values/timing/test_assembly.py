import pytest

from tests.values.timing.said import say


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("deferred from Feb to April", "2023-04-01/2023-04-30"),
        ("moved up to May (from July)", "2023-05-01/2023-05-31"),
        ("to end of July (extended to Oct)", "/2023-10-31"),
        ("June 23 instead of March", "2023-06-01/2023-06-30"),
        ("March 2023 extended to June 2023", "2023-06-01/2023-06-30"),
    ],
)
def test_the_date_that_was_revised_counts(text: str, said: str) -> None:
    assert say(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mondays 6, 13 and 20 March", "2023-03-06/2023-03-06 2023-03-13/2023-03-13 2023-03-20/2023-03-20"),
        ("Mondays from 6 March", "2023-03-06/ FREQ=WEEKLY;BYDAY=MO"),
    ],
)
def test_a_weekday_of_days_that_are_listed_is_no_rule(text: str, said: str) -> None:
    assert say(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("After Schools Forum on 17 May 2023", "2023-05-18/ after Schools Forum"),
        ("within 10 working days of the meeting", "about P14D after the meeting"),
        ("Sign-off + 6 weeks", "P6W after Sign-off"),
        ("subject to funding, Sept 2023", "2023-09-01/2023-09-30 after funding"),
        ("MEDIUM TERM (by July 2023)", "/2023-07-31 by"),
    ],
)
def test_what_a_date_waits_for_stands_beside_it(text: str, said: str) -> None:
    assert say(text) == said
