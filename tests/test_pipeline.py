import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from send_extract import Plan, Source, read_plan
from send_extract.errors import UnreadableSource

DRAFT = Path(__file__).parents[1] / "raw" / "draft-1.txt"


def test_a_path_bytes_and_a_source_give_the_same_plan() -> None:
    plan = read_plan(DRAFT)
    assert isinstance(plan, Plan)
    assert read_plan(str(DRAFT)) == plan
    assert read_plan(Source("draft-1.txt", DRAFT.read_bytes())) == plan
    assert read_plan(DRAFT.read_bytes()).recommendations == plan.recommendations


def test_the_source_is_recorded() -> None:
    source = read_plan(DRAFT).source
    assert (source.name, source.format, source.encoding) == ("draft-1.txt", "delimited", "utf-8")
    assert source.bytes == len(DRAFT.read_bytes())
    assert source.sha256 == "f755de5dfc311497c4eaeb623bb6c6db9517c688ac799ffd700da91cc722f765"


@pytest.mark.parametrize(("name", "said"), [("none.txt", "no such file"), (".", "is a folder, not a draft")])
def test_a_path_that_cannot_be_read_is_refused(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said):
        read_plan(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_what_may_never_end_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(UnreadableSource, match="is a pipe or a device, not a file"):
            read_plan(path)


@pytest.mark.skipif(sys.platform != "linux", reason="this system may have no names for streams")
def test_a_pipe_that_a_shell_has_filled_is_read() -> None:
    shown, said = os.pipe()
    with os.fdopen(said, "wb") as file:
        file.write(DRAFT.read_bytes())
    assert read_plan(f"/dev/fd/{shown}").recommendations == read_plan(DRAFT).recommendations
    os.close(shown)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no permissions of this kind")
def test_a_folder_that_cannot_be_listed_says_why() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "drafts"
        folder.mkdir(mode=0)
        Path(name).chmod(0o755)
        with (
            as_nobody(),
            pytest.raises(UnreadableSource, match=r"drafts cannot be listed: permission denied\."),
        ):
            read_plan(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no permissions of this kind")
def test_a_file_that_may_not_be_read_is_no_matter_of_its_name() -> None:
    with tempfile.TemporaryDirectory() as name:
        draft = Path(name) / "draft.txt"
        draft.touch(mode=0)
        Path(name).chmod(0o755)
        with (
            as_nobody(),
            pytest.raises(UnreadableSource, match=r"permission denied\. Check its permissions\."),
        ):
            read_plan(draft)


@pytest.mark.parametrize(
    ("target", "said"), [("gone.txt", "nothing is where it leads to"), ("link.txt", "back to itself")]
)
def test_a_link_that_leads_to_no_file_says_so(tmp_path: Path, target: str, said: str) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / target)
    with pytest.raises(UnreadableSource, match=said):
        read_plan(link)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Gives up the rights of root, which may list everything."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(mine)


def test_a_file_larger_than_any_draft_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(6 * 2**30)

    with pytest.raises(UnreadableSource, match=r"huge\.txt has 6\.0 GiB; no draft of more than 1 is read"):
        read_plan(path)
