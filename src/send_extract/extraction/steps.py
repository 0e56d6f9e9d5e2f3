"""A group's rows to actions, each with its own timing and owner, and to measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.extraction.fields import join_timings, read_owners, read_timing_cells
from send_extract.extraction.items import CellItem, read_items
from send_extract.notation.numbers import find_stem, is_step, says_number, take_number
from send_extract.patterns import begins, compile_later
from send_extract.plan import Action, Measure, OwnersMention, TimingMention
from send_extract.segmentation import Cells
from send_extract.segmentation.timings import segment_timings
from send_extract.source import Location
from send_extract.values.mention import Mention
from send_extract.values.timing import ANY_YEAR, parse_timing

if TYPE_CHECKING:
    from send_extract.extraction.gathering import Group
    from send_extract.extraction.rows import PlacedRow

# The capital comes first, so that the search can skip from one to the next: this looks at every item.
_FIGURE = compile_later(r"\d")
_GLUED = compile_later(r"[A-Z](?<=[a-z][a-z][a-z].)[a-z]")
_WORD = compile_later(r"\w+")
_FURTHEST = 10
_NOTHING = compile_later(
    r"(?=[\Wn])\W*(?:n\s?[/.]?\s?a|none|nil|not\s+applicable"
    r"|no(?:\s+(?:further|specific|new|additional))?\s+actions?(?:\s+(?:is\s+|was\s+)?(?:required|needed|necessary|proposed|planned|taken))?)?\W*$",
    re.IGNORECASE,
    begins("", "n", "na", "none", "nil", "not", "no"),
)
"""What a cell says that has nothing: a dash, `N/A`, `No action required`."""
_BESIDE = ("number", "status", "progress", "priority", "cost", "extra")


class Steps(Struct, frozen=True):
    """What a recommendation's rows hold for it: actions, measures, notes among them, and their oddities.

    `when` and `who` are the whole cells, a row a line; `cells` those of each row with actions, not divided yet.
    """

    actions: tuple[Action, ...]
    measures: tuple[Measure, ...]
    when: TimingMention
    who: OwnersMention
    notes: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    cells: tuple[Cells, ...]


class _Count(Struct, frozen=True):
    """Whose items are read: the recommendation's number, how many of them its rows above have, and its section."""

    number: str
    before: int
    section: str | None = None

    def has(self, number: str, place: int, own: Sequence[str]) -> bool:
        """Whether the item at `place` of a row with numbers of its `own` can have `number` in front of it."""
        parents = [(self.number, self.before + place), *((one, place) for one in own)]
        section = take_number(self.section or "")
        is_of_section = section is not None and find_stem(number) == section[0].number
        return is_of_section or any(is_step(number, parent, at) for parent, at in parents)


class _Aside(Struct, frozen=True):
    """What is gathered beside the actions: the cells' whole words, notes, diagnostics."""

    whens: list[tuple[str, Location]]
    whos: list[tuple[str, Location]]
    notes: list[str]
    diagnostics: list[Diagnostic]
    cells: list[Cells]


def read_steps(group: Group) -> Steps:
    """The actions and measures of a group, numbered through all its rows."""
    actions: list[Action] = []
    measures = [*_read_said_measures(group)]
    aside = _Aside([], _read_said_owners(group), [], [], [])
    above = ""
    for placed in group.rows:
        _read_actions(placed, group, actions, aside)
        words = "\n".join([cell.text for cell in placed.cells("measures")])
        if words and words == above:
            continue  # a row an action, with the recommendation's measures in each
        above = words or above
        for item, location in _place_items(placed, "measures", aside, _Count(group.number, len(measures))):
            number = f"{group.number}.m{len(measures) + 1}"
            measures.append(Measure(number, item.text, item.rich, (), location, item.lead_in))
    return Steps(
        tuple(actions),
        tuple(measures),
        _mention_whole(aside.whens),
        _mention_whole(aside.whos),
        tuple(aside.notes),
        tuple(aside.diagnostics),
        tuple(aside.cells),
    )


def _read_said_owners(group: Group) -> list[tuple[str, Location]]:
    """Who answers for a recommendation, as a form says above its actions."""
    return [(words, group.rows[0].row.location) for field, words in group.said if field == "who"]


