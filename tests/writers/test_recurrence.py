import pytest

from send_extract.values.timing import Frequency
from send_extract.writers.recurrence import describe_frequency, describe_length, describe_recurrence


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        ("FREQ=MONTHLY", "every month"),
        ("FREQ=MONTHLY;INTERVAL=3", "every 3 months"),
        ("FREQ=WEEKLY;INTERVAL=2", "every 2 weeks"),
        ("FREQ=YEARLY;BYMONTH=9", "every year in September"),
        ("FREQ=YEARLY;BYMONTH=1,4,7", "every year in January, April and July"),
        ("FREQ=MONTHLY;BYDAY=1MO", "every month on the first Monday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "every week on Monday and Thursday"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "every month on day 1 and 15"),
        ("FREQ=DAILY;COUNT=5", "every day (5 times)"),
        ("FREQ=WEEKLY;BYSETPOS=2", "repeats (FREQ=WEEKLY;BYSETPOS=2)"),
        ("FREQ=YEARLY;BYMONTH=13", "repeats (FREQ=YEARLY;BYMONTH=13)"),
        ("FREQ=MONTHLY;BYDAY=9MO", "repeats (FREQ=MONTHLY;BYDAY=9MO)"),
        ("FREQ=SECONDLY", "repeats (FREQ=SECONDLY)"),
    ],
)
def test_a_recurrence_is_said_in_words_or_as_it_stands(rrule: str, words: str) -> None:
    assert describe_recurrence(rrule) == words


@pytest.mark.parametrize(
    ("count", "period", "words"),
    [(6, "P1Y", "6 times a year"), (1, "P1M", "once a month"), (2, "P3M", "twice every 3 months")],
)
def test_a_frequency_is_said_in_words(count: int, period: str, words: str) -> None:
    assert describe_frequency(Frequency(count, period)) == words


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P3M", "3 months"),
        ("P1Y", "1 year"),
        ("P1Y6M", "1 year and 6 months"),
        ("P6W", "6 weeks"),
        ("PT5H", "PT5H"),
    ],
)
def test_a_length_is_said_in_words(duration: str, words: str) -> None:
    assert describe_length(duration) == words
