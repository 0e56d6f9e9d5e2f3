from send_extract.notation.dictionary import read_dictionary


def test_the_dictionary_has_the_words_of_plans() -> None:
    assert {"safeguarding", "governance", "september", "organisation", "of"} <= read_dictionary()
    assert "ment" not in read_dictionary()
