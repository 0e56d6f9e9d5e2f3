"""What is said of a document without a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, filterfalse

from send_extract.document import Document, Table
from send_extract.headings import is_known
from send_extract.settings import FIELDS

_MOST_TABLES, _MOST_NAMES = 5, 12
"""Tables, and names of columns or sheets, that a line can show."""


def explain_absence(document: Document, name: str) -> str:
    """Why no plan was found, in one line: the headings seen, those known, and how to map one."""
    seen = list(_list_firsts(document))
    hidden = dict(document.properties).get("hidden")
    unhide = f" Hidden, and not looked at: {hidden}; unhide the sheet with the plan." if hidden else ""
    if not seen:
        return (
            f"{name}: there is no table in it.{unhide} A plan is a table with a heading row such as "
            "`No, Recommendation, Summary actions, When, Who`; export the draft again with its table."
        )
    sheets = dict.fromkeys(filter(None, (each.location.sheet for each in document.elements)))
    where = f" (sheets: {_join_few([*sheets], ', ')})" if sheets else ""
    shown = "; ".join(_join_few(names, " | ") for names in seen[:_MOST_TABLES])
    example = next(filterfalse(is_known, filter(None, chain.from_iterable(seen))), "Task")
    return (
        f"{name}: no table has a plan's headings{where}.{unhide} Seen: {shown}. "
        f"Known: {', '.join(FIELDS)} and their synonyms. "
        f'Map one in send-extract.toml, under [headings]: "{example}" = "actions".'
    )


def _join_few(names: Sequence[str], joiner: str) -> str:
    """The first of these names, and how many more there are."""
    more = len(names) - _MOST_NAMES
    return joiner.join(names[:_MOST_NAMES]) + (f"{joiner}and {more} more" if more > 0 else "")


def _list_firsts(document: Document) -> Iterator[list[str]]:
    """What the first row of each table says."""
    for element in document.elements:
        if isinstance(element, Table) and element.rows:
            yield [" ".join(text.split())[:40] for text in element.rows[0].texts]
