"""Which sources a run over a corpus is about, and how the bytes of each are got: by its address, from anywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, TypeVar
from urllib.parse import unquote, unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from send_extract.batch.record import read_manifest
from send_extract.batch.sources import find_settings, is_draft_name, is_folder, output_name
from send_extract.errors import MissingExtra, SendExtractError, UnreadableSource, UsageError, spell_fault
from send_extract.manifest import MANIFEST_NAME
from send_extract.pipeline import open_source, spell_name
from send_extract.settings import DEFAULTS, Settings

LIST_MARK = "@"
"""What stands before the name of a list, a source a line."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:(?=/)")
_HERE = re.compile(r"file:(///|//localhost/|/(?!/))")
_MAGIC = re.compile(r"[*?\[]")
_INSTALL = (
    "Install it with: pip install 'send-extract[remote]', and what fsspec needs for that kind of address."
)

AnyPath = TypeVar("AnyPath", bound=PurePath)


def find_sources(asked: Iterable[str]) -> tuple[str, ...]:
    """The addresses of the sources that are asked for, each once, in order.

    A folder or a bucket stands for all drafts in it and below, a pattern (`plans/**/*.docx`) for those that fit it,
    `@list.txt` for the lines of a file. What leads to none stays, to be refused when it is opened.

    Raises:
        UsageError: a list cannot be read, or there is no source in it.
        MissingExtra: an address needs an optional part that is not installed.
    """
    every = {uri for name in asked for line in _expand_list(name) for uri in _expand(line)}
    if not every:
        message = "No source is named: the list is empty. Write a source a line."
        raise UsageError(message)
    return tuple(sorted(every))


def fetch(uri: str) -> bytes:
    """The bytes of a source.

    Raises:
        UnreadableSource: there is none, or it may not be read.
        MissingExtra: its address needs an optional part that is not installed.
    """
    path = find_path(uri)
    if path is not None:
        return open_source(path).data
    files, place = _open_store(uri)
    with _refusing(uri):
        data: bytes = files.cat_file(place)
    return data


def fetch_several(uris: Iterable[str]) -> dict[str, bytes]:
    """The bytes of sources that are elsewhere, asked for at once; those that are not had so are left out."""
    found: dict[str, bytes] = {}
    with (
        suppress(SendExtractError),
        _refusing("These"),
    ):  # each is asked for again by itself, and refused then
        opened = {uri: _open_store(uri) for uri in uris if find_path(uri) is None}
        for files in {id(files): files for files, _ in opened.values()}.values():
            places = {place: uri for uri, (store, place) in opened.items() if store is files}
            had = files.cat([*places], on_error="omit")
            found |= {places[place]: data for place, data in had.items() if place in places}
    return found


def find_terms(uri: str) -> Settings:
    """The settings beside a source of this machine or above it; the defaults for any other.

    Raises:
        InvalidSettings: a settings file was found and cannot be used.
    """
    path = find_path(uri)
    return DEFAULTS if path is None else find_settings(os.fspath(path))


def name_source(uri: str) -> str:
    """The name of a source's file."""
    name = uri.rstrip("/").rpartition("/")[2]
    return spell_name(unquote(name, errors="replace") if uri.startswith("file:") else name)


def find_folder(uri: str) -> str:
    """The address of the folder that a source stands in."""
    return uri.rpartition("/")[0]


@lru_cache(64)
def find_path(uri: str) -> Path | None:
    """The path of a source of this machine; None for any other."""
    if not uri.startswith("file:"):
        return None
    place = urlsplit(uri).path
    # What is no UTF-8 in a name is kept, which `url2pathname` would not.
    return Path(os.fsdecode(unquote_to_bytes(place)) if os.name == "posix" else url2pathname(place))


def _expand_list(name: str) -> Iterator[str]:
    if not name.startswith(LIST_MARK):
        yield name
        return
    path = Path(name.removeprefix(LIST_MARK))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        reason = spell_fault(fault) if isinstance(fault, OSError) else "it is not UTF-8"
        message = (
            f"The list {spell_name(str(path))} cannot be read: {reason}. Name a text file, a source a line."
        )
        raise UsageError(message) from fault
    yield from filter(None, map(str.strip, text.splitlines()))


def _expand(asked: str) -> list[str]:
    """The sources that a folder, a pattern, a file or an address stands for; itself where there are none."""
    if _SCHEME.match(asked) and not asked.startswith("file:"):
        return _list_store(*_open_store(asked))
    if asked.startswith("file:") and not _HERE.match(asked):
        message = (
            f"{asked} is no address of a file here. Write three slashes (file:///plans), or the path alone."
        )
        raise UsageError(message)
    path = find_path(asked) or Path(asked)
    return _list_disk(path) or [_locate(path)]


