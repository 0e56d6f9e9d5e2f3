"""The page in a real browser: each view, filter, link and sheet, in light and dark, on a screen and on paper."""

import io
import json
from pathlib import Path

import axe_playwright_python
import pdfplumber
import pytest
from msgspec.structs import replace
from playwright.sync_api import Page

from send_extract.plan import Column
from send_extract.writers.editions import Edition
from send_extract.writers.page import write_page
from tests.writers.conftest import Open
from tests.writers.page.samples import HOSTILE, MARCH, make_draft, make_edition, make_hostile, make_step

PAGE = write_page(make_edition())
ROOT = Path(__file__).parents[3]
VIEWS = ("summary", "plan", "actions", "owners", "months", "changes", "history", "mend", "about")
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def load_axe(page: Page) -> None:
    """Puts axe-core into a page, past its policy, with every part laid out as it is where it is seen."""
    page.evaluate(AXE)
    page.evaluate("document.styleSheets[0].insertRule('* { content-visibility: visible !important }')")


def find_violations(page: Page, view: str = VIEWS[0]) -> list[str]:
    """What axe-core finds in a view, and for the first in the whole page, a line each."""
    place = "document" if view == VIEWS[0] else f"'#{view}'"
    found = page.evaluate(f"async () => (await axe.run({place}, {json.dumps(RULES)})).violations")
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def list_shown(page: Page, view: str) -> list[str]:
    """The numbers of the items that a view shows."""
    shown: list[str] = page.eval_on_selector_all(
        f"#{view} [data-i]",
        "parts => parts.filter((part) => part.offsetParent).map((part) => part.dataset.i)",
    )
    return shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation_in_any_view(open_page: Open, width: int, scheme: str) -> None:
    page = open_page(PAGE, width=width, color_scheme=scheme, reduced_motion="reduce")
    load_axe(page)
    for view in VIEWS:
        page.evaluate(f"location.hash = '{view}'")
        page.wait_for_selector(f"#{view}:not([hidden])")
        for summary in page.query_selector_all(f"#{view} summary")[:2]:
            summary.click()
        assert find_violations(page, view) == [], view
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation_where_owners_are_many_and_headings_empty(open_page: Open, width: int) -> None:
    owners = ("Senior Access Adviser", "Head of Roads and Parks", "Clerk", "GB", "Director of Culture")
    columns = tuple(Column("", field) for field in ("number", "actions", "when", "who", "measures"))
    plan = make_draft(1, make_step(1, "March", MARCH, *owners), columns=columns)
    page = open_page(write_page(Edition("draft-1", plan)), width=width)
    load_axe(page)
    for view in page.eval_on_selector_all(".view", "views => views.map((view) => view.id)"):
        page.evaluate(f"location.hash = '{view}'")
        assert find_violations(page, view) == [], view


@pytest.mark.parametrize("width", [320, 1280])
def test_a_word_without_end_widens_no_view(open_page: Open, width: int) -> None:
    page = open_page(write_page(make_hostile("https://council.example/" + "committee" * 30)), width=width)
    load_axe(page)
    for view in page.eval_on_selector_all(".view", "views => views.map((view) => view.id)"):
        page.evaluate(f"location.hash = '{view}'")
        page.wait_for_selector(f"#{view}:not([hidden])")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_axe_finds_no_violation_in_the_page_of_the_real_draft(open_page: Open) -> None:
    page = open_page((ROOT / "output" / "draft-1" / "plan.html").read_bytes())
    load_axe(page)
    for view in page.eval_on_selector_all(".view", "views => views.map((view) => view.id)"):
        page.evaluate(f"location.hash = '{view}'")
        assert find_violations(page, view) == [], view


def test_without_a_script_everything_is_on_the_page(open_page: Open) -> None:
    page = open_page(PAGE, java_script_enabled=False)
    for view in VIEWS:
        assert page.locator(f"#{view}").is_visible()
    assert page.locator("#filter").is_hidden()
    assert page.locator("button:visible").count() == 0


