"""The real draft as a page, a workbook, a Word file and a PDF: the whole program beside kreuzberg on the same file.

kreuzberg, which is written in Rust, gives text and tables (none of the PDF) and makes no records.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.formats import FORMS
from bench.measuring import ROOT, find_program, measure_commands, print_table
from send_extract.readers import read_document
from send_extract.source import Source

ROUNDS = 5
LIMITS = {"html": 1.8, "xlsx": 1.8, "docx": 2.0, "pdf": 3.0}
RIVAL = "import kreuzberg, sys; kreuzberg.extract_file_sync(sys.argv[1])"


def main() -> None:
    """Times both on each file, in turns."""
    document = read_document(Source("draft-1.txt", (ROOT / "raw" / "draft-1.txt").read_bytes())).document
    rows = [("format", "extract", "kreuzberg", "ratio", "limit")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, limit in LIMITS.items():
            draft = folder / f"draft.{suffix}"
            draft.write_bytes(FORMS[suffix](document))
            options = ["-q", "-o", str(folder), "--only", "json,csv,md"]
            commands = {
                "own": [find_program("send-extract"), "extract", str(draft), *options],
                "rival": [find_program("python"), "-c", RIVAL, str(draft)],
            }
            own, rival = (each.least for each in measure_commands(commands, ROUNDS, folder).values())
            times = (f"{own * 1000:.0f} ms", f"{rival * 1000:.0f} ms")
            rows.append((suffix, *times, f"{own / rival:.2f}", f"{limit}"))
    print_table(f"Beside kreuzberg, {ROUNDS} rounds, the least of each", rows)
