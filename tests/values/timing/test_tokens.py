from collections import defaultdict
from contextlib import AbstractContextManager
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_extract.values.timing.tokens import tokenise
from tests.values.timing.conventions import CONVENTIONS


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("31st March 2022", ["ordinal", "month", "year"]),
        ("3 of 12 noon", ["number", "word", "clock"]),
        ("12 March 2022-31 March 2023", ["number", "month", "year", "dash", "number", "month", "year"]),
        ("01/04/22 22/23 2022/23 4/2022", ["date", "years", "years", "month_year"]),
        ("byJune Q1 HT 3 h2 w.e.f.", ["word", "month", "quarter", "half_term", "half", "word"]),
        ("1/2 yearly 1/2", ["word", "word", "day_month"]),
        ("Sep tember acad. year", ["month", "word", "word"]),
    ],
)
def test_each_token_has_its_kind(text: str, kinds: list[str]) -> None:
    assert [token.kind for token in tokenise(text)] == kinds


@given(st.text(max_size=60))
def test_tokens_are_all_of_a_text_but_its_white_space(text: str) -> None:
    tokens = tokenise(text)
    printed = "".join(token.text for token in tokens)
    assert "".join(printed.split()) == "".join(text.translate(UNSEEN).split())


SIGNS = st.sampled_from([
    "<", ">", "1", "2", "12", "22", "2022", "/", "1/2", "22/23", "-", ".", "'", "3m", "months", "yearly", "h1", "9.30",
    "am", "noon", "\u00bd", "\u00bc", "ly", "q1", " ", "March",
])  # fmt: skip
TEXTS = st.lists(SIGNS, max_size=8).map("".join)


@given(TEXTS, TEXTS)
@settings(max_examples=1000, deadline=None)
def test_what_was_read_before_changes_nothing(first: str, text: str) -> None:
    with forget():
        alone = tokenise(text)
    with forget():
        tokenise(first)
        assert tokenise(text) == alone


def test_no_wording_of_the_conventions_changes_another() -> None:
    wordings = [wording for convention in CONVENTIONS for wording in convention.wordings]
    with forget():
        forth = {wording: tokenise(wording) for wording in wordings}
    with forget():
        back = {wording: tokenise(wording) for wording in reversed(wordings)}
    assert forth == back


def forget() -> AbstractContextManager[object]:
    """As a run begins, with nothing read before."""
    return patch("send_extract.values.timing.tokens._KEPT", defaultdict(dict))


UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), " ")
