import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_extract.segmentation.chunks import find_chunks
from send_extract.segmentation.timings import segment_timings
from send_extract.values.timing import TimingContext
from tests.values.timing.wordings import Worded, bounded, recurrences

CONTEXT = TimingContext(year=2022)
CELLS = Path(__file__).parents[1] / "golden" / "timings" / "cells.jsonl"
GOLDEN = [json.loads(line) for line in CELLS.read_text(encoding="utf-8").splitlines()]


def split(text: str, count: int) -> tuple[tuple[str, ...], list[str]]:
    segments = segment_timings(text, count, CONTEXT)
    return segments.parts, [finding.code for finding in segments.findings]


@pytest.mark.parametrize("cell", GOLDEN, ids=lambda cell: cell["cell"])
def test_a_cell_is_divided_as_the_golden_file_says(cell: dict[str, object]) -> None:
    parts = cell["parts"]
    assert isinstance(parts, list)
    assert split(str(cell["cell"]), len(parts)) == (tuple(parts), cell.get("findings", []))


def test_a_cell_for_no_action_has_no_parts() -> None:
    assert split("March", 0) == ((), [])


def test_an_empty_cell_says_nothing() -> None:
    assert split("  ", 2) == (("", ""), [])


@given(st.text(max_size=60), st.integers(0, 6))
@settings(max_examples=1000, deadline=None)
def test_there_is_one_part_for_each_action_and_each_is_words_of_the_cell(text: str, count: int) -> None:
    parts, _ = split(text, count)
    assert len(parts) == count
    squashed = "".join(text.split())
    assert all("".join(part.split()) in squashed for part in parts)


@given(
    st.lists(bounded() | recurrences(), min_size=1, max_size=6),
    st.sampled_from(["\n", "  ", " ; ", "\n\u2022 "]),
)
@settings(max_examples=1000, deadline=None)
def test_timings_between_certain_boundaries_are_each_their_actions(worded: list[Worded], mark: str) -> None:
    texts = [one.text for one in worded]
    assert split(mark.join(texts), len(texts)) == (tuple(texts), [])


MONTHS = st.sampled_from(
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec", "tbc"]
)


@given(
    st.lists(MONTHS, min_size=1, max_size=12),
    st.lists(st.sampled_from([" ", "  "]), min_size=12, max_size=12),
)
@settings(max_examples=1000, deadline=None)
def test_months_with_one_space_or_two_between_them_are_each_their_actions(
    months: list[str], gaps: list[str]
) -> None:
    text = "".join(gap + month for gap, month in zip(gaps, months, strict=False)).strip()
    assert split(text, len(months)) == (tuple(months), [])


@given(st.lists(MONTHS, min_size=2, max_size=6))
def test_months_that_are_fewer_than_the_actions_are_not_forced_on_them(months: list[str]) -> None:
    parts, findings = split(" ".join(months), len(months) + 1)
    assert parts == ("",) * (len(months) + 1)
    assert findings == ["timing-count-mismatch"]


def test_list_marks_are_boundaries_and_no_words() -> None:
    assert find_chunks("1. March\n2. April", 2) == ("March", "April")
    assert find_chunks("\u2022 March \u2022 April", 2) == ("March", "April")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1. Sept", "Sept"),
        ("a) June 2022", "June 2022"),
        ("3.1 May 2023", "May 2023"),
        ("1 Sept", "1 Sept"),
        ("1.1.22", "1.1.22"),
        ("1. budget 7", "1. budget 7"),
    ],
)
def test_the_mark_of_a_list_of_one_is_no_word_of_its_timing(text: str, part: str) -> None:
    assert segment_timings(text, 1, CONTEXT).parts == (part,)


def test_a_long_cell_is_given_up_and_not_forced() -> None:
    parts, findings = split("March " * 2000, 3)
    assert parts == ("March " * 1999 + "March",) * 3 or parts == ("", "", "")
    assert findings


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Complete Complete June", ("Complete", "Complete", "June")),
        ("Complete Complete June", ("Complete", "Complete June")),
        ("Complete June", ("Complete June",) * 2),
        ("Complete Complete June July", ("Complete", "Complete", "June", "July")),
    ],
)
def test_a_status_goes_with_the_date_behind_it_unless_each_is_an_actions(
    text: str, parts: tuple[str, ...]
) -> None:
    assert split(text, len(parts))[0] == parts


def test_three_timings_between_spaced_slashes_are_each_their_actions() -> None:
    assert split("May / July / Sept", 3) == (("May", "July", "Sept"), [])
    assert split("May / July", 2)[0] == ("", "")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Feb 25 / Aug 25", ("Feb 25", "Aug 25")),
        ("24/25 / 25/26", ("24/25", "25/26")),
        ("Feb / Aug", ("", "")),
    ],
)
def test_two_timings_at_a_slash_are_each_an_actions_where_each_has_its_year(
    text: str, parts: tuple[str, ...]
) -> None:
    assert segment_timings(text, 2, CONTEXT).parts == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Start Jan End March Start April End June", ("Start Jan End March", "Start April End June")),
        ("Draft by March, final to Board in May", ("Draft by March", "final to Board in May")),
        ("March 2022Sept 2022", ("March 2022", "Sept 2022")),
        ("May 2022 and monthly thereafter June 2022", ("May 2022 and monthly thereafter", "June 2022")),
    ],
)
def test_what_goes_together_is_one_actions(text: str, parts: tuple[str, ...]) -> None:
    assert split(text, 2) == (parts, [])


@pytest.mark.parametrize("count", [2, 100, 101, 200, 3000])
def test_one_timing_for_all_actions_holds_however_many_they_are(count: int) -> None:
    for text in ("March", "by end of June 2022", "Ongoing"):
        assert split(text, count) == ((text,) * count, ["timing-shared"])
    assert split("March May", count)[1] == (["timing-count-mismatch"] if count > 2 else [])
    assert split("March\nMay\nJune", count)[1] == ["timing-count-mismatch"]
