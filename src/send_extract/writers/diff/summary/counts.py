"""What is counted: recommendations, actions, words, measures, notes, the glossary, what stands outside the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from send_extract.changes import Change, Kind, PlanDiff
from send_extract.writers.diff.lengths import say_count, say_numbers

_COUNTED: tuple[tuple[Kind, str, str], ...] = (
    ("recommendation-renumbered", "recommendation renumbered", "recommendations renumbered"),
    (
        "recommendation-reordered",
        "recommendation put in another place",
        "recommendations put in another place",
    ),
    ("action-added", "action added", "actions added"),
    ("action-removed", "action removed", "actions removed"),
    ("action-moved", "action moved to another recommendation", "actions moved to another recommendation"),
    ("action-reordered", "action put in another order", "actions put in another order"),
    ("recommendation-reworded", "recommendation reworded", "recommendations reworded"),
    ("action-reworded", "action reworded", "actions reworded"),
    ("timing-reworded", "date written otherwise", "dates written otherwise"),
    ("measure-added", "measure added", "measures added"),
    ("measure-removed", "measure removed", "measures removed"),
    ("measure-reworded", "measure reworded", "measures reworded"),
    ("measure-moved", "measure moved", "measures moved"),
    ("note-added", "note added", "notes added"),
    ("note-removed", "note removed", "notes removed"),
    ("title-changed", "new title", "new titles"),
    ("paragraph-added", "paragraph outside the table added", "paragraphs outside the table added"),
    ("paragraph-removed", "paragraph outside the table removed", "paragraphs outside the table removed"),
    ("paragraph-reworded", "paragraph outside the table reworded", "paragraphs outside the table reworded"),
)
_GLOSSARY: tuple[tuple[Kind, str], ...] = (
    ("glossary-added", "added"),
    ("glossary-removed", "removed"),
    ("glossary-changed", "changed"),
)


def say_recommendations(changes: Iterable[Change]) -> Iterator[str]:
    """Merges, splits, what is new and what went, each by its number."""
    for change in changes:
        names = change.recommendation
        if names is None:
            continue
        old, new = say_numbers(names.old), say_numbers(names.new)
        if change.kind == "recommendation-merged":
            yield f"recommendations {old} merged into {new}"
        elif change.kind == "recommendation-split":
            yield f"recommendation {old} split into {new}"
        elif change.kind == "recommendation-added":
            yield f"recommendation {new} is new"
        elif change.kind == "recommendation-removed":
            yield f"recommendation {old} was removed"


def say_counts(diff: PlanDiff) -> Iterator[str]:
    """Everything else by its count; small edits of wording together, and told as small."""
    counts = Counter(change.kind for change in diff.changes if not change.minor)
    told = [(counts[kind], one, many) for kind, one, many in _COUNTED]
    small = sum(change.minor for change in diff.changes)
    told.append((small, "small edit (punctuation, spelling)", "small edits (punctuation, spelling)"))
    yield from (say_count(*each) for each in told if each[0])
    yield from _say_glossary(counts)
    if diff.summary["cosmetic"]:
        yield say_count(diff.summary["cosmetic"], "difference of typing alone", "differences of typing alone")


def _say_glossary(counts: Counter[Kind]) -> Iterator[str]:
    said = [f"{counts[kind]} {word}" for kind, word in _GLOSSARY if counts[kind]]
    if said:
        yield f"glossary: {', '.join(said)}"
