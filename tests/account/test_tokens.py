import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.account import tokens
from send_extract.account.tokens import count_words, find_words, weigh_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dig (by 31st March), re-use it", ["Dig", "by", "31st", "March", "re", "use", "it"]),
        ("parents&rsquo; forum &amp; board", ["parents", "forum", "board"]),
        ("&amp;lt;li&amp;gt;Dig", ["Dig"]),
        ("&lt;PFH to confirm&gt;", ["PFH", "to", "confirm"]),
        ("Sur\u00advey", ["Survey"]),
        ("cafÃ©", ["café"]),
        ("ﬁnd", ["find"]),
        ("– | * _", []),
        ("SEND_01", ["SEND", "01"]),
    ],
)
def test_words_are_runs_of_letters_and_figures_as_people_see_them(text: str, words: list[str]) -> None:
    assert find_words(text) == words
    assert list(count_words([text])) == words


def test_words_are_counted_over_all_texts() -> None:
    assert count_words(["Dig, dig", "Dig"]) == {"Dig": 2, "dig": 1}


def test_the_part_with_the_rare_words_has_most_of_them() -> None:
    parts = ({"the": 9, "and": 2}, {"the": 1, "zebra": 1}, {"the": 3})
    weights = weigh_words(["the", "zebra"], parts)
    assert weights.index(max(weights)) == 1


@given(st.lists(st.text("ab \n&;<b>", max_size=30), max_size=8), st.integers(1, 20))
def test_words_are_counted_the_same_in_pieces_of_any_size(texts: list[str], piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "_PIECE", piece)
        counted = count_words(texts)
    assert counted == count_words(["\n".join(texts)])
