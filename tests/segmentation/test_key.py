"""A plan's key to its own names of timings."""

import pytest

from send_extract.segmentation.key import find_named
from send_extract.values.timing import TimingContext

CONTEXT = TimingContext(year=2025)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Key: Ph 1 = April to June 2025; Ph 2 = July 2025", {"Ph 1": "April to June 2025", "Ph 2": "July 2025"}),
        ("Short term: 0-6 months, Long term: 1-2 years", {"Short term": "0-6 months", "Long term": "1-2 years"}),
        ("S = Short term (0-6 months)\nM = Medium (within 1 year)", {
            "S": "0-6 months", "Short term": "0-6 months", "M": "within 1 year", "Medium": "within 1 year",
        }),
        ("Year 1  April 2025 to March 2026\nYear 2  2026/27", {
            "Year 1": "April 2025 to March 2026", "Year 2": "2026/27",
        }),
    ],
)  # fmt: skip
def test_a_key_gives_each_name_the_words_of_its_timing(text: str, named: dict[str, str]) -> None:
    assert dict(find_named([text], CONTEXT)) == named


def test_the_entries_of_a_key_may_stand_in_paragraphs_of_their_own() -> None:
    texts = ["Short term  By 31 March 2026", "Some other words", "Medium term  By 31 March 2027"]
    assert find_named(texts, CONTEXT) == (
        ("Short term", "By 31 March 2026"),
        ("Medium term", "By 31 March 2027"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ph 1 = April 2025",
        "R = off track by 3 months; A = at risk",
        "Ph 1 = April 2025; Ph 1 = May 2025; Ph 2 = June 2025",
        "Q1 = April to June 2025; Q2 = July to September 2025",
        "By: April 2025; to: May 2025",
        "Phase 1 was finished in April 2025 and phase 2 began in May 2025",
    ],
    ids=["one name", "no timings", "two meanings", "quarters", "small words", "prose"],
)
def test_other_words_are_no_key(text: str) -> None:
    assert find_named([text], CONTEXT) == ()
