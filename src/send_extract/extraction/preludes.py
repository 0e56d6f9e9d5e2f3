"""The recommendation that stands above its actions in paragraphs: its label, its words, the heading above both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Document, Paragraph, Table, are_set_in
from send_extract.extraction.asked import HeadedRecommendation, read_asked, read_label, read_said, read_theme
from send_extract.extraction.sections import can_name, names_plan, names_table
from send_extract.headings import EXTRA, find_field
from send_extract.headings.doing import are_doing
from send_extract.notation.numbers import names_group, take_number
from send_extract.patterns import compile_later

_ANSWER = compile_later(
    r"(?:(?:fully|partly|partially|not|we|the\s+\w+)\s+)*(?:accept|agree|reject|support|not(?:e|ed)\b)|(?:we|our|this)\b",
)
_LEAD_IN = compile_later(r"[^:]*:\W*$")
_ASKING = compile_later(
    r"\b(?:should|must|ought|needs?\s+to|ensures?|make\s+sure|recommend(?:s|ed)?)\b", re.IGNORECASE
)
_DEEPEST = 7
"""The rank of what is no heading: below all that are."""
_MOST_WORDS = 5
"""Words of a line that is a title of what follows it."""
_FEWEST = 2
_MOST_IN_LABEL = 3
_MOST_IN_CAPTION = 10


class FoundAsked(Struct, frozen=True):
    """A recommendation, the paragraphs that it is printed in, its rank among the headings.

    `passed` are those before it that have no table of actions.
    """

    asked: HeadedRecommendation
    used: tuple[Paragraph, ...]
    rank: int
    passed: tuple[FoundAsked, ...] = ()


def find_asked(above: Sequence[Paragraph]) -> FoundAsked | None:
    """The recommendation whose label is the last `above` a table, unless a heading of its rank has ended it."""
    heads = [(place, asked) for place, words in enumerate(above) if (asked := read_head(words))]
    if not heads:
        return None
    place, asked = heads[-1]
    rank = next((words.level for words in reversed(above[: place + 1]) if words.level), 1)
    if _is_ended(above, place, rank, is_one=len(heads) == 1):
        return None
    return replace(_find_one(above[place:], asked, rank), passed=tuple(_pass_by(above, heads)))


def _pass_by(
    above: Sequence[Paragraph], heads: Sequence[tuple[int, HeadedRecommendation]]
) -> Iterator[FoundAsked]:
    """The recommendations in headings like the last one's, before it."""
    last, asked = heads[-1]
    for (start, other), (end, _) in pairwise(heads):
        if above[start].level == above[last].level > 0 and other.number != asked.number:
            yield _find_passed(above[start:end], other)


def _find_one(paragraphs: Sequence[Paragraph], asked: HeadedRecommendation, rank: int = 0) -> FoundAsked:
    """The recommendation of a label and the paragraphs below it."""
    label, below = paragraphs[0], paragraphs[1:]
    words = _find_words(below, asked) if not asked.text or _is_asked_below(asked.text, below) else []
    text = "\n".join(filter(None, (asked.text, *map(_print_words, words))))
    remarks = [each for each in below if each not in words and _is_remark(each)]
    said = tuple(("notes", each.text) for each in remarks)
    asked = replace(asked, text=text, location=label.location, said=said)
    return FoundAsked(asked, (label, *words, *remarks), rank)


def _find_passed(paragraphs: Sequence[Paragraph], asked: HeadedRecommendation) -> FoundAsked:
    """A recommendation without actions: what else stands below it says why."""
    found = _find_one(paragraphs, asked)
    rest = [words for words in paragraphs if words not in found.used]
    said = (*found.asked.said, *(("notes", words.text) for words in rest))
    return replace(found, asked=replace(found.asked, said=said, is_alone=True), used=tuple(paragraphs))


def find_theme(headings: Sequence[Paragraph], label: Paragraph | None) -> Paragraph | None:
    """The nearest of the `headings` that `label` (else a table) stands under and that names what is below it."""
    rank = _find_rank(label) if label else _DEEPEST
    for words in _list_before(headings, label):
        if _find_rank(words) < rank:
            rank = _find_rank(words)
            is_title = words is headings[0] and (words.level == 1 or names_plan(words))
            if can_name(words) and not is_title:
                return words
    return None