def test_each_link_leads_to_a_place_on_the_page(open_page: Open) -> None:
    page = open_page(PAGE)
    broken = page.eval_on_selector_all(
        'a[href^="#"]',
        "links => links.filter((a) => !document.getElementById(a.hash.slice(1))).map((a) => a.hash)",
    )
    assert broken == []
    assert page.eval_on_selector_all('a:not([href^="#"])', "links => links.length") == 0
    twice = "parts => parts.map((part) => part.id).filter((id, place, all) => all.indexOf(id) !== place)"
    assert page.eval_on_selector_all("[id]", twice) == []


def test_each_view_is_shown_by_its_link(open_page: Open) -> None:
    page = open_page(PAGE)
    for view in VIEWS:
        page.click(f'.views a[href="#{view}"]')
        assert page.locator(".view:visible").count() == 1
        assert page.locator(f"#{view}").is_visible()
        assert page.locator(".views [aria-current]").get_attribute("href") == f"#{view}"
        assert page.evaluate("document.activeElement.id") == f"h-{view}"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("owner", "gb", ["0", "1", "4", "5", "6", "9", "10"]),
        ("owner", "none", ["8"]),
        ("month", "2022-05", ["0", "2", "3", "9", "10"]),
        ("status", "is-contingent", ["5"]),
        ("status", "new-slipped", ["0"]),
        ("q", "COUNCILLORS report", ["3"]),
        ("q", "families", [str(place) for place in range(10)]),
    ],
)
def test_a_filter_shows_what_fits_in_every_view(
    open_page: Open, field: str, value: str, shown: list[str]
) -> None:
    page = open_page(PAGE, "#actions")
    control = page.locator(f"#f-{field}")
    if field == "q":
        control.fill(value)
    else:
        control.select_option(value)
    assert list_shown(page, "actions") == shown
    assert page.inner_text("#shown") == f"{len(shown)} of 11 actions"
    for view in ("plan", "owners", "months"):
        page.click(f'.views a[href="#{view}"]')
        assert {*list_shown(page, view)} == {*shown}
    page.click("button[type=reset]")
    page.click('.views a[href="#actions"]')
    assert len(list_shown(page, "actions")) == 11
    assert page.inner_text("#shown") == "11 actions"


def test_the_filter_stands_where_there_is_something_to_filter(open_page: Open) -> None:
    page = open_page(PAGE)
    for view in VIEWS:
        page.click(f'.views a[href="#{view}"]')
        assert page.locator("#filter").is_visible() is (view not in {"mend", "about"}), view


def test_a_filtered_view_can_be_sent(open_page: Open) -> None:
    page = open_page(PAGE, "#actions")
    page.select_option("#f-owner", "head-of-service")
    page.fill("#f-q", "csib")
    page.click('[data-sort="due"] button')
    place = page.evaluate("location.hash")
    assert place == "#actions?owner=head-of-service&q=csib&sort=due"
    sent = open_page(PAGE, place)
    assert list_shown(sent, "actions") == ["1"]
    assert sent.input_value("#f-owner") == "head-of-service"
    sent.click('.views a[href="#months"]')
    assert sent.evaluate("location.hash") == "#months?owner=head-of-service&q=csib&sort=due"
    sent.go_back()
    assert sent.locator("#actions").is_visible()


def test_a_link_to_a_view_shows_the_filter_above_it(open_page: Open) -> None:
    page = open_page(PAGE, "#plan")
    page.wait_for_timeout(200)
    box = page.locator("#filter").bounding_box()
    assert page.locator("#plan").is_visible()
    assert box is not None
    assert box["y"] >= 0


def test_a_link_to_a_record_shows_it_even_where_the_filter_leaves_it_out(open_page: Open) -> None:
    page = open_page(PAGE, "#a-1.9?owner=gb")
    assert page.locator("tr#a-1\\.9").is_visible()
    assert page.input_value("#f-owner") == ""
    assert page.evaluate("location.hash") == "#a-1.9"


