import pytest

from send_extract.notation.hanging import hangs


@pytest.mark.parametrize(
    "text", ["Build a path from the school to", "Head of", "Ask Health &", "REPORT TO THE"]
)
def test_a_line_that_ends_in_a_small_word_goes_on(text: str) -> None:
    assert hangs(text)


@pytest.mark.parametrize("text", ["Build a path", "Log in", "", "Carry on"])
def test_other_lines_may_end(text: str) -> None:
    assert not hangs(text)
