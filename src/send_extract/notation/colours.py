"""The colour that fills a cell, as the word that people say for it: `FF0000` is red."""

from __future__ import annotations

import colorsys
from functools import lru_cache

_NAMED = {
    "red": "FF0000", "darkred": "8B0000", "crimson": "DC143C", "orange": "FFA500", "darkorange": "FF8C00",
    "gold": "FFD700", "yellow": "FFFF00", "green": "008000", "lime": "00FF00", "limegreen": "32CD32",
    "lightgreen": "90EE90", "darkgreen": "006400", "blue": "0000FF", "navy": "000080", "lightblue": "ADD8E6",
    "purple": "800080", "grey": "808080", "gray": "808080", "silver": "C0C0C0", "black": "000000",
}  # fmt: skip
"""Names of CSS (Color Module Level 4, 6.1) that authors give to cells."""
_HUES = ((20, "Red"), (70, "Amber"), (165, "Green"), (260, "Blue"), (325, "Purple"), (360, "Red"))
"""Where a hue ends on the circle of 360 degrees; the yellow of a traffic light is its amber."""
_PALE = 0.3
"""The saturation of a band behind alternate rows is less than this, that of a marked cell more."""
_LIGHT = 0.86
"""A grey of at least this value is paper or a band."""
_DIGITS, _WITH_ALPHA = 6, 8


@lru_cache(maxsize=1024)
def name_colour(printed: str) -> str:
    """The colour of a fill (`#FF0000`, `FFFF0000`, `red`); empty for paper, a pale band, or what is no colour."""
    code = printed.strip().lower()
    code = _NAMED.get(code, code).removeprefix("#")
    if len(code) == len("f00"):
        code = "".join(digit * 2 for digit in code)
    if len(code) == _WITH_ALPHA:
        code = code[2:]
    try:
        parts = [part / 255 for part in bytes.fromhex(code)]
    except ValueError:
        return ""
    return _name_parts(*parts) if len(code) == _DIGITS else ""


def _name_parts(red: float, green: float, blue: float) -> str:
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _PALE or value < 1 - _LIGHT:
        return "" if value >= _LIGHT else "Grey"
    return next(name for end, name in _HUES if hue * 360 <= end)
