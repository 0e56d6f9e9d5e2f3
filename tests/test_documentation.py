"""What the documentation says is run: console blocks with their output, Python, settings, links, make targets."""

import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from send_extract import read_plan
from send_extract.batch.schemas import SCHEMAS
from send_extract.cli.command import COMMANDS
from send_extract.errors import SendExtractError
from send_extract.settings import parse_settings
from send_extract.writers.database.schema import VIEWS
from send_extract.writers.tables import TABLES

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def find_blocks(language: str) -> list[tuple[str, str]]:
    return [
        (page.name, text)
        for page in PAGES
        for found, text in BLOCK.findall(page.read_text(encoding="utf-8"))
        if found == language
    ]


def run_command(command: str, folder: Path) -> list[str]:
    """The lines that a command of the documentation prints; `< FILE` gives it its standard input."""
    words, _, given = command.partition(" < ")
    program, *arguments = shlex.split(words)
    assert program == "send-extract"
    result = subprocess.run(
        [sys.executable, "-m", "send_extract", *arguments],
        cwd=folder,
        input=(folder / given.strip()).read_bytes() if given else b"",
        capture_output=True,
        check=False,
    )
    return (result.stdout + result.stderr).decode().splitlines()


def matches(said: list[str], printed: list[str]) -> bool:
    """Whether lines were printed as said; `…` stands for any words of a line, alone for any number of lines."""
    patterns = ["(?s:.*)" if line == "…" else re.escape(line).replace("…", ".*") for line in said]
    return re.fullmatch("\n".join(patterns), "\n".join(printed)) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "raw", tmp_path / "raw")
    return tmp_path


@pytest.mark.parametrize(("page", "block"), find_blocks("console"))
def test_a_command_prints_what_is_said(page: str, block: str, folder: Path) -> None:
    for transcript in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *said = transcript.rstrip("\n").split("\n")
        printed = run_command(command, folder)
        assert matches(said, printed), f"{page}: {command} prints\n" + "\n".join(printed)


def find_commands() -> list[str]:
    """The commands that are told within sentences and in blocks of a shell; not those of another program's words."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    shell = "\n".join(block for language, block in BLOCK.findall(text) if language in {"sh", "yaml"})
    told = [*re.findall(r"`(send-extract [^`]+)`", BLOCK.sub("", text)), *COMMAND.findall(shell)]
    commands = {" ".join(each.split()) for each in told if " " in each}
    return sorted(each for each in commands if not IS_ASKED.search(each) and len(each.split()) > 2)


COMMAND = re.compile(r"send-extract [^|#\n]*[^|#\s]")
IS_ASKED = re.compile(r"\b(DIR|NAME|OLD|SQL)\b|\[| spark | --verbose$")
"""What a command has that nobody types so: a name for something, what may be left out, a cluster."""


@pytest.mark.parametrize("command", find_commands())
def test_a_command_that_is_told_of_runs(command: str, drafts: Path) -> None:
    words, _, given = command.partition(" < ")
    result = subprocess.run(
        [sys.executable, "-m", "send_extract", *shlex.split(words)[1:]],
        cwd=drafts,
        input=(drafts / given).read_bytes() if given else b"",
        capture_output=True,
        check=False,
    )
    differs = words.startswith("send-extract diff ") or "--strict" in words
    assert (result.returncode, result.stderr.decode()) == (int(differs), ""), command


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the commands of the documentation name."""
    folder = tmp_path_factory.mktemp("drafts")
    shutil.copytree(ROOT / "raw", folder / "raw")
    draft = (folder / "raw" / "draft-1.txt").read_text(encoding="utf-8")
    (folder / "raw" / "draft-2.txt").write_text(draft.replace("DRAFT 1", "DRAFT 2").replace("May", "June"))
    shutil.copy(folder / "raw" / "draft-1.txt", folder / "draft.txt")
    shutil.copytree(folder / "raw", folder / "plans")
    run_command("send-extract extract draft.txt -o made --also docx --quiet", folder)
    for name in ("plan.md", "plan.docx"):
        shutil.copy(folder / "made" / "draft" / name, folder)
    return folder


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_the_recipe_of_jq_finds_what_is_due_by_the_end_of_march(folder: Path) -> None:
    (block,) = (text for page, text in find_blocks("sh") if page == "recipes.md" and text.startswith("jq"))
    shutil.copytree(ROOT / "output", folder / "output")
    found = subprocess.run(["/bin/sh", "-c", block], cwd=folder, capture_output=True, check=True).stdout
    days = {
        action.id: action.when.value.intervals[-1].end
        for record in read_plan(ROOT / "raw" / "draft-1.txt").recommendations
        for action in record.actions
        if action.when.value and action.when.value.intervals
    }
    due = [number for number, day in days.items() if day and day <= date(2022, 3, 31)]
    assert [line.partition("\t")[0] for line in found.decode().splitlines()] == due


@pytest.mark.parametrize(("page", "block"), find_blocks("python"))
def test_python_runs(page: str, block: str, folder: Path) -> None:
    shutil.copytree(ROOT / "output", folder / "output")
    result = subprocess.run([sys.executable, "-c", block], cwd=folder, capture_output=True, check=False)
    assert result.returncode == 0, f"{page}: {result.stderr.decode()}"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The database of two drafts."""
    folder = tmp_path_factory.mktemp("run")
    for name in ("old", "new"):
        shutil.copy(ROOT / "tests" / "golden" / "diff-all-together" / f"{name}.txt", folder)
    assert run_command("send-extract extract . -o output --only sqlite --quiet", folder) == []
    with closing(
        sqlite3.connect(f"{(folder / 'output' / 'plans.sqlite').as_uri()}?mode=ro", uri=True)
    ) as made:
        yield made


QUERIES = [
    (page, query)
    for page, block in find_blocks("sql")
    if block.startswith("-- output/plans.sqlite\n")
    for query in block.strip().rstrip(";").split(";\n")
]


@pytest.mark.parametrize(("page", "query"), QUERIES)
def test_a_query_of_the_database_finds_something(page: str, query: str, base: sqlite3.Connection) -> None:
    assert base.execute(query).fetchall(), page


def test_there_are_queries_of_every_view() -> None:
    assert all(any(f"FROM {view}" in query for _, query in QUERIES) for view in VIEWS)


@pytest.mark.parametrize(("page", "block"), find_blocks("toml"))
def test_settings_are_valid(page: str, block: str) -> None:
    assert parse_settings(block, page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_make_targets_that_are_named_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for named in re.findall(r"`make ([a-z -]+)`", page.read_text(encoding="utf-8")):
        assert set(named.split()) <= targets


def test_every_target_has_its_line_of_help() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))


def test_the_readme_names_every_command_and_exit_code() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"send-extract {command}" in text for command in COMMANDS)
    codes = {kind.exit_code for kind in SendExtractError.__subclasses__()}
    assert codes <= {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}


def test_the_page_of_outputs_names_every_file() -> None:
    text = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    assert all(f"`{table.name}.csv`" in text for table in TABLES)
    assert all(f"schemas/{name}.schema.json" in text for name in SCHEMAS if name in {"plan", "manifest"})
