"""How soon a draft is read into a document, in one process that has begun already: each format beside text.

What a run hands to a process of its own is read in this one.
"""

from __future__ import annotations

import time

from bench.formats import FORMS
from bench.measuring import ROOT, print_table
from bench.throughput import MEGABYTE, make_draft
from send_extract.readers import read_document
from send_extract.source import Source

ROUNDS = 60
LONGEST = 1.0
"""Seconds of computing after which a format has been read often enough."""
LARGE = ("html", "md", "docx", "xlsx")
"""Formats of which a megabyte of text is read; others read a large file row by row."""


def main() -> None:
    """Times the real draft in every format beside text, and a megabyte in those that parse a tree."""
    draft = Source("draft.txt", (ROOT / "raw" / "draft-1.txt").read_bytes())
    document = read_document(draft).document
    floor = _time(draft)
    rows = [("text", *_print(draft, floor, floor))]
    for suffix, write in FORMS.items():
        source = Source(f"draft.{suffix}", write(document))
        rows.append((suffix, *_print(source, _time(source), floor)))
    large = read_document(Source("draft.txt", make_draft(MEGABYTE).encode())).document
    for suffix in LARGE:
        source = Source(f"large.{suffix}", FORMS[suffix](large))
        rows.append((f"{suffix}, large", *_print(source, _time(source), floor)))
    print_table(
        f"Reading, bytes to document, least of up to {ROUNDS}", [("format", "KB", "ms", "times text"), *rows]
    )


def _time(source: Source) -> float:
    """The least seconds of computing that reading takes."""
    read_document(source)
    times: list[float] = []
    while len(times) < ROUNDS and sum(times) < LONGEST:
        begun = time.process_time()
        read_document(source)
        times.append(time.process_time() - begun)
    return min(times)


def _print(source: Source, seconds: float, floor: float) -> tuple[str, str, str]:
    return f"{len(source.data) / 1000:.0f}", f"{seconds * 1000:.1f}", f"{seconds / floor:.1f}"
