"""What a plan says, as texts: those of its records, those outside them, and those that diagnostics quote."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain

from send_extract.patterns import compile_later
from send_extract.plan import Plan, Recommendation

_QUOTED = compile_later(r"""(?<!\w)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?!\w)""")


def print_records(plan: Plan) -> Iterator[str]:
    """The words of the records, each as often as a source that is no list prints them."""
    yield from _print_head(plan)
    yield from _print_changes(record.section for record in plan.recommendations)
    for record in plan.recommendations:
        yield from (*_print_row(record), record.when.text, record.who.text)
        yield from _print_changes(action.lead_in for action in record.actions)
        yield from (action.text for action in record.actions)
        yield from _print_changes(measure.lead_in for measure in record.measures)
        yield from (measure.text for measure in record.measures)


def print_outside(plan: Plan) -> Iterator[str]:
    """The words of the paragraphs outside the records."""
    return (paragraph.text for paragraph in plan.paragraphs)


def print_reported(plan: Plan) -> Iterator[str]:
    """The words that diagnostics quote, each wording once."""
    messages = dict.fromkeys(diagnostic.message for diagnostic in plan.diagnostics)
    for quoted in dict.fromkeys(chain.from_iterable(map(_QUOTED.findall, messages))):
        with suppress(ValueError, SyntaxError):
            yield str(literal_eval(quoted))


def print_repeated(plan: Plan) -> Iterator[str]:
    """The wordings that a source may print again and again and a plan has once: on each page, or of each row."""
    for text in (*_print_head(plan), *print_outside(plan), *print_reported(plan)):
        yield from (text, *text.split("\n")) if "\n" in text else (text,)
    for record in plan.recommendations:
        for text in filter(None, (record.section, *_print_row(record), record.when.text, record.who.text)):
            yield from text.split("\n")
        for action in record.actions:
            yield from filter(
                None, (action.when.text, action.who.text, action.lead_in, *action.extra.values())
            )
        yield from (measure.lead_in for measure in record.measures if measure.lead_in)


def _print_head(plan: Plan) -> Iterator[str]:
    yield from filter(None, (plan.title, plan.draft.label))
    yield from (column.heading for column in plan.columns)
    for entry in plan.glossary:
        yield from (entry.group or entry.term, entry.text)


def _print_row(record: Recommendation) -> Iterator[str]:
    yield from (record.number, record.text, *record.notes)
    yield from filter(None, (record.status, record.progress, record.priority, record.cost))
    yield from record.extra.values()
    for action in record.actions:
        for heading, words in action.extra.items():
            if heading not in record.extra:
                yield from (heading, words)


def _print_changes(texts: Iterable[str | None]) -> Iterator[str]:
    """Each text where it is not that of the one before."""
    before = None
    for text in texts:
        if text and text != before:
            yield text
        before = text
