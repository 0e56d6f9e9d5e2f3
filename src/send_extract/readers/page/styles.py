"""How a page shows its words: hidden, struck out, bold …; from attributes, styles and well-known classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from send_extract.notation.colours import name_colour
from send_extract.patterns import compile_later

Hiding = Literal["", "gone", "unseen", "spoken", "drawn"]
"""How words are hidden: taken off the page, their place left blank, for screen readers alone, for the eye alone."""

_COMMENTS = compile_later(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACES = compile_later(r"([{}])")
_CLASS = compile_later(r"\s*[A-Za-z0-9]*\.([\w-]+)\s*")

_SPOKEN = "clip:rect(0,0,0,0)"
_GONE = "display:none"
_STRUCK = "text-decoration:line-through"
_RAISED = "vertical-align:super"
_CLASSES = (
    (
        compile_later(
            r"(?:[\w-]*[-_])?(?:sr-only|visually-?hidden|screen-?reader(?:s|-text|-only)?|element-invisible"
            r"|assistive-text|a11y-hidden|hidden-visually)(?:-focusable)?",
            re.IGNORECASE,
        ),
        _SPOKEN,
    ),
    (compile_later(r"d-(?:sm|md|lg|xl)-none|(?:sm|md|lg|xl):hidden|visible-xs(?:-\w+)?"), _GONE),
    (compile_later(r"msodel|strike(?:-?through)?|(?:text-decoration-)?line-through", re.IGNORECASE), _STRUCK),
    (compile_later(r"msoins", re.IGNORECASE), "text-decoration:underline"),
    (
        compile_later(r"mso(?:foot|end)notereference|(?:foot|end)?note-?ref(?:erence)?", re.IGNORECASE),
        _RAISED,
    ),
)
"""Classes whose names say the same on every site: for screen readers, only on small screens, struck, a note's mark."""

