"""Random plans and random edits of them: what the laws of the diff are tried on.

Texts are of seven words out of a few hundred, so that no two are alike by chance unless they are equal; an
edit of words changes one, so that it can be recognised.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from send_extract.plan import Action, Measure, Plan, Recommendation, TimingMention
from send_extract.values.acronym import GlossaryEntry
from send_extract.values.timing import Interval, Timing
from tests.builders import make_owners, make_plan

SYLLABLES = ("ba", "ke", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
VOCABULARY = [one + other + end for one in SYLLABLES for other in SYLLABLES for end in ("rn", "ck")]
MONTHS = ("January", "March", "May", "July", "September", "November")


def make_text(seed: int) -> str:
    return " ".join(Random(seed).sample(VOCABULARY, 7))  # noqa: S311 - the same words for the same seed


TEXTS = st.integers(0, 100_000).map(make_text)
NEW_TEXTS = st.integers(200_000, 300_000).map(make_text)
"""What edits add: never what a plan had, for what was taken out and put back has cancelled out."""
OWNERS = st.lists(st.sampled_from(("GB", "BM", "LM", "AP")), min_size=1, max_size=2, unique=True)


def make_timing(month: str) -> TimingMention:
    number = dt.datetime.strptime(month, "%B").replace(tzinfo=dt.UTC).month
    start = dt.date(2022, number, 1)
    return TimingMention(month, Timing(intervals=(Interval(start, start.replace(day=28)),)))


CELLS = st.dictionaries(st.sampled_from(("RAG", "Lead body")), st.sampled_from(("Green", "Amber", "Red")))
"""The cells that an action has of its own, where a row is an action."""
TIMINGS = st.sampled_from(MONTHS).map(make_timing) | st.just(TimingMention("tbc", Timing(status="tbc")))


@st.composite
def recommendations(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> Recommendation:
    actions = draw(st.lists(st.tuples(texts, TIMINGS, CELLS), max_size=4, unique_by=lambda pair: pair[0]))
    measures = draw(st.lists(texts, max_size=2, unique=True))
    return Recommendation(
        number="",
        text=draw(texts),
        who=make_owners(*draw(OWNERS)),
        notes=tuple(draw(st.lists(texts, max_size=1))),
        actions=tuple(Action("", text, timing, extra=cells) for text, timing, cells in actions),
        measures=tuple(Measure("", text) for text in measures),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    records = draw(st.lists(recommendations(), min_size=1, max_size=6))
    numbered = [replace(record, number=str(place)) for place, record in enumerate(records, 1)]
    terms = draw(st.lists(st.sampled_from(("RAP", "CSIB", "QA", "DfE")), unique=True, max_size=3))
    glossary = tuple(GlossaryEntry(term, draw(TEXTS)) for term in terms)
    return settle(make_plan(*numbered, glossary=glossary))


def settle(plan: Plan) -> Plan:
    """The plan with ids, cells and inherited owners as extraction gives them."""
    return replace(plan, recommendations=tuple(map(_settle_record, plan.recommendations)))


def _settle_record(record: Recommendation) -> Recommendation:
    actions = tuple(
        replace(action, id=f"{record.number}.{place}", who=record.who)
        for place, action in enumerate(record.actions, 1)
    )
    measures = tuple(
        replace(measure, id=f"{record.number}.m{place}") for place, measure in enumerate(record.measures, 1)
    )
    cell = TimingMention(" ".join(action.when.text for action in actions))
    gathered = {
        name: "\n".join(dict.fromkeys(action.extra[name] for action in actions if name in action.extra))
        for name in ("RAG", "Lead body")
    }
    extra = {"Lead body": gathered["Lead body"]} if gathered["Lead body"] else {}
    status = gathered["RAG"] or None
    return replace(record, actions=actions, measures=measures, when=cell, status=status, extra=extra)


class Edited(NamedTuple):
    """A plan before and after some edits."""

    old: Plan
    new: Plan
    edits: tuple[str, ...]


@st.composite
def edited_plans(draw: st.DrawFn) -> Edited:
    old = draw(plans())
    names = draw(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4))
    new, done = old, []
    for name in names:
        edited = EDITS[name](draw, new)
        if edited is not None:
            new = settle(edited)
            done.append(name)
    return Edited(old, new, tuple(done))


def has_unique_texts(plan: Plan) -> bool:
    """Whether no two records of a plan have the same words: which of them an edit was made to can be told."""
    texts = Counter(record.text for record in plan.recommendations)
    texts.update(action.text for record in plan.recommendations for action in record.actions)
    texts.update(measure.text for record in plan.recommendations for measure in record.measures)
    return max(texts.values(), default=0) <= 1


def _pick(draw: st.DrawFn, plan: Plan, having: str = "number") -> int | None:
    places = [place for place, record in enumerate(plan.recommendations) if getattr(record, having)]
    return draw(st.sampled_from(places)) if places else None


def _set(plan: Plan, place: int, **fields: Any) -> Plan:
    records = list(plan.recommendations)
    records[place] = replace(records[place], **fields)
    return replace(plan, recommendations=tuple(records))


def _change_word(draw: st.DrawFn, text: str) -> str:
    words = text.split()
    words[draw(st.integers(0, len(words) - 1))] = f"new{draw(st.sampled_from(VOCABULARY))}"
    return " ".join(words)


def _edit_items(
    draw: st.DrawFn, plan: Plan, family: str, edit: Callable[[list[Any]], None], having: str | None = None
) -> Plan | None:
    place = _pick(draw, plan, having or family)
    if place is None:
        return None
    items = list(getattr(plan.recommendations[place], family))
    edit(items)
    return _set(plan, place, **{family: tuple(items)})


def _index(draw: st.DrawFn, items: list[Any]) -> int:
    return draw(st.integers(0, len(items) - 1))


def add_action(draw: st.DrawFn, plan: Plan) -> Plan | None:
    made = Action("", draw(NEW_TEXTS), draw(TIMINGS), extra=draw(CELLS))
    return _edit_items(
        draw, plan, "actions", lambda items: items.insert(draw(st.integers(0, len(items))), made), "number"
    )


def remove_action(draw: st.DrawFn, plan: Plan) -> Plan | None:
    return _edit_items(draw, plan, "actions", lambda items: items.pop(_index(draw, items)))


def reword_action(draw: st.DrawFn, plan: Plan) -> Plan | None:
    def edit(items: list[Action]) -> None:
        place = _index(draw, items)
        items[place] = replace(items[place], text=_change_word(draw, items[place].text))

    return _edit_items(draw, plan, "actions", edit)


def change_timing(draw: st.DrawFn, plan: Plan) -> Plan | None:
    def edit(items: list[Action]) -> None:
        place = _index(draw, items)
        items[place] = replace(items[place], when=draw(TIMINGS))

    return _edit_items(draw, plan, "actions", edit)


def change_cell(draw: st.DrawFn, plan: Plan) -> Plan | None:
    def edit(items: list[Action]) -> None:
        place = _index(draw, items)
        words = draw(st.sampled_from(("Green", "Amber", "Red", "Blue")))
        items[place] = replace(items[place], extra=items[place].extra | {"RAG": words})

    return _edit_items(draw, plan, "actions", edit)


def reorder_action(draw: st.DrawFn, plan: Plan) -> Plan | None:
    return _edit_items(
        draw, plan, "actions", lambda items: items.insert(_index(draw, items), items.pop(_index(draw, items)))
    )


def move_action(draw: st.DrawFn, plan: Plan) -> Plan | None:
    source, target = _pick(draw, plan, "actions"), _pick(draw, plan)
    if source is None or target is None or source == target:
        return None
    actions = list(plan.recommendations[source].actions)
    moved = actions.pop(_index(draw, actions))
    held = list(plan.recommendations[target].actions)
    held.insert(draw(st.integers(0, len(held))), moved)
    return _set(_set(plan, source, actions=tuple(actions)), target, actions=tuple(held))


def add_measure(draw: st.DrawFn, plan: Plan) -> Plan | None:
    made = Measure("", draw(NEW_TEXTS))
    return _edit_items(draw, plan, "measures", lambda items: items.append(made), "number")


def remove_measure(draw: st.DrawFn, plan: Plan) -> Plan | None:
    return _edit_items(draw, plan, "measures", lambda items: items.pop(_index(draw, items)))


def reword_measure(draw: st.DrawFn, plan: Plan) -> Plan | None:
    def edit(items: list[Measure]) -> None:
        place = _index(draw, items)
        items[place] = replace(items[place], text=_change_word(draw, items[place].text))

    return _edit_items(draw, plan, "measures", edit)


def change_owner(draw: st.DrawFn, plan: Plan) -> Plan | None:
    place = _pick(draw, plan)
    return None if place is None else _set(plan, place, who=make_owners(*draw(OWNERS)))


def add_note(draw: st.DrawFn, plan: Plan) -> Plan | None:
    return _edit_items(draw, plan, "notes", lambda items: items.append(draw(NEW_TEXTS)), "number")


def remove_note(draw: st.DrawFn, plan: Plan) -> Plan | None:
    return _edit_items(draw, plan, "notes", lambda items: items.pop(_index(draw, items)))


def reword_recommendation(draw: st.DrawFn, plan: Plan) -> Plan | None:
    place = _pick(draw, plan)
    if place is None:
        return None
    return _set(plan, place, text=_change_word(draw, plan.recommendations[place].text))


def renumber_recommendation(draw: st.DrawFn, plan: Plan) -> Plan | None:
    place = _pick(draw, plan)
    taken = {record.number for record in plan.recommendations}
    free = [str(number) for number in range(1, 40) if str(number) not in taken]
    return None if place is None else _set(plan, place, number=draw(st.sampled_from(free)))


def change_priority(draw: st.DrawFn, plan: Plan) -> Plan | None:
    place = _pick(draw, plan)
    return (
        None if place is None else _set(plan, place, priority=draw(st.sampled_from(("Red", "Amber", None))))
    )


def add_recommendation(draw: st.DrawFn, plan: Plan) -> Plan | None:
    taken = {record.number for record in plan.recommendations}
    number = next(str(number) for number in range(50, 99) if str(number) not in taken)
    records = list(plan.recommendations)
    records.insert(
        draw(st.integers(0, len(records))), replace(draw(recommendations(NEW_TEXTS)), number=number)
    )
    return replace(plan, recommendations=tuple(records))


def remove_recommendation(draw: st.DrawFn, plan: Plan) -> Plan | None:
    place = _pick(draw, plan)
    if place is None:
        return None
    records = list(plan.recommendations)
    del records[place]
    return replace(plan, recommendations=tuple(records))


def reorder_recommendation(draw: st.DrawFn, plan: Plan) -> Plan | None:
    source, target = _pick(draw, plan), _pick(draw, plan)
    if source is None or target is None:
        return None
    records = list(plan.recommendations)
    records.insert(target, records.pop(source))
    return replace(plan, recommendations=tuple(records))


def add_term(draw: st.DrawFn, plan: Plan) -> Plan | None:
    made = GlossaryEntry(draw(st.sampled_from(("SENCo", "WSoA", "EHCNA"))), draw(NEW_TEXTS))
    if made.term in {entry.term for entry in plan.glossary}:
        return None
    return replace(plan, glossary=(*plan.glossary, made))


def change_term(draw: st.DrawFn, plan: Plan) -> Plan | None:
    if not plan.glossary:
        return None
    first, *rest = plan.glossary
    return replace(plan, glossary=(replace(first, text=_change_word(draw, first.text)), *rest))


EDITS: dict[str, Callable[[st.DrawFn, Plan], Plan | None]] = {
    edit.__name__: edit
    for edit in (
        add_action, remove_action, reword_action, change_timing, change_cell, reorder_action, move_action, add_measure,
        remove_measure, reword_measure, change_owner, add_note, remove_note, reword_recommendation,
        renumber_recommendation, change_priority, add_recommendation, remove_recommendation,
        reorder_recommendation, add_term, change_term,
    )
}  # fmt: skip
