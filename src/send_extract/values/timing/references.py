"""References: a timing that stands with another row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.values.timing.phrases import index_phrases, match_phrase
from send_extract.values.timing.words import REFERENCE_NOUNS, REFERENCES

if TYPE_CHECKING:
    from send_extract.values.timing.periods import Scan

_REFERENCES = index_phrases(REFERENCES)
_PLACES = {
    "see above": "above",
    "as above": "above",
    "see below": "below",
    "as below": "below",
    "ditto": "above",
}


class References(NamedTuple):
    """The numbers of the rows whose timing counts, or `above` and `below`."""

    numbers: tuple[str, ...]


def read_references(scan: Scan, at: int) -> tuple[References, int] | None:
    """`see recommendation 4`, `addressed through 2, above`, `as above`, `as per action 3.1`."""
    found = match_phrase(_REFERENCES, scan.tokens, at)
    if not found:
        return None
    phrase, behind = found
    if scan.word(behind) in {"above", "below"} and scan.kind(behind + 1) in {"", "dot", "close"}:
        return References((scan.word(behind),)), behind + 1
    numbers, end = _read_numbers(scan, behind)
    if numbers:
        end += scan.kind(end) == "comma" and scan.word(end + 1) in {"above", "below"}
        return References(numbers), end + (scan.word(end) in {"above", "below"})
    return (References((_PLACES[phrase],)), behind) if phrase in _PLACES else None


def _read_numbers(scan: Scan, at: int) -> tuple[tuple[str, ...], int]:
    numbers: list[str] = []
    end = at
    while True:
        while (
            scan.word(at) in REFERENCE_NOUNS
            or scan.word(at) == "the"
            or (scan.tokens[at : at + 1] and (scan.tokens[at].text == "#"))
        ):
            at += 1 + (scan.kind(at + 1) == "dot")
        number, behind = _read_number(scan, at)
        if not number:
            return tuple(numbers), end
        numbers.append(number)
        end = at = behind
        if scan.kind(at) not in {"comma", "and", "slash"}:
            return tuple(numbers), end
        at += 1 + (scan.kind(at + 1) == "and")


def _read_number(scan: Scan, at: int) -> tuple[str, int]:
    """A row's number as printed: `4`, `6a`, `2.3`, `R1`."""
    start = at
    at += len(scan.word(at)) == 1 and scan.kind(at + 1) == "number" and scan.tokens[at + 1].gap == 0
    if scan.kind(at) not in {"number", "day_month"}:
        return "", start
    at += 1
    while scan.kind(at) == "dot" and scan.kind(at + 1) == "number" and scan.tokens[at + 1].gap == 0:
        at += 2
    letter = len(scan.word(at)) == 1 and scan.tokens[at].gap == 0
    is_time = scan.kind(at) in {"month", "year"} or scan.word(at) in {"months", "weeks", "times", "days"}
    if is_time:
        return "", start
    return "".join(token.text for token in scan.tokens[start : at + letter]), at + letter
