"""Two plans and their alignment to a PlanDiff."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from send_extract.alignment import Alignment, align_plans
from send_extract.changes import Change, Endpoint, Place, PlanDiff
from send_extract.comparison.cells import fold_cells
from send_extract.comparison.cosmetics import find_cosmetic
from send_extract.comparison.glossary import compare_glossaries
from send_extract.comparison.items import compare_items, list_families
from send_extract.comparison.naming import find_headings
from send_extract.comparison.ordering import is_turned
from send_extract.comparison.outside import compare_outside
from send_extract.comparison.recommendations import compare_group, find_come, find_gone, find_reordered
from send_extract.comparison.views import view_alignment
from send_extract.plan import Plan

if TYPE_CHECKING:
    from send_extract.comparison.views import View

LEAST_RELATED = 0.2
"""The share of the shorter plan's recommendations that two drafts of one plan have in common, at least."""


def diff_plans(old: Plan, new: Plan) -> PlanDiff:
    """What changed from one draft to another: all of it, and nothing that is typing alone."""
    return diff_aligned(old, new, align_plans(old, new))


def diff_aligned(old: Plan, new: Plan, alignment: Alignment) -> PlanDiff:
    """What changed between two drafts that are aligned already."""
    view = view_alignment(alignment, (find_headings(old, new), find_headings(new, new)))
    outside = chain(compare_glossaries(old.glossary, new.glossary), compare_outside(old, new))
    changes = tuple(chain(_tell_in_order(view), outside))
    cosmetic = tuple(find_cosmetic(view, old, new))
    counts: Counter[str] = Counter(found.kind for found in changes)
    return PlanDiff(
        origin=_describe_endpoint(old),
        target=_describe_endpoint(new),
        related=_is_related(view),
        order="turned" if is_turned(old, new) else "given",
        summary={**counts, "cosmetic": len(cosmetic)},
        changes=changes,
        cosmetic=cosmetic,
    )


def _describe_endpoint(plan: Plan) -> Endpoint:
    return Endpoint(plan.draft.label, plan.source.sha256, plan.title, plan.source.name)


def _is_related(view: View) -> bool:
    """Whether the two are drafts of one plan, by how many recommendations live on."""
    shorter = min(len(view.alignment.old.records), len(view.alignment.new.records))
    return not shorter or len(view.groups) >= shorter * LEAST_RELATED


def _tell_in_order(view: View) -> Iterator[Change]:
    """The changes by recommendation, in the order of the new plan; what went stands where it stood."""
    told = _tell_groups(view)
    for found in find_come(view):
        told.setdefault(_new_place(found), []).insert(0, found)
    gone = _place_gone(view)
    yield from gone.pop(-1, [])
    for index in range(len(view.alignment.new.records)):
        yield from told.get(index, [])
        yield from gone.get(index, [])


def _new_place(found: Change) -> int:
    place = found.place.new if found.place else None
    return place.recommendation - 1 if isinstance(place, Place) else 0


def _tell_groups(view: View) -> dict[int, list[Change]]:
    """The changes of each group, under the place of its first recommendation in the new plan."""
    items: defaultdict[int, list[Change]] = defaultdict(list)
    for family in list_families(view):
        for index, found in compare_items(view, family):
            items[index].append(found)
    moved = find_reordered(view)
    told: dict[int, list[Change]] = {}
    for group in view.groups:
        changes = list(compare_group(view, group, moved))
        inner = [found for index in group.news for found in items.pop(index, [])]
        told[group.news[0]] = _sort(fold_cells(view, group, [*changes, *inner]))
    for index, rest in items.items():
        told.setdefault(index, []).extend(rest)
    return told


def _sort(changes: list[Change]) -> list[Change]:
    """The recommendation's own changes first, then its actions', then its measures', each in their order."""
    return sorted(changes, key=_find_rank)


def _find_rank(found: Change) -> tuple[int, int]:
    if found.action is None and found.measure is None:
        return 0, 0
    place = (found.place.new or found.place.old) if found.place else None
    item = place.item or 0 if isinstance(place, Place) else 0
    return (1 if found.measure is None else 2), item


def _place_gone(view: View) -> dict[int, list[Change]]:
    """What went, under the new place of what lives on before it; -1 at the beginning."""
    lived = {old: group.news[0] for group in view.groups for old in group.olds}
    anchors = list(
        accumulate(range(len(view.alignment.old.records)), lambda last, old: lived.get(old, last), initial=-1)
    )
    places: defaultdict[int, list[Change]] = defaultdict(list)
    for found in find_gone(view):
        place = found.place.old if found.place else None
        places[anchors[place.recommendation] if isinstance(place, Place) else -1].append(found)
    return dict(places)
