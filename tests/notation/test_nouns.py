"""What is asked for by number."""

from __future__ import annotations

import re

import pytest

from send_extract.notation.nouns import NOUN, find_clashing, is_asked, is_theme


@pytest.mark.parametrize(
    "noun", ["recommendation", "Area for improvement", "must-do", "Learning points", "undertaking"]
)
def test_what_is_asked_for_wherever_it_is_counted_is_told(noun: str) -> None:
    assert is_asked(noun)


@pytest.mark.parametrize("noun", ["theme", "action", "objective", "area"])
def test_what_only_counts_a_group_or_an_action_is_not_asked_for(noun: str) -> None:
    assert not is_asked(noun)


def test_a_priority_of_any_kind_is_a_theme() -> None:
    assert is_theme("Strategic priority")
    assert not is_theme("section")


def test_the_pattern_takes_the_whole_noun() -> None:
    assert all(re.fullmatch(NOUN, noun) for noun in ("rec", "recommendation", "cause of concern", "aim"))


def test_nouns_that_count_one_number_clash() -> None:
    counted = [("1", "must do"), ("2", "must do"), ("1", "should do"), ("3", "aim"), ("1", "")]

    assert find_clashing(counted) == {"must do", "should do"}
    assert find_clashing(counted[:2]) == frozenset()
    assert find_clashing([("1", "aim"), ("1", "recommendation")]) == {"aim"}
