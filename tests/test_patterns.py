import re

import pytest

from send_extract.patterns import compile_later


def test_a_pattern_that_is_compiled_later_matches_as_one_that_is_compiled_at_once() -> None:
    later, now = compile_later(r"(\d+) months?", re.IGNORECASE), re.compile(r"(\d+) months?", re.IGNORECASE)
    text = "3 Months, then 1 month"
    assert later.findall(text) == now.findall(text)
    assert later.sub("x", text) == now.sub("x", text)
    found = later.search(text)
    assert found is not None
    assert found[1] == "3"
    assert later.pattern == now.pattern


def test_a_faulty_pattern_says_so_at_its_first_use() -> None:
    later = compile_later("(")
    with pytest.raises(re.error):
        later.search("")
