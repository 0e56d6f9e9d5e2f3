import pytest

from send_extract.values.timing import TimingContext
from tests.values.timing.said import say


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Annually by end of March", "by FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
        ("30 September (annually)", "2023-09-30/2023-09-30 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"),
        ("yearly in May and November", "FREQ=YEARLY;BYMONTH=5,11"),
        ("Annual review in July", "FREQ=YEARLY;BYMONTH=7"),
    ],
)
def test_a_yearly_rule_takes_its_day_from_a_date(text: str, said: str) -> None:
    assert say(text) == said


def test_a_yearly_rule_needs_no_year() -> None:
    assert say("Annually by 31 March", TimingContext()) == "by FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"
