from send_extract.normalisation.keys import find_certain_keys, list_keys
from send_extract.plan import OwnersMention, PlanParagraph
from tests.builders import make_plan, make_recommendation


def test_keys_stand_in_the_glossary_and_on_lines_of_the_paragraphs() -> None:
    plan = make_plan(
        paragraphs=(
            PlanParagraph("Key: GB = Gary Brown, BM = Ben Moss"),
            PlanParagraph(f"KL = Kim {'x' * 600}"),
        ),
    )
    assert [key.initials for key in list_keys(plan)] == ["GB", "BM"]


def test_a_key_is_certain_where_its_initials_own_something_and_no_ordinary_words_are_its_name() -> None:
    plan = make_plan(
        make_recommendation("1", "Plan the pupil meeting", who=OwnersMention("GB")),
        paragraphs=tuple(map(PlanParagraph, ("GB = Gary Brown", "PM = Pupil Meeting", "KL = Kim Lowe"))),
    )
    assert [key.name for key in find_certain_keys(plan, {"gb", "pm"})] == ["Gary Brown"]
