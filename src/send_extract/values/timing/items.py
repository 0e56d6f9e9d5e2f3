"""Tokens spelt: each word, phrase, number or mark as one item, and the letters of all side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from send_extract.values.timing import words
from send_extract.values.timing.lexicon import ALPHABET, MARKS, UNKNOWN, WHOLE, Longer, Senses, SpeltItem
from send_extract.values.timing.tokens import Token


class Spelling(Struct, frozen=True, gc=False):
    """The items of a text, their letters side by side, and the tokens that they are made of."""

    items: Sequence[SpeltItem]
    letters: str
    tokens: Sequence[Token]

    def senses(self, at: int) -> Senses:
        """What item `at` can be; nothing before the first and behind the last."""
        return self.items[at].senses if 0 <= at < len(self.items) else {}


# What a number stands right behind without being a part of its name.
_FREE: Final = frozenset(["fy", "ay", "ht", "q", "quarter", "term", "ye", "fye", *words.GLUED.split(", ")])
_JOINTS: Final = frozenset(["dash", "slash"])
_IN_FIGURES: Final = frozenset(["year", "years", "month_year", "day_month", "date"])
_GLUING: Final = MARKS | _IN_FIGURES | {"number"}
_TIGHT: Final = {kind: {kind: kind, "tight": kind} for kind in MARKS}


def spell(tokens: Sequence[Token]) -> Spelling:
    """The tokens as items, the longest phrase at each place."""
    items: list[SpeltItem] = []
    behind = 0
    for at, token in enumerate(tokens):
        if (token.gap and not token.longer) or at < behind:
            continue
        if token.longer:
            senses, end = _read_phrase(token.longer, tokens, at)
        else:
            senses, end = _read_glued(tokens, at), at + 1
        if senses is not token.senses:
            items += tokens[behind:at]
            items.append(SpeltItem(ALPHABET[tuple(senses)], at, end, senses, ()))
            behind = end
    spelt = [*items, *tokens[behind:]] if items else tokens
    return Spelling(spelt, "".join([item.letter for item in spelt]), tokens)


def _read_glued(tokens: Sequence[Token], at: int) -> Senses:
    """What a token is right behind another: a number that is a part of a name (`v3`, `1.2`), a tight mark."""
    token = tokens[at]
    if token.kind not in _GLUING:
        return token.senses
    if token.kind == "number":
        is_part = at > 0 and _leads_to_part(tokens, at - 1)
        return {"number": token.value, "figures": token.text} if is_part else token.senses
    if token.kind in _IN_FIGURES:
        return UNKNOWN if at and tokens[at - 1].senses is UNKNOWN else token.senses
    is_tight = token.kind in token.senses and at + 1 < len(tokens) and not tokens[at + 1].gap
    return _TIGHT.get(token.kind, token.senses) if is_tight else token.senses


def _leads_to_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number right behind token `at` is a part of a name, or behind a point."""
    token = tokens[at]
    if token.kind == "dot":
        return not token.gap and at > 0 and tokens[at - 1].kind == "number"
    return token.kind == "word" and token.value not in _FREE


def _is_in_letters(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].kind == "slash" and len(tokens[place - 1].text) == 1


def _read_phrase(longer: Longer, tokens: Sequence[Token], at: int) -> tuple[Senses, int]:
    """The longest phrase of the word at `at` and what it goes on with, else the word; and the index behind.

    A mark without space between two words counts as one, as does a slash behind a letter (`w / c`).
    """
    senses, end = tokens[at].senses, at + 1
    for place in range(end, len(tokens)):
        token = tokens[place]
        if token.kind in _JOINTS and (not token.gap or _is_in_letters(tokens, place)):
            continue
        word = token.value if type(token.value) is str else token.text.lower()
        if word not in longer:
            break
        longer = longer[word]
        if WHOLE in longer:
            senses, end = longer[WHOLE], place + 1
    return senses, end
