"""Mutants, each known by its number: from which seed it is made, by which mutations."""

import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.fuzz import bytewise
from tests.fuzz.keyed import mutate_json, mutate_settings
from tests.fuzz.packed import mutate_package, mutate_paper
from tests.fuzz.seeds import Seed, make_seeds
from tests.fuzz.textual import mutate_markup, mutate_text

Mutation = Callable[[Random, bytes], bytes]
MUTATIONS: dict[str, Mutation] = {
    "text": mutate_text,
    "markup": mutate_markup,
    "package": mutate_package,
    "paper": mutate_paper,
    "json": mutate_json,
    "settings": mutate_settings,
    "bytes": bytewise.flip,
}
_BLIND = 0.15
"""How many of the mutations know nothing of the format."""
_LARGEST = 400_000


class Mutant(NamedTuple):
    """A file that nobody would write."""

    number: int
    seed: Seed
    data: bytes


def make_mutant(number: int) -> Mutant:
    """The mutant of a number, always the same one; each seed has its turn."""
    seeds = make_seeds()
    random, seed = Random(number), seeds[number % len(seeds)]
    data = seed.data
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        mutation = MUTATIONS[seed.kind] if random.random() > _BLIND else random.choice(bytewise.MUTATIONS)
        data = damage(random, mutation, data)
    return Mutant(number, seed, data)


def damage(random: Random, mutation: Mutation, data: bytes) -> bytes:
    """A file with a mutation; the file itself where it is damaged too much for it already."""
    try:
        return mutation(random, data)[:_LARGEST]
    except (ValueError, EOFError, OSError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return data
