import pytest

from send_extract.document import Block, Run
from send_extract.extraction.lists import join_wrapped


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Calls are taken within", "five minutes"], ["Calls are taken within five minutes"]),
        (["Review complaints", "and publish them"], ["Review complaints and publish them"]),
        (["Induction", "e-learning", "mentoring"], ["Induction", "e-learning", "mentoring"]),
        (["Write a plan", "iPad rollout"], ["Write a plan", "iPad rollout"]),
        (["ask for", "rope"], ["ask for", "rope"]),
        (["Ask for", "Rope"], ["Ask for", "Rope"]),
    ],
)
def test_a_line_that_goes_on_in_a_sentence_is_put_to_the_one_above(
    lines: list[str], joined: list[str]
) -> None:
    blocks = [Block((Run(line),)) for line in lines]
    assert [block.text for block in join_wrapped(blocks)] == joined
