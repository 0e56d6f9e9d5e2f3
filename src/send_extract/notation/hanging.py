"""Words that join what stands on both their sides: where a line ends with one, its sentence goes on."""

from __future__ import annotations

LINKING = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "per", "than", "that",
    "the", "their", "to", "under", "until", "upon", "via", "when", "where", "which", "who", "whose", "will", "with",
    "within", "without",
))  # fmt: skip
"""Words that no item of a list in small letters begins with either."""
_HANGING = frozenset((
    "a", "an", "the", "of", "to", "and", "or", "with", "from", "for", "by", "at", "as", "than", "that", "which", "who",
    "whose", "into", "onto", "between", "against", "towards", "across", "including", "our", "its", "their", "his",
    "her", "your", "each", "every", "&",
))  # fmt: skip
"""Words that hardly anything ends with, be it no sentence."""
_OPEN = LINKING | _HANGING | {
    "this", "these", "those", "all", "any", "other", "is", "are", "be", "has", "have", "not", "more",
}  # fmt: skip
"""Words that no sentence ends with."""


def hangs(text: str) -> bool:
    """Whether the last word of a line is one that hardly anything ends with."""
    return _find_last(text) in _HANGING


def is_open(text: str) -> bool:
    """Whether a sentence is not over: it ends in a comma, a dash, or a word that none ends with."""
    return text.rstrip()[-1:] in {",", "–", "—", "&"} or _find_last(text) in _OPEN


def _find_last(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower() if text.strip() else ""
