"""A head and its text to entries: several terms, several senses, two entries run together."""

from __future__ import annotations

from msgspec import Struct

from send_extract.diagnostics import Finding
from send_extract.patterns import compile_later
from send_extract.values.acronym.letters import cover_letters, fits_entry, fits_exactly
from send_extract.values.acronym.model import GlossaryEntry
from send_extract.values.acronym.shapes import find_acronyms, is_acronym


class Entries(Struct, frozen=True):
    """The entries of one head, and what to say of them."""

    entries: tuple[GlossaryEntry, ...]
    findings: tuple[Finding, ...] = ()


_HEAD_BREAK = compile_later(r"\s*[/,]\s*|\s+or\s+")
_WORDED = compile_later(r"(\S+)(?: [A-Z][a-z]+)?\Z")
_SENSE_BREAK = compile_later(r"\s*[;/]\s*|\s+or\s+|,\s+or\s+")
_SENSE_NUMBER = compile_later(r"(?:\A|\s+)\(?[1-9][.)]\s+")


def split_head(head: str) -> list[str]:
    """The terms of a head: three of `AS/ASC/ASD`, one of anything that is no list of acronyms."""
    terms = _HEAD_BREAK.split(head)
    return terms if len(terms) > 1 and all(map(_is_term, terms)) else [head]


def _is_term(words: str) -> bool:
    """Whether `words` are an acronym, or one that a word completes (`EHC Plan`)."""
    worded = _WORDED.match(words)
    return worded is not None and is_acronym(worded[1])


def is_head(head: str) -> bool:
    """Whether `head` is an acronym, or a list of them."""
    terms = split_head(head)
    return all(map(_is_term if len(terms) > 1 else is_acronym, terms))


def enter_terms(head: str, text: str) -> Entries:
    """The entries of `head`: one a term, one a sense."""
    terms = split_head(head)
    if len(terms) > 1:
        return Entries(_enter_group(head, terms, text))
    senses = _split_senses(head, text)
    if len(senses) > 1:
        return Entries(tuple(GlossaryEntry(head, sense) for sense in senses))
    return _enter_joined(head, text) or Entries((GlossaryEntry(head, text),))


def _split_senses(term: str, text: str) -> list[str]:
    """The senses of one term (`1. … 2. …`, `…; …`, `… / …`), where the letters fit each of them."""
    for divider in (_SENSE_NUMBER, _SENSE_BREAK):
        senses = [sense for sense in divider.split(text) if sense]
        if len(senses) > 1 and all(fits_exactly(term, sense) for sense in senses):
            return senses
    return [text]


def _enter_group(head: str, terms: list[str], text: str) -> tuple[GlossaryEntry, ...]:
    """An entry a term: its own part of the words where they divide, else all of them."""
    parts = _SENSE_BREAK.split(text)
    if len(parts) == len(terms) and all(map(fits_exactly, terms, parts)):
        return tuple(GlossaryEntry(term, part, group=head) for term, part in zip(terms, parts, strict=True))
    return tuple(GlossaryEntry(term, text, _find_sense(term, text, parts), group=head) for term in terms)


def _find_sense(term: str, text: str, parts: list[str]) -> str | None:
    """What `term` stands for among words that explain several terms at once."""
    stem = parts[0].rpartition(" ")[0]
    for sense in (*parts, *(f"{stem} {part}" for part in parts[1:])):
        if fits_exactly(term, sense):
            return sense
    cover = cover_letters(term, text)
    return cover.expansion if cover.fits else None


def _enter_joined(term: str, text: str) -> Entries | None:
    """Two entries on one line, where the letters of both fit and nothing is left over."""
    for other, place in find_acronyms(text[:400]):
        first, second = text[:place].rstrip(" ,;.-–—"), text[place + len(other) :].lstrip(" :=-–—")
        if fits_exactly(term, first) and fits_entry(other, second):
            said = Finding("glossary-entries-joined", (("text", f"{term} {text}"), ("term", other)))
            return Entries((GlossaryEntry(term, first), GlossaryEntry(other, second)), (said,))
    return None
