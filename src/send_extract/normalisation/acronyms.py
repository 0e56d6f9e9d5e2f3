"""The acronyms of a plan: every use, what each stands for and who says so, slips, and what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.normalisation.glossary import CleanEntry, clean_entry, report_excess
from send_extract.normalisation.ledger import Ledger, Term, build_ledger
from send_extract.normalisation.uses import PlanText, find_passages, join_passages
from send_extract.plan import Plan
from send_extract.settings import Settings
from send_extract.source import NOWHERE
from send_extract.values.acronym.definitions import find_phrase
from send_extract.values.acronym.model import Acronym
from send_extract.values.acronym.variants import Suggestion, Usage, find_variants

RARE = 2  # uses; in a plan of many rows, one in five rows
ROWS_PER_RARE = 5
MAX_PASSAGE = 2000  # characters
MAX_PASSAGES = 100
MAX_ROWS = 4  # rows whose words are searched for what a term may stand for


class _Judged(Struct, frozen=True):
    """The terms of a plan with what speaks for each: slips, and words that may be its meaning.

    `explained` are those that a faulty entry of the glossary names.
    """

    ledger: Ledger
    variants: dict[str, Suggestion]
    hints: dict[str, str]
    explained: frozenset[str]

    @property
    def targets(self) -> set[str]:
        """The terms that others are slips of."""
        return {suggestion.term for suggestion in self.variants.values()}


def normalise_acronyms(plan: Plan, settings: Settings) -> Plan:
    """`plan` with its glossary's expansions clean, and every acronym that it uses or explains."""
    entries = [clean_entry(entry) for entry in plan.glossary]
    text = join_passages(find_passages(plan))
    ledger = build_ledger(plan, [clean.entry for clean in entries], text, settings.glossary)
    rare = max(RARE, len(plan.recommendations) // ROWS_PER_RARE)
    phrases = _find_phrases(plan, ledger, text)
    variants = find_variants(_list_usages(ledger, phrases), rare)
    undefined = [term.term for term in ledger.undefined if term.term not in variants]
    faults, explained = _report_entries(entries, undefined)
    hints = {
        term: f"the words {phrase!r} may be what it stands for" for term, phrase in phrases.items()
    } | explained
    judged = _Judged(ledger, variants, hints, frozenset(explained))
    acronyms = tuple(_list_acronyms(judged))
    return replace(
        plan,
        glossary=tuple(clean.entry for clean in entries),
        acronyms=acronyms,
        diagnostics=(*plan.diagnostics, *faults, *_report_acronyms(acronyms, judged, settings.check.accept)),
    )


def _find_phrases(plan: Plan, ledger: Ledger, text: PlanText) -> dict[str, str]:
    """What the words of its rows, or the title, offer as the meaning of each undefined term."""
    found: dict[str, str] = {}
    rows = {term.term: sorted(term.rows)[:MAX_ROWS] for term in ledger.undefined}
    words_of = text.list_rows({row for chosen in rows.values() for row in chosen})
    for term, chosen in rows.items():
        passages = [words[:MAX_PASSAGE] for row in chosen for words in words_of[row][:MAX_PASSAGES]]
        for words in (*passages, plan.title or ""):
            phrase = find_phrase(term, words)
            if phrase:
                found[term] = phrase
                break
    return found


def _list_usages(ledger: Ledger, phrases: dict[str, str]) -> list[Usage]:
    return [
        Usage(
            term.term, term.senses[0].expansion if term.senses else None, term.uses, frozenset(term.rows),
            phrases.get(term.term),
        )
        for term in ledger.terms
    ]  # fmt: skip


def _report_entries(
    entries: list[CleanEntry], undefined: list[str]
) -> tuple[list[Diagnostic], dict[str, str]]:
    """What is wrong with the glossary's entries, and which undefined terms their excess words explain."""
    diagnostics: list[Diagnostic] = []
    hints: dict[str, str] = {}
    for clean in entries:
        location = clean.entry.location
        diagnostics += [finding.at(location) for finding in clean.findings]
        if clean.excess:
            term, finding = report_excess(clean, undefined)
            diagnostics.append(finding.at(location))
            if term:
                hints[term] = f"{clean.excess!r} in the entry {clean.entry.term} may be what it stands for"
    return diagnostics, hints


def _list_acronyms(judged: _Judged) -> list[Acronym]:
    return [
        _describe(term, judged)
        for term in judged.ledger.terms
        if term.uses or any(sense.source == "glossary" for sense in term.senses)
    ]


def _describe(term: Term, judged: _Judged) -> Acronym:
    known, where = term.term, tuple(term.locations)
    senses = tuple(sense.expansion for sense in term.senses)
    if senses:
        return Acronym(
            known,
            "defined" if term.uses or known in judged.targets else "unused",
            senses[0] if len(senses) == 1 else None,
            uses=term.uses,
            locations=where,
            source=term.senses[0].source,
            senses=senses if len(senses) > 1 else (),
        )
    slip = judged.variants.get(known)
    if slip:
        reason = slip.reason
        return Acronym(known, "variant", suggestion=slip.term, uses=term.uses, locations=where, reason=reason)
    return Acronym(known, "undefined", uses=term.uses, locations=where, reason=judged.hints.get(known))


def _report_acronyms(
    acronyms: tuple[Acronym, ...], judged: _Judged, accepted: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """What is to be mended: a slip, a conflict, a needless entry each, all that is not explained at once."""
    told = [acronym for acronym in acronyms if acronym.term not in accepted]
    undefined = {acronym.term: acronym for acronym in told if acronym.status == "undefined"}
    for acronym in told:
        yield from _report(acronym, judged.ledger, undefined)
    mended = judged.targets | judged.explained
    rest = [acronym for term, acronym in undefined.items() if term not in mended]
    if rest:
        yield _report_undefined(rest)


def _report_undefined(acronyms: list[Acronym]) -> Diagnostic:
    """All the terms that nobody explains, with their counts and their places."""
    said = ", ".join(f"{acronym.term} ({_describe_use(acronym)})" for acronym in acronyms)
    locations = tuple(dict.fromkeys(location for acronym in acronyms for location in acronym.locations))
    first = locations[0] if locations else NOWHERE
    return replace(diagnose("acronym-undefined", first, terms=said), locations=locations)


def _describe_use(acronym: Acronym) -> str:
    return _count(acronym.uses) + (f"; {acronym.reason}" if acronym.reason else "")


def _report(acronym: Acronym, ledger: Ledger, undefined: Mapping[str, Acronym]) -> Iterator[Diagnostic]:
    """What is to be mended of one term, but for its meaning."""
    term, place = acronym.term, ledger.place_of(acronym.term)
    location = acronym.locations[0] if acronym.locations else place
    if acronym.status == "variant":
        meant = undefined.get(acronym.suggestion or "")
        words = {
            "term": term,
            "suggestion": acronym.suggestion,
            "reason": acronym.reason,
            "mending": _mend(meant),
        }
        yield diagnose("acronym-variant", location, **words)
    if acronym.status == "unused":
        yield diagnose("acronym-unused", location, term=term)
    if acronym.senses:
        senses = "; ".join(acronym.senses)
        yield diagnose("acronym-conflict", place.within(location), term=term, senses=senses)


def _mend(meant: Acronym | None) -> str:
    """What to do about a slip; the term that was meant may need its own line in the glossary."""
    if meant is None:
        return "Use one spelling"
    return f"Use one spelling, and explain {meant.term} ({_describe_use(meant)}) in the glossary"


def _count(uses: int) -> str:
    return {1: "once", 2: "twice"}.get(uses, f"{uses} times")
