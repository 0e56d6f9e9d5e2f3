"""The page of a diff in a real browser."""

import pytest

from send_extract.changes import Compared
from send_extract.writers.diff import write_diff
from tests.writers.conftest import Open
from tests.writers.page.samples import HOSTILE, make_edition, make_hostile
from tests.writers.page.test_browser import find_violations, load_axe


def make_compared() -> Compared:
    compared = make_edition().compared
    assert compared is not None
    return compared


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation_in_the_page_of_a_diff(open_page: Open, width: int, scheme: str) -> None:
    page = open_page(write_diff(make_compared(), "html"), width=width, color_scheme=scheme)
    load_axe(page)
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_of_a_diff_says_what_changed_first_and_leads_to_it(open_page: Open) -> None:
    page = open_page(write_diff(make_compared(), "html"))
    assert page.locator(".headlines li").first.inner_text() == "1.1 (GB) slipped by 2 months"
    for link in page.locator("nav a").all():
        assert page.locator(link.get_attribute("href") or "none").count() == 1
    assert (
        page.locator("del").first.evaluate("each => getComputedStyle(each).textDecorationLine")
        == "line-through"
    )


def test_hostile_text_stays_text_in_the_page_of_a_diff(open_page: Open) -> None:
    compared = make_hostile().compared
    assert compared is not None
    page = open_page(write_diff(compared, "html"))
    assert page.locator("img, script").count() == 0
    assert page.inner_text("h1") == f"{HOSTILE}: what changed"
