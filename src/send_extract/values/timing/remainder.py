"""The words left over beside a timing: they change it until shown harmless."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, repeat, starmap
from typing import TYPE_CHECKING, Final

from send_extract.notation.slips import find_slip
from send_extract.values.timing.dates import Dates
from send_extract.values.timing.kinds import KINDS
from send_extract.values.timing.parts import Condition, Expression, Label, Length, Marker, Part, Rest, Status
from send_extract.values.timing.recurrence import Recurrence
from send_extract.values.timing.words import DOUBTFUL

if TYPE_CHECKING:
    from send_extract.values.timing.lexicon import SpeltItem
    from send_extract.values.timing.tokens import Token

# What may be left over: nouns that say of what or for whom a date is, and the small words between them.
_NOUNS: Final = frozenset([
    "word", "body", "event", "thing", "reference_noun", "wholly", "is_dated", "slid", "revision", "venue",
    "reached", "own_end",
])  # fmt: skip
_NAMING: Final = frozenset(["body", "event", "thing"])
_SMALL: Final = frozenset(["linking", "the", "of", "a", "on"])
_HARMLESS: Final = _NOUNS | _SMALL
# Words that say how a date bounds, and what a slip of the fingers can make of them.
_BOUNDING: Final = ("from", "until", "before", "after", "by", "end", "start", "of")
_GLUED: Final = frozenset([*_BOUNDING, "the", "to", "in", "on", "mid", "early", "late", "for", "at"])
_SHORTEST: Final = 4
# Labels that are verbs, whose subject a month's name before them may be (`April is leading`).
_VERBS: Final = frozenset(["is", "will be", "to be"])
_JOINTS: Final = frozenset(["and", "comma", "slash"])
_MAY: Final = 5
_MOST_WORDS: Final = 12
_LONGEST_MARK: Final = 4
_TIMED: Final = frozenset([Dates, Recurrence, Condition, Status])


def is_changed(expression: Expression, tokens: Sequence[Token]) -> bool:
    """Whether what was not read could change the meaning of what was."""
    if not expression.parts or type(expression.parts[-1].value) is Marker:
        return True
    if len(expression.parts) == 1 and not expression.rest:
        return False
    return _has_subject(expression.parts, tokens) or (
        bool(expression.rest) and _has_changing_rest(expression, tokens)
    )


def _has_subject(parts: Sequence[Part], tokens: Sequence[Token]) -> bool:
    """Whether a month's name is somebody that a verb behind it says something of."""
    for first, second in pairwise(parts):
        is_verb = type(second.value) is Label and second.value.words in _VERBS
        if is_verb and not second.link and _is_doubtful(first, tokens):
            return True
    return False


def _has_changing_rest(expression: Expression, tokens: Sequence[Token]) -> bool:
    """Whether words left over change what was read, or what was read says nothing beside them."""
    if not any(map(_is_timed, expression.parts)):
        return True
    is_changing = any(map(_is_changing, expression.rest, repeat(tokens))) or _has_rate(
        expression.parts, tokens
    )
    return is_changing or any(starmap(_is_mere_year, pairwise((None, *expression.parts))))


def _is_timed(part: Part) -> bool:
    """Whether a part says when; a length alone does not."""
    value = part.value
    return type(value) in _TIMED or (isinstance(value, Length) and value.dates is not None)


def _has_rate(parts: Sequence[Part], tokens: Sequence[Token]) -> bool:
    """Whether a rhythm is that of a share, and so an amount (`5% saving per annum`)."""
    return any(
        isinstance(first.value, Label)
        and isinstance(second.value, Recurrence)
        and any(token.text == "%" for token in tokens[first.start : first.end])
        for first, second in pairwise(parts)
    )


def _is_changing(run: Rest, tokens: Sequence[Token]) -> bool:
    """Whether a run of words is something else than the name of what a date is for."""
    if len(run.items) > _MOST_WORDS or not all(
        _is_plain(item) or _is_new(item, run, tokens) for item in run.items
    ):
        return True
    return not _is_list_mark(run, tokens) and any(changes(run, tokens) for changes in _REASONS)


def _is_new(item: SpeltItem, run: Rest, tokens: Sequence[Token]) -> bool:
    """Whether a word says that something behind a date is new (`1 October (new contract)`), and not another date."""
    return tokens[item.start].value == "new" and run.behind is None and item is not run.items[-1]


def _has_no_noun(run: Rest, _tokens: Sequence[Token]) -> bool:
    return all(_NOUNS.isdisjoint(item.senses) for item in run.items)


