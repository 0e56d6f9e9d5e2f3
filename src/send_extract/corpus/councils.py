"""Whose plan it is, as its title tells: the name of a council, where the title names exactly one."""

from __future__ import annotations

from send_extract.patterns import compile_later

_WORD = r"(?!(?:Council|Borough)\b)[A-Z][\w'’-]*"
_NAME = rf"{_WORD}(?:,?\s+(?:(?:of|and|upon|on|in|the|&)\s+)*{_WORD})*"
_KINDS = frozenset("City County District Metropolitan Unitary Town Parish Community London Royal The".split())
"""What kind of council it is, which is no name of one."""
_OTHERS = frozenset(
    "Youth School Schools Student Pupil Arts Medical Research Safety Funding Sports Faith".split()
)
"""Bodies that are called councils and govern no place."""
_PAPERS = frozenset(
    "Action Plan Plans Improvement Review Report Strategy Implementation Recommendations Response Inspection Peer "
    "Programme Written Statement Update Progress Draft Delivery Corporate Challenge SEND Annex Appendix Cabinet Board "
    "Committee Version Final For Of By From ACTION PLAN IMPROVEMENT REVIEW REPORT DRAFT".split()
)
"""Words of a title that say what paper it is: a name begins behind them."""
_BOROUGH = compile_later(rf"(?:The\s+)?(?:London|Royal|Metropolitan)\s+Borough\s+of\s+{_NAME}")
_CITY = compile_later(rf"City\s+of\s+{_NAME}\s+Council")
_COUNCIL = compile_later(rf"({_NAME}(?:\s+Borough)?)\s+Council\b")


def find_council(title: str | None) -> str | None:
    """The council that a title names; None where it names none, or more than one."""
    text = title or ""
    found = {name for pattern in (_BOROUGH, _CITY) for name in pattern.findall(text)}
    if not found:
        found = {f"{name} Council" for words in _COUNCIL.findall(text) if (name := _cut(words))}
    return " ".join(found.pop().split()) if len(found) == 1 else None


def _cut(words: str) -> str:
    """The words before *Council* from where its name begins; nothing where they are no name."""
    parts = words.split()
    behind = [place for place, word in enumerate(parts, 1) if word.strip(",") in _PAPERS]
    name = parts[behind[-1] :] if behind else parts
    while name and (name[0] in {"The", "&"} or name[0].islower()):
        name = name[1:]
    own = {*name} - _KINDS - {"Borough"}
    return " ".join(name) if own and not own & _OTHERS else ""
