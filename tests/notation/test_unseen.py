from hypothesis import given
from hypothesis import strategies as st

from send_extract.notation.unseen import drop_unseen, name_unseen, should_tell, show


def test_what_is_taken_out_is_named_as_unicode_has_it() -> None:
    seen = drop_unseen("Sur\u00advey\u200b \x1b[1mnow")

    assert seen.text == "Survey now"
    assert name_unseen(seen.taken) == "SOFT HYPHEN, ZERO WIDTH SPACE, ESCAPE"
    assert seen.is_inside


def test_many_or_of_control_or_inside_a_word_is_told() -> None:
    assert should_tell(("\u200b",), is_inside=True)
    assert should_tell(("\u200b",) * 3, is_inside=False)
    assert should_tell(("\x00",), is_inside=False)
    assert not should_tell(("\ufeff",), is_inside=False)


@given(st.text())
def test_lines_tabs_letters_and_figures_all_stay(text: str) -> None:
    kept = "".join(each for each in text if each.isalnum() or each in "\n\t ")
    left = drop_unseen(text).text

    assert "\x1b" not in text or len(left) <= len(text)
    assert "\x1b" in text or kept == "".join(each for each in left if each.isalnum() or each in "\n\t ")


def test_what_is_not_printable_is_shown_as_a_space() -> None:
    assert show("plain – “é”") == "plain – “é”"
    assert show("a\x1b[2Jb\u202ec\x9bd\ne") == "a [2Jb c d e"
