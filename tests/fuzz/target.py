"""Readers fed by atheris: the files that are read and reach new code are kept, and damaged again.

They are damaged as mutants are, or byte by byte by what atheris saw compared. Each reader has a fork of this process.
"""

import hashlib
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from functools import partial
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

import atheris

# It says of each module that it instruments it.
with redirect_stderr(StringIO()), atheris.instrument_imports(include=["send_extract"]):
    from send_extract.readers import READERS
    from tests.fuzz.mutants import MUTATIONS, Mutant, damage
    from tests.fuzz.packed import change_words
    from tests.fuzz.seeds import Seed, find_seeds, make_seeds
    from tests.fuzz.verdicts import FAULTS, PATIENCE, Verdict, judge

_LARGEST = 100_000
_MOST_MEMORY = 4096
"""MiB that a process may come to."""
_GROWTH = 64
_MOST_TOLD = 25
_BY_KIND = 0.6
"""How many of the files are damaged as their format can be, the others byte by byte."""


class Fed(NamedTuple):
    """What became of the files that a reader was fed: the count of each fate, and lines about those at fault."""

    reader: str
    fates: Counter[str]
    told: tuple[str, ...] = ()

    @property
    def faults(self) -> int:
        """How many are at fault."""
        return sum(self.fates[fate] for fate in FAULTS)

    def __str__(self) -> str:
        found = ", ".join(f"{self.fates[fate]:,} {fate}" for fate in ("read", "refused", *FAULTS))
        return f"{self.reader}: {self.fates.total():,} files: {found}"


def feed_readers(seconds: float, most: int, folder: Path) -> Iterator[Fed]:
    """What became of the files of each reader, as many readers at a time as there are cores."""
    folder.mkdir(parents=True, exist_ok=True)
    make_seeds()  # once, for all of them
    waiting, running = list(READERS), dict[int, str]()
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            reader = waiting.pop(0)
            pid = os.fork()
            if not pid:
                _feed_apart(reader, seconds, most, folder)
            running[pid] = reader
        pid, status = os.wait()
        yield read_fates(running.pop(pid), status, folder)


def _feed_apart(reader: str, seconds: float, most: int, folder: Path) -> None:
    """Feeds a reader in this process, and ends it; what it prints is kept in the folder."""
    for stream, suffix in ((1, "told"), (2, "log")):
        os.dup2(os.open(folder / f"{reader}.{suffix}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    seeds = find_seeds(reader)
    options = [
        f"-rss_limit_mb={_MOST_MEMORY}",
        f"-timeout={30 * PATIENCE}",
        f"-max_len={_LARGEST}",
        "-seed=1",
    ]
    with TemporaryDirectory() as corpus, atheris.instrument_imports(include=["send_extract"]):
        for place, seed in enumerate(seeds):
            Path(corpus, str(place)).write_bytes(seed.data)
        judge(Mutant(0, seeds[0], seeds[0].data), reader)
        feed = make_feed(reader, seconds, most, folder)
        arguments = [sys.argv[0], *options, f"-artifact_prefix={folder}/{reader}-", corpus]
        atheris.Setup(arguments, feed, custom_mutator=partial(mutate, name=seeds[0].name))
        atheris.Fuzz()


def read_fates(reader: str, status: int, folder: Path) -> Fed:
    """What a process said of its files; one that died is a crash, and its last lines are told."""
    told = (folder / f"{reader}.told").read_text("utf-8").splitlines()
    if status:
        log = (folder / f"{reader}.log").read_text("utf-8", "replace").splitlines()
        return Fed(reader, Counter(crash=1), (*told, f"{reader}: its process died", *log[-20:]))
    return Fed(reader, Counter(json.loads(told[-1])), tuple(told[:-1]))


def make_feed(reader: str, seconds: float, most: int, folder: Path) -> Callable[[bytes], int]:
    """What atheris calls with each file; it ends the process when the time is over. -1: the file is not kept."""
    fates: Counter[str] = Counter()
    end = time.monotonic() + seconds
    seed = find_seeds(reader)[0]

    def feed(data: bytes) -> int:
        verdict = judge(Mutant(0, seed, data), reader)
        fates[verdict.fate] += 1
        if verdict.fate in FAULTS and sum(fates[fate] for fate in FAULTS) <= _MOST_TOLD:
            print(tell_fault(reader, data, verdict, folder), flush=True)
        if time.monotonic() > end or fates.total() >= most:
            print(json.dumps(fates), flush=True)
            os._exit(0)
        return -1 if verdict.fate == "refused" else 0

    return feed


def tell_fault(reader: str, data: bytes, verdict: Verdict, folder: Path) -> str:
    """A line about what is at fault, which is kept."""
    path = folder / f"{reader}-{verdict.fate}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return f"{path}: {verdict.words}"


def mutate(data: bytes, most: int, number: int, name: str) -> bytes:
    """The file `name` damaged as its format can be, or byte by byte (of a packed one: a word of a part)."""
    random = Random(number)
    kind = Seed(name, data).kind
    if random.random() < _BY_KIND:
        return damage(random, MUTATIONS[kind], data)[:most]
    change = mutate_part_by_byte if kind == "package" else mutate_by_byte
    return damage(random, change, data)[:most]


def mutate_by_byte(_: Random, data: bytes) -> bytes:
    """By what atheris knows of bytes."""
    return bytes(atheris.Mutate(data, len(data) + _GROWTH))


def mutate_part_by_byte(random: Random, data: bytes) -> bytes:
    """The same with words or a value in a part of an office file."""
    return change_words(random, data, partial(mutate_by_byte, random))
