"""The key by which a plan explains its own names of timings (`Phase 1 = April to June 2025; Phase 2 = …`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from send_extract.patterns import compile_later
from send_extract.values.timing import TimingContext, parse_timing
from send_extract.values.timing.named import Named, fold_name

_ENTRY: Final = compile_later(
    r"\s*\W{0,2}((?:phase|ph|stage|wave|tranche|horizon|period|step|year|yr|y|p|month|milestone)\.?\s?\d{1,2}"
    r"|(?:immediate|quick wins?|very short|short|medium|mid|long|longer|urgent)(?:[\s/-]?term)?"
    r"|(?-i:(?!Q\d)[A-Z]{1,2}\d?))\s*(?:=|:|\s[–—-]+\s|[–—]|\t|\s{2,}|\bmeans\b|\bis\b|(?=\())\s*(\S.*?)\s*\Z",
    re.IGNORECASE,
)
_PARTED: Final = compile_later(r"\s*[;\n|]\s*|,\s+(?=[^,;=:]{1,24}[=:])|\.\s+(?=[A-Z])")
_LED: Final = compile_later(
    r"\A(?:[^=:;\n]{0,40}\b)?(?:key|timescales?|timings?|phases?|time\s?frames?)[^=:;\n]{0,30}:\s*",
    re.IGNORECASE,
)
_LONGEST: Final = 400
_FEWEST: Final = 2


def find_named(texts: Iterable[str], context: TimingContext) -> Named:
    """The names that the paragraphs of a plan explain, each with the words of its timing; none where they clash."""
    entries = list(chain.from_iterable(map(_read_entries, texts)))
    found = [(name, words) for name, words in entries if _is_timing(words, context)]
    meant = {fold_name(name): words for name, words in found}
    is_key = len(meant) >= _FEWEST and len({(fold_name(name), words) for name, words in found}) == len(meant)
    return tuple(found) if is_key else ()


def _read_entries(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return
    for piece in _PARTED.split(_LED.sub("", text)):
        entry = _ENTRY.match(piece)
        if entry is None:
            continue
        # `S = Short term (0-6 months)`: one timing has two names.
        inner = _ENTRY.match(entry[2]) or entry
        yield from ((name, inner[2].strip("() .")) for name in dict.fromkeys((entry[1], inner[1])))


def _is_timing(words: str, context: TimingContext) -> bool:
    """Whether words say when, without anything that they wait for."""
    reading = parse_timing(words, context)
    value = reading.value
    return reading.complete and value is not None and bool(value.intervals or value.duration)