_HIDINGS: tuple[tuple[Hiding, str, re.Pattern[str]], ...] = (
    ("gone", "display", compile_later(r"none")),
    ("gone", "mso-hide", compile_later(r"all")),
    ("unseen", "visibility", compile_later(r"hidden|collapse")),
    ("spoken", "clip", compile_later(r"rect\(\s*[01](?:px)?[\s,]+[01]")),
    ("spoken", "clip-path", compile_later(r"inset\(\s*(?:50|100)%")),
    ("spoken", "text-indent", compile_later(r"-\d{3,}")),
    ("spoken", "left", compile_later(r"-\d{4,}")),
)
_LETTERS = (
    ("b", "font-weight", compile_later(r"bold|[6-9]00"), compile_later(r"normal|lighter|[1-5]00")),
    ("i", "font-style", compile_later(r"italic|oblique"), compile_later(r"normal")),
    ("u", "text-decoration", compile_later(r".*\bunderline"), compile_later(r"none")),
    ("s", "text-decoration", compile_later(r".*\bline-through"), compile_later(r"none")),
    ("u", "text-decoration-line", compile_later(r".*\bunderline"), compile_later(r"none")),
    ("s", "text-decoration-line", compile_later(r".*\bline-through"), compile_later(r"none")),
    ("^", "vertical-align", compile_later(r"super"), compile_later(r"baseline")),
    ("_", "vertical-align", compile_later(r"sub\b"), compile_later(r"baseline")),
)
_DEPTH = compile_later(r"\blst-kix_\w+-(\d)\b")
"""Google Docs writes every list beside the others, and its depth in its class."""
_RGB = compile_later(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_PIXEL = compile_later(r"[01]px")

Declarations = dict[str, str]
Sheet = dict[str, Declarations]


class Appearance(NamedTuple):
    """How a tag's words are shown: hidden, the emphasis they get and lose, Word's list, its depth, the colour."""

    hides: Hiding = ""
    adds: str = ""
    drops: str = ""
    item: str = ""
    depth: int = 0
    fill: str = ""


PLAIN = Appearance()


class Appearances:
    """How the tags of one page look: by its sheets of styles, each answer kept."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        self._sheet: Sheet = {}
        for sheet in sheets:
            _read_sheet(sheet, self._sheet)
        self._known: dict[tuple[str, str], Appearance] = {}

    def find(self, attributes: Mapping[str, object]) -> Appearance:
        """How a tag with these attributes looks."""
        key = str(attributes.get("class", "")), str(attributes.get("style", ""))
        if attributes.get("role") == "doc-noteref":
            key = f"{key[0]} noteref", key[1]
        look = self._known.get(key) or self._look_up(key) if any(key) else PLAIN
        if "hidden" in attributes and attributes["hidden"] != "until-found":
            return look._replace(hides="gone")
        if not look.hides and str(attributes.get("aria-hidden")).lower() == "true":
            return look._replace(hides="drawn")
        return look

    def _look_up(self, key: tuple[str, str]) -> Appearance:
        classes, style = key
        declared: Declarations = {}
        for name in classes.split():
            declared.update(_name_look(name))
            declared.update(self._sheet.get(name, {}))
        declared.update(read_declarations(style))
        depth = _DEPTH.search(classes)
        look = self._known[key] = read_look(declared)._replace(depth=int(depth[1]) if depth else 0)
        return look


def list_classes(attributes: Mapping[str, object]) -> list[str]:
    """The classes of a tag, in small letters."""
    found = attributes.get("class") or ""
    return (" ".join(found) if isinstance(found, list) else str(found)).lower().split()


def read_declarations(style: str) -> Declarations:
    """The properties of a style, names and values in small letters."""
    declarations = (part.partition(":") for part in style.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in declarations}


def read_look(declared: Declarations) -> Appearance:
    """What properties come to."""
    if not declared:
        return PLAIN
    adds = {letter for letter, name, on, _ in _LETTERS if on.match(declared.get(name, ""))}
    drops = {letter for letter, name, _, off in _LETTERS if off.match(declared.get(name, ""))}
    return Appearance(
        _find_hiding(declared),
        _print_letters(adds),
        _print_letters(drops),
        declared.get("mso-list", ""),
        fill=read_background(declared),
    )


def read_background(declared: Mapping[str, str]) -> str:
    """The colour behind words: that of `background-color`, or the first of a `background`."""
    printed = declared.get("background-color") or declared.get("background", "")
    if match := _RGB.match(printed):
        return name_colour("".join(f"{min(int(part), 255):02x}" for part in match.groups()))
    return name_colour(printed.partition(" ")[0])


def _print_letters(letters: set[str]) -> str:
    return "".join(sorted(letters))


def _find_hiding(declared: Declarations) -> Hiding:
    for hiding, name, pattern in _HIDINGS:
        if pattern.match(declared.get(name, "")):
            return hiding
    is_tiny = all(_PIXEL.match(declared.get(name, "")) for name in ("width", "height"))
    return "spoken" if is_tiny and "overflow" in declared else ""


def _read_sheet(text: str, sheet: Sheet) -> None:
    """Adds the rules for single classes; longer selectors depend on the tree, or on what a script does."""
    for selectors, declarations in _find_rules(_COMMENTS.sub("", text)):
        declared = read_declarations(declarations)
        for selector in selectors.split(","):
            if match := _CLASS.fullmatch(selector):
                sheet.setdefault(match[1], {}).update(declared)


def _find_rules(text: str) -> Iterator[tuple[str, str]]:
    """The rules of a sheet, but for those inside an at-rule: for paper or small screens, not for this page."""
    depth, selectors = 0, ""
    pieces = _BRACES.split(text)
    for piece, brace in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if brace == "{":
            selectors = piece.rpartition(";")[2] if not depth else selectors
            depth += 1
            continue
        if depth == 1 and not selectors.lstrip().startswith("@"):
            yield selectors, piece
        depth = max(depth - 1, 0)


@lru_cache(maxsize=1024)
def _name_look(name: str) -> Declarations:
    """What a well-known class means."""
    return next((read_declarations(style) for pattern, style in _CLASSES if pattern.fullmatch(name)), {})
