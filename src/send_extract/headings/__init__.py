"""Which column heading means which field: tables of words, and one lookup.

A heading is read by its words, whatever their case, punctuation, brackets, years and dates. Set phrases come
first; else the head of its phrase decides (`Action owner` is an owner, `Owner of the action` too), with the
words beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from send_extract.headings.vocabulary import (
    CONTAINERS,
    MONTHS,
    NOUNS,
    PHRASES,
    PREPOSITIONS,
    QUALIFIED,
    SKIPPED,
    WHOLE,
)
from send_extract.patterns import compile_later

EXTRA = "extra"
"""What a column is whose heading means none of the fields."""
_BRACKETS = compile_later(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_PLURAL = compile_later(r"(?<=[a-z])\((?:s|es|ies|'s)\)")
_WORD = compile_later(r"[a-z]+[0-9]?|#")
_FIGURES = compile_later(r"\d\d")
_PARTS = compile_later(r"[/,;:+|\n]| and | or |&| [-–—] ")
_SCALE = compile_later(
    r"^\W*(h(igh)?\W+m(ed(ium)?)?\W+l(ow)?|l(ow)?\W+m(ed(ium)?)?\W+h(igh)?|1\s*[-–/]\s*[35])\W*$",
    need=lambda text: "1" in text or {*"hml"} <= {*text},
)
_FLAG = compile_later(
    r"\b(y(?:es)?\s*/\s*no?|h(?:igh)?\s*/\s*m(?:ed(?:ium)?)?\s*/\s*l(?:ow)?"
    r"|l(?:ow)?\s*/\s*m(?:ed(?:ium)?)?\s*/\s*h(?:igh)?)\b"
)
_DONE = frozenset(("complete", "completed", "implemented", "done", "achieved"))
_RAG = frozenset(("rag", "brag", "ragb", "bragg", "red", "amber", "green", "blue", "rating", "status"))
_RATED = frozenset(("progress", "update", "position"))
_SOURCES = frozenset(("inspection", "inspector", "ofsted", "cqc", "report", "review"))
_YES_NO = compile_later(r"^\W*y(es)?\W+n(o)?\b")
_ANSWERS = frozenset(("accept", "accepted", "reject", "rejected", "agree", "disagree", "agreed"))
_BETTER = {"accountable": "who", "priority": "section"}
"""Of two fields in one heading (`Lead member / officer`, `Priority / theme`), the second is the better."""
_LEAST = ("notes", EXTRA)
"""What a part of a heading says only where no other says more."""
_WHENS = frozenset(("date", "when", "month"))
_DATED = dict.fromkeys(("by", "target", "due", "completion"), "when") | dict.fromkeys(_DONE, EXTRA)
"""What a single word is whose bracket asks for a date (`Target (month)`)."""
_BOUNDING = frozenset(
    ("by", "before", "from", "after", "to", "until", "till", "end", "start", "of", "early", "late", "in")
)
"""With a month or figures, and no other words, they say by when something is (`By end of June`), not by whom."""
_HOLDING = frozenset(("owning", "responsible", "accountable"))
"""Whatever has one of these before it answers for something (`Owning RMA`)."""
_LONGEST = 120
_TOLD_INSIDE = frozenset(("recommendation", "actions", "when"))
"""What a bracket may say of a heading that is not known without it; who measures something is not its owner."""
_VOCABULARY = frozenset((*NOUNS, *SKIPPED, *PREPOSITIONS, *CONTAINERS)).union(
    *(heads for heads, _, _ in QUALIFIED)
)


def find_field(heading: str, synonyms: Mapping[str, str] | None = None) -> str:
    """The field that `heading` means, `extra` where it means none; `synonyms` are the settings' own."""
    return _find_own(heading, synonyms or {}) or _find_meaning(heading) or EXTRA


def is_known(heading: str, synonyms: Mapping[str, str] | None = None) -> bool:
    """Whether it is known what `heading` means, be it none of the fields (`Date raised`)."""
    return bool(_find_own(heading, synonyms or {}) or _find_meaning(heading))


