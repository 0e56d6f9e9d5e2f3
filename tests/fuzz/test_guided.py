"""Each reader can be fed by atheris; `make fuzz` does it for long."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from send_extract.readers import READERS
from tests.fuzz import guided

ROOT = Path(__file__).parents[2]


def test_a_machine_without_atheris_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(guided, "find_spec", lambda _: None)
    assert guided.main("1") == 0
    assert capsys.readouterr().out == f"{guided.MISSING}\n"


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason=guided.MISSING)
def test_every_reader_is_fed_as_many_files_as_are_asked_for(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.fuzz.guided", "60", "20", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    told = result.stdout.splitlines()
    fed = {line.split(":")[0]: line for line in told if ": 20 files: " in line}
    assert fed.keys() == READERS.keys(), result.stderr
    assert [line for line in fed.values() if "0 crash, 0 slow, " not in line] == []
