"""Which drafts a run is about: files, folders of drafts, standard input, and the settings beside them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePath

from send_extract.batch import disk
from send_extract.errors import (
    InvalidSettings,
    SendExtractError,
    UnreadableSource,
    UsageError,
    spell_fault,
    word_unread,
)
from send_extract.manifest import MANIFEST_NAME
from send_extract.pipeline import open_source, spell_name
from send_extract.settings import DEFAULTS, FILE_NAME, Settings, parse_settings
from send_extract.source import Source
from send_extract.writers.outputs import choose_outputs

STDIN = "-"
RAW = "raw"
"""The folder whose drafts are meant where none is named."""

SUFFIXES = {
    "delimited": (".txt", ".text", ".tsv"),
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown"),
    "docx": (".docx",),
    "xlsx": (".xlsx", ".xlsm"),
    "xls": (".xls",),
    "ods": (".ods", ".fods"),
    "odt": (".odt", ".fodt"),
    "eml": (".eml", ".mht", ".mhtml"),
    "csv": (".csv",),
    "pdf": (".pdf",),
}
"""The names by which a folder's drafts are found, by reader. What is in one, its bytes tell."""

_EVERY_SUFFIX = frozenset(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)


def find_drafts(paths: Iterable[str]) -> tuple[str, ...]:
    """The drafts that `paths` mean, each once, in the order asked for; a folder stands for the drafts in it.

    A path that is no draft (a missing file, a folder without drafts) stays, to be refused when it is opened.
    """
    drafts = {_identity(draft): draft for path in paths for draft in _expand_folder(path)}
    return tuple(drafts.values())


def check_raw(paths: Sequence[str]) -> None:
    """Refuses a request that names no draft where there is no folder of them.

    Raises:
        UsageError: it is so.
    """
    if list(paths) == [RAW] and disk.find_kind(Path(RAW)) is None:
        message = f"There is no folder {RAW}/ here. Name a draft, or a folder of drafts."
        raise UsageError(message)


def refuse_clashes(drafts: Iterable[str]) -> None:
    """Refuses drafts that would be written to one folder.

    Raises:
        UsageError: there are two; both are named.
    """
    owners: dict[str, str] = {}
    for draft in drafts:
        other = owners.setdefault(output_name(draft).casefold(), draft)
        if other != draft:
            message = (
                f"{other} and {draft} would both be written to {output_name(draft)}/. "
                "Rename one of them, or extract them into different folders with -o."
            )
            raise UsageError(message)


def output_name(draft: str) -> str:
    """The name of the folder that a draft is written to: its file's name without the suffix."""
    if draft == STDIN:
        return "stdin"
    name = spell_name(Path(draft).name)
    return Path(name).stem.strip(". ") or name.strip(". ") or "draft"


def open_draft(draft: str) -> Source:
    """The source of a draft: a file, or standard input.

    Raises:
        UnreadableSource: it cannot be read, or is empty.
    """
    if draft == STDIN:
        return open_source(_read_stdin())
    try:
        return open_source(draft)
    except UnreadableSource as error:
        message = _guess_meant(draft)
        if message is None:
            raise
        raise UnreadableSource(message) from error


def _guess_meant(draft: str) -> str | None:
    """What was probably meant: one of the drafts of a folder, the name nearest to that of a file that is missing."""
    if is_folder(Path(draft)):
        plan = str(Path(draft, "plan.json"))
        inside = plan if os.access(plan, os.R_OK) else next(_expand_folder(draft))
        advice = f"Name one, such as {spell_name(inside)}."
        return (
            None
            if inside == draft
            else f"{spell_name(draft)} is a folder, and one draft is asked for. {advice}"
        )
    close = _find_like(Path(draft))
    return (
        close
        and f"{spell_name(draft)} cannot be read: there is no such file. Did you mean {spell_name(close)}?"
    )


def _find_like(path: Path) -> str | None:
    """The name nearest to that of a missing file in its folder; None where there is none, or the file is there."""
    from difflib import get_close_matches

    try:
        is_there = disk.find_kind(path) is not None
        names = [] if is_there else [entry.name for entry in path.parent.iterdir()]
    except (OSError, ValueError):
        return None
    return next((str(path.with_name(name)) for name in get_close_matches(path.name, names, n=1)), None)


