"""People: the names behind initials, as far as the document or the settings give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.owner.model import Owner
from send_extract.values.owner.words import HONORIFICS, PARTICLES

_INITIALS: Final = compile_later(
    r"(?:[A-Z]{2,4}"  # GB
    r"|[A-Z](?:[.] ?[A-Z]){1,3}[.]?"  # G.B., G. B.
    r"|[A-Z](?: [A-Z]){1,3}"  # G B
    r"|[A-Z]{1,2}(?:Mc|Mac|v|vd|de|O['’])[A-Z]{0,2}"  # CMc, JvdB, SO'N
    r"|[A-Z]{1,3}-[A-Z]{1,2})\Z"  # JS-J
)
_NAME_WORD: Final = compile_later(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PREFIX: Final = compile_later(r"(?:Mc|Mac|O['’])(?=[A-Z])")
MAX_FORMS: Final = 64  # of one name's initials; no name has as many


class People:
    """Initials and the names that they may stand for; case and dots in initials say nothing."""

    __slots__ = ("_codes", "_names", "_settled", "_terms")

    def __init__(
        self,
        names: Mapping[str, Iterable[str]] | None = None,
        settled: Mapping[str, str] | None = None,
        codes: Iterable[str] = (),
        terms: Iterable[str] = (),
    ) -> None:
        """`names` are what the document offers for initials; `settled` is what the settings say, and wins.

        `codes` are initials that stand alone somewhere in the column, as printed; `terms` what a glossary explains,
        which is nobody.
        """
        self._terms = frozenset(terms)
        self._codes = {fold_initials(code): code for code in codes}
        self._names = {
            fold_initials(code): tuple(dict.fromkeys(known)) for code, known in (names or {}).items()
        }
        self._settled = {fold_initials(code): name for code, name in (settled or {}).items()}

    def find_names(self, initials: str) -> tuple[str, ...]:
        """The names that `initials` may stand for; none where nobody says."""
        code = fold_initials(initials)
        return (self._settled[code],) if code in self._settled else self._names.get(code, ())

    def knows(self, initials: str) -> bool:
        """Whether `initials` are those of a person of the document."""
        code = fold_initials(initials)
        return code in self._settled or code in self._names or code in self._codes

    def is_term(self, code: str) -> bool:
        """Whether a glossary explains `code` as something else than a person."""
        return code in self._terms

    def spell(self, initials: str) -> str:
        """Initials in small letters (`gb`) as the column has them in capitals; empty where it does not."""
        return self._codes.get(initials, "") if initials.isalpha() and initials.islower() else ""


NO_PEOPLE: Final = People()
"""Nobody is known: initials stay initials."""


def fold_initials(initials: str) -> str:
    """Initials as they are compared: `G.B.`, `G B` and `gb` are one."""
    return re.sub(r"[^\w]", "", initials).casefold()


def is_initials(text: str) -> bool:
    """Whether `text` is printed as a person's initials are (`GB`, `G.B.`, `CMc`)."""
    return len(text) <= 12 and _INITIALS.match(text) is not None


def find_initials(name: str) -> frozenset[str]:
    """The initials that a name can have, folded: `Clare McDonald` has `cm`, `cmc`, `cmd` and `cmcd`."""
    words = [word for word in _NAME_WORD.findall(name) if word.casefold() not in HONORIFICS]
    if len(words) < 2:
        return frozenset()
    return frozenset(_combine(words) | _combine([words[0], words[-1]]))


def fits_name(initials: str | None, name: str | None) -> bool:
    """Whether `initials` can be those of `name`."""
    return fold_initials(initials or "") in find_initials(name or "")


def _combine(words: list[str]) -> set[str]:
    forms = {""}
    for word in words:
        forms = {form + option for form in forms for option in _shorten(word)}
        if len(forms) > MAX_FORMS:
            return set()
    return forms


def _shorten(word: str) -> set[str]:
    """What one word of a name can give to its initials."""
    first = word[0].casefold()
    options = {first, *(fold_initials("".join(part[:1] for part in re.split(r"['’-]", word))),)}
    prefix = _PREFIX.match(word)
    if prefix:
        surname = word[prefix.end()].casefold()
        options |= {fold_initials(prefix[0]), fold_initials(prefix[0]) + surname, first + surname}
    return options | {""} if word.casefold() in PARTICLES else options


def fold_name(name: str) -> tuple[str, ...]:
    """A name as it is compared: no title before it, no capitals, no dots."""
    words = tuple(filter(None, map(fold_initials, name.split())))
    return words[1:] if words and words[0] in HONORIFICS else words


def name_owner(owner: Owner, people: People) -> Owner:
    """`owner` with the name behind its initials, where one alone is known."""
    if owner.name is not None or owner.code is None:
        return owner
    known = owner if people.find_names(owner.code) else _part_area(owner, people)
    names = people.find_names(known.code or "")
    return replace(known, name=names[0]) if len(names) == 1 else known


def _part_area(owner: Owner, people: People) -> Owner:
    """Letters before an area that are somebody's, and so no post's (`GB SEND`), apart from it."""
    letters, _, area = (owner.code or "").partition(" ")
    is_somebody = bool(area) and owner.organisation is None and is_initials(letters)
    is_known = is_somebody and people.find_names(letters)
    return replace(owner, code=letters, organisation=area) if is_known else owner
