"""Mutations of a text: its lines, its cells, its tags, its words."""

import re
from collections.abc import Callable
from random import Random

_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[\t|,;\"'`*_#<>&\[\]()\\-]")
_STRANGE = (
    "\u00ad", "\u200b", "\u202e", "\ufeff", "\x0c", "\x00", "\r", "&nbsp;", "&amp;lt;", "&#0;", "&bogus;", "<!--",
    "-->", "<td>", "</td>", "</table>", "<table>", "<tr>", "<p>", "<ul>", "<li>", "</ul>", "<b>", "<s>", "<script>",
    "<caption>", "<select>", "<option>", "<textarea>", "<title>", "<div hidden>", "<span style='display:none'>",
    "<td rowspan=3>", "<td colspan=999999>", "<svg>", "<![CDATA[", "|", "||", "|---|", "\t", "\t\t", ",", ";", '"',
    '""', "```", "~~", "**", "> ", "- ", "1. ", "a) ", "## ", "---\n", "[x](y)", "![x](y)", "[^1]", "\\", "…", "—", "🗹",
    "☐", "é", "Jan", "31/02/2024", "Q3", "by", "TBC", "Recommendation 9: ", "Due date: ", "Status: ", "Total", "No",
    "\n\n", "  ",
)  # fmt: skip
_LONG = 3_000


def take_lines(random: Random, text: str) -> str:
    """Lines are gone, doubled, or in another order."""
    lines = text.split("\n")
    place = random.randrange(len(lines))
    change = random.randrange(4)
    if change == 0:
        del lines[place : place + random.choice((1, 2, 5))]
    elif change == 1:
        lines[place:place] = lines[place : place + random.choice((1, 3))] * random.choice((1, 2, 30))
    elif change == 2:
        lines.insert(random.randrange(len(lines)), lines.pop(place))
    else:
        lines[place] = "".join(random.sample(lines[place], len(lines[place]))[:_LONG])
    return "\n".join(lines)


def take_tags(random: Random, text: str) -> str:
    """A tag (or a mark) is gone, doubled, or stands elsewhere."""
    return _take_found(random, text, _TAG if "<" in text and random.random() < 0.8 else _MARK)


def take_words(random: Random, text: str) -> str:
    """A word is gone, doubled, or stands elsewhere."""
    return _take_found(random, text, _WORD)


def _take_found(random: Random, text: str, pattern: re.Pattern[str]) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text
    match, other = random.choice(found), random.choice(found)
    kept = text[: match.start()] + text[match.end() :]
    place = min(other.start(), len(kept))
    return random.choice(
        (
            kept,
            text[: match.end()] + match[0] * random.choice((1, 50)) + text[match.end() :],
            kept[:place] + match[0] + kept[place:],
        )
    )


def put_words(random: Random, text: str) -> str:
    """New words stand where none were meant: between tags, between lines, in the middle of a cell."""
    places = [match.end() for match in (_TAG if "<" in text else _MARK).finditer(text)] or [0]
    place = random.choice(places)
    return text[:place] + _coin_words(random) + text[place:]


def put_strange(random: Random, text: str) -> str:
    """What means something to some reader stands anywhere."""
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(_STRANGE) * random.choice((1, 1, 1, 2, 40)) + text[place:]


def nest(random: Random, text: str) -> str:
    """A part stands inside many tags."""
    place, depth = random.randrange(len(text) + 1), random.choice((2, 20, 300))
    name = random.choice(("div", "b", "ul", "li", "table", "td", "blockquote", "span"))
    end = min(len(text), place + random.choice((0, 10, 400)))
    return text[:place] + f"<{name}>" * depth + text[place:end] + f"</{name}>" * depth + text[end:]


def _coin_words(random: Random) -> str:
    """Words that stand nowhere else."""
    return " ".join(f"zebra{random.randrange(10**6)}" for _ in range(random.choice((1, 2, 9))))


TEXTUAL: tuple[Callable[[Random, str], str], ...] = (
    take_lines, take_tags, take_words, put_words, put_strange,
)  # fmt: skip
MARKED = (*TEXTUAL, take_tags, put_words, nest)


def mutate_text(random: Random, data: bytes) -> bytes:
    """A text with one of these."""
    return random.choice(TEXTUAL)(random, data.decode("utf-8", "replace")).encode("utf-8", "replace")


def mutate_markup(random: Random, data: bytes) -> bytes:
    """A page, or a text with markup in its cells, with one of these."""
    return random.choice(MARKED)(random, data.decode("utf-8", "replace")).encode("utf-8", "replace")
