"""`make screenshot`: the picture of the page that stands in the README, small enough to be kept."""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[3]
PAGE, PICTURE = ROOT / "output" / "draft-1" / "plan.html", ROOT / "docs" / "plan.png"
WIDTH, HEIGHT, COLOURS = 1280, 1800, 128


def main() -> None:
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(PAGE.as_uri())
        shown = page.screenshot()
        browser.close()
    picture = Image.open(io.BytesIO(shown)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
