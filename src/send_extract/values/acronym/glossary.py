"""A glossary's lines and rows to its entries: every form in which authors print a term and its expansion."""

from __future__ import annotations

from msgspec import Struct

from send_extract.diagnostics import Finding
from send_extract.patterns import compile_later
from send_extract.values.acronym.heads import enter_terms, is_head, split_head
from send_extract.values.acronym.letters import cover_letters, fits_exactly
from send_extract.values.acronym.model import GlossaryEntry
from send_extract.values.acronym.shapes import MAX_TERM, is_acronym
from send_extract.values.acronym.words import HEADINGS

MAX_HEAD_WORDS = 6
MAX_PROSE = 5  # a line without a break that begins with a term and runs on in small letters is a remark


class GlossaryReading(Struct, frozen=True):
    """The entries that a line holds, and what to say of it.

    No entry and no finding: a blank line or a letter heading (`A`). No entry and `glossary-entry-unread`: a
    line whose words are no entry; they are the caller's to keep.
    """

    entries: tuple[GlossaryEntry, ...] = ()
    findings: tuple[Finding, ...] = ()


_TERM = r"[A-Z][\w&]{1,15}"
_MARKER = compile_later(r"\s*(?:[•▪●◦‣·*–-]\s+|\(?\d{1,3}[.)]\s+)?")
_DECORATED = compile_later(rf"\A[*\"'“‘]{{0,2}}({_TERM})(?:[*\"'”’]{{1,2}}(?!s\b)|\(s\))?(?=[\s:=–—-])")
_LETTER_HEADING = compile_later(r"[A-Z](?:\s{0,3}[-–&/]\s{0,3}[A-Z])?\W{0,3}\Z")
_BREAK = compile_later(r"\t\s*|[ \xa0]{2}\s*|[ \xa0][-–—:=|]+\s+|[:=|]\s*")
_OPENING = compile_later(r"[\s:=|–—-]*")
_HEAD = compile_later(
    rf"{_TERM}(?:(?: ?[/,] ?| or ){_TERM}(?: [A-Z][a-z]+(?= [-–—=:|]|[=:|]))?){{0,7}}(?![\w&])"
)
_BRACKETED = compile_later(rf"[(\[] ?({_TERM}) ?[)\]]")
_ENCLOSED = compile_later(r"[(\[]([^()\[\]]+)[)\]]\.?\Z")
_LAST_WORD = compile_later(rf"[\s,:=–—-]({_TERM})\W{{0,3}}\Z")


def parse_glossary_line(text: str) -> GlossaryReading:
    """The entries of one line of a glossary, in whichever form it is printed.

    `RTA Refusal to assess`, with a tab, spaces, dash, colon, equals or pipe between; `Expansion (ACR)`; a
    grouped head (`AS/ASC/ASD`); several senses of one term; a lost break (`CCWCommunity Care Worker`).
    """
    line = _strip_marks(text)
    if not line or _LETTER_HEADING.match(line) or heads_glossary(_BREAK.split(line)):
        return GlossaryReading()
    parts = list(filter(None, map(str.strip, line.split(";"))))
    if len(parts) > 1 and all(map(_begins_entry, parts)):
        return _join_readings(list(map(parse_glossary_line, parts)))
    read = next((reading for form in _FORMS if (reading := form(line)) is not None), None)
    return read or GlossaryReading((), (Finding("glossary-entry-unread", (("text", text.strip()),)),))


def _strip_marks(text: str) -> str:
    """A line without the mark of its list, the bars about it, and what stands about its term."""
    marker = _MARKER.match(text)
    return _DECORATED.sub(r"\1", text[marker.end() if marker else 0 :].strip().strip("|").strip(), count=1)


def parse_glossary_row(term: str, text: str) -> GlossaryReading:
    """The entries of a row of a two-column glossary, the term in the first column or in the second."""
    left, right = _squeeze(term).strip('*"“”'), _squeeze(text).strip("*")
    if not left or not right:
        return parse_glossary_line(left or right)
    if heads_glossary([left, right]):
        return GlossaryReading()
    if is_head(right) and not is_head(left):
        left, right = right, left
    return _enter(left, right)


def heads_glossary(cells: list[str]) -> bool:
    """Whether `cells` are the heading row of a glossary or of a key (`Term`, `Meaning`, and whatever is behind)."""
    return len(cells) > 1 and all(" ".join(cell.casefold().split()) in HEADINGS for cell in cells[:2])


def _begins_entry(part: str) -> bool:
    """Whether `part`, between semicolons, is an entry of its own: a term, and a break or words that it fits."""
    head = _HEAD.match(part)
    if head is None or not is_head(head[0]) or not _rest(part, head.end()):
        return False
    return _BREAK.match(part, head.end()) is not None or fits_exactly(head[0], _rest(part, head.end()))


