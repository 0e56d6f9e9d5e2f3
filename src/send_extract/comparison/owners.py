"""Who answers for something, as labels that can be compared and shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from send_extract.changes import Change
from send_extract.comparison.views import change
from send_extract.plan import Action, OwnersMention, Recommendation
from send_extract.values.owner import Owner
from send_extract.values.wording import find_key

Labels = tuple[str, ...]


def list_labels(mention: OwnersMention) -> Labels:
    """The owners of a Who cell, each once; the words themselves where they were not read."""
    if mention.value is None:
        return (" ".join(mention.text.split()),) if mention.text.strip() else ()
    return tuple(dict.fromkeys(map(_label, mention.value)))


def _label(owner: Owner) -> str:
    parts = [owner.name or owner.code or "", owner.position, owner.organisation]
    label = ", ".join(part for part in parts if part)
    return label if owner.role == "owner" else f"{label} ({owner.role})"


def find_owner_keys(labels: Iterable[str]) -> frozenset[str]:
    """The owners without regard to order, case and full stops (`G.B.` is `GB`)."""
    return frozenset(find_key(label).casefold().replace(".", "") for label in labels)


def subtract(labels: Labels, others: Labels) -> Labels:
    """The labels whose owner is not among the others."""
    known = find_owner_keys(others)
    return tuple(label for label in labels if not find_owner_keys([label]) <= known)


def list_effective(record: Recommendation, action: Action) -> Labels:
    """Who answers for an action: its own owners, else those of its recommendation."""
    return list_labels(action.who) or list_labels(record.who)


def is_inherited(record: Recommendation, action: Action) -> bool:
    """Whether an action's owners are its recommendation's."""
    return find_owner_keys(list_effective(record, action)) == find_owner_keys(list_labels(record.who))


def describe_owners(old: Labels, new: Labels, names: dict[str, Any]) -> Change:
    """The change from some owners to others."""
    return change(
        "owner-changed", **names,
        old="/".join(old) or None, new="/".join(new) or None,
        added=subtract(new, old), removed=subtract(old, new),
    )  # fmt: skip