def _find_own(heading: str, synonyms: Mapping[str, str]) -> str:
    """The field that the settings' `synonyms` give to `heading`, empty where they give none."""
    folded = fold_heading(heading) if synonyms else ""
    return next((field for synonym, field in synonyms.items() if fold_heading(synonym) == folded), "")


def find_parts(heading: str) -> frozenset[str]:
    """The fields of the parts of a heading that names several (`Objectives / actions`)."""
    return frozenset(map(find_field, _PARTS.split(heading.lower()))) - {EXTRA}


def count_fields(headings: Iterable[str]) -> int:
    """How many different fields `headings` mean."""
    return len({*map(find_field, headings)} - {EXTRA})


def is_of_headings(text: str) -> bool:
    """Whether every word of `text` is one that headings are made of."""
    return all(word in _VOCABULARY for word in _split_words(text.lower()))


@lru_cache(maxsize=4096)
def fold_heading(heading: str) -> str:
    """A heading without what does not tell it from another: case, punctuation, brackets, spaces."""
    bare = _BRACKETS.sub(" ", _PLURAL.sub("s", heading.lower()))
    return " ".join(re.findall(r"[^\W_]+|#", bare)) or " ".join(re.findall(r"[^\W_]+|#", heading.lower()))


def find_words(headings: Iterable[str]) -> frozenset[str]:
    """The words of `headings`, folded."""
    return frozenset(word for heading in headings for word in fold_heading(heading).split())


def find_places(fields: Sequence[str], *wanted: str) -> list[int]:
    """The places of the columns of any of the fields `wanted`."""
    return [place for place, field in enumerate(fields) if field in wanted]


@lru_cache(maxsize=4096)
def _find_meaning(heading: str) -> str:
    """The field that a heading means, `extra` where it is known to mean none, empty where it is not known."""
    if len(heading) > _LONGEST or not heading.strip():
        return ""
    bare, brackets = _part_brackets(_spell(heading))
    told = (field for field in map(_read_bare, brackets) if field in _TOLD_INSIDE)
    return _read_brackets(brackets, _split_words(bare)) or _read_bare(bare) or next(told, "")


def _spell(heading: str) -> str:
    """A heading in small letters, with words for its signs."""
    text = (
        heading.lower().replace("’", "'").replace("'s", "").replace("'ll", " will").replace("%", " percent ")
    )
    return _PLURAL.sub("s", text).replace("nº", "no").replace("n°", "no").replace("№", "no")


def _part_brackets(text: str) -> tuple[str, list[str]]:
    """A heading without its brackets and what may be ticked (`Y/N`), and these; what is in brackets where it is all."""
    brackets = [bracket[1:-1] for bracket in _BRACKETS.findall(text)]
    bare = _BRACKETS.sub(" ", text)
    if "/" in bare:
        brackets += _FLAG.findall(bare)
        bare = _FLAG.sub(" ", bare)
    return (bare, brackets) if _split_words(bare) or not brackets else (" ".join(brackets), [])


def _read_brackets(brackets: list[str], words: list[str]) -> str | None:
    """The field where what stands in brackets decides: a scale, a yes or no, who is accountable, a source."""
    found = (_read_bracket(bracket, words) for bracket in brackets)
    return next((field for field in found if field), None)


def _read_bracket(bracket: str, words: list[str]) -> str | None:
    if _SCALE.match(bracket) and "action" not in words:
        return "priority"
    if _YES_NO.match(bracket):
        return EXTRA if _DONE.isdisjoint(words) else "status"
    if "accountable" in bracket:
        return "accountable"
    return _read_inside({*_split_words(bracket)}, words)


def _read_inside(inside: set[str], words: list[str]) -> str | None:
    """The field that the words `inside` a bracket settle for those outside it."""
    if len(words) == 1 and inside & _WHENS:
        return _DATED.get(words[0])
    if words == ["priority", "action"] and inside & _SOURCES:
        return "recommendation"
    if _tells_colours(inside) and not _RATED.isdisjoint(words):
        return "status"
    return EXTRA if _is_of_meeting(inside) else None