def _read_said_measures(group: Group) -> Iterator[Measure]:
    """The measures that a form says above the actions, a line one."""
    said = [words.partition(": ") for field, words in group.said if field == "measures"]
    lines = [(label, line.strip()) for label, _, value in said for line in value.split("\n") if line.strip()]
    at = group.rows[0].row.location
    for count, (label, line) in enumerate(lines, 1):
        yield Measure(f"{group.number}.m{count}", line, location=at, lead_in=label)


def _read_actions(placed: PlacedRow, group: Group, actions: list[Action], aside: _Aside) -> None:
    """Appends a row's actions; its owners are its own, or those of the row above that it continues."""
    timings = read_timing_cells(placed)
    when = join_timings(timings), locate_field(placed, "when")
    who = read_owners(placed), locate_field(placed, "who")
    aside.whens.append(when)
    aside.whos.append(who)
    found = _place_items(placed, "actions", aside, _Count(group.number, len(actions), group.section))
    if not found:
        return
    if len(found) == 1:
        found = _part_lines(*found[0], (when[0], who[0], *(cell.text for cell in placed.cells("who"))))
    owned = who if who[0] else next((above for above in reversed(aside.whos) if above[0]), who)
    cells = Cells(len(actions), len(found), timings, when[1], *owned)
    aside.cells.append(cells)
    extra = _read_own_cells(placed, group) if len(found) == 1 else {}
    for item, location in found:
        number = f"{group.number}.{len(actions) + 1}"
        own = _add_stated(item, extra)
        action = Action(number, item.text, rich=item.rich, extra=own, location=location, lead_in=item.lead_in)
        actions.append(_take_stated(action, item, cells))


def _add_stated(item: CellItem, extra: dict[str, str]) -> dict[str, str]:
    """An action's own cells with what labelled lines below its words say of it."""
    own = dict(extra) if item.stated else extra
    for stated in item.stated:
        own[stated.label] = f"{own[stated.label]}\n{stated.text}" if stated.label in own else stated.text
    return own


def _take_stated(action: Action, item: CellItem, cells: Cells) -> Action:
    """An action with the timing and the owners that labelled lines give it, where its row gives none."""
    for stated in item.stated:
        mention: Mention[Any] = Mention(stated.text, None, (), action.location)
        is_free = not (cells.owners if stated.field == "who" else any(cells.timings))
        is_read = stated.field == "who" or parse_timing(stated.text, ANY_YEAR).complete
        if stated.field in {"who", "when"} and is_free and is_read:
            extra = {label: text for label, text in action.extra.items() if label != stated.label}
            action = replace(action, extra=extra, **{stated.field: mention})
    return action


def _mention_whole(rows: list[tuple[str, Location]]) -> Mention[Any]:
    """The whole cells of a group's rows, at the first of them."""
    return Mention(join_lines([text for text, _ in rows]), None, (), rows[0][1])


def join_lines(texts: list[str]) -> str:
    """The words of several rows, a row a line; a row that says the same as the one above adds nothing."""
    if len(texts) == 1:
        return texts[0]
    return "\n".join(
        text for place, text in enumerate(texts) if text and text not in texts[max(place - 1, 0) : place]
    )


def _place_items(
    placed: PlacedRow, field: str, aside: _Aside, count: _Count
) -> list[tuple[CellItem, Location]]:
    """The items of a row's cells of `field`, each with its place."""
    row, columns = placed.row, placed.columns
    found: list[tuple[CellItem, Location]] = []
    for place in columns.find(field):
        cell = row.at(place)
        if cell.span:
            continue
        text = cell.text
        if text and _NOTHING.match(text):
            aside.notes.extend([f"{columns.headings[place]}: {text}"] if any(map(str.isalpha, text)) else ())
            continue
        items = read_items(cell, says=field == "actions")
        if items.notes:
            aside.notes.extend(items.notes)
        at, heading = row.location, columns.headings[place]
        line, page, sheet, table, number = at.line, at.page, at.sheet, at.table, at.row
        for each in items.items:
            item = _take_mark(each, count, len(found) + 1, placed)
            location = Location(line, page, sheet, table, number, heading, item.place)
            found.append((item, location))
            if item.marker or not item.text[1:].islower():
                _check_item(item, location, aside.diagnostics)
    return found


