import pytest

from send_extract.values.owner.tokens import first_word, read_words


def test_words_are_kept_as_printed_and_as_the_lists_have_them() -> None:
    words = read_words("AD, Vice-Chair of the Sub-Group's")
    assert words.printed == ("AD", "Vice-Chair", "of", "the", "Sub-Group's")
    assert words.folded == ("director", "chair", "of", "the", "group's")


@pytest.mark.parametrize(("text", "word"), [("Cllrs. Bird and Reed", "cllrs"), ("Clerk", "clerk"), ("", "")])
def test_the_first_word_is_as_the_lists_of_titles_have_it(text: str, word: str) -> None:
    assert first_word(text) == word
