"""What a form's controls print: a box, the chosen words of a list, what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bs4 import Tag

CONTROLS = frozenset(("input", "select", "datalist"))
"""Controls that print something else than the words inside them."""

_BOXES = frozenset(("checkbox", "radio"))
_ROLES = frozenset(("checkbox", "radio", "switch"))
_TYPED = frozenset(
    ("", "text", "date", "month", "week", "time", "datetime-local", "number", "email", "tel", "url", "search")
)
_TICKED = "☒ "
_UNTICKED = "☐ "


def print_control(tag: Tag) -> str:
    """What a control shows; of a list of choices only what is chosen, of a button nothing."""
    if tag.name == "select":
        return ", ".join(_find_chosen(tag))
    kind = str(tag.get("type", "")).lower()
    if kind in _BOXES:
        return print_box(tag)
    return str(tag.get("value", "")) if tag.name == "input" and kind in _TYPED else ""


def print_box(tag: Tag) -> str:
    """A box to tick, ticked or not."""
    return _TICKED if tag.has_attr("checked") or tag.get("aria-checked") == "true" else _UNTICKED


def is_drawn_box(tag: Tag) -> bool:
    """Whether a tag that is no control acts as a box to tick."""
    return tag.get("role") in _ROLES and tag.has_attr("aria-checked")


def find_labels(tags: Sequence[Tag]) -> dict[int, Tag]:
    """The boxes whose label comes before them, by the identity of the label and of the box itself."""
    places = {id(tag): place for place, tag in enumerate(tags)}
    named = {str(tag.get("id", "")): tag for tag in tags if tag.name == "input"}
    found: dict[int, Tag] = {}
    for label in tags:
        box = _find_box(label, named) if label.name == "label" else None
        if box is not None and places[id(box)] > places[id(label)]:
            found[id(label)] = found[id(box)] = box
    return found


def _find_box(label: Tag, named: Mapping[str, Tag]) -> Tag | None:
    """The box to tick that a label is for: named by it or inside it, in the same cell."""
    name = str(label.get("for", ""))
    box = named.get(name) if name else label.find("input")
    if box is None or str(box.get("type", "")).lower() not in _BOXES or not _stand_together(label, box):
        return None
    return box


def _stand_together(label: Tag, box: Tag) -> bool:
    """Whether a label and its box stand in one cell."""
    return label.find_parent(["td", "th"]) is box.find_parent(["td", "th"])


def _find_chosen(select: Tag) -> Iterator[str]:
    """The words of the options that are chosen: the first where none is, and one without a value is no choice."""
    options = select.find_all("option")
    chosen = [option for option in options if option.has_attr("selected")]
    if not select.has_attr("multiple"):
        chosen = chosen[-1:] or options[:1]
    for option in chosen:
        if option.get("value") != "":
            yield " ".join(option.get_text().split()) or str(option.get("label", ""))
