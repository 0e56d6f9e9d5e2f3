import pytest

from send_extract.values.acronym.definitions import find_definitions, find_phrase


@pytest.mark.parametrize(
    ("text", "term", "expansion"),
    [
        ("the whole Children With Disabilities (CWD) service", "CWD", "Children With Disabilities"),
        ("the CWD (Children with Disabilities) service", "CWD", "Children with Disabilities"),
        ("an education, health and care plan (EHCP) for each", "EHCP", "education, health and care plan"),
        ("put to the Audit and Risk Committee (ARC)", "ARC", "Audit and Risk Committee"),
        ("Needs of SEND Ops Staff and the Refusal to assess (RTA)", "RTA", "Refusal to assess"),
    ],
)
def test_definitions_in_running_text_are_found(text: str, term: str, expansion: str) -> None:
    assert [(found.term, found.expansion) for found in find_definitions(text)] == [(term, expansion)]


@pytest.mark.parametrize(
    "text", ["the plan (DfE/NHSE) meetings", "a review (QA)", "(CWD) service", "CWD (see below)", "()"]
)
def test_brackets_that_define_nothing_give_none(text: str) -> None:
    assert list(find_definitions(text)) == []


def test_a_definition_stands_where_its_term_does() -> None:
    text = "the Local Authority (LA)"

    assert [text[found.start :] for found in find_definitions(text)] == ["LA)"]


@pytest.mark.parametrize(
    ("term", "text", "phrase"),
    [
        ("PFH", "Enable the Portfolio Holder to sample", "Portfolio Holder"),
        ("PR", "SEND Peer Review Recommendations", "Peer Review"),
        ("SEN", "Southend Shared Expectations", None),
        ("SEND", "refresh the draft SEND Strategy", None),
        ("PHF", "Enable the Portfolio Holder to sample", None),
    ],
)
def test_capitalised_words_may_be_what_a_term_stands_for(term: str, text: str, phrase: str | None) -> None:
    assert find_phrase(term, text) == phrase


def test_a_sentence_can_say_what_terms_mean() -> None:
    text = (
        "Here QTB means Quality Team Board and FLN stands for the Family Learning Network. RAP means trouble."
    )

    assert [(found.term, found.expansion) for found in find_definitions(text)] == [
        ("QTB", "Quality Team Board"),
        ("FLN", "Family Learning Network"),
    ]
