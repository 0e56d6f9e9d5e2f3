import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.values.wording import find_key, find_words, is_same_wording, normalise_words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Parents  consulted", "Parents consulted"),
        ("the board’s “view”", 'the board\'s "view"'),
        ("April – June", "April - June"),
        ("self‑harm", "self-harm"),
        ("schools & settings", "schools and settings"),
        ("schools &amp; settings", "schools & settings"),
        ("by Sept 2022", "by September 2022"),
        ("by Sept. 2022", "by SEPTEMBER 2022"),
        ("files / samples", "files/samples"),
        ("co\u00adproduce", "coproduce"),
        ("3 schools 12 13", "3schools12 13"),
        ("MARKET, 4 mar.", "MARKET,4March"),
    ],
)
def test_typing_makes_no_other_wording(old: str, new: str) -> None:
    assert is_same_wording(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("PHF reports", "PFH reports"),
        ("Early Help and |Youth", "Early Help and Youth"),
        ("trauma Informed", "trauma informed"),
        ("5 schools", "6 schools"),
        ("part 1 2", "part 12"),
        ("parents consulted", "parents consulted."),
        ("pre panel", "pre-panel"),
    ],
)
def test_words_and_marks_do(old: str, new: str) -> None:
    assert not is_same_wording(old, new)


@given(st.text())
def test_normal_form_is_normal(text: str) -> None:
    assert normalise_words(normalise_words(text)) == normalise_words(text)


@given(st.text())
def test_a_text_is_worded_like_its_normal_form(text: str) -> None:
    assert find_key(normalise_words(text)) == find_key(text)


def test_words_are_small_and_bare() -> None:
    assert find_words("The Board's “view”, Sept 22 & on") == [
        "the",
        "board's",
        "view",
        "september",
        "22",
        "and",
        "on",
    ]
