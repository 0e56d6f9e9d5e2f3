import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_extract.batch import disk
from send_extract.batch.files import (
    find_parts,
    find_unchanged,
    keep_parts,
    open_workplace,
    write_file,
    write_files,
)
from send_extract.errors import UnwritableOutput
from send_extract.manifest import OutputFile


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
    with pytest.raises(UnwritableOutput, match=r"output cannot be written: it is no folder\."):
        write_files(tmp_path / "output", {"a": b"1"})
    with pytest.raises(
        UnwritableOutput, match=r"output cannot be written: it is no folder, and one is needed"
    ):
        write_files(tmp_path, {"output/a": b"1"})


@pytest.mark.parametrize("place", ["a", "draft/a"])
def test_a_link_is_not_followed(place: str, tmp_path: Path) -> None:
    victim, root = tmp_path / "victim", tmp_path / "root"
    (root / place).parent.mkdir(parents=True)
    victim.write_bytes(b"mine")
    (root / place).symlink_to(victim)
    with pytest.raises(UnwritableOutput, match="a link, and links are not followed"):
        write_files(root, {place: b"new", "other": b"new"})
    assert victim.read_bytes() == b"mine"
    assert not (root / "other").exists()


@pytest.mark.parametrize("name", [".send-extract", "draft"])
def test_a_folder_that_is_a_link_is_not_followed(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / name).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(UnwritableOutput, match="links are not followed"):
        write_files(tmp_path / "root", {"draft/a": b"new"})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_one_file_is_written_whole_and_no_device_is_replaced(tmp_path: Path) -> None:
    write_file(tmp_path / "diff.html", b"<p>")
    assert [path.name for path in tmp_path.iterdir()] == ["diff.html"]
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(UnwritableOutput):
            write_file(path, b"<p>")


@pytest.mark.parametrize("letter", ["x", "é", "計", "\N{OFFICE BUILDING}"])
def test_a_file_may_have_as_long_a_name_as_the_disk_has(letter: str, tmp_path: Path) -> None:
    path = tmp_path / (letter * (255 // len(letter.encode())))
    write_file(path, b"<p>")
    assert path.read_bytes() == b"<p>"


@pytest.mark.parametrize("path", ["", ".", "..", "../a", "a/../../b", "/etc/passwd", "a\\b"])
def test_a_path_that_leads_out_of_its_folder_is_no_file_of_it(path: str, tmp_path: Path) -> None:
    assert not disk.is_within(path)
    with pytest.raises(UnwritableOutput):
        write_files(tmp_path / "root", {path: b"x"})


def test_only_what_stands_with_its_recorded_bytes_is_unchanged(tmp_path: Path) -> None:
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    (tmp_path / "real").mkdir()
    for name, data in (("same", b"abc"), ("edited", b"abd"), ("real/same", b"abc")):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "link").symlink_to("same")
    (tmp_path / "linked").symlink_to("real", target_is_directory=True)
    names = ("same", "edited", "none", "link", "linked/same", "real/same", f"../{tmp_path.name}/same")
    files = [OutputFile(name, 3, digest) for name in names]
    assert [file.path for file in find_unchanged(tmp_path, files)] == ["same", "real/same"]


def test_what_may_not_be_read_is_not_known_to_be_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> str:
        raise PermissionError

    (tmp_path / "file").write_bytes(b"abc")
    monkeypatch.setattr(disk, "digest_file", refuse)
    assert list(find_unchanged(tmp_path, [OutputFile("file", 3, "0" * 64)])) == []


@settings(deadline=None, max_examples=20)
@given(st.dictionaries(st.sampled_from("abc"), st.binary(max_size=5), max_size=3))
def test_writing_twice_changes_nothing(files: dict[str, bytes]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), files)
        assert write_files(Path(folder), files) == ()


def test_parts_of_drafts_are_kept_until_the_runs_files_are_made_of_them(tmp_path: Path) -> None:
    with open_workplace(tmp_path) as workplace:
        keep_parts(workplace, "draft-1", [("sqlite", (b"a", b"b"))])
        keep_parts(workplace, "draft-2", [("sqlite", (b"c",)), ("other", (b"d",))])
        keep_parts(workplace, "draft-2", [("sqlite", (b"e",))])
        assert list(find_parts(workplace, "sqlite", ["draft-2", "missing", "draft-1"])) == [b"e", b"ab"]
    assert list(tmp_path.iterdir()) == []