def _join_readings(readings: list[GlossaryReading]) -> GlossaryReading:
    return GlossaryReading(
        tuple(entry for reading in readings for entry in reading.entries),
        tuple(finding for reading in readings for finding in reading.findings),
    )


def _read_last(line: str) -> GlossaryReading | None:
    """`Children with Disabilities (CWD)` or `Children with Disabilities – CWD`, where all the letters fit."""
    for match in _BRACKETED.finditer(line, 0, 400):
        before, after = line[: match.start()], line[match.end() :]
        if is_acronym(match[1]) and fits_exactly(match[1], before):
            return _enter(match[1], _squeeze(before + after))
    last = _LAST_WORD.search(line, max(0, len(line) - MAX_TERM - 5))
    if last is not None and is_acronym(last[1]) and fits_exactly(last[1], line[: last.start()]):
        return _enter(last[1], _squeeze(line[: last.start()].rstrip(" ,:=–—-")))
    return None


def _read_headed(line: str) -> GlossaryReading | None:
    """A line that begins with a term which the words after it fit (`RTA Refusal to assess`)."""
    head = _HEAD.match(line)
    if head is None or not is_head(head[0]):
        return None
    rest = _rest(line, head.end())
    is_fit = any(cover_letters(term, rest).fits for term in split_head(head[0]))
    return _enter(head[0], rest) if is_fit and not _is_longer(line, head.end()) else None


def _is_longer(line: str, end: int) -> bool:
    """Whether the term is more than its capitals: `EHC Plan – Education, Health and Care Plan`."""
    found = _BREAK.search(line, end)
    if found is None or found.start() == end or len(line[:end].split()) > 1:
        return False
    between = line[end : found.start()]
    return len(between.split()) < MAX_HEAD_WORDS and not cover_letters(line[:end], between).fits


def _read_lost_break(line: str) -> GlossaryReading | None:
    """`CCWCommunity Care Worker`: the letters alone tell where the term ends."""
    first = line.split(maxsplit=1)[0]
    for end in range(min(len(first) - 1, MAX_TERM), 1, -1):
        term, expansion = line[:end], _squeeze(line[end:])
        is_begun = expansion[0].lower() == term[0].lower()
        if is_begun and is_acronym(term) and fits_exactly(term, expansion):
            words = (("text", line), ("term", term), ("expansion", expansion))
            return GlossaryReading(
                (GlossaryEntry(term, expansion),), (Finding("glossary-separator-lost", words),)
            )
    return None


def _read_fitting(line: str) -> GlossaryReading | None:
    """A term in small letters that the words after it fit (`Ofsted Office for Standards in Education`)."""
    term, _, rest = line.partition(" ")
    rest = _rest(rest, 0)
    is_term = term.isalnum() and len(term) <= MAX_TERM and term[:1].isupper()
    return _enter(term, rest) if is_term and fits_exactly(term, rest) else None


def _read_broken(line: str) -> GlossaryReading | None:
    """A term of words and its meaning, a break between (`Local Offer – what is there to be had`)."""
    found = _BREAK.search(line)
    if found is None or not line[found.end() :]:
        return None
    term, text = _squeeze(line[: found.start()]), _squeeze(line[found.end() :])
    is_term = bool(term) and len(term.split()) <= MAX_HEAD_WORDS and not term.endswith((".", "?", "!"))
    return parse_glossary_row(term, text) if is_term and text else None


def _read_unfit(line: str) -> GlossaryReading | None:
    """A line that begins with a term whose letters do not fit what follows; a sentence is no entry."""
    head = _HEAD.match(line)
    if head is None or not is_head(head[0]):
        return None
    rest = _rest(line, head.end())
    is_prose = rest[:1].islower() and len(rest.split(maxsplit=MAX_PROSE)) > MAX_PROSE
    return _enter(head[0], rest) if rest and not is_prose else None


def _rest(line: str, start: int) -> str:
    """What follows a term: the break off, and the brackets that enclose all of it."""
    opening = _OPENING.match(line, start)
    rest = line[opening.end() if opening else start :]
    enclosed = _ENCLOSED.match(rest)
    return _squeeze(enclosed[1] if enclosed else rest)


def _enter(head: str, text: str) -> GlossaryReading:
    entered = enter_terms(head, text)
    return GlossaryReading(entered.entries, entered.findings)


def _squeeze(text: str) -> str:
    return " ".join(text.split())


_FORMS = (_read_last, _read_headed, _read_lost_break, _read_fitting, _read_broken, _read_unfit)
