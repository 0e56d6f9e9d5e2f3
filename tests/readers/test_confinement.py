"""The child process: its document comes back whole, and whatever defeats it is a clean refusal."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table
from send_extract.errors import DefectiveSource, MemoryExceeded, NoPlanFound, TimeExceeded
from send_extract.readers import Read
from send_extract.readers.confinement import (
    Confinement,
    Parcel,
    Request,
    pack_read,
    read_confined,
    read_parcel,
    refuse_reach,
    unpack_parcel,
)
from send_extract.source import Location, Source
from tests.readers.hostile import read_echo

HOSTILE = "tests.readers.hostile"
WORDS = st.text(st.characters(codec="utf-8"), max_size=9)
RUNS = st.lists(st.builds(Run, WORDS, st.sampled_from(["", "b", "bi"])), max_size=2).map(tuple)
BLOCKS = st.builds(Block, RUNS, st.integers(0, 3), st.sampled_from(["", "•", "1."]))
PLACES = st.builds(Location, page=st.none() | st.integers(1, 9), sheet=st.none() | WORDS)
CELLS = st.builds(Cell, st.lists(BLOCKS, max_size=2).map(tuple), st.sampled_from(["", "row", "column"]))
ROWS = st.builds(Row, st.lists(CELLS, max_size=3).map(tuple), PLACES, st.booleans())
PARAGRAPHS = st.builds(Paragraph, BLOCKS, PLACES, st.integers(0, 6), st.sampled_from(["body", "header"]))
TABLES = st.builds(Table, st.lists(ROWS, max_size=3).map(tuple), PLACES)
PROPERTIES = st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple)
DOCUMENTS = st.builds(
    Document, st.lists(PARAGRAPHS | TABLES, max_size=4).map(tuple), st.just("docx"), st.none(), PROPERTIES
)


@pytest.fixture
def on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a child find the tests' own readers, and this very program."""
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, (root, root / "src"))))


def confine(function: str, confinement: Confinement | None = None) -> Read:
    return read_confined(
        Source("draft.docx", b"caf\xc3\xa9"), f"{HOSTILE}:{function}", confinement or Confinement()
    )


@pytest.mark.usefixtures("on_path")
def test_a_document_comes_back_as_it_was_read() -> None:
    assert confine("read_echo") == read_echo(Source("draft.docx", "café".encode()))


@pytest.mark.usefixtures("on_path")
def test_an_error_of_the_reader_comes_back_as_itself() -> None:
    with pytest.raises(NoPlanFound, match=r"^draft\.docx: no plan$"):
        confine("read_nothing")


@pytest.mark.usefixtures("on_path")
@pytest.mark.parametrize(
    ("function", "words"),
    [
        ("read_hungrily", "more memory than a plan needs"),
        ("read_endlessly", "deeper nesting than a plan needs"),
        ("read_wrongly", "KeyError"),
        ("read_from_afar", "PermissionError"),
        ("read_by_program", "PermissionError"),
    ],
)
def test_what_defeats_the_child_is_a_clean_refusal(function: str, words: str) -> None:
    with pytest.raises(DefectiveSource) as refusal:
        confine(function)

    assert isinstance(refusal.value, MemoryExceeded) == ("memory" in words)
    assert str(refusal.value).startswith("draft.docx: refused, because ")
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.usefixtures("on_path")
def test_a_child_past_its_deadline_is_stopped() -> None:
    with pytest.raises(TimeExceeded, match="took more than 1 seconds"):
        confine("read_forever", Confinement(seconds=1.0))


PARENT = """
import sys
from send_extract.readers.confinement import read_confined
from send_extract.source import Source
read_confined(Source(sys.argv[1], b"x"), "tests.readers.hostile:read_with_sign")
"""


@pytest.mark.usefixtures("on_path")
@pytest.mark.skipif(
    sys.platform == "win32", reason="there are no named pipes, and no parent that can be gone"
)
def test_a_child_does_not_outlive_its_parent(tmp_path: Path) -> None:
    """The pipe's end comes when the child is gone: until then it holds it open."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([sys.executable, "-c", PARENT, str(pipe)]) as parent, pipe.open("rb") as signs:
        assert signs.read(1) == b"."
        parent.kill()

        assert signs.read() == b""


def test_a_larger_file_has_more_time() -> None:
    assert Confinement().deadline(10_000_000) > Confinement().deadline(10_000)


@pytest.mark.parametrize(
    "event", ["socket.connect", "subprocess.Popen", "os.system", "os.exec", "urllib.Request"]
)
def test_reaching_out_of_the_process_is_refused(event: str) -> None:
    with pytest.raises(PermissionError, match=event):
        refuse_reach(event, ())


def test_reading_and_importing_are_not_refused() -> None:
    refuse_reach("open", ("file", "r", 0))
    refuse_reach("import", ("json",))


@given(DOCUMENTS)
def test_every_document_crosses_between_the_processes_unchanged(document: Document) -> None:
    packed = msgspec.msgpack.encode(pack_read(Read(document)))

    assert unpack_parcel(msgspec.msgpack.decode(packed, type=Parcel)) == Read(document)


def test_a_request_is_answered_in_this_process_too() -> None:
    parcel = read_parcel(Request(f"{HOSTILE}:read_nothing", "draft.docx", b"", 0))

    assert parcel.error == ("NoPlanFound", "draft.docx: no plan")
