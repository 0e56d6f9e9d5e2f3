"""How soon each format is read: the whole program beside markitdown, on the same file in the same run.

markitdown only turns a file into Markdown; the program reads, extracts, normalises and writes every output.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.measuring import ROOT, Measurement, find_program, measure_commands, print_table
from send_extract.readers import read_document
from send_extract.source import Source
from tests.forms.markup import write_html, write_markdown
from tests.forms.paper import write_pdf
from tests.forms.sheets import write_csv, write_ods, write_xlsx
from tests.forms.texts import write_odt
from tests.forms.word import write_docx

ROUNDS = 5
LIMIT = 1.0
"""Never slower than markitdown, for those that it reads; the PDF's tables are beyond what it looks for."""

FORMS = {
    "html": write_html,
    "md": write_markdown,
    "docx": write_docx,
    "odt": write_odt,
    "xlsx": write_xlsx,
    "csv": write_csv,
    "ods": write_ods,
    "pdf": write_pdf,
}
_NOT_COMPARED = ("ods", "odt")


def main() -> None:
    """Times `extract` of the real draft in every format beside `markitdown` of the same file."""
    source = Source("draft-1.txt", (ROOT / "raw" / "draft-1.txt").read_bytes())
    document = read_document(source).document
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, write in FORMS.items():
            (folder / f"draft.{suffix}").write_bytes(write(document))
        times = measure_commands(_list_commands(folder), ROUNDS, folder)
    rows = [_print_row(suffix, times) for suffix in FORMS]
    print_table(
        f"Formats (limit {LIMIT}), {ROUNDS} rounds", [("format", "extract", "markitdown", "ratio"), *rows]
    )


def _list_commands(folder: Path) -> dict[str, list[str]]:
    commands: dict[str, list[str]] = {}
    rival = find_program("markitdown")
    for suffix in FORMS:
        draft = str(folder / f"draft.{suffix}")
        commands[suffix] = [find_program("send-extract"), "extract", draft, "-q", "-o", str(folder / suffix)]
        if Path(rival).exists() and suffix not in _NOT_COMPARED:
            commands[f"{suffix} rival"] = [rival, draft]
    return commands


def _print_row(suffix: str, times: dict[str, Measurement]) -> tuple[str, str, str, str]:
    own, rival = times[suffix], times.get(f"{suffix} rival")
    if rival is None:
        return suffix, f"{own.seconds * 1000:.0f} ms", "-", "-"
    ratio = own.seconds / rival.seconds
    return suffix, f"{own.seconds * 1000:.0f} ms", f"{rival.seconds * 1000:.0f} ms", f"{ratio:.2f}"
