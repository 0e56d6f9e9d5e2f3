import re

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from send_extract import read_plan
from send_extract.plan import Plan
from send_extract.writers.editions import Edition
from send_extract.writers.page import list_page, write_page
from tests.builders import make_plan, make_recommendation
from tests.strategies import PLANS
from tests.writers.page.samples import make_edition, make_hostile


def test_recommendations_before_the_first_section_have_a_heading_of_their_own() -> None:
    one, two = make_recommendation("1"), make_recommendation("2")
    parts = re.compile(rb'<h3 class="part">([^<]*)</h3>')
    page = write_page(Edition("draft", make_plan(one, replace(two, section="Roads"))))
    assert parts.findall(page) == [b"Without a section", b"Roads"]
    assert parts.findall(write_page(Edition("draft", make_plan(one, two)))) == []


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert write_page(make_edition()) == write_page(make_edition())


def test_a_draft_has_one_page() -> None:
    assert [name for name, _ in list_page(make_edition())] == ["plan.html"]


@settings(max_examples=25, deadline=None)
@given(PLANS)
def test_every_plan_has_a_page_that_holds_each_of_its_actions(plan: Plan) -> None:
    text = write_page(Edition("a", plan)).decode()
    actions = sum(len(record.actions) for record in plan.recommendations)
    assert len(re.findall(r"<tr data-i=\"\d+\" data-o=", text)) >= actions


def test_a_plan_of_nothing_has_a_page() -> None:
    assert b"There are no actions" in write_page(Edition("a", make_plan()))


def test_nothing_of_the_source_is_markup() -> None:
    text = write_page(make_hostile()).decode()
    assert "<script>alert" not in text
    assert "<img" not in text
    assert text.count("{{ 7*7 }}") > 20
    assert len(re.findall(r"<script", text)) == 1
    assert len(re.findall(r"</style>", text)) == 2


@pytest.mark.parametrize("asked", ["http://", "https://", "//", "@import", "url("])
def test_the_page_asks_for_nothing(asked: str) -> None:
    text = write_page(make_edition()).decode()
    allowed = {"url(": ["url(#hatch)"]}.get(asked, [])
    for each in allowed:
        text = text.replace(each, "")
    assert asked not in re.sub(r"//\s.*", "", text)


def test_the_real_draft_has_a_page_of_less_than_300_kilobytes() -> None:
    assert len(write_page(Edition("draft-1", read_plan("raw/draft-1.txt")))) < 300_000
