"""Words that hardly anything ends with: behind one at a line's end the sentence goes on."""

from __future__ import annotations

HANGING = frozenset(
    [
        "a", "an", "the", "of", "to", "and", "or", "with", "from", "for", "by", "at", "as", "than", "that", "which",
        "who", "whose", "into", "onto", "between", "against", "towards", "across", "including", "our", "its", "their",
        "his", "her", "your", "each", "every", "&",
    ]
)  # fmt: skip


def hangs(text: str) -> bool:
    """Whether the last word of a line is one that the sentence goes on behind."""
    words = text.rsplit(maxsplit=1)
    return bool(words) and words[-1].lower() in HANGING
