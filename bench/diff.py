"""How fast two plans are compared: `diff_plans` beside `jsonpatch` on the same JSON, plans already read."""

from __future__ import annotations

import datetime as dt
import gc
import random
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import jsonpatch
import msgspec
from msgspec.structs import replace

from bench.measuring import ROOT, find_program, measure_commands, print_table
from send_extract.comparison import diff_plans
from send_extract.plan import (
    Action,
    Measure,
    OwnersMention,
    Plan,
    Recommendation,
    SourceRecord,
    TimingMention,
)
from send_extract.values import stems, wording
from send_extract.values.owner import Owner
from send_extract.values.timing import Interval, Timing

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1_000, 10_000)
EDITS = 2_000
"""Made to the largest of the plans; the others have as many in proportion."""
LIMIT, STRANGERS_LIMIT, EXTRACT_LIMIT = 3, 5, 2
ROUNDS = 11
SYLLABLES = ("ba", "ke", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
WHO = OwnersMention("GB", (Owner("GB"),))


def make_vocabulary(start: str) -> list[str]:
    """Some 3,000 words that begin with `start`, so that two vocabularies can have nothing in common."""
    return [start + one + two + three for one in SYLLABLES for two in SYLLABLES for three in SYLLABLES]


def make_large_plan(size: int, vocabulary: list[str]) -> Plan:
    """A plan of `size` recommendations, each with three actions and two measures."""
    words = random.Random(size)  # noqa: S311 - the same plan each time
    records = tuple(_make_record(str(number), words, vocabulary) for number in range(1, size + 1))
    source = SourceRecord("large.txt", "delimited", "utf-8", "0" * 64, 0)
    return Plan(title="Large", source=source, recommendations=records)


def _make_record(number: str, words: random.Random, vocabulary: list[str]) -> Recommendation:
    actions = tuple(_make_action(f"{number}.{place}", words, vocabulary) for place in range(1, 4))
    measures = tuple(Measure(f"{number}.m{place}", _write(words, vocabulary, 8)) for place in (1, 2))
    cell = TimingMention(" ".join(action.when.text for action in actions))
    text = _write(words, vocabulary, 12)
    return Recommendation(number, text, when=cell, who=WHO, actions=actions, measures=measures)


def _make_action(name: str, words: random.Random, vocabulary: list[str]) -> Action:
    return Action(name, _write(words, vocabulary, 9), when=_make_timing(words), who=WHO)


def _make_timing(words: random.Random) -> TimingMention:
    start = dt.date(2022, words.randint(1, 12), 1)
    return TimingMention(f"{start:%B}", Timing(intervals=(Interval(start, start.replace(day=28)),)))


def _write(words: random.Random, vocabulary: list[str], count: int) -> str:
    return " ".join(words.choices(vocabulary, k=count))


def edit_plan(plan: Plan, edits: int, vocabulary: list[str], seed: int = 0) -> Plan:
    """The plan after random edits: words, dates, actions that come, go and move."""
    words = random.Random(edits + seed)  # noqa: S311 - the same edits each time
    lists = [list(record.actions) for record in plan.recommendations]
    for _ in range(edits):
        actions = words.choice(lists)
        words.choice(_EDITS)(words, vocabulary, actions, words.choice(lists))
    records = (_settle(record, actions) for record, actions in zip(plan.recommendations, lists, strict=True))
    return replace(plan, recommendations=tuple(records))


def _settle(record: Recommendation, actions: list[Action]) -> Recommendation:
    named = tuple(replace(action, id=f"{record.number}.{place}") for place, action in enumerate(actions, 1))
    return replace(record, actions=named, when=TimingMention(" ".join(action.when.text for action in named)))


def _reword(words: random.Random, vocabulary: list[str], actions: list[Action], _: list[Action]) -> None:
    if actions:
        text = actions[-1].text.split()
        text[words.randrange(len(text))] = words.choice(vocabulary)
        actions[-1] = replace(actions[-1], text=" ".join(text))


def _postpone(words: random.Random, _: list[str], actions: list[Action], __: list[Action]) -> None:
    if actions:
        actions[0] = replace(actions[0], when=_make_timing(words))


def _add(words: random.Random, vocabulary: list[str], actions: list[Action], _: list[Action]) -> None:
    actions.insert(words.randint(0, len(actions)), _make_action("", words, vocabulary))


def _remove(words: random.Random, _: list[str], actions: list[Action], __: list[Action]) -> None:
    if actions:
        del actions[words.randrange(len(actions))]


def _move(words: random.Random, _: list[str], actions: list[Action], other: list[Action]) -> None:
    if actions:
        other.insert(0, actions.pop(words.randrange(len(actions))))


_EDITS = (_reword, _postpone, _add, _remove, _move)


def main() -> None:
    """Times the diff of large plans beside `jsonpatch`, and that of two drafts beside the extraction of one."""
    heading = (
        "recommendations",
        "plans",
        "changes",
        "seconds",
        "peak MiB",
        "jsonpatch seconds",
        "times jsonpatch",
    )
    rows = [heading, *(row for size in SIZES for row in _measure_size(size))]
    title = (
        f"diff of plans already read: limit {LIMIT} times jsonpatch, strangers {STRANGERS_LIMIT} times that"
    )
    print_table(title, rows)
    _measure_processes()


def _measure_size(size: int) -> list[tuple[object, ...]]:
    vocabulary = make_vocabulary("")
    plan = make_large_plan(size, vocabulary)
    edited = edit_plan(plan, EDITS * size // SIZES[-1], vocabulary)
    old, new = (msgspec.json.decode(msgspec.json.encode(side)) for side in (plan, edited))
    floor = _time(lambda: jsonpatch.make_patch(old, new))
    strangers = make_large_plan(size, make_vocabulary("q"))
    return [
        _measure(size, name, (plan, other), floor)
        for name, other in (("edited", edited), ("nothing in common", strangers))
    ]


def _measure(size: int, name: str, plans: tuple[Plan, Plan], floor: float) -> tuple[object, ...]:
    took = _time(lambda: diff_plans(*plans))
    tracemalloc.start()
    changes = len(diff_plans(*plans).changes)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return size, name, changes, f"{took:.2f}", f"{peak:.0f}", f"{floor:.2f}", f"{took / floor:.2f}"


def _time(run: Callable[[], object]) -> float:
    """The seconds of one run, what earlier runs remembered being forgotten."""
    for remembered in (wording.normalise_words, wording.find_key, stems.find_stems, stems.find_stem):
        remembered.cache_clear()
    gc.collect()
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _measure_processes() -> None:
    """Whole processes: `diff` of two drafts beside `extract` of one."""
    draft = ROOT / "raw" / "draft-1.txt"
    with tempfile.TemporaryDirectory() as folder:
        later = Path(folder) / "draft-2.txt"
        later.write_text(draft.read_text(encoding="utf-8").replace("April", "June"), encoding="utf-8")
        program = find_program("send-extract")
        commands = {
            "extract raw/draft-1.txt": [program, "extract", str(draft), "-q", "-o", folder],
            "diff with a later draft": [
                program,
                "diff",
                str(draft),
                str(later),
                "--format",
                "json",
                "-o",
                "diff.json",
            ],
        }
        times = measure_commands(commands, ROUNDS, Path(folder), (0, 1))
    extract, _ = times.values()
    rows = [
        ("process", "seconds", "times extract"),
        *(
            (name, f"{one.seconds:.3f}", f"{one.seconds / extract.seconds:.2f}")
            for name, one in times.items()
        ),
    ]
    print_table(f"diff of two drafts, whole process: limit {EXTRACT_LIMIT} times extract of one", rows)