def _read_stdin() -> bytes:
    try:
        if sys.stdin is not None:
            return sys.stdin.buffer.read()
        reason = "it is closed"
    except OSError as error:
        reason = spell_fault(error)
    message = f"Standard input cannot be read: {reason}. Give it a draft, or name a file."
    raise UnreadableSource(message)


def describe_error(text: str, name: str, draft: str) -> str:
    """The line of an error, its draft named as it was asked for; `name` is what the readers call it."""
    asked = "standard input" if draft == STDIN else spell_name(draft)
    if text.startswith(f"{name}: "):
        return f"{asked}{text[len(name) :]}"
    return (
        text
        if asked.casefold() in text.casefold() or (draft != STDIN and name in text)
        else f"{asked}: {text}"
    )


def refuse_draft(draft: str, fault: OSError) -> UnreadableSource:
    """The refusal of a draft that the system would not let be read to its end."""
    return UnreadableSource(f"{spell_name(draft)} {word_unread(fault)}")


def find_settings(draft: str) -> Settings:
    """The settings beside a draft or above it; the defaults where there are none.

    Raises:
        InvalidSettings: a settings file was found and cannot be used.
    """
    folder = Path() if draft == STDIN else Path(draft).parent
    return _settings_above(Path(os.path.realpath(folder)))


def read_settings(path: Path) -> Settings:
    """The settings of one file.

    Raises:
        InvalidSettings: the file cannot be read, or cannot be used.
    """
    settings = parse_settings(_read_text(path, str(path), InvalidSettings), str(path))
    try:
        choose_outputs(settings.outputs.only, settings.outputs.also)
    except UsageError as error:
        message = f"{path} cannot be used: outputs: {error}"
        raise InvalidSettings(message) from error
    return settings


def read_template(path: Path) -> str:
    """The text of a template.

    Raises:
        UsageError: the file cannot be read, or is not UTF-8.
    """
    return _read_text(path, f"The template {path}", UsageError)


def _read_text(path: Path, name: str, refusal: type[SendExtractError]) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"{name} {word_unread(error)}"
        raise refusal(message) from error
    except UnicodeDecodeError as error:
        message = f"{name} is not UTF-8. Save it as UTF-8."
        raise refusal(message) from error


@cache
def _settings_above(folder: Path) -> Settings:
    path = folder / FILE_NAME
    if os.path.isfile(path):  # noqa: PTH113 - Path.is_file can raise
        return read_settings(path)
    return DEFAULTS if folder.parent == folder else _settings_above(folder.parent)


def _expand_folder(path: str) -> Iterator[str]:
    folder = Path(path)
    drafts: list[Path] = []
    if path != STDIN and is_folder(folder):
        with suppress(OSError):  # a folder that may not be listed is refused when it is opened
            own = _list_own(folder)
            found = (entry for entry in folder.iterdir() if _is_draft(entry) and entry.name not in own)
            drafts = sorted(found, key=_natural_order)
    yield from [str(draft) for draft in drafts] or [path]


def _list_own(folder: Path) -> frozenset[str]:
    """What a run wrote into a folder of drafts that it wrote to: its pages are no drafts."""
    if disk.find_kind(folder / MANIFEST_NAME) is None:
        return frozenset()
    from send_extract.batch.record import read_manifest

    return frozenset(file.path for file in read_manifest(folder).files)


def is_folder(path: Path) -> bool:
    """Whether a folder stands at a path; nothing does where it may not be looked at."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir can raise


def _is_draft(path: Path) -> bool:
    """Whether a folder's entry is a draft; a link that leads nowhere or may not be followed is one, to be refused."""
    is_there = os.path.exists(path)  # noqa: PTH110 - Path.exists can raise
    return is_draft_name(path) and (not is_there or os.path.isfile(path))  # noqa: PTH113 - as above


def is_draft_name(path: PurePath) -> bool:
    """Whether a folder's file is a draft by its name: of a kind that is read, and no lock or hidden file."""
    return path.suffix.lower() in _EVERY_SUFFIX and not path.name.startswith((".", "~"))


def _natural_order(path: Path) -> list[tuple[bool, int, str]]:
    parts: list[str] = re.findall(r"\d+|\D+", path.name)
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part.casefold()) for part in parts]


def _identity(draft: str) -> str:
    return draft if draft == STDIN else os.path.realpath(draft)