def _is_letter(run: Rest, tokens: Sequence[Token]) -> bool:
    """A letter that is no word, before a date, may be a figure."""
    return run.behind is not None and len(tokens[run.items[-1].start].text) == 1


def _is_slip(run: Rest, tokens: Sequence[Token]) -> bool:
    """Right before a date, a word that is none may be one that bounds it (`fron April`, `by th end`, `endof May`)."""
    last = run.items[-1]
    if run.behind is None or set(last.senses) != {"word"} or last.end - last.start > 1:
        return False
    word = str(tokens[last.start].value)
    if tokens[last.start].text.islower() and len(word) < _SHORTEST:
        return True
    is_near = any(find_slip(word, bound) for bound in _BOUNDING if len(bound) >= _SHORTEST)
    return is_near or any({word[:cut], word[cut:]} <= _GLUED for cut in range(2, len(word) - 1))


def _is_moved(run: Rest, tokens: Sequence[Token]) -> bool:
    """Something done *to* a date is not lasting until it (`rearranged to 3 June`, `May (build to July)`)."""
    first, last = run.items[0].start, run.items[-1].end
    is_to = run.behind is not None and tokens[run.behind.start].value == "to"
    is_inside = first > 1 and tokens[first - 1].kind == "open"
    return is_to and (is_inside or str(tokens[last - 1].value).endswith(("ed", "'d")))


def _is_moved_itself(run: Rest, tokens: Sequence[Token]) -> bool:
    """In a bracket, something else than the date before it that was moved (`July (scope moved to September)`)."""
    is_revised = run.behind is not None and isinstance(run.behind.value, Marker)
    first = run.items[0]
    is_inside = first.start > 1 and tokens[first.start - 1].kind == "open"
    return is_revised and is_inside and not any(map(_is_naming, run.items))


def _is_beside_name(run: Rest, tokens: Sequence[Token]) -> bool:
    """Whether the month that *and* or a slash joins to one word with a capital may be a name, too (`Mark and June`)."""
    first, last = run.items[0], run.items[-1]
    is_capital = _is_capital(first, tokens) and not tokens[first.start].text.isupper()
    joints = [(first.start - 1, -1), (last.end, 1)]
    is_named = "word" in first.senses and is_capital
    return is_named and any(_joins_name(place, step, tokens) for place, step in joints)


def _joins_name(place: int, step: int, tokens: Sequence[Token]) -> bool:
    """Whether a sign at `place` joins what may be a name on its other side."""
    if not 0 < place < len(tokens) - 1 or tokens[place].kind not in {"and", "slash"}:
        return False
    beyond = tokens[place + step]
    ahead = tokens[place + 2 * step].kind if 0 <= place + 2 * step < len(tokens) else ""
    is_dated = ahead in {"number", "ordinal", "year", "short_year", "month"}
    return beyond.kind == "month" and beyond.text.lower() in DOUBTFUL and not is_dated


def _has_verb(run: Rest, tokens: Sequence[Token]) -> bool:
    return any(_is_verb(item, behind, tokens) for item, behind in pairwise(run.items))


def _leads_up(run: Rest, _tokens: Sequence[Token]) -> bool:
    """Words that lead up to the date (`minutes of`, `with April`) rather than name what it is of."""
    senses = run.items[-1].senses.keys()
    return run.behind is not None and ("title" in senses or not senses & _NOUNS)


def _names_person(run: Rest, tokens: Sequence[Token]) -> bool:
    """A name before what may be a surname (`Theresa May`)."""
    if run.behind is None or not _is_doubtful(run.behind, tokens):
        return False
    return not _is_naming(run.items[-1]) and _is_capital(run.items[-1], tokens)


def _follows_badly(run: Rest, tokens: Sequence[Token]) -> bool:
    """Words with nothing between them and a date take it for their own (`May slip`, `April Dunne`)."""
    first = run.items[0]
    if run.before is None:
        return False
    if not isinstance(run.before.value, Dates):
        return isinstance(run.before.value, Status) and tokens[first.start].value in {"by", "to", "with"}
    if run.before.value.bound:
        return _is_bound_astray(run.before, run.before.value, first, tokens)
    if _is_doubtful(run.before, tokens):
        return _takes_name(run, run.before, tokens)
    is_named = _is_naming(first) or _is_capital(first, tokens) or bool(first.senses.keys() & _SMALL)
    return not is_named and _is_bare(run.before.value)


