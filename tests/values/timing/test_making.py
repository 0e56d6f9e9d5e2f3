import pytest

from tests.values.timing.said import say


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("15thOct", "2023-10-15/2023-10-15"),
        ("Sept 3rd 23", "2023-09-03/2023-09-03"),
        ("14/03/2023 00:00", "2023-03-14/2023-03-14"),
        ("FY 23-24 Q3", "2023-10-01/2023-12-31"),
        ("Qs 1 & 3 2023/24", "2023-04-01/2023-06-30 2023-10-01/2023-12-31"),
        ("the last two quarters of 2023/24", "2023-10-01/2024-03-31"),
        ("Autumn 1 2023", "2023-09-01/2023-10-31 about"),
        ("Sum term 2023", "2023-04-10/2023-07-31 about"),
        ("Oct half-trm", "2023-10-23/2023-10-27 about"),
        ("w/c 3 & 10 July", "2023-07-03/2023-07-09 2023-07-10/2023-07-16"),
        ("last two weeks of June 2023", "2023-06-17/2023-06-30 about"),
        ("first Monday in March", "2023-03-06/2023-03-06"),
        ("Y/E March 2024", "2024-03-31/2024-03-31"),
        ("EOM June", "2023-06-30/2023-06-30"),
        ("later in 2024", "2024-07-01/2024-12-31 about"),
        ("early autumn", "2023-09-01/2023-10-10 about"),
        ("in the New Year", "2024-01-01/2024-01-10 about"),
        ("by the New Year", "/2024-01-01 by"),
        ("mid Q3 2023/24", "2023-11-01/2023-11-30 about"),
        ("week 2 of May 2023", "2023-05-08/2023-05-14 about"),
        ("month of June", "2023-06-01/2023-06-30"),
        ("Autumn 2023 term", "2023-09-01/2023-12-31 about"),
        ("second half term of autumn 2023", "2023-11-01/2023-12-31 about"),
        ("quarter one 2023/24", "2023-04-01/2023-06-30"),
        ("2023/24 Q3", "2023-10-01/2023-12-31"),
        ("2023/24 academic year (5 Jan)", "2024-01-05/2024-01-05"),
        ("beginning of May", "2023-05-01/2023-05-10 about"),
    ],
)
def test_a_period_is_read_as_it_is_written(text: str, said: str) -> None:
    assert say(text) == said
