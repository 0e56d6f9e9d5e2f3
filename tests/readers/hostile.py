"""Readers that a child process is to survive, and one that it is to obey; the child imports them by name."""

import socket
import subprocess
import time
from pathlib import Path

from send_extract.diagnostics import diagnose
from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table
from send_extract.errors import NoPlanFound
from send_extract.readers import Read
from send_extract.source import Location, Source


def read_echo(source: Source) -> Read:
    block = Block((Run(source.data.decode(), "b"),), 1, "•")
    elements = (Paragraph(block, kind="header"), Table((Row((Cell((block,)),), Location(page=2, row=1)),)))
    return Read(
        Document(elements, "docx", None, (("title", source.name),)), (diagnose("pdf-row", Location(page=2)),)
    )


def read_nothing(source: Source) -> Read:
    message = f"{source.name}: no plan"
    raise NoPlanFound(message)


def read_forever(_: Source) -> Read:
    time.sleep(600)
    raise AssertionError


def read_with_sign(source: Source) -> Read:
    """Tells the pipe that is the source's name that it has begun, and that it has outlived who asked."""
    with Path(source.name).open("wb", buffering=0) as pipe:
        pipe.write(b".")
        time.sleep(20)
        pipe.write(b"outlived")
    raise AssertionError


def read_hungrily(_: Source) -> Read:
    return Read(Document((), "x" * (3 << 30)))


def read_endlessly(source: Source) -> Read:
    return read_endlessly(source)


def read_wrongly(_: Source) -> Read:
    raise KeyError(KeyError.__name__)


def read_from_afar(_: Source) -> Read:
    socket.create_connection(("127.0.0.1", 9))
    raise AssertionError


def read_by_program(_: Source) -> Read:
    subprocess.run(["true"], check=False)  # noqa: S607 - it is never started
    raise AssertionError
