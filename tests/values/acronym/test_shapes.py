import pytest

from send_extract.values.acronym.shapes import find_acronyms, is_acronym


@pytest.mark.parametrize(
    "word",
    [
        "QA",
        "SENCo",
        "SENDOps",
        "WSoA",
        "DfE",
        "KS2",
        "EHCPs",
        "LAs",
        "A&E",
        "PfA",
        "SENDOPPs",
        "COVID19",
        "SEND",
    ],
)
def test_acronyms_are_known_by_their_capitals(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize(
    "word", ["", "A", "Board", "McDonald", "YouTube", "detectionPower", "P8", "2022", "as", "As"]
)
def test_other_words_are_none(word: str) -> None:
    assert not is_acronym(word)


def test_every_acronym_of_a_text_is_found_with_its_place() -> None:
    text = "SBC's SENCos (DfE/NHSE), the SEND/CWD service and KS2-KS4 plans"

    assert find_acronyms(text) == [
        (word, text.index(word)) for word in ("SBC", "SENCos", "DfE", "NHSE", "SEND", "CWD", "KS2", "KS4")
    ]
