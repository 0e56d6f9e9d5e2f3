import datetime as dt

import pytest
from msgspec.structs import replace

from send_extract.manifest import Counts, Failure, Manifest, ManifestEntry, OutputFile
from send_extract.plan import Draft
from send_extract.writers.editions import RunDraft, RunRecord
from send_extract.writers.page.index import list_index, write_index
from tests.writers.conftest import Open
from tests.writers.page.samples import HOSTILE
from tests.writers.page.test_browser import find_violations, load_axe

FILES = tuple(
    OutputFile(f"a b/{name}", 1, "0") for name in ("plan.json", "plan.html", "plan.md", "dates.csv")
)
READ = ManifestEntry(
    "a b.txt", "extracted", counts=Counts(recommendations=1, actions=2, warnings=3), files=FILES
)
FAILED = ManifestEntry(
    "b.txt", "rejected", failure=Failure("NoPlanFound", 65, f"there is no table in it {HOSTILE}")
)
RUN = RunRecord(
    (RunDraft("a b", "A plan", Draft("DRAFT 2", date=dt.date(2022, 1, 10)), "DRAFT 1", ("1.1 slipped",)),),
    Manifest("1.1", "test", (READ, FAILED), (OutputFile("history.md", 1, "0"),)),
)


def test_a_run_has_one_index() -> None:
    assert [name for name, _ in list_index(RUN, lambda _: ())] == ["index.html"]


def test_a_run_of_nothing_has_an_index() -> None:
    assert b"No draft was read" in write_index(RunRecord((), Manifest("1.1", "test")))


def test_the_index_says_what_became_of_each_draft_and_leads_to_its_files(open_page: Open) -> None:
    page = open_page(write_index(RUN))
    read, failed, histories = page.locator(".record").all()
    assert page.inner_text("header").startswith("2 drafts: 1 read, 1 not read")
    assert read.locator("h2 a").get_attribute("href") == "a%20b/plan.html"
    said = read.inner_text()
    assert all(
        words in said
        for words in (
            "DRAFT 2, 10 January 2022",
            "1 recommendation, 2 actions, 0 owners, 3 to mend",
            "and 1 more file",
        )
    )
    read.locator("summary").click()
    assert "1.1 slipped" in read.inner_text()
    assert HOSTILE in failed.inner_text()
    assert histories.locator("a").get_attribute("href") == "history.md"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation_in_the_index(open_page: Open, width: int, scheme: str) -> None:
    twice = replace(RUN.manifest, sources=(READ, replace(READ, name="c.txt"), FAILED))
    page = open_page(write_index(RunRecord(RUN.drafts, twice)), width=width, color_scheme=scheme)
    load_axe(page)
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
