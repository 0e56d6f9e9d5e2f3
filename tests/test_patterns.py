import re
import sys
from pathlib import Path

import pytest

from send_extract.patterns import Shelf, compile_later

PATTERN = r"(?P<count>\d+)\s(?:months?|(?P<year>years))"
TEXT = "In 3 Months or 2 years"


def test_a_pattern_that_is_compiled_later_matches_as_one_that_is_compiled_at_once() -> None:
    later, now = compile_later(r"(\d+) months?", re.IGNORECASE), re.compile(r"(\d+) months?", re.IGNORECASE)
    text = "3 Months, then 1 month"
    assert later.findall(text) == now.findall(text)
    assert later.sub("x", text) == now.sub("x", text)
    found = later.search(text)
    assert found is not None
    assert found[1] == "3"
    assert later.pattern == now.pattern


def test_a_faulty_pattern_says_so_at_its_first_use() -> None:
    later = compile_later("(")
    with pytest.raises(re.error):
        later.search("")


def read(shelf: Shelf) -> list[dict[str, str]]:
    return [found.groupdict() for found in shelf.compile(PATTERN, re.IGNORECASE).finditer(TEXT)]


def test_a_kept_pattern_matches_as_one_that_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    expected = [found.groupdict() for found in re.finditer(PATTERN, TEXT, re.IGNORECASE)]
    path = str(tmp_path / "codes")
    first = Shelf(path)
    assert read(first) == expected
    first.keep()
    kept = Path(path).read_bytes()
    again = Shelf(path)
    compiled = again.compile(PATTERN, re.IGNORECASE)
    assert read(again) == expected
    assert (compiled.pattern, compiled.flags, dict(compiled.groupindex)) == (
        PATTERN,
        re.compile(PATTERN, re.IGNORECASE).flags,
        {"count": 1, "year": 2},
    )
    again.keep()
    assert Path(path).read_bytes() == kept
    assert [each.name for each in tmp_path.iterdir()] == ["codes"]


@pytest.mark.parametrize("damage", [b"", b"no marshal", b"[\x01\x00\x00\x00i\x01\x00\x00\x00", b"{0"])
def test_a_damaged_file_of_patterns_is_none(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "codes"
    path.write_bytes(damage)
    assert len(read(Shelf(str(path)))) == 2


def test_code_that_the_engine_refuses_is_compiled_anew(tmp_path: Path) -> None:
    shelf = Shelf(str(tmp_path / "codes"))
    shelf.compile(PATTERN, re.IGNORECASE)
    shelf._codes = {(PATTERN, int(re.IGNORECASE)): (2, [99, 99], 0, {}, ())}  # noqa: SLF001 - damage that the file can have
    assert len(read(shelf)) == 2


def test_a_folder_that_cannot_be_written_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    shelf = Shelf(str(tmp_path / "none" / "codes"))
    assert len(read(shelf)) == 2
    shelf.keep()
    assert list(tmp_path.iterdir()) == []
