import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.account import tokens
from send_extract.account.tokens import count_words, find_words, tally_part
from send_extract.source import Location


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dig (by 31st March), re-use it", ["Dig", "by", "31st", "March", "re", "use", "it"]),
        ("parents&rsquo; forum &amp; board", ["parents", "forum", "board"]),
        ("&amp;lt;li&amp;gt;Dig", ["Dig"]),
        ("Dig&amp;amp;amp;lt;holes", ["Dig", "holes"]),
        ("&lt;PFH to confirm&gt;", ["PFH", "to", "confirm"]),
        ("Sur\u00advey", ["Survey"]),
        ("cafÃ©", ["café"]),
        ("14Â May at 5Â", ["14", "May", "at", "5"]),
        ("for \u00c3\u201a\u00c2\u00a35", ["for", "5"]),  # a pound sign that was wrongly saved twice
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


@given(st.lists(st.text("ab \n&;<b>", max_size=30), max_size=8), st.integers(1, 20))
def test_words_are_counted_the_same_in_pieces_of_any_size(texts: list[str], piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "_PIECE", piece)
        counted = count_words(texts)
    assert counted == count_words(["\n".join(texts)])


def test_a_part_is_counted_and_keeps_its_text_and_its_place() -> None:
    part = tally_part("Dig\tdig", Location(page=2))
    assert (part.words, part.text, part.location) == ({"Dig": 1, "dig": 1}, "Dig\tdig", Location(page=2))
