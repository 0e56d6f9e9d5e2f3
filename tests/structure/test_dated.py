"""Lists below a timing as labelled actions."""

import pytest

from send_extract.document import Block, Paragraph, Run, make_block
from send_extract.structure.dated import find_bracket, label_dated

TITLE = Paragraph(make_block("Parks action plan"), level=1)


def _list(timing: str, *items: str) -> list[Paragraph]:
    below = (Paragraph(Block((Run(item),), 1, "•")) for item in items)
    return [Paragraph(make_block(timing)), *below]


def _read(*elements: Paragraph) -> list[str]:
    return [each.text for each in label_dated(elements) if isinstance(each, Paragraph)]


def test_each_item_is_an_action_due_when_the_line_above_says() -> None:
    read = _read(TITLE, *_list("By July 2024:", "Dig", "Rake"), *_list("Ongoing", "Mow"))
    dug = ["Action: Dig", "When: By July 2024", "Action: Rake", "When: By July 2024"]
    assert read == ["Parks action plan", *dug, "Action: Mow", "When: Ongoing"]


def test_brackets_at_the_ends_that_are_owners_say_who_leads() -> None:
    read = _read(TITLE, *_list("May 2024", "Dig (Clerk)", "Rake [KL]."), *_list("June 2024", "Mow"))
    assert read[1:4] == ["Action: Dig", "When: May 2024", "Lead: Clerk"]
    assert read[4:] == ["Action: Rake", "When: May 2024", "Lead: KL", "Action: Mow", "When: June 2024"]


def test_one_bracket_that_is_no_owner_leaves_all_as_they_are() -> None:
    read = _read(TITLE, *_list("May 2024", "Dig (Clerk)"), *_list("June 2024", "Mow (where it is dry)"))
    assert read[1:] == [
        "Action: Dig (Clerk)",
        "When: May 2024",
        "Action: Mow (where it is dry)",
        "When: June 2024",
    ]


@pytest.mark.parametrize(
    "elements",
    [
        [TITLE, *_list("May 2024", "Dig")],
        [TITLE, *_list("Plants", "Dig"), *_list("Beds", "Rake")],
        [Paragraph(make_block("Notes"), level=1), *_list("May 2024", "Dig"), *_list("June 2024", "Mow")],
    ],
    ids=["one list", "no timings", "no plan"],
)
def test_other_lists_stay_as_they_are(elements: list[Paragraph]) -> None:
    assert label_dated(elements) == tuple(elements)


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("Dig (Clerk)", "who", "Clerk"),
        ("Dig (lead: Clerk)", "who", "Clerk"),
        ("Dig (by June 2024)", "when", "by June 2024"),
        ("Dig (2 beds)", "who", ""),
        ("Dig (Clerk)", "when", ""),
        ("(Clerk) digs", "who", ""),
    ],
)
def test_a_bracket_at_the_end_says_who_or_when(text: str, field: str, words: str) -> None:
    said = find_bracket(text, field)
    assert (said.words if said else "") == words


def test_lists_below_owners_whose_items_end_in_timings_have_these() -> None:
    read = _read(
        TITLE, *_list("Fleet Manager", "Swap vans (May 2024)"), *_list("Clerk", "Dig (due: June 2024)")
    )
    swapped = ["Action: Swap vans", "Lead: Fleet Manager", "When: May 2024"]
    assert read[1:] == [*swapped, "Action: Dig", "Lead: Clerk", "due: June 2024"]


def test_lists_below_owners_without_timings_stay() -> None:
    elements = [TITLE, *_list("Fleet Manager", "Swap vans (May 2024)"), *_list("Clerk", "Dig")]
    assert label_dated(elements) == tuple(elements)
