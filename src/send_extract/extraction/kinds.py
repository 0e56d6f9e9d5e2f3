"""What a row of a plan can be: one ordered table of kinds, each with its test and the reason that it gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import compress

from msgspec import Struct

from send_extract.extraction.labels import find_label
from send_extract.extraction.rows import Above, PlacedRow, RowFacts, find_banner
from send_extract.headings import find_field
from send_extract.notation.numbers import begins_row, is_below, names_group, parse_number
from send_extract.patterns import compile_later, has_any
from send_extract.plan import Draft

_LONGEST_TITLE = 90
"""Letters of a title that only its look shows to be one; what stands in merged cells may be longer."""
_FEWEST_ALIKE = 3
"""Cells that say the same before a row is a title by that."""
_TOTAL = compile_later(r"(?:grand\s+|sub-?\s*)?totals?\b[^.]{0,40}$", re.IGNORECASE, has_any("total"))
_SUM = compile_later(
    r"(?:grand\s+|sub-?\s*)?totals?\b[^.\d]{0,40}[£€$]?\s*\d[\d,.]*\s*(?:k|m|%)?\W*$", re.IGNORECASE
)
_BARE_TOTAL = compile_later(
    r"(?:grand\s+|overall\s+|sub-?\s*)?totals?(?:\s+(?:estimated\s+)?(?:costs?|budget|spend|expenditure|funding|actions|hours))?\W*$",
    re.IGNORECASE,
    has_any("total"),
)
"""All that a row says whose sum is not there, as where a program has not reckoned it."""
_FIGURE = compile_later(r"[\s£€$\d.,%()+-]+[kKmM]?$")
_RULE = compile_later(r"[\s|+:=_*–—-]*[-=_–—]{2}[\s|+:=_*–—-]*$", need=has_any(*"-=_–—"))
_NOTE = compile_later(
    r"\W*(?:(?:please\s+)?note|n\.?b\.?|key|source|footnote|explanation)\b\W*[:–—-]|\W*(?:please\s+note|nb)\b|[*†‡]\s*\S",
    re.IGNORECASE,
)
_SIGNED = compile_later(r"\W*(?:signed|sign[ -]off|authorised)\b", re.IGNORECASE)
_LABEL = compile_later(r"([^:\n]{2,40}?)\s*(?::|\s[–—-]\s)\s*(?=\S)")
_OF_ROWS = frozenset((None, "recommendation", "number", "section", "extra"))
"""The fields whose words alone are a title, or a row, by other tests."""
_SEVERAL = 2
STATED = frozenset(("status", "progress", "notes"))
"""The fields that a row over the whole width can say of the recommendation above it."""


class Sight(Struct, frozen=True):
    """A row as it is judged: what it shows, the row below it, the recommendation open above it.

    `is_titled` says that the table begins with a plain title, so that others like it are titles too; `is_asked` that
    the recommendation above is a heading, whose actions all rows below it are.
    """

    placed: PlacedRow
    facts: RowFacts
    below: RowFacts | None = None
    above: Above | None = None
    is_titled: bool = False
    is_asked: bool = False


class RowKind(Struct, frozen=True):
    """A kind of row: its name, why a row is read as one, and the words that make it one (None where it is another).

    `is_told` says that only the row's look shows it, so that the reader of the plan should know; it fills no more
    than `most` cells, where 3 stands for any number.
    """

    name: str
    because: str
    read: Callable[[Sight], str | None]
    is_told: bool = False
    most: int = 3


class Told(Struct, frozen=True):
    """What a row is: its kind, and the words that made it one."""

    kind: RowKind
    words: str


def tell_kind(sight: Sight) -> Told:
    """The first kind of the table that a row is of; a row that is no other is a recommendation."""
    for kind in _KINDS_OF[len(sight.facts.filled[:3])]:
        words = kind.read(sight)
        if words is not None:
            return Told(kind, words)
    return Told(RECOMMENDATION, "")


# The tests, in the order of the table below
# ----------------------------------------------------------------------------------------------------------


def _say_if(is_one: Callable[[Sight], bool]) -> Callable[[Sight], str | None]:
    """A test that needs no words."""
    return lambda sight: "" if is_one(sight) else None


def _is_rule(sight: Sight) -> bool:
    return bool(sight.facts.filled) and all(map(_RULE.match, sight.facts.texts))


def _read_remark(sight: Sight) -> str | None:
    """A line over the whole width that is said of the plan, not of rows: a note, a key, who signed, which draft."""
    text = _read_wide(sight)
    if text is None:
        return _read_lone_note(sight)
    label = find_label(text)
    is_label = label is not None and not (label.before or label.after) and _is_dated(label.draft)
    return text if is_label or _NOTE.match(text) or _SIGNED.match(text) else None


def _read_lone_note(sight: Sight) -> str | None:
    """A note or key that stands alone in the first column."""
    text = sight.facts.texts[0] if sight.facts.filled == (0,) else ""
    return text if text[:1].isalpha() and _NOTE.match(text) else None


def _is_dated(draft: Draft) -> bool:
    return draft.date is not None or draft.number is not None


def _read_stated(sight: Sight) -> str | None:
    """A line over the whole width with the label of a field: said of the recommendation above."""
    text = _read_wide(sight) if sight.above else None
    label = _LABEL.match(text) if text else None
    return text if label and find_field(label[1]) in STATED and not names_group(text or "") else None


def split_stated(text: str) -> tuple[str, str]:
    """The field and the words of a status line; a label of several words (`Review note (Jan 2024)`) is kept in them."""
    label = _LABEL.match(text)
    if label is None:
        return "notes", text
    return find_field(label[1]), text[label.end() :] if label[1].isalpha() else text


def _read_merged(sight: Sight) -> str | None:
    return find_banner(sight.placed.row) if sight.facts.number is None or not sight.facts.skipped else None


def _read_wide(sight: Sight) -> str | None:
    """The words of a row whose cells are merged into one."""
    return find_banner(sight.placed.row) if len(sight.facts.filled) == 1 else None


def _read_under_section(sight: Sight) -> str | None:
    return sight.facts.texts[0] if _name_field(sight) == "section" else None


def _read_first(sight: Sight) -> str | None:
    """Words alone where a number would be, or in a first column of no field or with a group's counted name."""
    field, place = _name_field(sight), (sight.facts.filled or (None,))[0]
    if field is None or sight.facts.number is not None:
        return None
    text = sight.facts.texts[0]
    is_named = place == 0 and (field == "extra" or names_group(text))
    return text if field == "number" or is_named else None


