import pytest

from tests.values.timing.said import say


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2nd and 4th Tuesday of each month", "FREQ=MONTHLY;BYDAY=2TU,4TU"),
        ("last working day of each month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("monthly, first working day", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
        ("weekly for 6 weeks", "FREQ=WEEKLY;COUNT=6"),
        ("monthly x 3", "FREQ=MONTHLY;COUNT=3"),
        ("quarterly (Mar, Jun, Sep, Dec)", "FREQ=YEARLY;BYMONTH=3,6,9,12"),
        ("termly (Nov, Mar, July)", "FREQ=YEARLY;BYMONTH=3,7,11"),
        ("four workshops a year", "about FREQ=MONTHLY;INTERVAL=3"),
        ("Tuesdays and Thursdays", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("every other Monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("once every three years", "FREQ=YEARLY;INTERVAL=3"),
        ("Mondays in term time", "about FREQ=WEEKLY;BYDAY=MO"),
        ("ongoing – annual review each March", "FREQ=YEARLY;BYMONTH=3 ongoing"),
    ],
)
def test_a_rhythm_has_the_rule_that_its_words_say(text: str, said: str) -> None:
    assert say(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "weekly until June, then monthly",
        "until Easter then weekly",
    ],
)
def test_two_rhythms_one_after_another_are_not_read(text: str) -> None:
    assert say(text) == ""
