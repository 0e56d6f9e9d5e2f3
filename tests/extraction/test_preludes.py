"""Recommendations above their actions in paragraphs."""

from send_extract.document import Block, Paragraph, Run
from send_extract.extraction.preludes import find_asked, find_theme


def words(text: str, level: int = 0) -> Paragraph:
    return Paragraph(Block((Run(text),)), level=level)


def test_a_label_takes_the_words_below_it_and_the_remarks_as_notes() -> None:
    found = find_asked([words("Recommendation 3 –"), words("Finding: No plan."), words("Write a plan.")])
    assert found is not None
    assert (found.asked.number, found.asked.text) == ("3", "Write a plan.")
    assert found.asked.said == (("notes", "Finding: No plan."),)


def test_an_answer_and_a_caption_are_none_of_the_words() -> None:
    below = [words("Write a plan."), words("We accept this."), words("Actions for recommendation 3")]
    found = find_asked([words("Recommendation 3", 2), *below])
    assert found is not None
    assert found.asked.text == "Write a plan."


def test_a_heading_of_the_same_rank_ends_a_recommendation() -> None:
    above = [words("Recommendation 3", 2), words("Write a plan."), words("Action plan", 2)]
    assert find_asked(above) is None


def test_a_theme_is_the_nearest_heading_above_that_is_not_the_title() -> None:
    headings = [words("The plan", 1), words("Homes", 2), words("Recommendation 3", 3)]
    assert find_theme(headings, headings[2]) == headings[1]
    assert find_theme([headings[0], headings[2]], headings[2]) is None
