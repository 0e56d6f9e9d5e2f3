"""What an action's last bracket says of it."""

import pytest

from send_extract.structure.promises import Promise, read_promise


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dig (Lead: Clerk, by June)", (("Lead", "Clerk"), ("When", "by June"))),
        ("Dig (Clerk, June)", (("Lead", "Clerk"), ("When", "June"))),
        ("Dig [By: 3 June 2024; Owner: AB, CD].", (("By", "3 June 2024"), ("Owner", "AB, CD"))),
    ],
)
def test_a_bracket_says_who_by_a_label_or_a_post_and_when(
    text: str, said: tuple[tuple[str, str], ...]
) -> None:
    assert read_promise(text) == Promise("Dig", said)


@pytest.mark.parametrize(
    "text",
    [
        "Dig (Town Hall, June)",
        "Dig (Lead: Clerk)",
        "Dig (by June)",
        "Dig (Lead: AB, June, CD)",
        "(Lead: AB, June) Dig",
    ],
)
def test_any_other_bracket_is_words(text: str) -> None:
    assert read_promise(text) is None
