import pytest

from send_extract.notation.stops import drop_stop


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by 30 June.", "by 30 June"),
        ("Room 2.", "Room 2"),
        ("KL.", "KL"),
        ("G. B.", "G. B."),
        ("6 p.a.", "6 p.a."),
        ("31.3.22.", "31.3.22."),
        ("etc..", "etc.."),
        ("by 30 June", "by 30 June"),
        (".", "."),
        ("", ""),
    ],
)
def test_a_full_stop_is_dropped_unless_it_shortens_a_word(text: str, expected: str) -> None:
    assert drop_stop(text) == expected
