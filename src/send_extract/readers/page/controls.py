"""What a form's controls print: a box, the chosen words of a list, what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from send_extract.readers.page.styles import list_classes

if TYPE_CHECKING:
    from bs4 import Tag

    from send_extract.readers.page.shape import Indexed

CONTROLS = frozenset(("input", "select", "datalist"))
"""Controls that print something else than the words inside them."""

_BOXES = frozenset(("checkbox", "radio"))
_ROLES = frozenset(("checkbox", "radio", "switch"))
_TYPED = frozenset(
    ("", "text", "date", "month", "week", "time", "datetime-local", "number", "email", "tel", "url", "search")
)
_ON = frozenset(("checked", "checkbox-on"))
_DRAWN = frozenset(("checkbox-on", "checkbox-off"))
"""Classes by which Confluence and Notion draw boxes."""
_TICKED = " ☒ "
_UNTICKED = " ☐ "


def print_control(tag: Tag) -> str:
    """What a control shows, a space on either side; of a list of choices only what is chosen, of a button nothing."""
    if tag.name == "select":
        return _space(", ".join(_find_chosen(tag)))
    kind = str(tag.get("type", "")).lower()
    if kind in _BOXES:
        return print_box(tag)
    return _space(str(tag.get("value", ""))) if tag.name == "input" and kind in _TYPED else ""


def _space(words: str) -> str:
    return f" {words} " if words else ""


def print_box(tag: Tag) -> str:
    """A box to tick, ticked or not."""
    is_ticked = tag.has_attr("checked") or tag.get("aria-checked") == "true"
    return _TICKED if is_ticked or not _ON.isdisjoint(list_classes(tag.attrs)) else _UNTICKED


def is_drawn_box(tag: Tag) -> bool:
    """Whether a tag that is no control acts as a box to tick, or is an item that wikis print one before."""
    is_item = tag.has_attr("data-inline-task-id") or not _DRAWN.isdisjoint(list_classes(tag.attrs))
    return is_item or (tag.get("role") in _ROLES and tag.has_attr("aria-checked"))


def find_labels(tags: Sequence[Indexed]) -> dict[int, Tag]:
    """The boxes whose label opens before them in the same cell, by the identity of the label and of the box."""
    labels: dict[str | int, Indexed] = {}
    found: dict[int, Tag] = {}
    for each in tags:
        if each.tag.name == "label":
            labels[str(each.tag.get("for", "")) or id(each.tag)] = each
        elif _is_box(each.tag):
            label = labels.get(str(each.tag.get("id", ""))) or labels.pop(each.around.label, None)
            if label is not None and label.around.cell == each.around.cell:
                found[id(label.tag)] = found[id(each.tag)] = each.tag
    return found


def _is_box(tag: Tag) -> bool:
    return tag.name == "input" and str(tag.get("type", "")).lower() in _BOXES


def _find_chosen(select: Tag) -> Iterator[str]:
    """The words of the options that are chosen: the first where none is, and one without a value is no choice."""
    options = select.find_all("option")
    chosen = [option for option in options if option.has_attr("selected")]
    if not select.has_attr("multiple"):
        chosen = chosen[-1:] or options[:1]
    for option in chosen:
        if option.get("value") != "":
            yield " ".join(option.get_text().split()) or str(option.get("label", ""))