def _read_emphasised(sight: Sight) -> str | None:
    """The only words of a row, all bold or all capitals, unnumbered in a table with numbers, or above a fuller row."""
    facts = sight.facts
    if _name_field(sight) != "recommendation" or not (_is_bare_title(sight) or _is_bold_above(sight)):
        return None
    text = facts.text
    return text if text.isupper() or (_is_bold(sight) and not text.startswith("*")) else None


def _read_bold_first(sight: Sight) -> str | None:
    """The only words of a row, bold and short, in the first cell of a table whose first column is no title of rows."""
    field = _name_field(sight)
    if field in _OF_ROWS or sight.facts.filled[0] or not _is_above_filled(sight):
        return None
    text = sight.facts.texts[0]
    is_short = len(text) <= _LONGEST_TITLE and "\n" not in text and not text.endswith((".", ";"))
    return text if is_short and (_is_bold(sight) or (text.isupper() and " " in text)) else None


def _is_above_filled(sight: Sight) -> bool:
    """Whether a row stands above one that says more: the next action, or a row with its recommendation."""
    if sight.below is None or len(sight.below.filled) < _SEVERAL:
        return False
    return not sight.placed.columns.find("recommendation") or bool(sight.below.text)


def _is_bare_title(sight: Sight) -> bool:
    facts = sight.facts
    has_number = bool(sight.placed.columns.find("number"))
    return has_number and not facts.number and not facts.repeats and len(facts.text) <= _LONGEST_TITLE


