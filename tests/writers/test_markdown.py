import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from send_extract.plan import Plan
from send_extract.values.acronym import GlossaryEntry
from send_extract.writers.markdown import escape_comment, escape_words, make_slug, write_markdown
from tests.builders import make_action, make_owners, make_plan, make_recommendation
from tests.strategies import LINES, PLANS

MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def show(text: str) -> str:
    """The words that a reader of the Markdown sees, a line break for each `<br>`."""
    shown = MARKDOWN.render(text).replace("<br>", "\n")
    return html.unescape(re.sub(r"<[^>]*>", "", shown))


@given(LINES)
def test_escaped_words_are_seen_as_they_were(text: str) -> None:
    expected = text.strip("\n")
    assert show(f"> {escape_words(text)}\n").strip("\n") == expected
    assert show(f"1. {escape_words(text)}\n").strip("\n") == expected
    table = show(f"| a | b |\n| --- | --- |\n| {escape_words(text)} | end |\n")
    assert table.split("\n", 5)[5].lstrip("\n").startswith(text.lstrip("\n"))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, (all) of them: 50% & more!", "plain words, (all) of them: 50% & more!"),
        ("<20 weeks", "\\<20 weeks"),
        ("a|b *c* _d_", "a\\|b \\*c\\* \\_d\\_"),
        ("&amp; is an entity", "&amp;amp; is an entity"),
        ("1. first", "1\\. first"),
        ("- item", "\\- item"),
        ("two\nlines", "two<br>lines"),
    ],
)
def test_only_what_markdown_would_take_is_escaped(text: str, escaped: str) -> None:
    assert escape_words(text) == escaped


@given(st.text())
def test_a_comment_cannot_be_ended_from_inside(text: str) -> None:
    hidden = str(escape_comment(text))
    assert "--" not in hidden
    assert ">" not in hidden
    assert html.unescape(hidden) == text


def test_an_anchor_is_the_one_that_viewers_give_a_heading() -> None:
    assert make_slug("Recommendation 6a") == "recommendation-6a"
    assert make_slug("Recommendation 1.2 (i)") == "recommendation-12-i"


def test_a_plan_is_a_document_to_send_round() -> None:
    action = make_action("6a.1", "Meet | greet", "March", who=make_owners("GB"))
    record = make_recommendation(
        "6a", actions=(action,), measures=("Fewer complaints",), notes=("merge 4&6",)
    )
    plan = make_plan(record, glossary=(GlossaryEntry("QA", "quality assurance"),))
    text = write_markdown(plan).decode()
    for line in (
        "# A plan",
        "- [6a](#recommendation-6a) Listen to families",
        "### Recommendation 6a",
        "> Listen to families",
        "- **Note:** merge 4&6",
        "| 6a.1 | Meet \\| greet | March |  | GB |",
        "1. Fewer complaints",
        "| QA | quality assurance |",
        "## Who answers for what",
        "### GB",
        "| 6a.1 | Meet \\| greet | March |",
        "## Month by month",
    ):
        assert line in text.splitlines()


def test_lead_ins_and_own_columns_of_actions_are_in_the_table() -> None:
    actions = (make_action(lead_in="We will:", extra={"Risk": "low"}), make_action("1.2"))
    lines = write_markdown(make_plan(make_recommendation(actions=actions))).decode().splitlines()
    table = lines[lines.index("| No | Action | When | In full | Who | Risk |") :]
    assert table[1:6] == [
        "| --- | --- | --- | --- | --- | --- |",
        "|  | *We will:* |  |  |  |  |",
        "| 1.1 | Hold a meeting |  |  |  | low |",
        "|  |  |  |  |  |  |",
        "| 1.2 | Hold a meeting |  |  |  |  |",
    ]


@given(PLANS)
def test_every_plan_makes_markdown_with_every_word(plan: Plan) -> None:
    text = write_markdown(plan).decode()
    assert "\n\n\n" not in text
    for record in plan.recommendations:
        for words in (record.text, *(action.text for action in record.actions)):
            assert escape_words(words) in text
