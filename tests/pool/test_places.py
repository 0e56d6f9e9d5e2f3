from typing import Any

import pytest

from send_extract.pool.places import find_line, find_place
from send_extract.settings import parse_settings


def catch(text: Any) -> BaseException:
    try:
        parse_settings(text)
    except AttributeError as error:
        return error
    raise AssertionError


def test_a_breakdown_is_at_the_line_of_this_program_that_was_at_work() -> None:
    place, _, line = find_place(catch(1)).partition(":")
    assert (place, line.isdecimal()) == ("settings.py", True)


def test_a_breakdown_elsewhere_has_that_place_and_none_where_nothing_ran() -> None:
    with pytest.raises(ValueError, match="x") as caught:
        int("x")
    assert find_place(caught.value).partition(":")[0].endswith("test_places.py")
    assert find_place(ValueError()) == "an unknown place:0"


def test_the_place_is_found_in_what_an_interpreter_says_as_it_breaks_down() -> None:
    import send_extract.readers.lines as module

    said = f"""Fatal Python error: Segmentation fault

Current thread 0x00007f (most recent call first):
  File "/usr/lib/python3/xml.py", line 3 in parse
  File "{module.__file__}", line 12 in read_lines
  File "{module.__file__}", line 90 in read_all
"""
    assert find_line(said) == "readers/lines.py:12"
    assert find_line("") == ""
