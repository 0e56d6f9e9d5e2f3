"""The ledger of a plan's acronyms: each term with its uses and its senses, plurals under their singular."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from operator import itemgetter
from typing import Literal

from msgspec import Struct

from send_extract.normalisation.keys import list_keys
from send_extract.normalisation.ordinary import count_small_words, is_ordinary
from send_extract.normalisation.uses import Passage, PlanText, find_uses
from send_extract.patterns import compile_later
from send_extract.plan import Plan
from send_extract.source import NOWHERE, Location
from send_extract.values.acronym.definitions import find_definitions
from send_extract.values.acronym.letters import fits_exactly
from send_extract.values.acronym.model import GlossaryEntry
from send_extract.values.acronym.shapes import is_acronym
from send_extract.values.acronym.variants import strip_plural
from send_extract.values.owner.keys import read_key
from send_extract.values.owner.kinds import kind_of
from send_extract.values.owner.people import fold_initials, is_initials

SenseSource = Literal["settings", "glossary", "text"]


class Sense(Struct, frozen=True):
    """One thing that a term stands for, who says so, and where."""

    expansion: str
    source: SenseSource
    location: Location = NOWHERE


class Term:
    """A term on its way to an acronym: what it stands for, and every use of it."""

    __slots__ = ("locations", "places", "rows", "senses", "term")

    def __init__(self, term: str) -> None:
        self.term = term
        self.senses: list[Sense] = []
        self.places: list[int] = []
        self.locations: list[Location] = []
        self.rows: set[int] = set()

    @property
    def uses(self) -> int:
        """How often the plan uses the term."""
        return len(self.places)


class Ledger:
    """The terms of a plan in order of first use, those that are only explained at the end."""

    def __init__(self, terms: list[Term]) -> None:
        self.terms = terms
        self._by_name = {term.term: term for term in terms}

    @property
    def undefined(self) -> list[Term]:
        """The terms that nobody explains."""
        return [term for term in self.terms if not term.senses]

    def place_of(self, term: str) -> Location:
        """Where `term` is explained."""
        senses = self._by_name[term].senses
        return senses[-1].location if senses else NOWHERE


def build_ledger(
    plan: Plan, entries: list[GlossaryEntry], text: PlanText, settled: Mapping[str, str]
) -> Ledger:
    """The ledger of `plan`; `entries` are its glossary with clean expansions, `settled` the settings' own."""
    owned = _find_people(plan)
    terms = _list_terms(plan, text, find_senses(entries, text, settled, owned))
    asked = [term for term in terms if not term.senses and fold_initials(term.term) not in owned]
    small_words = count_small_words(text.joined) if asked else Counter[str]()
    kept = {term.term for term in asked if not is_ordinary(term.term, term.places, text.joined, small_words)}
    return Ledger(sorted((term for term in terms if term.senses or term.term in kept), key=_first_place))


def _list_terms(plan: Plan, text: PlanText, senses: dict[str, list[Sense]]) -> list[Term]:
    """The terms that are used or explained, with what they stand for."""
    terms: dict[str, Term] = {}
    for use in find_uses(text):
        _record(terms, use.term, use.start, text.passages[use.passage])
    for said in find_definitions(plan.title or ""):
        if said.term in terms:
            _add_sense(senses[said.term], Sense(said.expansion, "text"))
    _merge_plurals(terms, senses)
    _merge_singulars(terms, senses)
    for name, found in senses.items():
        if name not in terms:
            terms[name] = _find_words(name, text)
        terms[name].senses = found
    return list(terms.values())


def _find_people(plan: Plan) -> set[str]:
    """The initials of the plan's owners and of the people that its keys name, folded."""
    owned = {fold_initials(owner.code) for owner in plan.owners if owner.code and is_initials(owner.code)}
    keys = (key for key in list_keys(plan) if key.is_certain or kind_of(key.name) == "name")
    return owned | {fold_initials(key.initials) for key in keys}


def _first_place(term: Term) -> tuple[bool, int]:
    return (not term.places, term.places[0] if term.places else 0)


def find_senses(
    entries: list[GlossaryEntry], text: PlanText, settled: Mapping[str, str], owned: set[str]
) -> dict[str, list[Sense]]:
    """What each term stands for, the settings' word first, each sense once."""
    senses: dict[str, list[Sense]] = defaultdict(list)
    for term, expansion in settled.items():
        senses[term] = [Sense(expansion, "settings")]
    for entry in entries:
        is_person = fold_initials(entry.term) in owned and read_key(entry.term, entry.text) is not None
        if not is_person and _is_short(entry):
            _add_sense(senses[entry.term], Sense(entry.expansion or entry.text, "glossary", entry.location))
    for definition in find_definitions(text.joined):
        location = text.passages[text.find_passage(definition.start)].location
        _add_sense(senses[definition.term], Sense(definition.expansion, "text", location))
    return senses


def _is_short(entry: GlossaryEntry) -> bool:
    """Whether the entry's term is short for its expansion, and not a word that is explained."""
    return is_acronym(entry.term) or fits_exactly(entry.term, entry.expansion or "")


def _add_sense(senses: list[Sense], sense: Sense) -> None:
    """Add what is not said yet; the settings' word is final."""
    is_settled = bool(senses) and senses[0].source == "settings"
    folded = fold_expansion(sense.expansion)
    if not is_settled and all(fold_expansion(known.expansion) != folded for known in senses):
        senses.append(sense)


_WORD = compile_later(r"[^\W_]+")


def fold_expansion(expansion: str) -> tuple[str, ...]:
    """An expansion as it is compared: no capitals, no punctuation, `&` for `and`, no plurals."""
    words = _WORD.findall(re.sub(r"['’]s?\b", "", expansion.casefold()).replace("&", " and "))
    return tuple(word.removesuffix("s") for word in words)


def _record(terms: dict[str, Term], name: str, start: int, passage: Passage) -> None:
    term = terms.get(name)
    if term is None:
        term = terms[name] = Term(name)
    term.places.append(start)
    term.locations.append(passage.location)
    term.rows.add(passage.row)


def _merge_plurals(terms: dict[str, Term], senses: Mapping[str, object]) -> None:
    """Count a plural under its singular, where the plan uses or explains that."""
    for name in [name for name in terms if strip_plural(name) != name and name not in senses]:
        singular = strip_plural(name)
        if singular in senses or singular in terms:
            _merge(terms.setdefault(singular, Term(singular)), terms.pop(name))


def _merge_singulars(terms: dict[str, Term], senses: Mapping[str, object]) -> None:
    """Count a singular under its plural, where that alone is explained (`QTBs – Quality Team Boards`)."""
    for name in senses:
        singular = strip_plural(name)
        if singular != name and singular in terms and singular not in senses:
            _merge(terms.setdefault(name, Term(name)), terms.pop(singular))


def _merge(term: Term, plural: Term) -> None:
    uses = [
        *zip(term.places, term.locations, strict=True),
        *zip(plural.places, plural.locations, strict=True),
    ]
    uses.sort(key=itemgetter(0))
    term.places = [place for place, _ in uses]
    term.locations = [location for _, location in uses]
    term.rows |= plural.rows


def _find_words(name: str, text: PlanText) -> Term:
    """The uses of an explained term that is not printed as acronyms are (`Ofsted`, `Cllr`)."""
    term = Term(name)
    if not is_acronym(name):
        terms = {name: term}
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text.joined):
            _record(terms, name, match.start(), text.passages[text.find_passage(match.start())])
    return term
