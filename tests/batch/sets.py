"""Two sets of files for one folder, and whether it holds one of them whole."""

from hashlib import sha256
from pathlib import Path

from send_extract.batch.files import open_workplace, put_in_place, stage_files
from send_extract.manifest import OutputFile

OWN = {"draft/notes of my own.txt": b"mine"}
"""What a person keeps beside the files."""
OLD = {
    "draft/a": b"old a",
    "draft/b": b"old b",
    "draft/same": b"same",
    "draft/gone": b"old",
    "last": b"old last",
}
NEW = {
    "draft/a": b"new a",
    "draft/b": b"new b",
    "draft/same": b"same",
    "draft/fresh/c": b"new",
    "last": b"new last",
}


def write_set(root: Path, files: dict[str, bytes], gone: tuple[str, ...] = ()) -> None:
    with open_workplace(root) as workplace:
        staged = stage_files(workplace, "", ((name, (data,)) for name, data in files.items()))
        put_in_place(workplace, staged, [record(root, name) for name in gone])


def record(root: Path, name: str) -> OutputFile:
    data = (root / name).read_bytes()
    return OutputFile(name, len(data), sha256(data).hexdigest())


def write_old(root: Path) -> None:
    write_set(root, OLD)
    for name, data in OWN.items():
        (root / name).write_bytes(data)


def write_new(root: Path) -> None:
    write_set(root, NEW, ("draft/gone",))


def read_set(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def is_whole(root: Path) -> bool:
    """Whether the folder holds the old set or the new one, and a person's own file beside it, and nothing else."""
    return read_set(root) in (OLD | OWN, NEW | OWN)


def settle(root: Path) -> None:
    with open_workplace(root):
        pass
