"""Mutations of what has keys and values: the program's own JSON, and settings."""

import json
from random import Random
from typing import Any

from tests.fuzz import bytewise
from tests.fuzz.textual import mutate_text

_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**30, "", "x", "2022-02-30", "1.1", "9.0", [], {}, [[]], [None], {"text": 1}, "\ud800",
    "é" * 500, "=1+1", "\x1b[31m", "\0=1",
)  # fmt: skip


def mutate_json(random: Random, data: bytes) -> bytes:
    """JSON with a value that is another, gone, doubled or deep."""
    if random.random() < 0.2:
        return random.choice(bytewise.MUTATIONS)(random, data)
    tree = json.loads(data)
    holder, key = random.choice(list(_walk(tree)))
    change = random.randrange(4)
    if change == 0:
        holder[key] = random.choice(_VALUES)
    elif change == 1:
        del holder[key]
    elif change == 2 and isinstance(holder, list):
        holder[key:key] = [holder[key]] * random.choice((1, 50))
    else:
        holder[key] = _bury(holder[key], random.choice((1, 40, 900)))
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def _walk(tree: Any) -> Any:
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in list(pairs):
        yield tree, key
        if isinstance(value, dict | list):
            yield from _walk(value)


def _bury(value: Any, depth: int) -> Any:
    for _ in range(depth):
        value = [value]
    return value


def mutate_settings(random: Random, data: bytes) -> bytes:
    """Settings with lines and words changed, or with a value of another kind."""
    if random.random() < 0.6:
        return mutate_text(random, data)
    lines = data.decode("utf-8", "replace").split("\n")
    place = random.randrange(len(lines))
    name = lines[place].partition("=")[0]
    values = (
        "0",
        "-1",
        "true",
        "[]",
        "[[]]",
        "{}",
        '""',
        "9999-12-31",
        "2022-02-30",
        "1e400",
        "[" * 300 + "]" * 300,
    )
    lines[place] = f"{name or 'x'} = {random.choice(values)}"
    return "\n".join(lines).encode()