@pytest.mark.parametrize(
    ("key", "first", "last"), [("due", "4", "8"), ("start", "3", "8"), ("owner", "2", "8")]
)
def test_the_table_sorts_both_ways(open_page: Open, key: str, first: str, last: str) -> None:
    page = open_page(PAGE, "#actions")
    button = page.locator(f'[data-sort="{key}"] button')
    button.click()
    shown = list_shown(page, "actions")
    assert page.get_attribute(f'[data-sort="{key}"]', "aria-sort") == "ascending"
    button.click()
    assert page.get_attribute(f'[data-sort="{key}"]', "aria-sort") == "descending"
    assert list_shown(page, "actions") == shown[::-1]
    assert first in shown[:2]
    assert last in shown[-2:]


def test_a_record_says_on_request_how_it_was_read(open_page: Open) -> None:
    page = open_page(PAGE, "#a-1.1")
    row = page.locator("tr#a-1\\.1")
    assert not row.locator(".reading").is_visible()
    row.locator("summary").click()
    said = row.locator(".reading").inner_text()
    assert all(words in said for words in ("May", "May 2022", "2022-05", "GB", "line 5, Actions, item 1"))


def test_the_page_works_from_the_keyboard(open_page: Open) -> None:
    page = open_page(PAGE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#plan").is_visible()
    assert "rgb(255, 221, 0)" in page.evaluate(
        "(document.querySelector('#plan a').focus(), getComputedStyle(document.querySelector('#plan a')).boxShadow)"
    ) or page.evaluate("document.activeElement.matches(':focus')")


def test_hostile_text_stays_text(open_page: Open) -> None:
    page = open_page(write_page(make_hostile()))
    for view in page.eval_on_selector_all(".view", "views => views.map((view) => view.id)"):
        page.evaluate(f"location.hash = '{view}'")
        page.wait_for_selector(f"#{view}:not([hidden])")
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert page.inner_text("h1") == HOSTILE
    assert page.title().startswith(HOSTILE)


def read_pages(data: bytes) -> list[str]:
    """The words of each printed page."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_text() for page in document.pages]


def test_it_prints_every_view(open_page: Open) -> None:
    page = open_page(PAGE, "#months")
    printed = read_pages(page.pdf(prefer_css_page_size=True))
    assert "Summary" in printed[0]
    assert "Timeline" in printed[1]  # the summary is one page
    assert all(f"Page {place} of {len(printed)}" in text for place, text in enumerate(printed, 1))
    page.emulate_media(media="print")
    shown = [view for view in VIEWS if page.locator(f"#{view}").is_visible()]
    assert shown == [view for view in VIEWS if view != "actions"]  # which the timeline says already
    assert page.locator("#filter").is_hidden()


def test_nothing_of_an_action_is_printed_larger_than_the_action(open_page: Open) -> None:
    plan = make_draft(1, replace(make_step(1, "soonish", None, "GB"), extra={"RAG": "Red"}))
    page = open_page(write_page(Edition("draft-1", plan)), "#plan")
    page.emulate_media(media="print")
    sizes = {
        part: float(page.eval_on_selector(part, "part => getComputedStyle(part).fontSize").removesuffix("px"))
        for part in ("#plan td", "#plan .extra", "#plan .measures", ".lane")
    }
    assert max(sizes.values()) == sizes["#plan td"], sizes


def test_an_owner_s_sheet_is_printed_alone(open_page: Open) -> None:
    page = open_page(PAGE, "#owners")
    shown = "[...document.querySelectorAll('h2, .sheet')].filter((each) => each.offsetParent).map((each) => each.id)"
    words = "document.getElementById('owner-gb').innerText"
    page.evaluate(f"window.print = () => {{ window.seen = {shown}; window.words = {words} }}")
    page.emulate_media(media="print")
    page.eval_on_selector('[data-print="owner-gb"]', "button => button.click()")
    assert page.evaluate("window.seen") == ["owner-gb"]
    assert "Hold the CSIB meeting 1" in page.evaluate("window.words")
    assert page.locator(".printed, .printing-one").count() == 0


def test_what_the_filter_leaves_out_is_not_printed(open_page: Open) -> None:
    page = open_page(PAGE, "#months?owner=none")
    page.pdf()
    rows = "[...document.querySelectorAll('#plan tr[data-i]:not([hidden])')].map((row) => row.dataset.i)"
    assert page.evaluate(rows) == ["8"]
