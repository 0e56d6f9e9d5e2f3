"""A real browser: Debian's Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None and "REQUIRE_BROWSER" not in os.environ:
        pytest.skip("Chromium is not installed: apt-get install chromium (or `make browser`, as root)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from its bytes; it must say nothing on the console and ask for nothing from outside."""
    said: list[str] = []

    def watch(page: Page) -> None:
        page.on("console", lambda message: said.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: said.extend(_list_outside(request.url)))

    def open_bytes(data: bytes, place: str = "", width: int = 1280, **options: Any) -> Page:
        path = tmp_path / "plan.html"
        path.write_bytes(data)
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        page = context.new_page()
        page.set_default_timeout(20_000)
        watch(page)
        page.goto(f"{path.as_uri()}{place}")
        return page

    yield open_bytes
    for context in browser.contexts:
        context.close()
    assert said == []


def _list_outside(address: str) -> list[str]:
    return [] if address.startswith(("file:", "data:")) else [address]
