import pytest

from send_extract.notation.hanging import hangs, is_open


@pytest.mark.parametrize(
    "text", ["Build a path from the school to", "Head of", "Ask Health &", "REPORT TO THE"]
)
def test_a_line_that_ends_in_a_small_word_goes_on(text: str) -> None:
    assert hangs(text)


@pytest.mark.parametrize("text", ["Build a path", "Log in", "", "Carry on"])
def test_other_lines_may_end(text: str) -> None:
    assert not hangs(text)


@pytest.mark.parametrize("text", ["Build a path,", "Ask all –", "Carry on", "The work is", "Build a path to"])
def test_a_sentence_is_open_behind_a_comma_or_a_word_that_none_ends_with(text: str) -> None:
    assert is_open(text)


@pytest.mark.parametrize("text", ["Build a path", "Ask all.", "", "GB"])
def test_others_may_be_over(text: str) -> None:
    assert not is_open(text)
