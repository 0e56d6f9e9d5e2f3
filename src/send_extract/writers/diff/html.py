"""A diff as one self-contained HTML page: nothing is fetched, every word of the plans is escaped."""

from __future__ import annotations

from send_extract.changes import Compared
from send_extract.writers.diff import Drawing
from send_extract.writers.diff.sections import draw_sections
from send_extract.writers.diff.summary import summarise_diff
from send_extract.writers.diff.text import name_draft
from send_extract.writers.page.rendering import render_page


def write_html(compared: Compared, drawing: Drawing) -> bytes:
    """The bytes of the page: the summary, a list of what changed where, then the changes by recommendation."""
    diff = compared.diff
    values = {
        "title": diff.target.title or diff.origin.title or "Action plan",
        "old": name_draft(diff.origin),
        "new": name_draft(diff.target),
        "headlines": summarise_diff(compared),
        "sections": draw_sections(compared, with_cosmetic=drawing.with_cosmetic),
    }
    return render_page("diff.html.jinja", values)
