"""What stands in a cell, at a glance: enough to tell one column from another, not to read its value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from msgspec import Struct

from send_extract.notation.numbers import is_date_like, parse_number
from send_extract.patterns import begins, compile_later, has_any, has_figure, has_some
from send_extract.values.owner.kinds import kind_of
from send_extract.values.owner.words import HONORIFICS
from send_extract.values.timing.words import FEASTS, FREQUENCIES, MONTHS, SEASONS, UNITS

KINDS: dict[str, str] = {
    # What a cell can be, and how a diagnostic names many of them.
    "number": "numbers",
    "figure": "figures",
    "date": "timings",
    "money": "sums of money",
    "percent": "percentages",
    "rag": "colours",
    "status": "words of status",
    "level": "levels of priority",
    "mark": "ticks, or yes and no",
    "post": "posts or initials",
    "name": "names",
    "body": "bodies",
    "words": "a word or two",
    "prose": "sentences",
}

SAMPLE = 24
"""Filled cells of a column that are looked at: as many rows as two pages have."""
_FEWEST_WORDS = 3
"""Words of a sentence; a title or a category has fewer."""
_LONGEST = 60
"""Letters of a cell that can be anything but a sentence."""
_TIMED = 0.75
"""The share of a cell's words that are words of time, where it is a timing."""
_SHORTEST = 3
"""Letters of a word of time; shorter ones are short for more than one."""
_CODED = frozenset(("date", "level"))
"""Kinds whose codes (`Q1`, `P2`) may be numbers as well."""
_DISTINCT = 0.8
"""The share of a column's numbers that are no others', where they number its rows."""

