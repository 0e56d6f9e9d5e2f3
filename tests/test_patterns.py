import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import send_extract
from send_extract.patterns import LatePattern, begins, compile_later, has_any, has_figure


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


@pytest.mark.parametrize("text", ["No word of it", "Vacant from May"])
def test_a_pattern_with_a_need_gives_for_any_text_what_it_gives_compiled(text: str) -> None:
    now = re.compile("vacant", re.IGNORECASE)
    for method in ("findall", "split"):
        later = compile_later("vacant", re.IGNORECASE, has_any("vacan"))
        assert getattr(later, method)(text) == getattr(now, method)(text)
    later = compile_later("vacant", re.IGNORECASE, has_any("vacan"))
    assert later.sub("free", text) == now.sub("free", text)
    later = compile_later("vacant", re.IGNORECASE, has_any("vacan"))
    assert [found.span() for found in later.finditer(text)] == [found.span() for found in now.finditer(text)]


def test_a_pattern_is_not_compiled_for_a_text_without_what_it_needs() -> None:
    faulty = compile_later("(", need=has_figure)
    assert faulty.match("no figure") is None
    with pytest.raises(re.error):
        faulty.match("1 figure")


def test_needs_are_told_from_a_text() -> None:
    assert has_any("open", "met")("Not OPENED")
    assert not has_any("open")("closed")
    assert begins("rag", "red")("** Red: late")
    assert begins("")("--")
    assert not begins("red")("reddish")


def find_needing() -> Iterator[LatePattern]:
    """Every pattern of the program that is compiled only for some texts."""
    for module in pkgutil.walk_packages(send_extract.__path__, "send_extract."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, LatePattern) and value.need:
                    yield value


@pytest.mark.parametrize("pattern", [*find_needing()], ids=lambda pattern: pattern.pattern[:40])
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_text_that_a_pattern_fits_has_what_it_needs(pattern: LatePattern, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(rf"\A(?:{pattern.pattern})", pattern.flags)))
    assert pattern.need is not None
    assert pattern.need(text)
