import errno
import os
from pathlib import Path
from threading import Thread

import pytest

from send_extract.batch import disk


def test_a_kind_is_told_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to("file")
    kinds = {name: disk.find_kind(tmp_path / name) for name in ("file", "link", "none", "file/none")}
    assert kinds == {"file": "file", "link": "link", "none": None, "file/none": None}
    assert (disk.find_kind(tmp_path), disk.find_kind(Path(os.devnull))) == ("folder", "else")


def test_only_a_plain_file_has_a_digest(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"abc")
    (tmp_path / "link").symlink_to("file")
    assert disk.digest_file(tmp_path / "file") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    assert disk.digest_file(tmp_path / "link") is None


def test_a_new_file_takes_no_place_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("elsewhere")
    with pytest.raises(FileExistsError):
        disk.create_file(tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("is_relative", [True, False])
def test_a_folder_is_cleared_with_its_links_and_not_with_what_they_lead_to(
    is_relative: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_bytes(b"x")
    (tmp_path / "left" / "deep").mkdir(parents=True)
    (tmp_path / "left" / "deep" / "file").write_bytes(b"x")
    (tmp_path / "left" / "link").symlink_to(tmp_path / "mine", target_is_directory=True)
    disk.clear_folder(Path("left") if is_relative else tmp_path / "left")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert (tmp_path / "mine" / "file").exists()


def test_a_copy_is_kept_where_the_disk_has_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "file").write_bytes(b"abc")
    disk.keep_copy(tmp_path / "file", tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == b"abc"


def test_many_are_waited_for_and_a_fault_is_heard(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(40)]
    for path in paths:
        path.write_bytes(b"x")
    disk.sync_paths([*paths, tmp_path])
    disk.sync_paths([])
    with pytest.raises(FileNotFoundError):
        disk.sync_paths([*paths, tmp_path / "none"])


def test_files_are_waited_for_where_no_thread_can_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Thread) -> None:
        message = "can't start new thread"
        raise RuntimeError(message)

    paths = [tmp_path / name for name in "abc"]
    for path in paths:
        path.write_bytes(b"x")
    synced: list[Path] = []
    monkeypatch.setattr(Thread, "start", refuse)
    monkeypatch.setattr(disk, "sync_path", synced.append)
    disk.sync_paths(paths)
    assert synced == paths
