"""A document's title and draft label, and the paragraphs that are neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from send_extract.plan import Draft, PlanParagraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.document import Document, Paragraph

_LABEL = re.compile(r"\bDRAFT\s*\d*\b")


class Head(NamedTuple):
    """A plan's title and draft, and the paragraphs that stand outside its tables."""

    title: str | None
    draft: Draft
    paragraphs: tuple[PlanParagraph, ...]


def read_draft(paragraphs: Sequence[Paragraph], document: Document) -> Head:
    title, draft, rest = None, Draft(), []
    for p in paragraphs:
        m = _LABEL.search(p.text)
        if title is None and m:
            title = p.text[: m.start()].strip()
            n = re.search(r"\d+", m.group())
            draft = Draft(m.group(), "draft", int(n.group()) if n else None)
            continue
        rest.append(PlanParagraph(p.text, p.level, p.location))
    return Head(title, draft, tuple(rest))
