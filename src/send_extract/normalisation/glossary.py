"""The glossary of a plan: what each term stands for, clean, and what is wrong with its entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Finding
from send_extract.patterns import compile_later
from send_extract.values.acronym.letters import Cover, cover_entry, fits_exactly
from send_extract.values.acronym.model import GlossaryEntry
from send_extract.values.acronym.shapes import is_acronym


class CleanEntry(Struct, frozen=True):
    """An entry with its clean expansion, and what is wrong with it; `excess` are words of another entry."""

    entry: GlossaryEntry
    findings: tuple[Finding, ...] = ()
    excess: str = ""


MAX_EXCESS: Final = 6  # words; more are a definition
MIDDLE: Final = 2  # one word without a letter is common (NICE); two are not

_STRAY: Final = compile_later(r"[|¦\\~^_<>{}`\ufffd\u00ac]+")
_DEFINING: Final = compile_later(
    r"(?:which|that|who|whose|is|are|was|were|an?|the|this|these|it|for|to|used|where|when|of|in|on|by|with|see|eg|ie)\b",
    re.IGNORECASE,
)


def clean_entry(entry: GlossaryEntry) -> CleanEntry:
    """`entry` with its expansion: stray characters off, and no word that the term's letters do not cover."""
    clean = " ".join(_STRAY.sub("", entry.text).split())
    findings: list[Finding] = []
    stray = "".join(dict.fromkeys("".join(_STRAY.findall(entry.text))))
    if stray:
        words = (("term", entry.term), ("characters", repr(stray)), ("text", entry.text))
        findings.append(Finding("glossary-stray-character", words))
    if entry.expansion is not None or not is_acronym(entry.term):
        return CleanEntry(replace(entry, expansion=entry.expansion or clean), tuple(findings))
    cover = cover_entry(entry.term, clean)
    if not cover.fits:
        findings.append(Finding("glossary-expansion-mismatch", (("term", entry.term), ("text", entry.text))))
    excess = "" if entry.group else find_excess(cover)
    return CleanEntry(replace(entry, expansion=cover.expansion), tuple(findings), excess)


def find_excess(cover: Cover) -> str:
    """The words that neither the letters nor a definition account for; empty where all is well."""
    if cover.leading:
        return cover.leading
    if len(cover.middle) >= MIDDLE:
        return " ".join(cover.middle)
    tail = cover.trailing
    is_style_same = tail[:1].isupper() or cover.expansion.rpartition(" ")[2].islower()
    return tail if is_style_same and _goes_on(cover) else ""


def _goes_on(cover: Cover) -> bool:
    """Whether the words behind stand close, are few, and define nothing."""
    is_short = not cover.gap.strip() and len(cover.trailing.split()) <= MAX_EXCESS
    return is_short and _DEFINING.match(cover.trailing) is None


def report_excess(clean: CleanEntry, undefined: Iterable[str]) -> tuple[str | None, Finding]:
    """The finding of an entry's excess words, and which of the `undefined` terms they explain, if one."""
    term = next((other for other in undefined if fits_exactly(other, clean.excess)), None)
    hint = f"; they are what {term} would stand for, which the plan uses and does not explain" if term else ""
    words = (
        ("term", clean.entry.term), ("text", clean.entry.text), ("excess", clean.excess), ("hint", hint),
    )  # fmt: skip
    return term, Finding("glossary-expansion-excess", words)
