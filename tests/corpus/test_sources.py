import os
import shutil
import tempfile
from pathlib import Path

import fsspec
import pytest

from send_extract.cli import main
from send_extract.corpus.sources import (
    fetch,
    fetch_several,
    find_folder,
    find_path,
    find_sources,
    find_terms,
    name_source,
)
from send_extract.errors import UnreadableSource, UsageError
from tests.corpus.drafts import fill_folder
from tests.test_pipeline import as_nobody

ROOT = Path(__file__).parents[2]


def name_all(uris: tuple[str, ...], root: Path) -> list[str]:
    return [uri.removeprefix(f"{root.as_uri()}/") for uri in uris]


def test_a_folder_stands_for_the_drafts_in_it_and_below(tmp_path: Path) -> None:
    fill_folder(tmp_path)
    for name in (".hidden.txt", "~plan.docx", "notes.xyz", "send-extract.toml", "A plan £1.txt"):
        (tmp_path / name).touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "plan.txt").touch()
    found = name_all(find_sources([os.fspath(tmp_path)]), tmp_path)
    assert found[0] == "A%20plan%20%C2%A31.txt"
    assert len(found) == 7


def test_what_a_run_wrote_below_a_folder_is_no_source_of_it(tmp_path: Path) -> None:
    shutil.copy(ROOT / "raw" / "draft-1.txt", tmp_path)
    assert main(["extract", os.fspath(tmp_path), "-o", os.fspath(tmp_path / "output"), "-q"]) == 0
    (tmp_path / "output" / "own.md").touch()
    assert name_all(find_sources([os.fspath(tmp_path)]), tmp_path) == ["draft-1.txt", "output/own.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no permissions of this kind")
def test_a_folder_below_that_may_not_be_listed_is_a_source_that_is_refused() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(os.path.realpath(name))
        for folder in ("closed", ".hidden"):
            (root / folder).mkdir(mode=0)
        (root / "plan.txt").touch()
        root.chmod(0o755)
        with as_nobody():
            found = find_sources([name])
            assert name_all(found, root) == ["closed", "plan.txt"]
            with pytest.raises(UnreadableSource, match=r"closed cannot be listed: permission denied\."):
                fetch(found[0])


def test_a_source_is_named_once_however_often_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    asked = ["Eastvale", "Eastvale/plan-1.txt", f"{tmp_path.as_uri()}/Eastvale/plan-1.txt", "E*/*-1.txt"]
    assert name_all(find_sources(asked), tmp_path) == ["Eastvale/plan-1.txt", "Eastvale/plan-2.txt"]


def test_a_pattern_stands_for_the_drafts_that_fit_it(tmp_path: Path) -> None:
    fill_folder(tmp_path)
    (tmp_path / "Eastvale" / "send-extract.toml").touch()
    (tmp_path / "Eastvale" / "plan-1.dat").touch()
    assert len(find_sources([f"{tmp_path}/**/*-1.*"])) == 3
    assert name_all(find_sources([f"{tmp_path}/**/*.dat"]), tmp_path) == ["Eastvale/plan-1.dat"]


def test_a_list_has_a_source_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("all.list").write_text("\ufeffEastvale\n\nWestmarch/plan-1.txt\r\nnone.txt\n", encoding="utf-8")
    assert name_all(find_sources(["@all.list"]), tmp_path) == [
        "Eastvale/plan-1.txt",
        "Eastvale/plan-2.txt",
        "Westmarch/plan-1.txt",
        "none.txt",
    ]


def test_a_list_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(UsageError, match="it is not UTF-8"):
        find_sources([f"@{tmp_path}/list"])
    with pytest.raises(UsageError, match="no such file or directory"):
        find_sources([f"@{tmp_path}/none"])


def test_a_path_is_found_again_by_its_address(tmp_path: Path) -> None:
    path = tmp_path / "50% £ #1? plan.txt"
    path.write_bytes(b"words")
    (uri,) = find_sources([os.fspath(path)])
    assert find_path(uri) == path
    assert name_source(uri) == path.name
    assert fetch(uri) == b"words"
    assert find_folder(uri) == tmp_path.as_uri()


def test_a_store_is_read_by_its_addresses() -> None:
    files = fsspec.filesystem("memory")
    files.pipe(
        {
            "/plans/a/one.txt": b"1",
            "/plans/a/two.docx": b"2",
            "/plans/a/.old.txt": b"3",
            "/plans/b.toml": b"4",
        }
    )
    assert find_sources(["memory://plans"]) == ("memory:///plans/a/one.txt", "memory:///plans/a/two.docx")
    assert find_sources(["memory://plans/*/t*"]) == ("memory:///plans/a/two.docx",)
    assert find_sources(["memory://plans/a/one.txt"]) == ("memory:///plans/a/one.txt",)
    assert fetch("memory:///plans/a/two.docx") == b"2"
    assert name_source("memory:///plans/a/two.docx") == "two.docx"
    assert find_path("memory:///plans/a/two.docx") is None


def test_a_store_that_has_no_such_source_is_said() -> None:
    assert find_sources(["memory://nowhere/plan.txt"]) == ("memory:///nowhere/plan.txt",)
    with pytest.raises(
        UnreadableSource, match=r"^memory://nowhere/plan.txt cannot be read: .* Check its address"
    ):
        fetch("memory://nowhere/plan.txt")


def test_an_address_of_no_known_kind_is_said() -> None:
    with pytest.raises(UsageError, match=r"^gopher://plans/a.txt cannot be opened"):
        find_sources(["gopher://plans/a.txt"])


@pytest.mark.parametrize("asked", ["file:", "file://plan.txt", "file://host/plan.txt", "file:plan.txt"])
def test_an_address_that_names_no_file_here_is_refused(asked: str) -> None:
    with pytest.raises(UsageError, match=f"^{asked} is no address of a file here"):
        find_sources([asked])


def test_the_settings_beside_a_source_of_this_machine_are_found(tmp_path: Path) -> None:
    (tmp_path / "send-extract.toml").write_text("[plan]\nyear = 2021\n", encoding="utf-8")
    assert find_terms(f"{tmp_path.as_uri()}/a/plan.txt").plan.year == 2021
    assert find_terms("memory://plans/a.txt").plan.year is None


def test_several_sources_of_a_store_are_had_at_once(tmp_path: Path) -> None:
    files = fsspec.filesystem("memory")
    files.pipe({"/several/a.txt": b"1", "/several/b [1].txt": b"2"})
    (tmp_path / "plan.txt").touch()
    asked = ["memory:///several/a.txt", "memory:///several/b [1].txt", "memory:///several/none.txt"]
    had = fetch_several([*asked, (tmp_path / "plan.txt").as_uri(), "gopher://plans"])
    assert had == {}
    had = fetch_several([*asked, (tmp_path / "plan.txt").as_uri()])
    assert had["memory:///several/a.txt"] == b"1"
    assert fetch(asked[1]) == b"2"
    assert asked[2] not in had


def test_odd_names_are_sources_and_pipes_are_none(tmp_path: Path) -> None:
    names = [b"a\nb.txt", b"caf\xe9.txt", b"100% #1?.txt"]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_bytes(name)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "none.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = find_sources([os.fspath(tmp_path)])
    assert len(found) == 4
    assert {fetch(uri) for uri in found if not uri.endswith("/none.txt")} == {*names}
