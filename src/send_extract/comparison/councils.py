"""Whether two drafts name one council."""

from __future__ import annotations

from send_extract.values.wording import find_words

_COMMON = frozenset({
    "the", "of", "and", "council", "borough", "city", "county", "district", "metropolitan", "unitary", "authority",
    "corporation", "royal", "london",
})  # fmt: skip
"""What the names of most councils have, and what one council's name has in one draft and lacks in the other."""


def is_same_council(one: str | None, other: str | None) -> bool | None:
    """Whether two names are one council's; None where a name is missing, or says more than the other."""
    before, after = (_find_place(name) for name in (one, other))
    if not before or not after:
        return None
    if before == after:
        return True
    return None if before <= after or after <= before else False


def _find_place(name: str | None) -> frozenset[str]:
    """The words of a council's name that tell it from others; all of them where there are only common ones."""
    words = frozenset(find_words(name or ""))
    return words - _COMMON or words
