from pathlib import Path

import pytest

from send_extract.corpus.log import HEAD, RowLog
from send_extract.corpus.rows import SourceRows, pack_rows
from send_extract.errors import UnwritableOutput

ROWS = [SourceRows(f"memory://plans/{number}.txt", None, (b"{}\n" * number,)) for number in range(3)]


def read_all(path: Path) -> list[SourceRows]:
    log = RowLog(path)
    found = [
        SourceRows(log.read_head(piece).uri, None, (log.read_table(piece, 0),)) for piece in log.pieces()
    ]
    log.close()
    return found


def write_log(path: Path) -> bytes:
    log = RowLog(path)
    for rows in ROWS:
        log.append(pack_rows(rows))
    log.close()
    return path.read_bytes()


def test_what_was_added_is_read_again_in_order(tmp_path: Path) -> None:
    write_log(tmp_path / "log")
    assert read_all(tmp_path / "log") == ROWS


def test_what_was_written_in_part_is_cut_off_wherever_it_ends(tmp_path: Path) -> None:
    data = write_log(tmp_path / "log")
    for end in range(len(HEAD), len(data)):
        (tmp_path / "cut").write_bytes(data[:end])
        found = read_all(tmp_path / "cut")
        assert found == ROWS[: len(found)]
        assert len(found) < 3
        log = RowLog(tmp_path / "cut")
        log.append(pack_rows(ROWS[2]))
        log.close()
        assert read_all(tmp_path / "cut") == [*found, ROWS[2]]


def test_what_was_spoilt_is_cut_off(tmp_path: Path) -> None:
    data = write_log(tmp_path / "log")
    (tmp_path / "log").write_bytes(data[:-1] + b"x")
    assert read_all(tmp_path / "log") == ROWS[:2]


@pytest.mark.parametrize(
    "data", [b"", b"send-ex", b"send-extract rows 0.1\nwords", b"send-extract rows 1.0\nwords"]
)
def test_a_file_of_another_version_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "log").write_bytes(data)
    assert read_all(tmp_path / "log") == []
    assert (tmp_path / "log").read_bytes() == HEAD


def test_a_file_that_no_run_has_made_is_left(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"other words")
    with pytest.raises(UnwritableOutput, match="log stands there, and no run has made it"):
        RowLog(tmp_path / "log")
    assert (tmp_path / "log").read_bytes() == b"other words"