def _is_of_meeting(inside: set[str]) -> bool:
    """Whether a bracket lists the answers that can be given (`accepted / rejected`), or is of minutes."""
    return len(inside & _ANSWERS) > 1 or "minute" in inside


def _tells_colours(inside: set[str]) -> bool:
    """Whether a bracket has nothing but words of ratings (`RAG rating`)."""
    return bool(inside) and inside <= _RAG


def _read_bare(text: str) -> str:
    """The field of a heading without its brackets."""
    words = _split_words(text)
    if words and _BOUNDING.issuperset(words) and _names_time(text):
        return EXTRA
    whole = " ".join(words)
    if whole in WHOLE:
        return WHOLE[whole]
    return _read_phrase(whole) or _choose([_read_part(_split_words(part)) for part in _PARTS.split(text)])


def _read_phrase(whole: str) -> str | None:
    """The field of the first of the set phrases that a heading has."""
    places = sorted(place for word in {*whole.split()} for place in _index_phrases().get(word, ()))
    found = (field for phrase, field in map(PHRASES.__getitem__, places) if _has_phrase(whole, phrase))
    return next(found, None)


def _names_time(text: str) -> bool:
    return _FIGURES.search(text) is not None or not MONTHS.isdisjoint(_WORD.findall(text))


@cache
def _index_phrases() -> Mapping[str, Sequence[int]]:
    """The places of the set phrases by their first words."""
    found: dict[str, list[int]] = {}
    for place, (phrase, _) in enumerate(PHRASES):
        found.setdefault(phrase.partition(" ")[0], []).append(place)
    return found


def _choose(found: Sequence[str]) -> str:
    """Of the fields of a heading's parts the first, or one that is better beside it."""
    known = [field for field in found if field not in {"", *_LEAST}]
    if known:
        better = _BETTER.get(known[0])
        return better if better in known else known[0]
    return next((field for field in _LEAST if field in found), "")


def _read_part(words: list[str]) -> str:
    """The field of one phrase: by its head and the words beside it."""
    if " ".join(words) in WHOLE:
        return WHOLE[" ".join(words)]
    if "be" in words:
        words = words[: words.index("be")]  # `to be taken`, `to be completed` say nothing of the head
    before, after = _cut_preposition(words)
    if before[:1] == ["date"]:
        return _read_head("date", frozenset(words))
    before = _drop_skipped(before)
    if not before:
        return ""
    return (
        _read_part(after) if before[-1] in CONTAINERS and after else _read_head(before[-1], frozenset(words))
    )


def _drop_skipped(words: list[str]) -> list[str]:
    """Words without those behind the head that change nothing."""
    while len(words) > 1 and words[-1] in SKIPPED and words[-1] not in NOUNS:
        words = words[:-1]
    return words


def _read_head(head: str, words: frozenset[str]) -> str:
    for heads, beside, field in QUALIFIED:
        if head in heads and beside & (words - {head}):
            return field
    return NOUNS.get(head) or ("" if _HOLDING.isdisjoint(words) else "who")


def _cut_preposition(words: list[str]) -> tuple[list[str], list[str]]:
    """Words before the first preposition, and those after it."""
    for position, word in enumerate(words):
        if word in PREPOSITIONS and position:
            return words[:position], words[position + 1 :]
    return words, []


def _split_words(text: str) -> list[str]:
    """The words of a heading in the singular, months, quarters and figures left out."""
    words = [_singular(word) for word in _WORD.findall(text)]
    return [word for word in words if word not in MONTHS and word not in {"the", "st", "nd", "rd", "th"}]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _has_phrase(text: str, phrase: str) -> bool:
    """Whether `phrase` stands in `text` at the bounds of words; `…` in it stands for any words."""
    position = 0
    padded = f" {text} "
    for part in phrase.split(" … "):
        found = padded.find(f" {part} ", position)
        if found < 0:
            return False
        position = found + len(part) + 1
    return True
