"""A document's title and draft label, and the paragraphs that are neither."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import RUNNING, Document, Paragraph, Table
from send_extract.extraction.dates import find_cover, find_footer, find_stated
from send_extract.extraction.labels import DraftLabel, find_label
from send_extract.extraction.sections import find_title_heading, names_plan
from send_extract.extraction.versions import read_versions
from send_extract.notation.furniture import is_furniture, is_page_number, repeats
from send_extract.patterns import compile_later
from send_extract.plan import Draft, PlanParagraph
from send_extract.values.acronym.titles import is_title

_LONGEST_TITLE = 240
_LONGEST_VERSIONS = 100
_NO_DRAFT = Draft()
_GAP = compile_later(r"\t|\s{2,}")
"""What stands between the left of a page's head or foot, its middle and its right."""
_CALLED_TITLE = compile_later(
    r"\A(?:(?:(?:(?:document|report|plan|project)\s+)?title|name of (?:the )?(?:document|report|plan|project)"
    r"|subject|re|fwd?)\s*:\s*)+",
    re.IGNORECASE,
    need=lambda text: ":" in text,
)
"""What says of the words behind it that they are the title: in a form, or in a message, whose replies repeat it
(RFC 5322, 3.6.5)."""


class DraftHead(Struct, frozen=True):
    """A plan's title and draft, and the paragraphs that stand outside its tables."""

    title: str | None
    draft: Draft
    paragraphs: tuple[PlanParagraph, ...]


def read_draft(paragraphs: Sequence[Paragraph], above: Sequence[Paragraph], document: Document) -> DraftHead:
    """The title and the draft that a document states: above its plan, in headers and footers, in properties.

    `paragraphs` are all that stand outside the tables, `above` those above the first of the plan's; the elements of
    `document` are those outside the plan.
    """
    titled = _choose_title(above)
    printed, own = _cut_label(titled) if titled else (_find_fallback(paragraphs, document), None)
    title = printed and _CALLED_TITLE.sub("", printed, count=1)
    place, label = (None, own) if own else next(_find_labels(above, titled), (None, None))
    draft = label.draft if label else _find_elsewhere(paragraphs, document)
    if not draft.date:
        draft = replace(draft, date=_find_date(above, paragraphs, document))
    left = _leave(paragraphs, filter(None, (titled if title == printed else None, place)))
    kept = [words for words in left if not _is_running(words, title or "", draft)]
    return DraftHead(title, draft, tuple(map(tell_paragraph, kept)))


def tell_paragraph(words: Paragraph) -> PlanParagraph:
    """A paragraph of the document as the plan has it."""
    return PlanParagraph(words.text, words.level, words.location)


def _is_running(words: Paragraph, title: str, draft: Draft) -> bool:
    """Whether a page's head or foot only says the title or the draft again, and which page it is."""
    if words.kind not in RUNNING:
        return False
    return all(
        is_page_number(part) or repeats(part, title) or _is_of(part, draft) for part in _GAP.split(words.text)
    )


def _is_of(text: str, draft: Draft) -> bool:
    label = find_label(text)
    return label is not None and label.is_alone and label.draft == draft


def _find_fallback(paragraphs: Sequence[Paragraph], document: Document) -> str | None:
    return _find_running_title(paragraphs) or dict(document.properties).get("title") or None


def _find_labels(
    above: Sequence[Paragraph], titled: Paragraph | None
) -> Iterator[tuple[Paragraph | None, DraftLabel]]:
    """The labels above a plan that do not stand in its title, each with the paragraph that it is all of."""
    for words in above:
        is_apart = words is titled or words.kind in RUNNING
        if not is_apart and (label := find_label(words.text)):
            yield words if label.is_alone else None, label


def _find_date(
    above: Sequence[Paragraph], paragraphs: Sequence[Paragraph], document: Document
) -> dt.date | None:
    """The draft's day where its label has none: said above the plan, in a table of versions, or elsewhere."""
    versions = _find_versions(document)
    return (
        find_stated(above)
        or (versions.date if versions else None)
        or find_cover(above)
        or find_stated(paragraphs)
        or find_footer(paragraphs)
    )


def _choose_title(above: Sequence[Paragraph]) -> Paragraph | None:
    """The paragraph that is the title: marked or called so, a first heading, labelled, a plan, or the first of all."""
    likely = [*filter(_is_likely, above)]
    marked = (words for words in likely if words.kind == "title")
    headed = filter(None, [find_title_heading(likely)])
    called = (words for words in likely if _CALLED_TITLE.match(words.text))
    named = filter(names_plan, likely)
    return next(chain(marked, headed, called, filter(_begins_label, likely), named, likely), None)


def _begins_label(words: Paragraph) -> bool:
    """Whether words stand before a draft's label in their line."""
    label = find_label(words.text)
    return label is not None and bool(label.before)


def _find_running_title(paragraphs: Iterable[Paragraph]) -> str | None:
    """The title of a plan that the page headers alone state, without its draft's label."""
    headers = [words for words in paragraphs if words.kind == "header"]
    return next((_cut_label(words)[0] for words in headers if names_plan(words)), None)


def _is_likely(words: Paragraph) -> bool:
    text = words.text
    if words.kind not in {"title", "body"} or words.block.level or len(text) > _LONGEST_TITLE:
        return False
    label = find_label(text)
    is_label_alone = label is not None and label.is_alone
    return not (is_label_alone or is_title(words.text) or is_furniture(text))


def _cut_label(words: Paragraph) -> tuple[str, DraftLabel | None]:
    """A title without its label, and the label; the whole where words stand on both sides of it."""
    label = find_label(words.text)
    if label is None or (label.before and label.after):
        return words.text, label
    return label.before or label.after, label


def _find_elsewhere(paragraphs: Sequence[Paragraph], document: Document) -> Draft:
    """The draft that headers and footers state, else a version table, else the file's own properties."""
    texts = [words.text for words in paragraphs if words.kind in RUNNING]
    texts += [text for name, text in document.properties if name in {"title", "subject", "version", "status"}]
    for text in texts:
        label = find_label(text)
        if label:
            return label.draft
    return _find_versions(document) or _NO_DRAFT


def _find_versions(document: Document) -> Draft | None:
    """The draft that a table of versions states; None where there is no such table."""
    tables = (each for each in document.elements if isinstance(each, Table) and each.rows)
    drafts = (read_versions(tuple(row.texts) for row in table.rows[:_LONGEST_VERSIONS]) for table in tables)
    return next((draft for draft in drafts if draft), None)


def _leave(paragraphs: Iterable[Paragraph], used: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """`paragraphs` without the first of each that is `used`."""
    left = list(used)
    for words in paragraphs:
        if words in left:
            left.remove(words)
        else:
            yield words
