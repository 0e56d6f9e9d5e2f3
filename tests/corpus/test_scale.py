"""The page about scale says how a cluster is started and used: what it says is done."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.drafts import count_outcomes
from tests.corpus.java import require_spark

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
UNTIL_THERE = "until (: > /dev/tcp/127.0.0.1/7077) 2>/dev/null; do sleep 0.2; done\n"
"""What somebody who types the commands waits for."""

SHELL = shutil.which("bash") or "bash"

pytestmark = pytest.mark.cluster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the draft, and a path on which this interpreter and this program are found."""
    require_spark()
    shutil.copytree(ROOT / "raw", tmp_path / "raw")
    (tmp_path / "bin").mkdir()
    for name, words in (("python", ""), ("send-extract", "-m send_extract ")):
        program = tmp_path / "bin" / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}"$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return tmp_path


def find_blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def find_environment(folder: Path) -> dict[str, str]:
    search = os.pathsep.join((str(folder / "bin"), os.environ["PATH"]))
    own = {"PYTHONPATH": str(ROOT / "src"), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    return {**os.environ, **own, "PATH": search}


def find_port() -> str:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return str(listener.getsockname()[1])


def test_a_cluster_from_nothing_reads_the_draft(folder: Path) -> None:
    start, use = find_blocks("sh")
    script = f"set -e\n{start}{UNTIL_THERE}{use}".replace("7077", find_port())
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [SHELL, "-c", script],
            cwd=folder,
            env=find_environment(folder),
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            code = process.wait(timeout=240)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    assert code == 0, (folder / "said").read_text(encoding="utf-8", errors="replace")
    assert count_outcomes(folder / "dataset") == {"draft-1.txt": "extracted"}


def test_a_notebook_asks_for_the_rows_as_a_table(folder: Path) -> None:
    [code] = find_blocks("py")
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=find_environment(folder),
        capture_output=True,
        check=False,
    )
    assert "2022-01-31" in told.stdout.decode(), told.stderr.decode()
