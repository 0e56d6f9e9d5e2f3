from hypothesis import given
from hypothesis import strategies as st

from send_extract.normalisation.uses import Passage, find_passages, find_uses, join_passages
from send_extract.plan import OwnersMention
from send_extract.source import NOWHERE
from send_extract.values.acronym import GlossaryEntry
from send_extract.values.owner import Owner
from tests.builders import make_plan, make_recommendation


@given(st.lists(st.sampled_from(["QA visits", "", "the DfE", "SENCos and QA"]), max_size=8))
def test_each_use_is_found_in_its_own_passage(texts: list[str]) -> None:
    text = join_passages([Passage(words, NOWHERE, row) for row, words in enumerate(texts)])

    for use in find_uses(text):
        assert use.term in texts[use.passage]
        assert text.joined[use.start :].startswith(use.term)


def test_the_bodies_of_a_who_cell_are_words_of_the_plan_and_initials_are_not() -> None:
    owners = OwnersMention("GB, SEND Team", (Owner("GB"), Owner("SEND Team")))

    passages = find_passages(make_plan(make_recommendation(text="Meet", who=owners)))

    assert [passage.text for passage in passages] == ["Meet", "SEND Team"]


def test_initials_of_a_who_cell_that_the_glossary_explains_are_words_of_the_plan() -> None:
    owners = OwnersMention("GB, EA", (Owner("GB"), Owner("EA")))
    glossary = (GlossaryEntry("EA", "EA Environment Agency"),)

    passages = find_passages(make_plan(make_recommendation(text="Meet", who=owners), glossary=glossary))

    assert [passage.text for passage in passages] == ["Meet", "EA", "EA Environment Agency"]


def test_numbers_in_a_column_of_their_own_are_no_words() -> None:
    made = make_plan(make_recommendation(text="Meet", extra={"Task ID": "T001", "Ward": "Hythe"}))

    assert [passage.text for passage in find_passages(made)] == ["Meet", "Hythe"]
