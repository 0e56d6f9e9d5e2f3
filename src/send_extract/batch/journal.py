"""Files put into their places as one set: all of them or none, whatever fails, whenever the process ends.

A workplace is a folder beside the files' places. Each file is written in it and is on the disk before anything is
moved; then what is to be moved is written down (the journal, a move a line), and the files are renamed one by one.
While a journal stands, whoever comes next finishes what it says; where a move fails, it is undone. What was in the
places is kept in the workplace until the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from send_extract.batch import disk


class Move(msgspec.Struct, frozen=True, gc=False):
    """A file to be put into its place, or taken away; `path` is from the root, with `/`.

    `new` is the digest of the file to come, None where none comes; `old` that of the one to be taken away;
    `is_kept` says whether one stood there, which is kept until the end.
    """

    path: str
    new: str | None
    old: str | None = None
    is_kept: bool = False


_MOVES = msgspec.json.Decoder(Move)
_BATCH = 1 << 15
"""Bytes of a journal that are read at a time, some 160 moves: thousands take no more memory than these."""


class _JournalHead(msgspec.Struct, frozen=True, gc=False):
    """The first line of a journal: the name of the folder of the workplace in which the new files are."""

    run: str


class Workplace(Struct, frozen=True):
    """Where files are made before they are put into their places below `root`; `run` is a name for this time alone."""

    root: Path
    folder: Path
    run: str

    @property
    def lock(self) -> Path:
        """The file that whoever works in it holds."""
        return self.folder / "lock"

    @property
    def made(self) -> Path:
        """The folder of the new files, by their paths from the root."""
        return self.folder / self.run / "new"

    @property
    def kept(self) -> Path:
        """The folder of what stood in their places."""
        return self.folder / self.run / "old"

    @property
    def parts(self) -> Path:
        """The folder of what files of the run's own are made from, a folder an output, in it one a draft."""
        return self.folder / self.run / "parts"

    @property
    def draft(self) -> Path:
        """The journal while it is being written."""
        return self.folder / self.run / "journal"

    @property
    def sides(self) -> tuple[Path, Path]:
        """Both."""
        return self.made, self.kept

    @property
    def forth(self) -> Path:
        """The journal of moves that are to be carried out."""
        return self.folder / "journal"

    @property
    def back(self) -> Path:
        """The journal of moves that are to be undone."""
        return self.folder / "journal.undo"


def carry_out(workplace: Workplace, moves: Iterable[Move]) -> None:
    """Puts all files into their places, or leaves all as it was.

    Raises:
        OSError: it could not be done, and was undone (or, where the disk refuses that too, stands in the journal).
    """
    _write_journal(workplace, moves)
    try:
        disk.rename(workplace.draft, workplace.forth)
        disk.sync_paths([workplace.folder])
        _move_forth(workplace)
    except BaseException:
        with suppress(OSError):
            disk.rename(workplace.forth, workplace.back)
            _move_back(workplace)
        raise
    with suppress(OSError):  # what stands in it is done: whoever reads it will find that
        disk.remove(workplace.forth)


def recover(workplace: Workplace) -> None:
    """Finishes or undoes what a run that was stopped left, and clears its workplace.

    Raises:
        OSError: the disk refuses that.
    """
    for journal, is_forth in ((workplace.forth, True), (workplace.back, False)):
        run = _find_run(workplace, journal)
        if run is None:
            disk.remove(journal)  # ours are written whole before they have their name, and lead nowhere else
        else:
            _settle(replace(workplace, run=run), is_forth=is_forth)
    clear(workplace)


def clear(workplace: Workplace) -> None:
    """Takes away all of a workplace but its lock, and what a journal still needs."""
    if disk.find_kind(workplace.forth) or disk.find_kind(workplace.back):
        return
    for entry in workplace.folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            disk.clear_folder(entry)
        elif entry != workplace.lock:
            disk.remove(entry)


def _settle(workplace: Workplace, *, is_forth: bool) -> None:
    if is_forth:
        if all(_is_possible(workplace, move) for move in _read_moves(workplace.forth)):
            with suppress(OSError):
                _move_forth(workplace)
                disk.remove(workplace.forth)
                return
        disk.rename(workplace.forth, workplace.back)
    _move_back(workplace)


def _is_possible(workplace: Workplace, move: Move) -> bool:
    """Whether a new file that has not been moved yet is whole."""
    return disk.digest_file(workplace.made / move.path) in {None, move.new}


