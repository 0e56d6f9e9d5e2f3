"""Cases that an officer can write and review: `NAME.md` has a draft and what must come out of it.

    # What the case shows, in a sentence

    ```text draft.txt        the draft, under the name that it would have (its suffix chooses the reader);
    …                        or, for a binary file beside this page: `Draft: [draft.docx](draft.docx)`
    ```

    ```plan                  all that is read, a line a record
    title: Harbour plan
    1: Listen to the residents
      1.1: Survey the piles | March | 2022-03-01..2022-03-31 | GB
    ```

    ```said                  diagnostics that must be among those told: a code, and words of its message
    words-struck: April
    ```

`python -m tests.cases NAME.md …` prints what comes out now, to be reviewed and pasted.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from send_extract import read_plan
from send_extract.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from send_extract.plan import Action, OwnersMention, Plan, Recommendation, TimingMention

HERE = Path(__file__).parent
_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL
)
_BESIDE = re.compile(r"^Draft: \[(?P<name>[^\]]+)\]\([^)]*\)$", re.MULTILINE)


class Case(NamedTuple):
    """A draft, the plan's lines that must come out, and what must be said (a code and words of the message)."""

    source: Source
    plan: str
    said: tuple[tuple[str, str], ...]


def read_case(path: Path) -> Case:
    """The case of a page."""
    text = path.read_text(encoding="utf-8")
    blocks = [(match["info"].split(), match["text"]) for match in _FENCE.finditer(text)]
    named = {info[0]: words for info, words in blocks if len(info) == 1}
    beside = _BESIDE.search(text)
    if beside:
        source = Source(beside["name"], (HERE / beside["name"]).read_bytes())
    else:
        name, words = next((info[1], words) for info, words in blocks if len(info) == 2)
        source = Source(name, words.encode())
    said = (line.partition(": ")[::2] for line in named.get("said", "").splitlines())
    return Case(source, named.get("plan", ""), tuple(said))


def print_plan(plan: Plan) -> str:
    """All that was read, a line a record."""
    return "".join(f"{line}\n" for line in _print_lines(plan))


def print_said(plan: Plan) -> str:
    """What was said of the draft, a line a diagnostic."""
    return "".join(f"{each.code}: {each.message}\n" for each in plan.diagnostics)


def read(case: Case) -> Plan:
    """The plan of a case's draft."""
    return read_plan(case.source)


def _print_lines(plan: Plan) -> Iterator[str]:
    draft = plan.draft
    yield f"title: {plan.title or '–'}"
    if draft.label or draft.date:
        yield f"draft: {draft.label or '–'}, {draft.date or 'no date'}"
    for recommendation in plan.recommendations:
        yield from _print_recommendation(recommendation)
    for entry in plan.glossary:
        yield f"glossary {entry.term}: {_flat(entry.expansion or entry.text)}"
    for paragraph in plan.paragraphs:
        yield f"paragraph: {_flat(paragraph.text)}"


def _print_recommendation(recommendation: Recommendation) -> Iterator[str]:
    if recommendation.section:
        yield f"section: {_flat(recommendation.section)}"
    words = [_flat(recommendation.text) or "–"]
    if not recommendation.actions:
        words += _print_when(recommendation.when) + _print_who(recommendation.who)
    yield f"{recommendation.number}: {' | '.join(words)}"
    yield from (f"  note: {_flat(note)}" for note in recommendation.notes)
    for field in ("status", "progress", "priority", "cost"):
        text = getattr(recommendation, field)
        if text:
            yield f"  {field}: {_flat(text)}"
    yield from (f"  {heading}: {_flat(text)}" for heading, text in recommendation.extra.items())
    yield from map(_print_action, recommendation.actions)
    yield from (f"  {measure.id}: {_flat(measure.text)}" for measure in recommendation.measures)


def _print_action(action: Action) -> str:
    words = [_flat(action.text), *_print_when(action.when), *_print_who(action.who)]
    words += [f"{heading}: {_flat(text)}" for heading, text in action.extra.items()]
    return f"  {action.id}: {' | '.join(words)}"


def _print_when(when: TimingMention) -> list[str]:
    """The words of a timing and what they were read to; nothing where there are none."""
    if not when.text:
        return []
    value = when.value
    if value is None:
        return [_flat(when.text), "unread"]
    parts = [f"{span.start or ''}..{span.end or ''}" for span in value.intervals]
    parts += ["deadline"] if value.deadline else []
    parts += ["approximate"] if value.approximate else []
    parts += [str(part) for part in (value.rrule, value.duration, value.status) if part]
    parts += [f"if {value.contingent_on}"] if value.contingent_on else []
    return [_flat(when.text), ", ".join(parts)]


def _print_who(who: OwnersMention) -> list[str]:
    owners = who.value or ()
    named = [
        f"{owner.code or owner.name}{'' if owner.role == 'owner' else f' ({owner.role})'}" for owner in owners
    ]
    return [", ".join(named)] if named else [f"nobody ({_flat(who.text)})"] if who.text else []


def _flat(text: str) -> str:
    return " ¶ ".join(text.splitlines())
