"""Read, structure, extract, normalise: the only file that names every stage."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from functools import partial
from os import PathLike
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from send_extract.account import Tally, draw_balance, record_balance
from send_extract.confinement import find_limits, is_harmless, seal, unseal
from send_extract.document import Document
from send_extract.errors import UnreadableSource, spell_fault, word_unread
from send_extract.extraction import Extraction, extract_plan, keep_unplaced
from send_extract.normalisation import divide_cells, normalise_plan
from send_extract.plan import Plan, SourceRecord
from send_extract.pool import Task, ask_kept_worker, encode_json
from send_extract.readers import read_document
from send_extract.readers.rereading import reread
from send_extract.settings import DEFAULTS, Settings
from send_extract.source import Source
from send_extract.structure import find_synonyms, structure_document

_LARGEST, _GIBIBYTE = 1, 2**30
"""A file that is larger than so many GiB is no draft: it would not fit in the memory that one may take."""
_STREAMS = (("/", "dev"), ("/", "proc"))
"""Where a system has the streams of a process by their numbers."""
_MOST_ROUNDS = 3
"""How often what no record has is put outside them: words that stand there may have been missed for others before."""


def read_plan(
    source: str | PathLike[str] | bytes | Source,
    *,
    settings: Settings | None = None,
    format: str | None = None,  # noqa: A002 - the contract's own word
) -> Plan:
    """The plan of a draft: a path, the draft's bytes, or a `Source`.

    `format` names a reader; without it the bytes tell. The diagnostics of every stage are the plan's own. All but a
    small text is read in a process that is held to a time and a memory, kept for the next draft.

    Raises:
        SendExtractError: the source cannot be read, or has no plan; see `errors.py` for which.
    """
    opened = open_source(source)
    settings = DEFAULTS if settings is None else settings
    if is_harmless(opened.data):
        return make_plan(opened, settings, format)
    question = msgspec.msgpack.encode(Question(opened, settings, format))
    limits = find_limits(opened.data, settings.limits)
    answer = ask_kept_worker(Task(f"{__name__}:{answer_question.__name__}", question, limits))
    return msgspec.json.decode(unseal(opened.name, answer), type=Plan)


class Question(Struct, frozen=True, array_like=True):
    """What a worker is asked to make a plan of."""

    source: Source
    settings: Settings
    format: str | None


@seal
def answer_question(data: bytes) -> bytes:
    """A worker's task: the plan that is asked for, JSON."""
    question = msgspec.msgpack.decode(data, type=Question)
    return encode_json(make_plan(question.source, question.settings, question.format))


def make_plan(source: Source, settings: Settings, reader: str | None = None) -> Plan:
    """The plan of a source, every stage in this process; `reader` names one.

    Raises:
        SendExtractError: the source cannot be read, or has no plan.
    """
    tallies: list[Tally] = []
    # One within the other, so that what each stage was given is let go once it is read.
    plan = normalise_plan(_divide(_extract(source, settings, reader, tallies), settings), settings)
    return _account(plan, tallies, source) if tallies else plan


def _account(plan: Plan, tallies: Sequence[Tally], source: Source) -> Plan:
    """The plan with the account of its source's words; what no record has taken up is put outside them.

    Only where words are missing is the source read once more, for the document that has them.
    """
    record, document = plan.source, None
    text = partial(reread, source, record.format, record.encoding)
    balance = draw_balance(plan, tallies, text)
    for _ in range(_MOST_ROUNDS if balance.lost else 0):
        document = document or read_document(source, record.format).document
        kept = keep_unplaced(plan, document, balance.lost)
        if kept is plan:
            break
        plan, balance = kept, draw_balance(kept, tallies, text)
    return record_balance(plan, balance, tallies, text)


def _extract(source: Source, settings: Settings, reader: str | None, tallies: list[Tally]) -> Extraction:
    """What is extracted of a source, whose words counted are added to `tallies`."""
    read = read_document(source, reader)
    tallies += read.tallies
    settings = settings._replace(headings=find_synonyms(read.document, settings.headings))
    document = structure_document(read.document, settings.headings)
    extraction = extract_plan(document, _record_source(source, document), settings)
    return replace(extraction, diagnostics=(*read.diagnostics, *extraction.diagnostics))


def _divide(extraction: Extraction, settings: Settings) -> Plan:
    """The plan that was extracted, what its cells say at each action."""
    plan = replace(extraction.plan, diagnostics=extraction.diagnostics)
    return divide_cells(plan, extraction.cells, settings)


def open_source(source: str | PathLike[str] | bytes | Source) -> Source:
    """The source that a path, bytes, or a `Source` stands for; a path is read here and nowhere else.

    Raises:
        UnreadableSource: there is no such file, it may not be read, it is a folder, or larger than any draft.
    """
    if isinstance(source, Source):
        return source
    if isinstance(source, bytes):
        return Source("-", source)
    path = Path(source)
    try:
        _check_file(path)
        return Source(spell_name(path.name), path.read_bytes())
    except (OSError, ValueError) as error:
        raise UnreadableSource(_describe_unreadable(path, error)) from error


def _check_file(path: Path) -> None:
    """Raises UnreadableSource where a path is no file, or one that is larger than any draft."""
    state = path.stat()
    if not (_has_end(path, state.st_mode) or stat.S_ISDIR(state.st_mode)):
        what = "a pipe or a device, not a file, and may never end"
        message = f"{spell_name(str(path))} is {what}. Name a file, or give the draft to -."
        raise UnreadableSource(message)
    size = state.st_size / _GIBIBYTE
    if size > _LARGEST:
        message = f"{spell_name(str(path))} has {size:.1f} GiB; no draft of more than {_LARGEST} is read. Divide it."
        raise UnreadableSource(message)


def _has_end(path: Path, mode: int) -> bool:
    """Whether a path is a file, or a pipe that a shell has filled (`<(...)`) and calls by its number."""
    return stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and path.parts[:2] in _STREAMS)


def spell_name(name: str) -> str:
    """A file's name as text that can be written: a byte that is no UTF-8 becomes U+FFFD."""
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _describe_unreadable(path: Path, error: OSError | ValueError) -> str:
    name = spell_name(str(path))
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir can raise
        return _describe_folder(path, name)
    if isinstance(error, ValueError):
        return f"{name} cannot be read: {error}. Check its name."
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return f"{name} cannot be read: it is a link, and nothing is where it leads to. Name the file itself."
    return f"{name} {word_unread(error)}"


def _describe_folder(path: Path, name: str) -> str:
    """What is wrong with a folder in place of a draft."""
    try:
        next(path.iterdir(), None)
    except OSError as error:
        return f"{name} cannot be listed: {spell_fault(error)}. Check its permissions."
    return f"{name} is a folder, not a draft. Name a file, or a folder that has drafts."


def _record_source(source: Source, document: Document) -> SourceRecord:
    return SourceRecord(
        name=source.name,
        format=document.format,
        encoding=document.encoding,
        sha256=source.sha256,
        bytes=len(source.data),
    )
