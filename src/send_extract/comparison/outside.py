"""What changed outside the table: the title, and the paragraphs around the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from rapidfuzz.distance import Indel

from send_extract.changes import Change
from send_extract.comparison.views import change, is_minor
from send_extract.headings import EXTRA, fold_heading
from send_extract.notation.furniture import is_furniture
from send_extract.plan import Plan
from send_extract.values.wording import find_key, find_words, is_same_wording

LEAST_ALIKE = 0.5
"""The share of words that two paragraphs at one place have in common, at least, to be one that was reworded."""


def compare_outside(old: Plan, new: Plan) -> Iterator[Change]:
    """The changes outside the tables, in the order of the new plan."""
    titles = old.title or "", new.title or ""
    if not is_same_wording(*titles):
        minor = is_minor(*titles)
        yield change("title-changed", None, titles[1], old=old.title, new=new.title, minor=minor)
    yield from _compare_headings(old, new)
    before, after = _list_texts(old), _list_texts(new)
    keys = list(map(find_key, before)), list(map(find_key, after))
    matcher = SequenceMatcher(a=keys[0], b=keys[1], autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            yield from _compare_runs(before[old_from:old_to], after[new_from:new_to])


def _compare_headings(old: Plan, new: Plan) -> Iterator[Change]:
    """The fields whose only column is headed otherwise, once each; a year in a heading is told by its dates."""
    before, after = _find_headings(old), _find_headings(new)
    for field in [field for field in before if field in after and field != EXTRA]:
        one, other = before[field], after[field]
        if len(one) == len(other) == 1 and fold_heading(one[0]) != fold_heading(other[0]):
            yield change("heading-changed", None, other[0], old=one[0], new=other[0], field=field)


def _find_headings(plan: Plan) -> dict[str, list[str]]:
    """The headings of each field, those of repeated groups once."""
    found: dict[str, list[str]] = {}
    for column in plan.columns:
        if column.heading and column.heading not in found.setdefault(column.field, []):
            found[column.field].append(column.heading)
    return found


def _list_texts(plan: Plan) -> list[str]:
    return [words.text for words in plan.paragraphs if not is_furniture(words.text)]


def _compare_runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Paragraphs between two that stayed: in pairs where they are alike, else gone and come."""
    for before, after in zip_longest(old, new):
        if before is not None and after is not None and _is_alike(before, after):
            minor = is_minor(before, after)
            yield change("paragraph-reworded", None, after, old=before, new=after, minor=minor)
            continue
        if before is not None:
            yield change("paragraph-removed", None, before, old=before)
        if after is not None:
            yield change("paragraph-added", None, after, new=after)


def _is_alike(old: str, new: str) -> bool:
    return Indel.normalized_similarity(find_words(old), find_words(new)) >= LEAST_ALIKE
