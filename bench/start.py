"""How soon a draft is extracted: the whole program beside the imports that it could not do without."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.measuring import ROOT, find_program, measure_commands, print_table

ROUNDS = 15
LIMIT = 1.8


def main() -> None:
    """Times `extract` of the real draft beside `import pydantic, lxml.html, jinja2`: at most `LIMIT` times."""
    draft = str(ROOT / "raw" / "draft-1.txt")
    with tempfile.TemporaryDirectory() as folder:
        times = measure_commands(
            {
                "import pydantic, lxml.html, jinja2": [
                    find_program("python"),
                    "-c",
                    "import pydantic, lxml.html, jinja2",
                ],
                "extract raw/draft-1.txt": [
                    find_program("send-extract"),
                    "extract",
                    draft,
                    "-q",
                    "-o",
                    folder,
                    "--only",
                    "json,csv,md",
                ],
                "--version": [find_program("send-extract"), "--version"],
            },
            ROUNDS,
            Path(folder),
        )
    floor, *_ = times.values()
    rows = [
        (
            name,
            f"{taken.seconds * 1000:.0f} ms",
            f"{taken.least * 1000:.0f} ms",
            f"{taken.seconds / floor.seconds:.2f}",
        )
        for name, taken in times.items()
    ]
    print_table(f"Start (limit {LIMIT}), {ROUNDS} rounds", [("process", "median", "least", "ratio"), *rows])
    ratio = times["extract raw/draft-1.txt"].seconds / floor.seconds
    if ratio > LIMIT:
        sys.exit(f"The start takes {ratio:.2f} times its floor, more than {LIMIT}.")
