"""A diff as a JSON Patch (RFC 6902) from the old `plan.json` to the new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from send_extract.writers.diff import Drawing
from send_extract.writers.records import write_json

if TYPE_CHECKING:
    from send_extract.changes import Compared

Operation = dict[str, Any]


def write_patch(compared: Compared, drawing: Drawing) -> bytes:  # noqa: ARG001 - the writers are called alike
    """The bytes of the patch: whole list items that neither draft shares come and go, all else is told within."""
    old, new = (msgspec.json.decode(write_json(plan)) for plan in (compared.old, compared.new))
    operations = list(_compare(old, new, ""))
    return msgspec.json.format(msgspec.json.encode(operations), indent=2) + b"\n"


def _compare(old: Any, new: Any, path: str) -> Iterator[Operation]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _compare_objects(old, new, path)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _compare_lists(old, new, path)
    elif type(old) is not type(new) or old != new:
        yield {"op": "replace", "path": path, "value": new}


def _compare_objects(old: dict[str, Any], new: dict[str, Any], path: str) -> Iterator[Operation]:
    for key in old.keys() - new.keys():
        yield {"op": "remove", "path": f"{path}/{_escape(key)}"}
    for key, value in new.items():
        if key in old:
            yield from _compare(old[key], value, f"{path}/{_escape(key)}")
        else:
            yield {"op": "add", "path": f"{path}/{_escape(key)}", "value": value}


def _escape(key: str) -> str:
    """A key as RFC 6901 writes it in a pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def _compare_lists(old: list[Any], new: list[Any], path: str) -> Iterator[Operation]:
    """Takes out what has no counterpart, from the end; puts in what is new, from the start; then looks within."""
    pairs = _pair_items(old, new)
    for place in sorted(set(range(len(old))) - pairs.keys(), reverse=True):
        yield {"op": "remove", "path": f"{path}/{place}"}
    for place in sorted(set(range(len(new))) - set(pairs.values())):
        yield {"op": "add", "path": f"{path}/{place}", "value": new[place]}
    for before, after in pairs.items():
        yield from _compare(old[before], new[after], f"{path}/{after}")


def _pair_items(old: list[Any], new: list[Any]) -> dict[int, int]:
    """Items that go by one name, in an order that both lists have; the nearest later one each time."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(len(new) - 1, -1, -1):
        places[_name(new[place])].append(place)
    pairs: dict[int, int] = {}
    reached = -1
    for place, item in enumerate(old):
        waiting = places[_name(item)]
        while waiting and waiting[-1] <= reached:
            waiting.pop()
        if waiting:
            reached = pairs[place] = waiting.pop()
    return pairs


def _name(item: Any) -> str:
    """What an item is known by: its words, or all of it where it has none."""
    if isinstance(item, dict):
        for key in ("text", "code", "term", "heading"):
            if isinstance(item.get(key), str):
                return f"{key}:{item[key]}"
    return msgspec.json.encode(item, order="deterministic").decode()