def _is_bold_above(sight: Sight) -> bool:
    """Whether short bold words stand above a row that fills several cells, its own words not bold."""
    is_short = len(sight.facts.text) <= _LONGEST_TITLE and sight.facts.number is None
    return is_short and _is_bold(sight) and sight.below is not None and len(sight.below.filled) > 2


def _is_bold(sight: Sight) -> bool:
    cell = sight.placed.row.cells[sight.facts.filled[0]]
    runs = [run for block in cell.blocks for run in block.runs if run.text.strip()]
    return bool(runs) and all("b" in run.emphasis for run in runs)


def _read_repeated(sight: Sight) -> str | None:
    """The words that fill every cell of a row alike, as where a converter took a merged cell apart."""
    cells, width = sight.placed.row.cells, len(sight.placed.columns.headings)
    texts = sight.facts.texts
    if (
        len(texts) < max(width, _FEWEST_ALIKE)
        or len({*texts}) > 1
        or any(cell.span == "row" for cell in cells)
    ):
        return None
    return texts[0] if len(texts[0]) <= _LONGEST_TITLE and parse_number(texts[0]) is None else None


def _read_counted(sight: Sight) -> str | None:
    """The title of a row that has only it and a number, where the next row is numbered below that."""
    facts, below = sight.facts, sight.below
    if facts.number is None or below is None or below.number is None or len(facts.filled) != 2:
        return None
    is_worded = "recommendation" in sight.placed.columns.places
    text = facts.text if is_worded else sight.facts.texts[1]
    if not text or (is_worded and not below.text) or below.repeats:
        return None
    if not is_below(below.number.number, facts.number.number):
        return None
    return f"{facts.number.printed} {text}" if not facts.skipped else text


def _read_like_first(sight: Sight) -> str | None:
    return sight.facts.text if sight.is_titled and _is_lone_title(sight) else None


def begins_titled(rows: Sequence[PlacedRow], found_facts: Sequence[RowFacts]) -> bool:
    """Whether a table's first row is the plain title of the rows below it, so that others like it are titles too."""
    return len(rows) > 1 and _is_lone_title(Sight(rows[0], found_facts[0], found_facts[1]))


def _is_lone_title(sight: Sight) -> bool:
    """Whether the only words of a row are short, unnumbered, no sentence, and above a row with its own number."""
    facts, below = sight.facts, sight.below
    if below is None or below.number is None or not below.text or not _is_bare_title(sight):
        return False
    text = facts.text
    return _name_field(sight) == "recommendation" and text[:1].isupper() and text[-1] not in ".;,"


def _is_template(sight: Sight) -> bool:
    """Whether a row is an empty one of the template: its number and nothing else."""
    numbers, filled = sight.placed.columns.find("number"), sight.facts.filled
    if not numbers and _name_field(sight) == "recommendation":
        return (
            sight.above is not None
            and sight.facts.text[-1:] in {".", ")", ":"}
            and begins_row(sight.facts.text)
        )
    return 0 < len(filled) <= len(numbers) and all(place in numbers for place in filled)


def _is_total(sight: Sight) -> bool:
    """Whether a row adds up the ones above: `Total` somewhere in it, and nothing but figures beside it."""
    texts, filled = sight.facts.texts, sight.facts.filled
    if len(texts) < 2:
        return sight.facts.number is None and any(
            _SUM.match(text) or _BARE_TOTAL.match(text) for text in texts
        )
    place = next(compress(filled, map(_TOTAL.match, texts)), None)
    if place is None:
        is_beside = sight.placed.row.cells[filled[-1] - 1].span == "column" and sight.facts.number is None
        return is_beside and all(map(_FIGURE.match, texts[1:]))
    is_counted = sight.facts.number is not None and place in sight.placed.columns.find("recommendation")
    return not is_counted and sum(1 for text in texts if _FIGURE.match(text)) == len(texts) - 1


