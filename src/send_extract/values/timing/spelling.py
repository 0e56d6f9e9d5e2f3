"""Months and weekdays under a slip of the fingers: one name alone, one slip away, or no reading at all."""

from __future__ import annotations

from send_extract.notation.slips import Slip, find_slip
from send_extract.values.timing.words import MONTH_NAMES, MONTHS, WEEKDAYS

# June and July: what has a letter of both is a guess between them.
_TWINS = frozenset([6, 7])
# Other words that a timing can hang on, each of which no other word is a slip away from.
_WORDS = (
    "quarterly", "monthly", "fortnightly", "annually", "weekly", "biannually", "termly", "ongoing", "completed",
    "complete",
    "immediate", "immediately", "continuous", "autumn", "summer", "spring",
)  # fmt: skip
_SHORTEST = 4
_SHORTEST_SUBSTITUTION = 7
_WEEKDAY_NAMES = tuple(name for name in WEEKDAYS if name.endswith("day"))
# English words that are one slip from a name, and no slip.
_ENGLISH = frozenset(["match", "marsh", "mayor", "jury", "compete", "competed", "competes", "mouthly"])


def correct_name(word: str) -> tuple[str, int]:
    """The kind (`month` or `weekday`) and number of the one name that `word` is a slip away from.

    A slip is a letter left out, put in or swapped with its neighbour, and in a long name also a wrong letter;
    the first letter is never the wrong one. Empty where there is no such name or there are two.
    """
    if len(word) < _SHORTEST or word in _ENGLISH:
        return "", 0
    months = {MONTHS[name] for name in MONTH_NAMES if is_one_slip(word, name)}
    if months & _TWINS and "n" in word and "l" in word:
        return "", 0
    if len(months) == 1:
        return "month", months.pop()
    days = {WEEKDAYS[name] for name in _WEEKDAY_NAMES if is_one_slip(word, name)}
    if len(days) == 1 and not months:
        return "weekday", days.pop()
    return "", 0


def correct_word(word: str) -> str:
    """The one other word of timings that `word` is a slip away from, empty where there is none."""
    if len(word) < _SHORTEST or word in _ENGLISH or word in _WORDS:
        return ""
    found = [name for name in _WORDS if is_one_slip(word, name)]
    return found[0] if len(found) == 1 else ""


def is_one_slip(word: str, name: str) -> bool:
    """Whether `word` is `name` with one slip (Damerau's four, the first letter kept)."""
    if word[0] != name[0] or abs(len(word) - len(name)) > 1:
        return False
    slip = find_slip(word, name)
    if slip is Slip.DROPPED:
        return len(word) >= _SHORTEST
    return slip is not None and (slip is not Slip.CHANGED or len(name) >= _SHORTEST_SUBSTITUTION)
