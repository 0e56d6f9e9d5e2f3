from pathlib import Path

import pytest

from send_extract.batch.sources import (
    SUFFIXES,
    find_drafts,
    find_settings,
    open_draft,
    output_name,
    read_settings,
    read_template,
    refuse_clashes,
)
from send_extract.errors import InvalidSettings, UnreadableSource, UsageError
from send_extract.readers import READERS
from send_extract.settings import DEFAULTS


def make_files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_every_reader_has_names_by_which_its_drafts_are_found() -> None:
    assert set(SUFFIXES) == set(READERS)


def test_a_folder_means_the_drafts_in_it_in_natural_order(tmp_path: Path) -> None:
    make_files(
        tmp_path, "draft-10.txt", "draft-2.txt", "Draft-1.DOCX", "notes.log", ".draft.txt", "~$draft.docx"
    )
    make_files(tmp_path, "deeper/draft-3.txt")
    assert [Path(draft).name for draft in find_drafts([str(tmp_path)])] == [
        "Draft-1.DOCX",
        "draft-2.txt",
        "draft-10.txt",
    ]


def test_a_link_that_leads_nowhere_is_among_a_folders_drafts_to_be_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "none")
    (tmp_path / "folder.txt").mkdir()
    assert find_drafts([str(tmp_path)]) == (str(tmp_path / "a.txt"),)


def test_a_draft_that_is_named_twice_is_one(tmp_path: Path) -> None:
    make_files(tmp_path, "a.txt")
    assert len(find_drafts([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "." / "a.txt")])) == 1


def test_a_missing_file_and_an_empty_folder_stay_to_be_refused_by_name(tmp_path: Path) -> None:
    paths = [str(tmp_path), str(tmp_path / "none.txt"), "-"]
    assert list(find_drafts(paths)) == paths


def test_a_folder_in_place_of_one_draft_is_told_a_draft_that_is_in_it(tmp_path: Path) -> None:
    make_files(tmp_path, "b.txt", "a.txt")
    with pytest.raises(UnreadableSource, match=r"one draft is asked for\. Name one, such as .*a\.txt\."):
        open_draft(str(tmp_path))


def test_a_link_that_leads_nowhere_is_not_taken_for_a_slip_of_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "none")
    with pytest.raises(UnreadableSource, match="it is a link"):
        open_draft(str(tmp_path / "a.txt"))


@pytest.mark.parametrize("names", [("a.txt", "a.docx"), ("a.txt", "A.md")])
def test_two_drafts_for_one_folder_are_an_error_that_names_both(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    make_files(tmp_path, *names)
    drafts = find_drafts([str(tmp_path)])
    assert len(drafts) == 2
    with pytest.raises(UsageError) as caught:
        refuse_clashes(drafts)
    assert all(str(tmp_path / name) in str(caught.value) for name in names)


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        ("raw/draft-1.txt", "draft-1"),
        ("-", "stdin"),
        ("plan", "plan"),
        ("v1.2.docx", "v1.2"),
        ("..txt", "txt"),
        ("...", "draft"),
    ],
)
def test_a_folder_is_named_for_its_draft(draft: str, name: str) -> None:
    assert output_name(draft) == name


def test_settings_are_found_beside_a_draft_or_above_it(tmp_path: Path) -> None:
    make_files(tmp_path, "plans/2022/draft.txt", "other/draft.txt")
    (tmp_path / "plans" / "send-extract.toml").write_text("[plan]\nyear = 2022\n")
    assert find_settings(str(tmp_path / "plans" / "2022" / "draft.txt")).plan.year == 2022
    assert find_settings(str(tmp_path / "other" / "draft.txt")) == DEFAULTS


@pytest.mark.parametrize("data", [None, b"\xff\xfe\xff"])
def test_a_settings_file_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "mine.toml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InvalidSettings, match=r"mine\.toml"):
        read_settings(path)


@pytest.mark.parametrize("data", [None, b"\xff\xfe\xff"])
def test_a_template_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "mine.md"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match=r"mine\.md"):
        read_template(path)