def _continues(sight: Sight) -> bool:
    """Whether a row goes on with the recommendation above it."""
    facts, above = sight.facts, sight.above
    if above is None:
        return False
    if facts.repeats or (facts.text and facts.text == above.text and _is_kin(facts, above)):
        return True
    if facts.number is None:
        return _goes_on(sight)
    if not sight.placed.columns.find("recommendation"):
        return facts.number.number == above.number
    if facts.text[facts.skipped :]:
        return False
    return _is_kin(facts, above)


def _says_continued(sight: Sight) -> bool:
    """Whether a row says that it goes on, by the number of the recommendation above or with no other words."""
    facts, above = sight.facts, sight.above
    if above is None or not facts.is_continued:
        return False
    if facts.number is None:
        return not (facts.number_words or facts.text)
    return facts.number.number == above.number


def _goes_on(sight: Sight) -> bool:
    """Whether an unnumbered row says no more of what is recommended than the end of a sentence."""
    facts, columns = sight.facts, sight.placed.columns
    if facts.number_words.strip():
        return False
    is_rest = not facts.text or facts.text[:1].islower() or (len(facts.filled) == 1 and not facts.skipped)
    return is_rest and bool(columns.find("number") or columns.find("recommendation"))


def _is_kin(facts: RowFacts, above: Above) -> bool:
    """Whether a row's number is that of the recommendation above, or one below it or beside it."""
    if facts.number is None:
        return True
    number = facts.number.number
    stem = above.number.rpartition(".")[0]
    return number == above.number or is_below(number, above.number) or (bool(stem) and is_below(number, stem))


def _name_field(sight: Sight) -> str | None:
    """The field of the only cell that a row fills; None where it fills several, or none."""
    if len(sight.facts.filled) != 1:
        return None
    place, fields = sight.facts.filled[0], sight.placed.columns.fields
    return fields[place] if place < len(fields) else "extra"


RECOMMENDATION = RowKind("recommendation", "it is no other kind of row", _say_if(lambda _: True))
KINDS: tuple[RowKind, ...] = (
    RowKind("heading", "it repeats the headings", _say_if(lambda sight: sight.placed.row.is_header)),
    RowKind("rule", "it is a drawn line", _say_if(_is_rule)),
    RowKind(
        "remark", "it says what holds for the plan, over the whole width", _read_remark, is_told=True, most=1
    ),
    RowKind("status", "it says by its label how the row above stands", _read_stated, is_told=True, most=1),
    RowKind("total", "it adds up the rows above", _say_if(_is_total), is_told=True),
    RowKind("section", "its cells are merged into one", _read_merged, most=2),
    RowKind("section", "only its cell under the section's heading is filled", _read_under_section, most=1),
    RowKind("section", "its words stand alone where a number would", _read_first, most=1),
    RowKind(
        "section",
        "its only words are in bold or capitals, without a number",
        _read_emphasised,
        is_told=True,
        most=1,
    ),
    RowKind(
        "section", "its only words are a title in bold or capitals", _read_bold_first, is_told=True, most=1
    ),
    RowKind("section", "all its cells say the same", _read_repeated, is_told=True),
    RowKind("section", "the next row is numbered below it", _read_counted, most=2),
    RowKind("section", "it is a title like the table's first row", _read_like_first, is_told=True, most=1),
    RowKind("template", "it has a number and nothing else", _say_if(_is_template)),
    RowKind(
        "continuation",
        "it stands below a heading that is a recommendation",
        _say_if(lambda sight: sight.is_asked),
    ),
    RowKind("continuation", "it says that it goes on", _say_if(_says_continued), is_told=True),
    RowKind("continuation", "it says nothing new of what is recommended", _say_if(_continues)),
    RECOMMENDATION,
)
_KINDS_OF = [tuple(kind for kind in KINDS if kind.most >= filled) for filled in range(4)]
"""What a row can be that fills none, one, two or more cells."""