def _locate(asked: str | Path) -> str:
    """The address of a path; of a file that several lead to, the same."""
    return Path(os.path.realpath(asked)).as_uri()


def _list_disk(path: Path) -> list[str]:
    """The sources that a folder or a pattern of this machine stands for."""
    if is_folder(path):
        return list(map(_locate, _list_folder(path)))
    if _MAGIC.search(os.fspath(path)) and not os.path.lexists(path):
        root = path.absolute()
        fitting = Path(root.anchor).glob(os.fspath(root.relative_to(root.anchor)))
        return list(map(_locate, _choose(list(filter(Path.is_file, fitting)))))
    return []


def _list_folder(path: Path) -> Iterator[Path]:
    """The drafts in a folder and below; a pipe, which has no end, is none, and neither is what a run wrote.

    A link that leads nowhere and a folder that may not be listed are among them, to be refused when they are opened.
    """
    closed: list[Path] = []
    for found in _walk(path, closed):
        if _is_shown(found.relative_to(path)) and (found.is_file() or not found.exists()):
            yield found
    yield from (folder for folder in closed if not _is_hidden(folder.relative_to(path)))


def _walk(path: Path, closed: list[Path]) -> Iterator[Path]:
    """What stands in a folder and below and no run wrote; folders that may not be listed go to `closed`."""
    for place, folders, names in os.walk(path, onerror=lambda fault: closed.append(Path(fault.filename))):
        made = _list_made(Path(place)) if MANIFEST_NAME in names else frozenset()
        folders[:] = [name for name in folders if name not in made]
        yield from (Path(place, name) for name in names if name not in made)


def _list_made(root: Path) -> frozenset[str]:
    """What a run of `extract` wrote into a folder, by its manifest: its own files, and a folder for each draft."""
    manifest = read_manifest(root)
    files = (PurePosixPath(file.path).parts[0] for file in manifest.files)
    drafts = (output_name(entry.name) for entry in (*manifest.sources, *manifest.earlier))
    return frozenset((*files, *drafts))


def _list_store(files: Any, place: str) -> list[str]:
    """The sources that a place elsewhere stands for; itself where there are none, or it cannot be listed."""
    found: list[str] = []
    with suppress(UnreadableSource), _refusing(place):  # what a store refuses is told where it is opened
        found = files.glob(place) if _MAGIC.search(place) else files.find(place)
    drafts = [PurePosixPath(name) for name in found if name.strip("/") != place.strip("/")]
    kept = (
        _choose(drafts)
        if _MAGIC.search(place)
        else [name for name in drafts if _is_shown(name.relative_to(place))]
    )
    return [files.unstrip_protocol(str(name)) for name in kept] or [files.unstrip_protocol(place)]


def _is_shown(found: PurePath) -> bool:
    """Whether a file below a folder is a draft, and neither it nor a folder on the way is hidden."""
    return is_draft_name(found) and not _is_hidden(found)


def _is_hidden(found: PurePath) -> bool:
    return any(part.startswith(".") for part in found.parts)


def _choose(found: Sequence[AnyPath]) -> Sequence[AnyPath]:
    """The drafts among the files that fit a pattern; all of them where none is one by its name."""
    return [name for name in found if is_draft_name(name)] or found


def _open_store(uri: str) -> tuple[Any, str]:
    """What reads the files of an address's kind, and the place that it names there.

    Raises:
        MissingExtra: that is not installed.
        UsageError: there is no such kind of address.
    """
    try:
        from fsspec.core import url_to_fs

        files, place = url_to_fs(uri)
    except ImportError as fault:
        message = f"{uri} needs an optional part that is not installed ({fault}). " + _INSTALL
        raise MissingExtra(message) from fault
    except ValueError as fault:
        message = f"{uri} cannot be opened: {fault}. Check the beginning of its address."
        raise UsageError(message) from fault
    return files, str(place)


@contextmanager
def _refusing(uri: str) -> Iterator[None]:
    """Refuses a source that a store does not give, for whatever it says."""
    try:
        yield
    except Exception as fault:
        message = f"{uri} cannot be read: {_word_fault(fault)}. Check its address and permissions."
        raise UnreadableSource(message) from fault


def _word_fault(fault: Exception) -> str:
    """What a store says of a fault, in a line; of a missing file it names but the place."""
    if isinstance(fault, FileNotFoundError) and fault.strerror is None:
        return "there is no such file"
    words = spell_fault(fault) if isinstance(fault, OSError) else str(fault) or type(fault).__name__
    return " ".join(words.split()).rstrip(".")
