"""The marks by which this program knows a plan.md that it wrote."""

from __future__ import annotations

from send_extract.readers.decoding import even_lines

MARK = "<!-- send-extract 1."
_PARTS = ("\n## Recommendations\n", "\n### Recommendation ", "| In full |")
"""What stands in it in this order, whoever cut the first line off."""


def is_regenerated(text: str) -> bool:
    """Whether this program wrote the text: its first line says so, or its parts do."""
    if text.lstrip("\ufeff \t\r\n").startswith(MARK):
        return True
    if _PARTS[-1] not in text:
        return False
    text, place = even_lines(text), 0
    for part in _PARTS:
        place = text.find(part, place)
        if place < 0:
            return False
    return True