def _write_journal(workplace: Workplace, moves: Iterable[Move]) -> None:
    """Writes down what is to be moved, keeps what stands in its place, and waits until all of that is on the disk."""
    with disk.create_file(workplace.draft) as file:
        disk.write_part(file, msgspec.json.encode(_JournalHead(workplace.run)) + b"\n")
        for move in moves:
            if move.is_kept:
                disk.make_folder((workplace.kept / move.path).parent)
                disk.keep_copy(workplace.root / move.path, workplace.kept / move.path)
            disk.write_part(file, msgspec.json.encode(move) + b"\n")
    made, kept = workplace.sides
    for batch in _read_batches(workplace.draft):
        new, old = [move.path for move in batch if move.new], [move.path for move in batch if move.is_kept]
        disk.sync_paths([*_find_below(made, new), *_find_below(kept, old)])
    disk.sync_paths([workplace.draft])


def _find_below(side: Path, paths: Iterable[str]) -> Iterator[Path]:
    """Files below a folder, and the folders that they are in."""
    for folder, names in _group_by_folder(paths).items():
        yield side / folder
        yield from (side / folder / name for name in names)


def _group_by_folder(paths: Iterable[str]) -> dict[str, list[str]]:
    """The names of files by their folders."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        groups.setdefault(folder, []).append(name)
    return groups


def _read_batches(journal: Path) -> Iterator[list[Move]]:
    """The moves of a journal, some at a time; it is open only while these are read, for it may be renamed then."""
    place = 0
    while lines := _read_lines(journal, place):
        yield [_MOVES.decode(line) for line in lines[place == 0 :]]
        place += sum(map(len, lines))


def _read_lines(journal: Path, place: int) -> list[bytes]:
    with journal.open("rb") as file:
        file.seek(place)
        return file.readlines(_BATCH)


def _read_moves(journal: Path) -> Iterator[Move]:
    return chain.from_iterable(_read_batches(journal))


def _find_run(workplace: Workplace, journal: Path) -> str | None:
    """Which run a journal is of; None where it is none of ours, or moves something from or to elsewhere.

    It may have come with the folder.
    """
    if disk.find_kind(journal) != "file":
        return None
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        head = b"".join(_read_lines(journal, 0)[:1])
        run = msgspec.json.decode(head, type=_JournalHead).run
        if PurePosixPath(run).name == run and all(
            _is_own(workplace, run, move) for move in _read_moves(journal)
        ):
            return run
    return None


def _is_own(workplace: Workplace, run: str, move: Move) -> bool:
    """Whether a move leads from a folder of the workplace to a place below the root, by no link."""
    inner = [f"{run}/{side.name}" for side in workplace.sides]
    return (
        disk.is_within(move.path)
        and disk.find_obstacle(workplace.root, move.path) is None
        and all(disk.find_obstacle(workplace.folder, f"{side}/{move.path}") is None for side in inner)
    )


def _move_forth(workplace: Workplace) -> None:
    """Carries out what has not been carried out yet."""
    root, made = workplace.root, workplace.made
    for batch in _read_batches(workplace.forth):
        for folder in _group_by_folder(move.path for move in batch if move.new):
            disk.make_folder(root / folder)
        for move in batch:
            if disk.find_kind(made / move.path) is not None:
                disk.rename(made / move.path, root / move.path)
            elif move.new is None and disk.digest_file(root / move.path) == move.old:
                disk.remove(root / move.path)
        _sync_places(workplace, batch)
    _remove_empty(workplace, (move.path for move in _read_moves(workplace.forth) if move.new is None))


def _move_back(workplace: Workplace) -> None:
    """Undoes what has not been undone yet, the last first."""
    moves = [*_read_moves(workplace.back)]
    for move in reversed(moves):
        place, kept = workplace.root / move.path, workplace.kept / move.path
        if disk.find_kind(kept) is not None:
            disk.make_folder(place.parent)
            disk.rename(kept, place)
        elif not move.is_kept and disk.digest_file(place) == move.new:
            disk.remove(place)
    _sync_places(workplace, moves)
    _remove_empty(workplace, (move.path for move in moves if not move.is_kept))
    disk.remove(workplace.back)


def _sync_places(workplace: Workplace, moves: Iterable[Move]) -> None:
    inner = map(PurePosixPath, _group_by_folder(move.path for move in moves))
    folders = {workplace.root / each for folder in inner for each in (folder, *folder.parents)}
    disk.sync_paths([folder for folder in folders if disk.find_kind(folder) == "folder"])


def _remove_empty(workplace: Workplace, paths: Iterable[str]) -> None:
    """Takes away the folders that files were in and that nothing is in now."""
    for path in paths:
        for folder in PurePosixPath(path).parents[:-1]:
            disk.remove_folder(workplace.root / folder)
