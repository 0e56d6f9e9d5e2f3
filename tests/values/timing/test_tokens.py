import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.values.timing.tokens import tokenise


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


UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), " ")
