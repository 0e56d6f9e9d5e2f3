"""Mutations that know nothing of what they change."""

from random import Random

_TELLING = (
    b"\0",
    b"\xff",
    b"\r",
    b"\n",
    b"\t",
    b"<",
    b"&",
    b'"',
    b"|",
    b"\x80",
    b"\xe2\x80",
    b"\x1b[31m",
    b"-1",
    b"9" * 30,
)


def flip(random: Random, data: bytes) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 32))):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def insert(random: Random, data: bytes) -> bytes:
    """Bytes that mean something stand where they mean nothing."""
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(_TELLING) * random.choice((1, 1, 3, 100)) + data[place:]


def cut(random: Random, data: bytes) -> bytes:
    """A part is gone."""
    start, end = _choose_part(random, data)
    return data[:start] + data[end:]


def repeat(random: Random, data: bytes) -> bytes:
    """A part stands there again and again."""
    start, end = _choose_part(random, data)
    return data[:end] + data[start:end] * random.choice((1, 2, 20)) + data[end:]


def move(random: Random, data: bytes) -> bytes:
    """A part stands elsewhere."""
    start, end = _choose_part(random, data)
    rest = data[:start] + data[end:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + data[start:end] + rest[place:]


def truncate(random: Random, data: bytes) -> bytes:
    """The end is gone."""
    return data[: random.randrange(len(data) + 1)]


def _choose_part(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.choice((1, 4, 40, 400, 4000)))


MUTATIONS = (flip, insert, cut, repeat, move, truncate)
