from typing import Any

import pytest

from send_extract.errors import Crash, MemoryExceeded, SendExtractError, TimeExceeded, blame_program
from send_extract.settings import parse_settings


def catch(text: Any) -> BaseException:
    try:
        parse_settings(text)
    except AttributeError as error:
        return error
    raise AssertionError


def test_a_crash_names_the_line_of_this_program_that_was_at_work() -> None:
    error = blame_program("raw/draft.txt", catch(1))
    assert isinstance(error, Crash)
    assert str(error).startswith(
        "raw/draft.txt: this program broke down over the draft (AttributeError at settings.py:"
    )
    assert "Please report it" in str(error)
    assert "\n" not in str(error)
    assert error.traceback.startswith("Traceback (most recent call last):\n")


def test_a_crash_has_one_line_whatever_its_exception_says() -> None:
    error = blame_program("draft.txt", ValueError("one\ntwo " + "three " * 1000))
    assert "one two three" in str(error)
    assert len(str(error)) < 500


def test_a_want_of_memory_is_no_crash() -> None:
    assert isinstance(blame_program("draft.txt", MemoryError()), MemoryExceeded)


@pytest.mark.parametrize(
    ("kind", "fate", "code"),
    [(Crash, "crash", 70), (TimeExceeded, "timeout", 65), (MemoryExceeded, "memory", 65)],
)
def test_each_error_knows_what_becomes_of_its_draft(
    kind: type[SendExtractError], fate: str, code: int
) -> None:
    assert (kind.fate, kind.exit_code) == (fate, code)
