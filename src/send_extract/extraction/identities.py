"""Identities of actions and measures where several recommendations carry one number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from send_extract.plan import Recommendation


def count_on(recommendations: Iterable[Recommendation]) -> Iterator[Recommendation]:
    """`recommendations`, those whose number stood before counting their actions and measures on from there."""
    counts: dict[str, tuple[int, int]] = {}
    for recommendation in recommendations:
        number = recommendation.number
        actions, measures = counts.get(number, (0, 0))
        counts[number] = actions + len(recommendation.actions), measures + len(recommendation.measures)
        yield _count_on(recommendation, actions, measures) if actions or measures else recommendation


def _count_on(recommendation: Recommendation, actions: int, measures: int) -> Recommendation:
    number = recommendation.number
    return replace(
        recommendation,
        actions=tuple(
            replace(action, id=f"{number}.{place}")
            for place, action in enumerate(recommendation.actions, actions + 1)
        ),
        measures=tuple(
            replace(measure, id=f"{number}.m{place}")
            for place, measure in enumerate(recommendation.measures, measures + 1)
        ),
    )