def _is_in_capitals(run: Rest, tokens: Sequence[Token]) -> bool:
    """Letters of a month in capitals, alone beside words that are not, may be short for something else (`SEP plan`)."""
    is_small = any(tokens[item.start].text.islower() for item in run.items)
    return is_small and any(_is_short_for(part, tokens) for part in (run.before, run.behind) if part)


def _is_short_for(part: Part, tokens: Sequence[Token]) -> bool:
    """Whether a part is a month's name of few letters, in capitals, alone."""
    text = tokens[part.start].text
    is_bare = isinstance(part.value, Dates) and _is_bare(part.value)
    return is_bare and part.end == part.start + 1 and text.isupper() and len(text) <= _LONGEST_MARK


def _takes_name(run: Rest, before: Part, tokens: Sequence[Token]) -> bool:
    """Whether words go on from what may be a word as well as a month, and neither name nor say what it is of."""
    first = run.items[0]
    if "doing" in first.senses and tokens[before.start].value == _MAY:
        return True  # `May sign off`
    is_of = "of" in first.senses and len(run.items) > 1 and tokens[first.start].value != "in"
    return not _is_naming(first) and not is_of


def _is_of_another(run: Rest, _tokens: Sequence[Token]) -> bool:
    """A quarter without a year that is of something else than a year may be a question (`Q2 of the survey`)."""
    only = run.before.value.only if run.before and isinstance(run.before.value, Dates) else None
    return only is not None and only.kind == "quarter" and only.year is None and "of" in run.items[0].senses


def _is_bound_astray(before: Part, dates: Dates, first: SpeltItem, tokens: Sequence[Token]) -> bool:
    """What bounds a date may belong to the words behind it (`by the October deadline`)."""
    is_to = any(tokens[place].value == "to" for place in range(before.start, before.end))
    is_named = _is_naming(first) or bool({"of", "linking"} & first.senses.keys())
    return (dates.bound == "until" and is_to) or not is_named


_REASONS: Final = (
    _has_no_noun, _is_letter, _is_slip, _is_moved, _is_moved_itself, _is_beside_name,
    _has_verb, _leads_up, _names_person, _follows_badly, _is_of_another, _is_in_capitals,
)  # fmt: skip


def _is_list_mark(run: Rest, tokens: Sequence[Token]) -> bool:
    """Whether a run is the letter or the figure of a list (`a)`, `(ii)`)."""
    last = run.items[-1].end
    is_marked = last < len(tokens) and tokens[last].kind in {"close", "dot"} and not tokens[last].gap
    is_short = len(run.items) == 1 and len(tokens[last - 1].text) < _LONGEST_MARK
    return is_marked and is_short and run.behind is None and run.before is None


def _is_verb(item: SpeltItem, behind: SpeltItem, tokens: Sequence[Token]) -> bool:
    """Whether the two are something to do (`to lead`), not somebody to whom (`to Cabinet`)."""
    is_to = tokens[item.start].value == "to" and item.end - item.start == 1
    return is_to and set(behind.senses) == {"word"} and not _is_capital(behind, tokens)


def _is_plain(item: SpeltItem) -> bool:
    return "changing" not in item.senses and not _HARMLESS.isdisjoint(item.senses)


def _is_naming(item: SpeltItem) -> bool:
    return not _NAMING.isdisjoint(item.senses)


def _is_capital(item: SpeltItem, tokens: Sequence[Token]) -> bool:
    return tokens[item.start].text[:1].isupper()


def _is_doubtful(part: Part, tokens: Sequence[Token]) -> bool:
    """Whether a part may itself be mere words: months' names alone that are also other words."""
    words = [token.text.lower() for token in tokens[part.start : part.end] if token.kind not in _JOINTS]
    return isinstance(part.value, Dates) and DOUBTFUL.issuperset(words)


def _is_bare(dates: Dates) -> bool:
    """Whether dates are one month without a year."""
    period = dates.only
    return period is not None and period.kind == "month" and period.year is None


def _is_mere_year(before: Part | None, part: Part) -> bool:
    """Whether a part is a year alone, which is a part of names as often as it is a timing (`Strategy 2022-25`).

    What something was put off to is a timing (`Deferred to 26/27 programme`).
    """
    value = part.value
    if before is not None and isinstance(before.value, Marker):
        return False
    if not isinstance(value, Dates) or value.bound:
        return False
    return all(KINDS[period.kind].divided == "year" and not period.part for period in value.periods)
