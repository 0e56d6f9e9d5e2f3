"""The controls of forms in an OpenDocument text, as they are shown (ODF 1.3, part 3, 13)."""

from __future__ import annotations

from lxml import etree

from send_extract.notation.boxes import EMPTY, TICKED
from send_extract.readers.opendocument.names import FORM, XML_ID

_IDS = (f"{FORM}id", XML_ID)
_BOXES = frozenset((f"{FORM}checkbox", f"{FORM}radio"))
_CHOSEN = (f"{FORM}current-selected", f"{FORM}selected")
_STATES = (f"{FORM}current-state", f"{FORM}state", *_CHOSEN)
_VALUES = (f"{FORM}current-value", f"{FORM}value")
_ON = frozenset(("checked", "true"))


def read_forms(root: etree._Element) -> dict[str, str]:
    """What each control prints, by its name."""
    found: dict[str, str] = {}
    for control in root.iter(f"{FORM}*"):
        for name in map(control.get, _IDS):
            if name:
                found[name] = _print_control(control)
    return found


def _print_control(control: etree._Element) -> str:
    if control.tag in _BOXES:
        box = TICKED if _find(control, _STATES) in _ON else EMPTY
        return f"{box} {control.get(f'{FORM}label', '')}".rstrip()
    chosen = [
        each.get(f"{FORM}label", "") for each in control.iter(f"{FORM}option") if _find(each, _CHOSEN) in _ON
    ]
    return ", ".join(chosen) or _find(control, _VALUES)


def _find(element: etree._Element, names: tuple[str, ...]) -> str:
    """The first of some attributes that an element has; empty where it has none."""
    return next(filter(None, map(element.get, names)), "")
