"""Words with what changed in them marked, for any writer to draw in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from send_extract.patterns import compile_later
from send_extract.values.wording import find_key

if TYPE_CHECKING:
    from send_extract.changes import Sided

Role = Literal["plain", "old", "new", "strong", "quiet", "later", "earlier", "lost"]

_TOKEN = compile_later(r"\w+(?:['’]\w+)*|[^\w\s]|\s+")
LEAST_SHARED = 0.34
"""Where two wordings share less than a third, marking single words would only be confetti: one replaces the other."""


class Segment(NamedTuple):
    """Words and the part they play: taken out, put in, or one of the emphases."""

    text: str
    role: Role = "plain"


def flatten(words: Sided) -> str:
    """Words in one line, those of several records with semicolons."""
    return " ".join((words if isinstance(words, str) else "; ".join(words or ())).split())


def draw_step(old: str, new: str) -> tuple[Segment, ...]:
    """What was, and what is."""
    return Segment(old, "old"), Segment(" → "), Segment(new, "new")


def mark_words(old: str, new: str) -> tuple[Segment, ...]:
    """Both wordings as one sentence, as printed, with the words that went and those that came marked."""
    # The columns of changes are everyone's; what compares words is imported where words are compared.
    from rapidfuzz.distance import Indel

    before, after = _TOKEN.findall(flatten(old)), _TOKEN.findall(flatten(new))
    words = [find_key(token) or " " for token in before], [find_key(token) or " " for token in after]
    if not before or not after or Indel.normalized_similarity(*words) < LEAST_SHARED:
        return _replace_all(old, new)
    return tuple(join_segments(_mark(before, after, Indel.opcodes(*words))))


def mark_typing(old: str, new: str) -> tuple[Segment, ...]:
    """Both wordings as printed, with the characters of typing that differ marked; a space shows as `␣`."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    return tuple(join_segments(_mark_exactly(before, after)))


def _mark_exactly(before: list[str], after: list[str]) -> Iterator[Segment]:
    from rapidfuzz.distance import Indel

    lost = gained = ""
    for block in Indel.opcodes(before, after):
        if block.tag == "equal":
            yield from (Segment(lost, "old"), Segment(gained, "new"))
            yield Segment("".join(after[block.dest_start : block.dest_end]))
            lost = gained = ""
        lost += _show_spaces(before[block.src_start : block.src_end]) if block.tag == "delete" else ""
        gained += _show_spaces(after[block.dest_start : block.dest_end]) if block.tag == "insert" else ""
    yield from (Segment(lost, "old"), Segment(gained, "new"))


def _show_spaces(tokens: list[str]) -> str:
    return "".join("␣" * len(token) if token.isspace() else token for token in tokens)


def _replace_all(old: str, new: str) -> tuple[Segment, ...]:
    parts = Segment(" ".join(old.split()), "old"), Segment(" "), Segment(" ".join(new.split()), "new")
    return tuple(part for part in parts if part.text.strip()) if not (old and new) else parts


def _mark(before: list[str], after: list[str], opcodes: object) -> Iterator[Segment]:
    """The tokens by what became of them; a space between two changed words changes with them."""
    lost: list[str] = []
    gained: list[str] = []
    for tag, old_from, old_to, new_from, new_to in opcodes:  # type: ignore[attr-defined] # the type has a name in its stubs alone
        kept = "".join(after[new_from:new_to])
        if tag == "equal" and (kept.strip() or not (lost or gained)):
            yield from _flush(lost, gained)
            yield Segment(kept)
            continue
        lost += before[old_from:old_to]
        gained += after[new_from:new_to]
    yield from _flush(lost, gained)


def _flush(lost: list[str], gained: list[str]) -> Iterator[Segment]:
    """What went and what came since the last words that stayed, and the white space round it."""
    old, new = "".join(lost), "".join(gained)
    lost.clear()
    gained.clear()
    if old == new:
        yield Segment(old)
        return
    went, came = old.strip(), new.strip()
    yield Segment(_find_lead(old, new))
    yield Segment(went, "old")
    yield Segment(" " if went and came else "")
    yield Segment(came, "new")
    last = new or old
    yield Segment(" " if last[-1:].isspace() and last.strip() else "")


def _find_lead(old: str, new: str) -> str:
    """The space before what changed, where both begin with it or one is all that there is."""
    starts = {text[:1] for text in (old, new) if text}
    return " " if len(starts) == 1 and starts.pop().isspace() else ""


def join_segments(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments without empty ones, neighbours of one role together."""
    last: Segment | None = None
    for segment in segments:
        if not segment.text:
            continue
        if last and last.role == segment.role:
            last = Segment(last.text + segment.text, last.role)
            continue
        if last:
            yield last
        last = segment
    if last:
        yield last
