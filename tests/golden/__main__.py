"""`make golden`: writes anew what the tests expect and the pages that are made from them."""

from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]

FILES = {
    "docs/diagnostics.md": "tests.diagnostics.page:write_page",
    "docs/glossary.md": "tests.values.acronym.page:write_page",
    "docs/owners.md": "tests.values.owner.page:write_page",
    "docs/reference.md": "tests.schema_page:write_page",
    "docs/timings.md": "tests.values.timing.readings:write_page",
    "tests/golden/diff-all-together/changes.json": "tests.comparison.golden:write_all_json",
    "tests/golden/diff-all-together/changes.md": "tests.comparison.golden:write_all_markdown",
    "tests/golden/diff-dropped-beside-similar/changes.json": "tests.comparison.golden:write_dropped_json",
    "tests/golden/diff-dropped-beside-similar/changes.md": "tests.comparison.golden:write_dropped_markdown",
    "tests/golden/diff-merged-split-renumbered/changes.json": "tests.comparison.golden:write_merged_json",
    "tests/golden/diff-merged-split-renumbered/changes.md": "tests.comparison.golden:write_merged_markdown",
    "tests/golden/diff-typing-alone/changes.json": "tests.comparison.golden:write_typing_json",
    "tests/golden/diff-typing-alone/changes.md": "tests.comparison.golden:write_typing_markdown",
    "tests/golden/shape-actions/expected.md": "tests.readers.shapes:write_actions",
    "tests/golden/shape-headed/expected.md": "tests.readers.shapes:write_headed",
    "tests/golden/shape-nested/expected.md": "tests.readers.shapes:write_nested",
    "tests/golden/shape-numbered/expected.md": "tests.readers.shapes:write_numbered",
    "tests/golden/shape-outline/expected.md": "tests.readers.shapes:write_outline",
    "tests/golden/shape-pipes/expected.md": "tests.readers.shapes:write_pipes",
    "tests/golden/shape-priorities/expected.md": "tests.readers.shapes:write_priorities",
    "tests/golden/shape-tracker/expected.md": "tests.readers.shapes:write_tracker",
    "tests/golden/timings/readings.jsonl": "tests.values.timing.readings:write_golden",
}


def main() -> None:
    for path, maker in FILES.items():
        module, _, function = maker.partition(":")
        text: str = getattr(import_module(module), function)()
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
