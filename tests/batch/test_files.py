import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.batch.files import write_files
from send_extract.errors import UnwritableOutput


def test_files_are_written_with_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "draft"
    assert write_files(folder, {"a.json": b"1", "b.csv": b"2"}) == ("a.json", "b.csv")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.json": b"1", "b.csv": b"2"}


def test_only_files_whose_bytes_differ_are_rewritten(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": b"1", "b": b"2"})
    os.utime(tmp_path / "a", (0, 0))
    assert write_files(tmp_path, {"a": b"1", "b": b"3"}) == ("b",)
    assert (tmp_path / "a").stat().st_mtime == 0
    assert (tmp_path / "b").read_bytes() == b"3"


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(UnwritableOutput, match="cannot be written"):
        write_files(tmp_path, {"a": b"new", "b": b"2"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")
    with pytest.raises(UnwritableOutput, match="output"):
        write_files(tmp_path / "output", {"a": b"1"})


@given(st.dictionaries(st.sampled_from("abc"), st.binary(max_size=5), max_size=3))
def test_writing_twice_changes_nothing(files: dict[str, bytes]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), files)
        assert write_files(Path(folder), files) == ()
