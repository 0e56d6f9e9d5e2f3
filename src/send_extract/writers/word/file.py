"""A plan to the bytes of a Word file, by python-docx."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Twips

from send_extract.plan import Draft, Plan, PlanParagraph
from send_extract.values.acronym.titles import is_title
from send_extract.values.timing import find_full_dates
from send_extract.version import NAME
from send_extract.writers.packages import EPOCH, settle_package
from send_extract.writers.word.body import (
    PrintedCell,
    PrintedLine,
    PrintedRow,
    PrintedTable,
    make_line,
)
from send_extract.writers.word.comments import comment_on
from send_extract.writers.word.grid import lay_plan
from send_extract.writers.word.markup import (
    clean_text,
    print_body,
    print_comment,
    print_line,
    print_page_number,
)
from send_extract.writers.word.styles import ADDED, DEFAULTS, list_looks
from send_extract.writers.word.widths import find_widths
from send_extract.writers.wording import describe_draft

if TYPE_CHECKING:
    from docx.document import Document

_LONG, _SHORT, _MARGIN = Cm(29.7), Cm(21), Cm(1.5)
_WIDTH = round((_LONG - 2 * _MARGIN) / Twips(1))
_GLOSSARY_WIDTHS = (2400, 8400)
_SIZE, _SMALL_SIZE, _MANY_COLUMNS = 19, 16, 8
_MAIN, _END = "word/document.xml", b"<w:sectPr"
"""The part that holds the body, and what stands at the body's end."""
_THUMBNAIL = "metadata/thumbnail"


def write_word(plan: Plan) -> bytes:
    """The bytes of `plan.docx`."""
    body, comments = comment_on(tuple(_build_body(plan)), plan.diagnostics)
    word = docx.Document()
    _set_page(word, plan)
    columns = max((len(part.widths) for part in body if isinstance(part, PrintedTable)), default=0)
    _set_styles(word, _SMALL_SIZE if columns > _MANY_COLUMNS else _SIZE)
    _set_properties(word, plan)
    _add_comments(word, comments)
    stream = io.BytesIO()
    word.save(stream)
    # Moving a large table from one tree of lxml to another takes seconds.
    main = word.part.blob.replace(_END, print_body(body).encode() + _END, 1)
    return settle_package(stream.getvalue(), {_MAIN: main})


def _build_body(plan: Plan) -> Iterator[PrintedLine | PrintedTable]:
    """Title and label, the plan's table, what else stood in the draft, the glossary."""
    title, label = plan.title or "", describe_draft(plan.draft)
    yield from (make_line(title, "title"),) if title else ()
    yield from (make_line(label, "label"),) if label and (plan.draft.label or "") not in title else ()
    dated = [paragraph for paragraph in plan.paragraphs if _says_day(paragraph, plan.draft)][:1]
    yield from (make_line(paragraph.text, "body", paragraph.location) for paragraph in dated)
    rows = lay_plan(plan)
    yield from (PrintedTable(rows, find_widths(rows, _WIDTH), has_headings=True),) if rows[0].cells else ()
    yield from _list_outside(plan, dated)


def _says_day(paragraph: PlanParagraph, draft: Draft) -> bool:
    """Whether a line ends in the day of a draft without a label, which only what stands above a plan gives it."""
    found = find_full_dates(paragraph.text) if draft.date and not draft.label else ()
    return bool(found) and found[-1].day == draft.date and not paragraph.text[found[-1].end :].strip()


def _list_outside(plan: Plan, above: list[PlanParagraph]) -> Iterator[PrintedLine | PrintedTable]:
    """Paragraphs outside the table but those `above` it, and the glossary below the heading that the draft gives it."""
    heads = [paragraph for paragraph in plan.paragraphs if is_title(paragraph.text)]
    others = (paragraph for paragraph in plan.paragraphs if paragraph not in (*heads, *above))
    for paragraph in (*others, *heads[bool(plan.glossary) :]):
        style = "heading" if paragraph.level else "body"
        yield make_line(paragraph.text, style, paragraph.location)
    if plan.glossary:
        yield make_line(heads[0].text if heads else "Glossary", "heading")
        yield PrintedTable(tuple(_list_entries(plan)), _GLOSSARY_WIDTHS, has_headings=False)


def _list_entries(plan: Plan) -> Iterator[PrintedRow]:
    for entry in plan.glossary:
        lines = tuple(make_line(line, "cell", entry.location) for line in entry.text.split("\n"))
        yield PrintedRow((PrintedCell((make_line(entry.term),)), PrintedCell(lines)))


def _set_page(word: Document, plan: Plan) -> None:
    """Landscape A4: the draft in each page's header, beside the title from the second on, its number in the footer."""
    section = word.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, _LONG, _SHORT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Cm(1.8)
    section.header_distance = section.footer_distance = Cm(0.9)
    section.different_first_page_header_footer = True
    label = describe_draft(plan.draft)
    _fill(section.first_page_header, print_line(make_line(f"\t{label}", "header")))
    _fill(section.header, print_line(make_line(f"{plan.title or ''}\t{label}", "header")))
    for footer in (section.first_page_footer, section.footer):
        _fill(footer, print_page_number())


def _fill(margin: Any, paragraph: str) -> None:
    """Puts one paragraph into a page's header or footer."""
    margin.is_linked_to_previous = False
    element = margin.part.element
    for child in list(element):
        element.remove(child)
    element.extend(parse_xml(f"<w:body {nsdecls('w')}>{paragraph}</w:body>").iterchildren())


def _set_styles(word: Document, size: int) -> None:
    elements = word.styles.element
    elements.replace(elements[0], parse_xml(f"<w:docDefaults {nsdecls('w')}>{DEFAULTS}</w:docDefaults>"))
    for style in ADDED:
        elements.append(parse_xml(style.format(nsdecls("w"))))
    known = {element.get(qn("w:styleId")): element for element in elements}
    for name, look in list_looks(size, _WIDTH).items():
        style = known[name]
        for part in style.xpath("w:pPr|w:rPr|w:tblPr|w:tblStylePr"):
            style.remove(part)
        style.extend(parse_xml(f"<w:style {nsdecls('w')}>{look}</w:style>"))
    for setting in word.settings.element.xpath('//w:compatSetting[@w:name="compatibilityMode"]'):
        setting.set(qn("w:val"), "15")


def _set_properties(word: Document, plan: Plan) -> None:
    """What the file says of itself, none of it from the day or the machine."""
    properties, day = word.core_properties, plan.draft.date
    properties.title = clean_text(plan.title or "")
    properties.subject = clean_text(describe_draft(plan.draft))
    properties.author = properties.last_modified_by = NAME
    properties.comments = properties.keywords = ""
    properties.language = "en-GB"
    properties.created = properties.modified = (
        dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) if day else EPOCH
    )
    links = word.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith(_THUMBNAIL)]:
        del links[name]


def _add_comments(word: Document, comments: Sequence[tuple[str, ...]]) -> None:
    if not comments:
        return
    part = word.comments.add_comment().part  # which makes the part that holds them
    printed = "".join(print_comment(number, messages) for number, messages in enumerate(comments))
    part.element[:] = list(parse_xml(f"<w:body {nsdecls('w')}>{printed}</w:body>"))
