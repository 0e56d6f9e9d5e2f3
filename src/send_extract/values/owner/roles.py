"""What an owner is there for, by the words that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.values.owner.words import ROLE_WORDS

if TYPE_CHECKING:
    from send_extract.values.owner.model import Role


def find_role(words: str) -> Role | None:
    """The role that `words` say, None where they say none."""
    return ROLE_WORDS.get(" ".join(words.casefold().split()).removeprefix("as "))
