"""Boxes to tick: ☒ is ticked and ☐ is not, however a program draws them."""

from __future__ import annotations

from send_extract.patterns import compile_later

TICKED, EMPTY = "☒", "☐"
_DRAWN = {
    **dict.fromkeys("☑🗹🗷✅❎⊠⊡\uf0fe\uf0fd\uf052\uf054\uf078", TICKED),
    **dict.fromkeys("⃞🗆⬜\uf0a8\uf06f\uf0a3\uf071\uf072", EMPTY),
}
"""Other drawings of a box; those of private use are Wingdings' and Wingdings 2's."""
_TYPED = compile_later(r"(?<![^\s(])\[(?:(?P<ticked>[xX✓✔])|[ _\xa0]{1,3})\](?=\s|$)")
_OF_DRAWN = str.maketrans(_DRAWN)
_BOX = compile_later(rf"[{TICKED}{EMPTY}]")
_BETWEEN = " \t\n,;/|&"


def draw_boxes(text: str) -> str:
    """`text` with every box as one of the two."""
    if "[" in text:
        text = _TYPED.sub(lambda match: TICKED if match["ticked"] else EMPTY, text)
    return text if text.isascii() else text.translate(_OF_DRAWN)


def has_boxes(text: str) -> bool:
    """Whether something is, or is not, ticked in `text`."""
    return TICKED in text or EMPTY in text


def choose_ticked(text: str) -> tuple[str, ...]:
    """The labels of the ticked boxes; a box stands before its label where `text` begins with one, else behind it."""
    pieces, boxes = _BOX.split(text), _BOX.findall(text)
    labels = pieces[:-1] if pieces[0].strip(_BETWEEN) else pieces[1:]
    ticked = (label.strip(_BETWEEN) for box, label in zip(boxes, labels, strict=True) if box == TICKED)
    return tuple(filter(None, ticked))