_NOTHING = compile_later(
    r"\W*(?:n\s?/\s?a|none|nil|tb[acd]|not applicable|to be (?:confirmed|agreed))?\W*$", re.IGNORECASE
)
_MARK = compile_later(
    r"\s*(?:[☒☐☑✓✔✗✘×]|x|y|n|yes|no|true|false)\W*$",
    re.IGNORECASE,
    begins("", *"xyn", "yes", "no", "true", "false"),
)
_COLOURS = ("red", "amber", "green", "blue", "yellow", "grey", "gray", "black", "brag", "r", "a", "g", "b")
_RAG = compile_later(
    rf"\W*(?:{'|'.join(_COLOURS)})(?:\W+(?:red|amber|green|blue|r|a|g|b))?\W*$",
    re.IGNORECASE,
    begins(*_COLOURS),
)
_STATES = (
    "open", "underway", "started", "begun", "overdue", "delayed", "late", "achieved", "done", "implemented",
    "delivered", "met", "paused", "cancelled", "superseded", "planned", "outstanding", "due",
)  # fmt: skip
_STATUS = compile_later(
    # `Complete checks for all staff`, `Open a hall` are orders.
    r"(?!\W*(?:complete|open|close)\s+(?!(?:by|in|on|at|and|but|as|to|for|with|since|subject|from|until|pending|date)\b)[a-z])"
    r"\W*(?:partly|partially|fully|substantially|action|now|not(?:\s+yet)?|already)?\s*(?:closed?|completed?"
    r"|in\s+progress|on\s*-?\s*(?:track|target|schedule|hold|going)|behind\s+schedule|at\s+risk|off\s+track"
    rf"|{'|'.join(_STATES)})\b",
    re.IGNORECASE,
    has_any(
        "close", "complete", "progress", "track", "target", "schedule", "hold", "going", "risk", *_STATES
    ),
)
_LEVELS = (
    "urgent", "critical", "essential", "desirable", "important", "must", "should", "could", "significant", "moderate",
    "minor", "major", "routine", "advisory", "fundamental", "short", "long", "high", "medium", "med", "low", "h", "m",
    "l",
)  # fmt: skip
_LEVEL = compile_later(
    rf"\W*(?:(?:very\s+|medium[\s/-]+)(?:high|medium|med|low)|{'|'.join(_LEVELS)}|won'?t|merits\s+attention"
    r"|(?:p|priority|level|grade)\s*\d)(?:\W+(?:priority|risk|term|importance))?\W*$",
    re.IGNORECASE,
    begins("very", "won", "wont", "merits", "p", "priority", "level", "grade", *_LEVELS),
)
_MONEY = compile_later(
    r"\W*(?:[£€$]\s*[\d.,]+\s*(?:k|m|bn|million|thousand)?(?:\s*(?:p\.?a\.?|per\s+\w+|each|annually))?|(?=\W*\d)[\d.,]+\s*k"
    r"|(?:(?:within|from|met\s+from)\s+)?(?:existing|current)\s+(?:resources?|budgets?)|(?:officer|staff)\s+time"
    r"|no\s+(?:additional\s+)?costs?|cost\s+neutral)\W*$",
    re.IGNORECASE,
    has_some(has_figure, has_any(*"£€$", "resource", "budget", "time", "cost")),
)
_PERCENT = compile_later(r"\W*\d+(?:\.\d+)?\s*%\W*$", need=has_any("%"))
_COUNT = compile_later(
    r"\W*\d+\s*(?:of|out of)\s*\d+\W*$|\W*\d+[.,]\d{3}\W*$|\s*\d+\s*\(\s*[\d.]+\s*%\s*\)\s*$",
    re.IGNORECASE,
    has_figure,
)
_MEASURED = compile_later(
    r"\W*\d+(?:\.\d+)?\s*(?:days?|weeks?|months?|years?|hours?|minutes?|tonnes?|kg|km|miles?)\W*$",
    re.IGNORECASE,
    has_figure,
)
"""So much of something: a timing in a column of timings, but no words of what is asked or done."""
_COUNTS = (_COUNT, _PERCENT, _MEASURED)
_FIGURE = compile_later(r"\s*\d+(?:\.\d+)?\s*$")
_TOKEN = compile_later(r"[A-Za-z]+|\d+")
_ANCHOR = compile_later(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\bq[1-4]\b", re.IGNORECASE)
_PIECE = compile_later(r"[/,&+;\n]|\band\b")
_LETTERS = compile_later(r"[A-Z][A-Za-z]?[A-Z]{1,2}$|[A-Z]\.[A-Z]\.?$")
_PLAIN = compile_later(r"\b(?!(?:of|for|and|the|with)\b)[a-z]{2,}")
_BESIDE = frozenset(
    # Words that stand beside a timing's own, and are of little else.
    [
        "of", "the", "and", "a", "by", "end", "from", "to", "until", "till", "before", "after", "in", "during",
        "within", "on", "at", "early", "mid", "late", "start", "beginning", "next", "each", "every", "first",
        "second", "third", "last", "commencing", "ending", "due", "onwards", "going", "with", "effect", "wef", "no",
        "later", "than", "earliest", "latest", "as", "soon", "possible", "completed", "complete", "tbc", "revised",
        "target", "approx", "about", "st", "nd", "rd", "th", "q", "h", "w", "c", "wc", "fy", "financial", "academic",
        "school", "calendar", "half", "then",
    ]
)  # fmt: skip


class Profile(Struct, frozen=True):
    """A column's cells: how many that are filled were looked at, and the share of each kind among them."""

    filled: int = 0
    shares: tuple[tuple[str, float], ...] = ()

    def share(self, kind: str) -> float:
        """The share of the cells that are of `kind`."""
        return dict(self.shares).get(kind, 0.0)


def profile_cells(texts: Iterable[str], named: str = "") -> Profile:
    """What stands in a column's cells; those that are empty, or say that there is nothing, are passed over.

    `named` is the field that the heading means: below one of numbers, `H1` is no half of a year.
    """
    filled: list[str] = []
    for text in texts:
        if not _NOTHING.match(text):
            filled.append(text.strip())
        if len(filled) == SAMPLE:
            break
    kinds = Counter(_tell_numbers(_tell_codes([(_kind_below(named, text), text) for text in filled])))
    return Profile(len(filled), tuple((kind, count / len(filled)) for kind, count in kinds.most_common()))


def _kind_below(named: str, text: str) -> str:
    kind = kind_of_cell(text)
    return "number" if named == "number" and kind in _CODED and parse_number(text) else kind


def _tell_codes(cells: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The cells as numbers where all are such codes, no two alike, and one at least is nothing else (`E1`, `P2`)."""
    kinds = {kind for kind, _ in cells}
    is_coded = "number" in kinds and kinds & _CODED and kinds <= _CODED | {"number"}
    texts = [text for _, text in cells]
    if not is_coded or len({*texts}) < len(texts) or not all(map(parse_number, texts)):
        return list(cells)
    return [("number", text) for text in texts]


def _tell_numbers(cells: Sequence[tuple[str, str]]) -> list[str]:
    """The kinds of a column's cells: what looks like numbers is figures where these do not number the rows."""
    numbers = [text for kind, text in cells if kind == "number"]
    if _number_rows(numbers):
        return [kind for kind, _ in cells]
    return ["figure" if kind == "number" else kind for kind, _ in cells]


def _number_rows(numbers: Sequence[str]) -> bool:
    """Whether numbers differ from one another, and bare figures among them, more than one, count up.

    One that stands again in the next row is that of the same recommendation.
    """
    numbers = [number for number, _ in groupby(numbers)]
    if len({*numbers}) < _DISTINCT * len(numbers):
        return False
    figures = [float(text) for text in numbers if _FIGURE.match(text)]
    return len(figures) != 1 and all(one < two for one, two in pairwise(figures))


def are_counts(texts: Iterable[str]) -> bool:
    """Whether a column's filled cells, of which there are some, are numbers, shares or amounts and nothing else."""
    filled = (text for text in texts if not _NOTHING.match(text))
    counts = (text.strip().isdecimal() or any(sign.match(text) for sign in _COUNTS) for text in filled)
    return bool(next(counts, False)) and all(counts)


def kind_of_cell(text: str) -> str:
    """The kind of a filled cell, one of `KINDS`."""
    is_short = len(text) <= _LONGEST
    if found := _tell(text) if is_short else "date" if _is_timing(text) else None:
        return found
    return "prose" if len(text.split()) >= _FEWEST_WORDS else "words"


_SIGNS = (
    ("rag", _RAG),
    ("mark", _MARK),
    ("level", _LEVEL),
    ("money", _MONEY),
    ("percent", _PERCENT),
    ("figure", _COUNT),
)


@lru_cache(maxsize=1024)
def _tell(text: str) -> str | None:
    """What a short cell is: what a pattern knows, a timing, a status, a number, an owner."""
    if sign := next((kind for kind, pattern in _SIGNS if pattern.match(text)), None):
        return sign
    if is_date_like(text) or _is_timing(text):
        return "date"
    if _STATUS.match(text):
        return "status"
    if parse_number(text):
        return "number"
    return _tell_owner(text)


def _is_timing(text: str) -> bool:
    """Whether nearly all words are of time, and one of them says when."""
    anchors = _list_anchors()
    words = [*map(str.lower, _TOKEN.findall(text))]
    if anchors.isdisjoint(words) and not (any(map(str.isdigit, words)) and _ANCHOR.search(text)):
        return False
    timed = sum(word.isdigit() or word in anchors or word in _BESIDE for word in words)
    return timed >= _TIMED * len(words)


@lru_cache(maxsize=1)
def _list_anchors() -> frozenset[str]:
    """The words that say when: months and seasons, feasts, units and frequencies of one word."""
    wordings = ",".join((*UNITS.values(), *FREQUENCIES.values(), *FEASTS.values()))
    spelt = {word.strip() for word in wordings.split(",")}
    single = {word for word in spelt if word.isalpha() and len(word) >= _SHORTEST}
    return frozenset((*MONTHS, *SEASONS, "term", "terms", "termly", "ongoing", "asap", *single))


def _tell_owner(text: str) -> str | None:
    """Posts, names or bodies, where every piece of the cell is one; None where one has a word of what is to be done."""
    pieces = [piece for piece in map(str.strip, _PIECE.split(text)) if piece]
    if not pieces or _PLAIN.search(text):
        return None
    kinds = set(map(_tell_piece, pieces))
    return None if "" in kinds else next(kind for kind in ("post", "name", "body") if kind in kinds)


def _tell_piece(piece: str) -> str:
    """Whether one of the owners of a cell is a post, a name or a body; empty where it may be none."""
    is_titled = piece.split(maxsplit=1)[0].strip(".").lower() in HONORIFICS
    return "post" if is_titled or _LETTERS.match(piece) else _OWNERS.get(kind_of(piece), "")


_OWNERS = {
    "initials": "post", "position": "post", "people": "body", "body": "body", "name": "name", "phrase": "",
}  # fmt: skip