def _take_mark(item: CellItem, count: _Count, place: int, placed: PlacedRow) -> CellItem:
    """An item without the number of its own in front of it: `2.1`, `Action 2.1:` of the first of recommendation 2."""
    text = item.text
    if item.marker or _FIGURE.search(text, 0, _FURTHEST) is None:
        return item
    taken = take_number(text)
    if taken is None:
        return item
    own = [cell.text.strip(" .:)") for cell in placed.cells("number")[:1]]
    if not count.has(taken[0].number, place, own):
        return item
    return replace(item, text=text[taken[1] :], marker=taken[0].printed)


def _part_lines(
    item: CellItem, location: Location, beside: tuple[str, ...]
) -> list[tuple[CellItem, Location]]:
    """An item as one a line, or one a semicolon, where what stands beside it has as many; else as it is."""
    lines, clauses = item.text.split("\n"), _part_text(item.text, ";")
    if len(lines) == 1:
        is_listed = len(clauses) > 1 and _are_timed(len(clauses), beside[0])
        return _part_item(item, location, ";") if is_listed else [(item, location)]
    is_beside = len(lines) in [len(text.strip().split("\n")) for text in beside]
    is_listed = is_beside and all(line[:1].isupper() for line in lines)
    return _part_item(item, location, "\n") if is_listed else [(item, location)]


def _are_timed(count: int, when: str) -> bool:
    """Whether `when` has a timing for each of `count` actions, whatever the year, and not one for all."""
    parts = segment_timings(when, count, ANY_YEAR).parts
    return all(parts) and parts.count(parts[0]) < count


def _part_item(item: CellItem, location: Location, mark: str) -> list[tuple[CellItem, Location]]:
    """An item as one a part between its marks; as it is where its markup has others."""
    texts = _part_text(item.text, mark)
    riches = texts if item.rich is None else _part_text(item.rich, mark)
    if len(riches) != len(texts):
        return [(item, location)]
    return [
        (
            replace(item, text=text, rich=None if rich == text else rich, place=place),
            replace(location, item=place),
        )
        for place, (text, rich) in enumerate(zip(texts, riches, strict=True), 1)
    ]


def _part_text(text: str, mark: str) -> list[str]:
    return [part.strip() for part in text.split(mark) if part.strip()]


def _check_item(item: CellItem, location: Location, diagnostics: list[Diagnostic]) -> None:
    """Says where a list mark was typed into an item, and where two items may be glued into one."""
    if item.marker:
        diagnostics.append(diagnose("list-marker-removed", location, marker=item.marker))
    match = _GLUED.search(item.text)
    if match is None:
        return
    word = next(word.group() for word in _WORD.finditer(item.text) if word.end() > match.start())
    if word[0].islower():  # a name such as SharePoint is one word
        diagnostics.append(diagnose("items-glued", location, words=word))


def locate_field(placed: PlacedRow, field: str) -> Location:
    """Where a row's first cell of `field` stands."""
    places, at = placed.columns.find(field), placed.row.location
    heading = (placed.columns.headings[places[0]] or None) if places else None
    return Location(at.line, at.page, at.sheet, at.table, at.row, heading)


def _read_own_cells(placed: PlacedRow, group: Group) -> dict[str, str]:
    """The cells of an action's own row that have no field of an action, by heading; its own number too."""
    own: dict[str, str] = {}
    columns = placed.columns
    for field in _BESIDE:
        for place in columns.find(field):
            text = placed.row.at(place).text
            if text and not _is_said_of_all(field, place, text, group):
                heading = columns.headings[place]
                own[heading] = f"{own[heading]}\n{text}" if heading in own else text
    return own


def _is_said_of_all(field: str, place: int, text: str, group: Group) -> bool:
    """Whether a cell is the recommendation's: its number, or merged over all of its rows."""
    if field == "number" and says_number(text, group.number):
        return True
    below = group.rows[1:]
    return bool(below) and all(placed.row.at(place).span == "row" for placed in below)
