"""What each output costs beside JSON, CSV and Markdown, on a plan of some 2,900 actions; how soon its page filters."""

from __future__ import annotations

import tempfile
from pathlib import Path
from shutil import which

from playwright.sync_api import sync_playwright

from bench.measuring import find_program, measure_commands, print_table
from bench.throughput import make_draft

SIZE = 505_000
BASE = "json,csv,md"
OTHERS = ("html", "docx", "xlsx", "sqlite", "ics")
VIEWS = ("summary", "timeline", "plan", "owners", "months", "actions")
FILTERS = (("q", "parent"), ("q", "nowhere"), ("owner", "gb"), ("month", "2022-03"))
ROUNDS = 3

# Seconds from an input to the next frame that shows it.
_FILTER = """async ([name, value]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const field = document.getElementById("filter").elements[name];
  await frame();
  const begun = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await frame();
  return performance.now() - begun;
}"""


def main() -> None:
    """Times each output, all of them, and every filter in every view."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.txt"
        draft.write_text(make_draft(SIZE), encoding="utf-8")
        chosen = {BASE: BASE, **{name: f"{BASE},{name}" for name in OTHERS}, "all": ",".join((BASE, *OTHERS))}
        extract = [find_program("send-extract"), "extract", str(draft), "-q"]
        commands = {
            name: [*extract, "--only", only, "-o", str(Path(folder) / name.replace(",", "-"))]
            for name, only in chosen.items()
        }
        times = measure_commands(commands, ROUNDS, Path(folder))
        base = times[BASE].least
        rows = [(name, f"{t.least:.2f}", f"{t.least / base:.2f}") for name, t in times.items()]
        print_table(f"Outputs (each with {BASE})", [("output", "seconds", f"times {BASE}"), *rows])
        _time_filters(Path(folder) / "html" / "draft" / "plan.html")


def _time_filters(page: Path) -> None:
    program = which("chromium") or which("google-chrome")
    rows: list[tuple[object, ...]] = [("view", "worst filter, ms")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1280, "height": 900})
        for view in VIEWS:
            shown.goto(f"{page.as_uri()}#{view}")
            worst = 0.0
            for name, value in FILTERS:
                took = [
                    [shown.evaluate(_FILTER, [name, given]) for given in (value, "")] for _ in range(ROUNDS)
                ]
                worst = max(worst, *(min(times) for times in zip(*took, strict=True)))
            rows.append((view, f"{worst:.0f}"))
        browser.close()
    print_table("Filters of the page (least of each, the worst of a view)", rows)
