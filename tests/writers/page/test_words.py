import pytest
from hypothesis import given
from msgspec.structs import replace

from send_extract.values.acronym import Acronym
from send_extract.writers.page.words import PageWords, emphasise_with, explain_with
from tests.builders import make_action, make_plan
from tests.strategies import TEXTS

PLAN = make_plan(
    acronyms=(
        Acronym("SEN", "defined", "Special Educational Needs"),
        Acronym("SENCo", "defined", "Special Educational Needs Coordinator"),
        Acronym("PFH", "undefined"),
        Acronym("R&D", "defined", "Research and Development"),
    )
)


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("The SENCo and SEN.", ["SENCo", "SEN"]),
        ("SENSE, aSEN, SEN1, PFH", []),
        ("R&D/SEN", ["R&D", "SEN"]),
    ],
)
def test_acronyms_that_the_plan_explains_are_found_as_whole_words(text: str, explained: list[str]) -> None:
    parts = list(explain_with(PLAN)(text))
    assert [part.text for part in parts if part.expansion] == explained
    assert "".join(part.text for part in parts) == text


@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    assert "".join(part.text for part in explain_with(make_plan())(text)) == text


def test_words_are_emphasised_as_they_were_printed() -> None:
    action = replace(make_action("1.1", "Ask the SENCo now"), rich="Ask the **SENCo *now***")
    assert list(emphasise_with(explain_with(PLAN))(action)) == [
        PageWords("Ask the "),
        PageWords("SENCo", "Special Educational Needs Coordinator", ("strong",)),
        PageWords(" ", None, ("strong",)),
        PageWords("now", None, ("strong", "em")),
    ]


def test_words_without_emphasis_are_explained_alone() -> None:
    action = make_action("1.1", "Ask the SENCo")
    assert list(emphasise_with(explain_with(PLAN))(action)) == list(explain_with(PLAN)(action.text))