def _list_before(headings: Sequence[Paragraph], label: Paragraph | None) -> Sequence[Paragraph]:
    """The headings before `label`, from the last to the first; all of them where it is none."""
    last = range(len(headings) - 1, -1, -1)
    end = next((at for at in last if headings[at] is label), len(headings))
    return headings[:end][::-1]


def list_counted(document: Document) -> tuple[Paragraph, ...]:
    """The titles that count groups which may be what is recommended; one alone is a series of none."""
    words = (each for each in document.elements if isinstance(each, Paragraph) and not each.block.level)
    counted = tuple(each for each in words if read_theme(each.text))
    return (*(counted if len(counted) > 1 else ()), *_list_numbered(document))


def _list_numbered(document: Document) -> Iterator[Paragraph]:
    """The headings of a rank that numbers count from 1, each with a table right below.

    Numbers of two levels (`1.2`) count what stands below a theme; of one, themes, unless the headings ask for something
    or count on through several themes.
    """
    headings, tabled = _list_headings(document)
    numbered = [heading for heading in headings if take_number(heading.text)]
    for rank in sorted({heading.level for heading in numbered}):
        series = [heading for heading in numbered if heading.level == rank]
        if tabled.issuperset(map(id, series)) and _are_asked(series, headings):
            yield from series


def _list_headings(document: Document) -> tuple[list[Paragraph], set[int]]:
    """The headings of a document, and by identity those right above a table."""
    headings: list[Paragraph] = []
    tabled: set[int] = set()
    for element in document.elements:
        if isinstance(element, Table):
            tabled.update(id(heading) for heading in headings[-1:])
        elif element.level:
            headings.append(element)
    return headings, tabled


def _counts_through(series: Sequence[Paragraph], headings: Sequence[Paragraph]) -> bool:
    """Whether the numbers of a series among `headings` count on below a higher one that has no number."""
    behind = dropwhile(lambda heading: heading is not series[0], headings)
    between = [heading for heading in behind if heading.level < series[0].level]
    is_running = all(_is_counted_by(heading, count) for count, heading in enumerate(series, 1))
    return bool(between) and is_running and not any(take_number(heading.text) for heading in between)


def _is_counted_by(heading: Paragraph, count: int) -> bool:
    taken = take_number(heading.text)
    return taken is not None and taken[0].number == str(count)


def _are_asked(series: Sequence[Paragraph], headings: Sequence[Paragraph]) -> bool:
    """Whether the numbers of a series among `headings` count from 1 what is asked for."""
    taken = [(found[0].number, each.text[found[1] :]) for each in series if (found := take_number(each.text))]
    if len(taken) < _FEWEST or not taken[0][0].endswith("1"):
        return False
    numbers, texts = zip(*taken, strict=True)
    is_asking = are_doing(texts) or all(map(_ASKING.search, texts))
    return is_asking or all("." in number for number in numbers) or _counts_through(series, headings)


def _read_counted(title: str) -> HeadedRecommendation | None:
    """What is recommended, as a title counts it: by the name of a group, or by a number alone."""
    taken, theme = take_number(title), read_theme(title)
    if theme or not taken:
        return theme
    number, start = taken
    return HeadedRecommendation(number.number, title[start:], number.printed)


def find_counted(above: Sequence[Paragraph], counted: Sequence[Paragraph]) -> FoundAsked | None:
    """The group that the last title `above` a table counts, as what is recommended."""
    last = next((words for words in reversed(above) if words.level or names_group(words.text)), None)
    if last is None or last not in counted:
        return None
    asked = _read_counted(last.text)
    return FoundAsked(replace(asked, location=last.location), (last,), last.level or 1) if asked else None


def _find_rank(words: Paragraph) -> int:
    """The rank of a heading; a line that counts a group ranks above those that are none."""
    return words.level or _DEEPEST - (names_group(words.text) and read_head(words) is None)


