"""Every format of a diff, on the golden drafts and on words that mean to break it."""

import json
from html.parser import HTMLParser

import jsonpatch
import msgspec
import pytest
from hypothesis import given, settings

from send_extract.changes import Compared, PlanDiff
from send_extract.comparison import diff_plans
from send_extract.plan import Plan
from send_extract.writers.diff import DIFF_WRITERS, Drawing, write_diff
from send_extract.writers.records import write_json
from tests.builders import make_action, make_plan, make_recommendation
from tests.edits import Edited, edited_plans
from tests.strategies import PLANS

NASTY = "<script>alert('x')</script> & **bold** ~~gone~~ | `code` \x1b[31m [link](x) _it_"


def compare(old: Plan, new: Plan) -> Compared:
    return Compared(old, new, diff_plans(old, new))


def make_nasty() -> Compared:
    old = make_plan(make_recommendation(text=NASTY, actions=(make_action(text=NASTY, when="May"),)))
    new = make_plan(
        make_recommendation(text=f"{NASTY} more", actions=(make_action(text=NASTY, when="<i>June"),)),
        title=NASTY,
    )
    return compare(old, new)


@pytest.mark.parametrize("form", DIFF_WRITERS)
def test_the_same_diff_gives_the_same_bytes(form: str) -> None:
    assert write_diff(make_nasty(), form) == write_diff(make_nasty(), form)


@settings(max_examples=100, deadline=None)
@given(edited_plans())
def test_the_json_reads_back_as_the_diff(edited: Edited) -> None:
    compared = compare(edited.old, edited.new)
    assert (
        msgspec.json.decode(write_diff(compared, "json", Drawing(with_cosmetic=True)), type=PlanDiff)
        == compared.diff
    )


@settings(max_examples=100, deadline=None)
@given(PLANS, PLANS)
def test_the_patch_makes_the_new_json_of_the_old(old: Plan, new: Plan) -> None:
    patch = json.loads(write_diff(compare(old, new), "jsonpatch"))
    before, after = (json.loads(write_json(plan)) for plan in (old, new))
    assert jsonpatch.JsonPatch(patch).apply(before) == after


@settings(max_examples=100, deadline=None)
@given(edited_plans())
def test_the_patch_of_drafts_makes_the_new_json_of_the_old(edited: Edited) -> None:
    patch = json.loads(write_diff(compare(edited.old, edited.new), "jsonpatch"))
    before, after = (json.loads(write_json(plan)) for plan in (edited.old, edited.new))
    assert jsonpatch.JsonPatch(patch).apply(before) == after


class Page(HTMLParser):
    """What stands open, what was seen, and the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(name for name, value in attrs if value and "://" in value)}
        if tag not in {"meta", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_is_whole_escaped_and_fetches_nothing() -> None:
    page = Page()
    text = write_diff(make_nasty(), "html").decode()
    page.feed(text)
    assert page.open == []
    assert not page.seen & {"script", "img", "src", "href", "i"}
    assert "<script>alert('x')</script>" in page.words
    assert "url(" not in text
    assert "@import" not in text


def test_the_page_marks_what_came_and_what_went() -> None:
    text = write_diff(make_nasty(), "html").decode()
    assert "<del>May</del>" in text
    assert "<ins>&lt;i&gt;June</ins>" in text


def test_text_has_colour_where_it_is_asked_for_and_never_from_the_source() -> None:
    plain = write_diff(make_nasty(), "text").decode()
    assert "\x1b" not in plain
    assert "[-May-] → {+<i>June+}" in plain
    assert "\x1b[31;9mMay\x1b[0m" in write_diff(make_nasty(), "text", Drawing(has_colour=True)).decode()


def test_markdown_marks_words_and_escapes_the_rest() -> None:
    text = write_diff(make_nasty(), "markdown").decode()
    assert "~~May~~ → **\\<i\\>June**" in text
    assert "\\<script\\>" in text


def test_cosmetic_differences_are_listed_on_demand() -> None:
    old, new = (make_plan(make_recommendation(text=f"Schools {word} settings")) for word in ("&", "and"))
    compared = compare(old, new)
    assert json.loads(write_diff(compared, "json"))["cosmetic"] == []
    listed = write_diff(compared, "json", Drawing(with_cosmetic=True))
    assert [change["old"] for change in json.loads(listed)["cosmetic"]] == ["Schools & settings"]
    assert b"Schools [-&-]{+and+} settings" in write_diff(compared, "text", Drawing(with_cosmetic=True))
