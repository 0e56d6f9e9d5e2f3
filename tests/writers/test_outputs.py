import re
import subprocess
import sys
from pathlib import Path

import pytest

from send_extract.errors import UsageError
from send_extract.writers import write_plan
from send_extract.writers.outputs import OUTPUTS, OutputSpec, choose_outputs, is_missing, is_own
from tests.builders import make_plan

ROOT = Path(__file__).parents[2]
DEFAULTS = tuple(spec.name for spec in OUTPUTS if spec.is_default)


def list_names(only: list[str] | None = None, also: tuple[str, ...] = ()) -> list[str]:
    return [spec.name for spec in choose_outputs(only, also)]


def test_the_default_outputs_are_made_without_asking() -> None:
    assert list_names() == list(DEFAULTS)
    assert {"json", "csv", "md"} <= set(DEFAULTS)


def test_outputs_are_chosen_by_name_in_the_order_of_the_table() -> None:
    assert list_names(["csv", "json"]) == ["json", "csv"]
    assert list_names([], ("md",)) == ["md"]
    assert list_names(["csv"], ("json", "csv")) == ["json", "csv"]


def test_an_unknown_output_is_refused_with_the_likely_one() -> None:
    with pytest.raises(UsageError, match=r"no output 'jsn' \(did you mean 'json'\?\). There are: json"):
        choose_outputs(["jsn"])


def test_an_output_whose_part_is_not_installed_is_missing() -> None:
    assert is_missing(OutputSpec("x", "x", needs="no_such_module_at_all", extra="x"))
    assert not is_missing(OutputSpec("x", "x", needs="json"))


def test_every_output_is_one_of_its_own_and_names_functions_that_exist() -> None:
    assert len({spec.name for spec in OUTPUTS}) == len(OUTPUTS)
    for spec in OUTPUTS:
        assert any((spec.plan, spec.changes, spec.edition, spec.history, spec.run)), spec
        assert bool(spec.needs) == bool(spec.extra), spec
        assert bool(spec.own) == bool(spec.history or spec.run), spec


def test_names_of_files_of_the_run_are_known_whatever_case_they_are_written_in() -> None:
    assert all(map(is_own, ("manifest.json", "History-Roads.md", "index.html")))
    assert not any(map(is_own, ("draft-1", "plan.json", "history", "my history.md")))


def test_the_page_of_outputs_names_every_one() -> None:
    text = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    assert [
        spec.name for spec in OUTPUTS if not re.search(rf"^\| `{spec.name}` \|", text, re.MULTILINE)
    ] == []


def test_only_what_is_asked_for_is_written() -> None:
    assert set(write_plan(make_plan(), only=["json"])) == {"plan.json"}
    assert "actions.csv" in write_plan(make_plan(), only=["csv"])


def test_nothing_is_imported_for_an_output_that_is_not_asked_for() -> None:
    program = (
        "import sys; from send_extract.cli import main; main(['extract', 'raw/draft-1.txt', '-o', sys.argv[1],"
        "'-q', '--only', 'json']); print(*sys.modules)"
    )
    command = [sys.executable, "-c", program, "/dev/null/x"]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert "send_extract.writers.outputs" in loaded
    others = {"send_extract.writers.markdown", "send_extract.writers.tables", "csv", "jinja2", "sqlite3"}
    assert others.isdisjoint(loaded)