def read_head(words: Paragraph) -> HeadedRecommendation | None:
    """The recommendation that a paragraph is, or is the label of, maybe in a line of its own."""
    if words.block.level:
        return None
    first, _, rest = words.text.partition("\n")
    label = read_label(first) if rest else None
    return replace(label, text=rest) if label else read_asked(words.text) or read_label(words.text)


def _is_ended(above: Sequence[Paragraph], place: int, rank: int, *, is_one: bool) -> bool:
    """Whether a heading of the same rank, or a higher one, stands below; right below it may be the words.

    A label that is no heading ranks below the heading above it; below several, a table's own heading ends them.
    """
    label = above[place]
    return any(
        words.level > 0 and (words.level <= rank or not (is_one or label.level))
        if names_table(words.text)
        else at > 0 and 0 < words.level <= rank
        for at, words in enumerate(above[place + 1 :])
    )


def _find_words(below: Sequence[Paragraph], asked: HeadedRecommendation) -> list[Paragraph]:
    """The words below a label: those with a label of their own, a heading, or the first lines that say it."""
    start = next((at for at, words in enumerate(below) if _says_label(words)), None)
    if start is not None:
        is_alone = read_said(below[start].text) is None
        return _take_words(below[start + is_alone :], asked)
    if below and below[0].level and not _names_part(below[0].text):
        is_more = _is_asked_below(below[0].text, below[1:])
        return [below[0], *(_find_words(below[1:], asked) if is_more else ())]
    return _take_words(below, asked)


def _take_words(below: Sequence[Paragraph], asked: HeadedRecommendation) -> list[Paragraph]:
    """The first lines that are no remark, up to a title, a caption or an answer."""
    lines = [*dropwhile(_is_remark, below)]
    for end, words in enumerate(lines):
        is_answer = end > 0 and _is_answer(words, lines[end + 1 : end + 2])
        if is_answer or _is_remark(words) or _ends_words(words, asked):
            return lines[:end]
    return lines


def _is_remark(words: Paragraph) -> bool:
    """Whether a line says something of the recommendation by its label (`Finding: …`)."""
    return not words.level and read_said(words.text) is not None and not _says_label(words)


def _ends_words(words: Paragraph, asked: HeadedRecommendation) -> bool:
    """Whether a line is the title of what follows, or a caption that names the recommendation."""
    is_caption = asked.title.lower() in words.text.lower() and len(words.text.split()) <= _MOST_IN_CAPTION
    return is_caption or _is_title(words)


def _is_asked_below(title: str, below: Sequence[Paragraph]) -> bool:
    """Whether what is asked for stands below a title that does not say it."""
    return bool(below[:1] and not _ASKING.search(title) and _ASKING.search(below[0].text))


def _says_label(words: Paragraph) -> bool:
    """Whether a line is labelled as the recommendation, without its number (`Recommendation: …`)."""
    said = read_said(words.text)
    name = said.label if said else words.text.rstrip(" :")
    return (
        "recommendation" in name.lower()
        and len(name.split()) <= _MOST_IN_LABEL
        and not any(map(str.isdigit, name))
    )


def _print_words(words: Paragraph) -> str:
    said = read_said(words.text) if _says_label(words) else None
    text = said.value if said else words.text
    return f"{words.block.marker} {text}" if words.block.marker else text


def _is_title(words: Paragraph) -> bool:
    """Whether a line is the title of what follows: a heading, or a few words that name a field or a table."""
    return (
        words.level > 0
        or _names_part(words.text)
        or (_is_short(words.text) and are_set_in(words.block.runs, "b"))
    )


def _names_part(text: str) -> bool:
    return _is_short(text) and (names_table(text.rstrip(": ")) or find_field(text) != EXTRA)


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and text[-1:] not in {".", ";"}


def _is_answer(words: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether a line below the words answers them, or leads in to the table."""
    if words.block.level:
        return False
    is_lead_in = _LEAD_IN.match(words.text) and not (following and following[0].block.level)
    return bool(is_lead_in) or _ANSWER.match(words.text.lower()) is not None
