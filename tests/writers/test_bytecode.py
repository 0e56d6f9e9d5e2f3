from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from send_extract.writers.bytecode import KeptBytecode


def render(folder: Path, source: str) -> str:
    templates = DictLoader({"a": source})
    environment = Environment(loader=templates, bytecode_cache=KeptBytecode(folder), autoescape=True)
    return environment.get_template("a").render()


def test_a_compiled_template_is_kept_and_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    assert render(tmp_path / "kept", "one") == "one"
    (kept,) = (tmp_path / "kept").iterdir()
    before = kept.stat().st_mtime_ns
    assert render(tmp_path / "kept", "one") == "one"
    assert kept.stat().st_mtime_ns == before


def test_a_changed_template_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    assert [render(tmp_path, "one"), render(tmp_path, "two")] == ["one", "two"]


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert render(tmp_path, "one") == "one"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "file").write_bytes(b"")
    assert render(tmp_path / "file", "one") == "one"


def test_a_broken_file_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    render(tmp_path, "one")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"not bytecode")
    assert render(tmp_path, "one") == "one"
