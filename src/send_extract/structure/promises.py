"""Plans without a table, each action of which ends in a bracket that says who and when (`… (Lead: Clerk, by June)`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from msgspec import Struct

from send_extract.document import Element, Paragraph, make_block
from send_extract.headings import find_field
from send_extract.headings.cells import kind_of_cell
from send_extract.patterns import compile_later
from send_extract.settings import HELD, TIMED
from send_extract.values.timing.reading import ANY_YEAR, parse_timing

_FEWEST = 2
"""Actions that end so, of a text that is a plan."""
_ENDED = compile_later(r"(.*\S)\s*[(\[]([^()\[\]\n]{3,120})[)\]]\.?\s*")
_PARTED = compile_later(r"\s*[,;|]\s*|\s+[–—-]\s+")
_LABELLED = compile_later(r"([A-Za-z ]{2,30}):\s*(\S.*)")
_FIELDS = ("when", "who")
_LABELS = {"when": "When", "who": "Lead"}
_PEOPLE = frozenset(("post", "name"))
_OWNERS = _PEOPLE | {"body"}


class Promise(Struct, frozen=True):
    """An action with what its bracket says: a label and words of who and of when, in their order."""

    action: str
    said: tuple[tuple[str, str], ...]


def label_promises(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements, such actions as labelled lines, where there are several."""
    promises = [read_promise(each.text) if isinstance(each, Paragraph) else None for each in elements]
    if sum(promise is not None for promise in promises) < _FEWEST:
        return tuple(elements)
    return tuple(chain.from_iterable(map(_label, elements, promises)))


def _label(element: Element, promise: Promise | None) -> Iterator[Element]:
    if promise is None:
        yield element
        return
    for label, words in (("Action", promise.action), *promise.said):
        yield Paragraph(make_block(f"{label}: {words}"), element.location)


def read_promise(text: str) -> Promise | None:
    """The action that a paragraph is; None where no bracket at its end says who, by a label or a post, and when."""
    found = _ENDED.fullmatch(text)
    if found is None:
        return None
    pieces = map(_read_piece, _PARTED.split(found[2].strip()))
    groups = [[*group] for _, group in groupby(pieces, lambda piece: piece.field)]
    is_whole = sorted(group[0].field for group in groups) == [*_FIELDS]
    is_told = any(group[0].field == "who" and (group[0].label or _are_people(group)) for group in groups)
    return Promise(found[1], tuple(map(_join, groups))) if is_whole and is_told else None


def _are_people(pieces: Sequence[Said]) -> bool:
    """Whether pieces without a label are posts or names: a body may be a place (`Town Hall`)."""
    return all(kind_of_cell(piece.words) in _PEOPLE for piece in pieces)


def find_said(text: str) -> Said | None:
    """What words say alone: who, or when, by a label or by what they are; None where they say anything else."""
    piece = _read_piece(text)
    is_told = piece.label or piece.field == "when" or kind_of_cell(text) in _OWNERS
    return piece if is_told else None


class Said(Struct, frozen=True):
    """A piece of a bracket: whether it says who or when, its label where it has one, its words."""

    field: str
    label: str
    words: str


def _join(pieces: Sequence[Said]) -> tuple[str, str]:
    return pieces[0].label or _LABELS[pieces[0].field], ", ".join(piece.words for piece in pieces)


def _read_piece(text: str) -> Said:
    label = _LABELLED.fullmatch(text)
    field = find_field(label[1]) if label else ""
    if label and field in HELD + TIMED:
        is_when = field in TIMED or (label[1].lower() == "by" and is_timing(label[2]))
        return Said("when" if is_when else "who", label[1], label[2])
    return Said("when" if is_timing(text) else "who", "", text)


def is_timing(text: str) -> bool:
    """Whether words say when, and nothing else."""
    reading = parse_timing(text, ANY_YEAR)
    return reading.complete and reading.value is not None
