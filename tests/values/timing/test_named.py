"""A plan's own names of timings in the words of its key."""

import pytest

from send_extract.values.timing import TimingContext, parse_timing
from send_extract.values.timing.named import fold_name, spell_named

NAMED = (
    ("Ph 1", "May 2025"),
    ("Phase 2", "June 2025"),
    ("Short term", "within 6 months"),
    ("S", "within 6 months"),
)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Ph 1", "May 2025"),
        ("phase1", "May 2025"),
        ("Phase 1 and Ph. 2", "May 2025 and June 2025"),
        ("short", "within 6 months"),
        ("Short-term", "within 6 months"),
        ("S", "within 6 months"),
    ],
)
def test_a_name_gives_way_to_its_words(text: str, spelt: str) -> None:
    assert spell_named(text, NAMED) == spelt


@pytest.mark.parametrize(
    "text", ["Week 6 of Ph 1", "s", "Ph 12", "Phase 3", "end of Ph 1", "Ph 1 – Ph 2", "Shorter"]
)
def test_words_that_say_more_stay(text: str) -> None:
    assert spell_named(text, NAMED) == text


def test_one_name_however_it_is_written() -> None:
    assert {fold_name(name) for name in ("Ph 1", "phase 1", "PHASE1")} == {"phase1"}
    assert fold_name("S") != fold_name("s")


def test_a_timing_by_its_name_tells_that_the_key_read_it() -> None:
    reading = parse_timing("Phase 1", TimingContext(named=NAMED))
    assert str(reading.value) == "May 2025"
    assert reading.rule == "key of the plan; dates (month and year)"


def test_names_whose_words_make_nothing_together_are_not_read() -> None:
    named = (("Ph 1", "April to June 2025"), ("Ph 2", "July to September 2025"))
    reading = parse_timing("Ph 1 Ph 2", TimingContext(named=named))
    assert reading.value is None
    assert [(finding.code, dict(finding.words)["text"]) for finding in reading.findings] == [
        ("timing-unread", "Ph 1 Ph 2")
    ]
