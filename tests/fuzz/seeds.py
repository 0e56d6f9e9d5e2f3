"""What damaged files are made from: plans in every format, the drafts of the cases, what the program itself writes."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table
from send_extract.errors import SendExtractError
from send_extract.pipeline import make_plan
from send_extract.readers import detect_format, read_document
from send_extract.settings import DEFAULTS
from send_extract.source import Source
from send_extract.writers.markdown import write_markdown as write_plan_markdown
from send_extract.writers.records import write_json
from tests import cases
from tests.forms.formats import FORMS, write_mail
from tests.forms.markup import write_html, write_markdown, write_markdown_with_html
from tests.forms.paper import write_pdf
from tests.forms.sheets import write_csv, write_ods, write_semicolons, write_tabs, write_xlsx
from tests.forms.texts import write_flat, write_odt
from tests.forms.word import write_docx

TESTS = Path(__file__).parents[1]
DRAFT = TESTS.parent / "raw" / "draft-1.txt"
_KINDS = {
    **dict.fromkeys((".docx", ".xlsx", ".ods", ".odt"), "package"),
    **dict.fromkeys((".html", ".htm"), "markup"),
    ".pdf": "paper", ".xls": "bytes", ".json": "json", ".toml": "settings",
}  # fmt: skip
_HEADINGS = ("No", "Recommendation", "Summary actions", "When (2022)", "Who", "Measures of success")
_ROWS = (
    ("1", "Open the quay", ("Survey the quay", "Mend the rails by June"), "Jan Feb", "GB", ("A count",)),
    ("2a", "Paint the café *merge with 3", ("Choose colours & paint",), "w/c 14 March", "Head of Works", ()),
    ("", "", ("Paint the <20 benches",), "Q3 22/23", "GB/BM", ("Benches are blue",)),
    ("3", "Tell visitors – “now”", (), "TBC", "", ("Visitors know (ABC)",)),
)
_SETTINGS = """\
[plan]
date = 2022-01-13
year = 2022
quarters = "financial"
[terms."2022/23"]
autumn = [2022-09-05, 2022-12-16]
[people]
GB = "Grace Bell"
[glossary]
ABC = "Able Boat Crew"
[headings]
"Desired outcome" = "measures"
[check]
accept = ["SEND"]
"""


class Seed(NamedTuple):
    """A file to make mutants from, under the name that people would give it."""

    name: str
    data: bytes

    @property
    def kind(self) -> str:
        """What it is made of: `text`, `markup`, `package`, `paper`, `bytes`, `json` or `settings`."""
        kind = _KINDS.get(Path(self.name).suffix, "text")
        return "markup" if kind == "text" and b"</" in self.data else kind


@cache
def make_seeds() -> tuple[Seed, ...]:
    """All seeds of the mutants, by their names."""
    document = make_document()
    page = write_html(document)
    plan = make_plan(Source("plan.html", page), DEFAULTS)
    return (
        Seed("plan.html", page),
        Seed("plan.md", write_markdown(document)),
        Seed("lists.md", write_markdown_with_html(document)),
        Seed("plan.docx", write_docx(document)),
        Seed("plan.xlsx", write_xlsx(document)),
        Seed("plan.ods", write_ods(document)),
        Seed("plan.odt", write_odt(document)),
        Seed("plan.fodt", write_flat(document)),
        Seed("plan.eml", write_mail(document)),
        Seed("plan.csv", write_csv(document)),
        Seed("semicolons.csv", write_semicolons(document)),
        Seed("plan.tsv", write_tabs(document)),
        Seed("plan.pdf", write_pdf(document)),
        Seed("plan.xls", (TESTS / "readers" / "spreadsheet" / "legacy.xls").read_bytes()),
        Seed("own.md", write_plan_markdown(plan)),
        Seed("plan.json", write_json(plan)),
        Seed("send-extract.toml", _SETTINGS.encode()),
        *(Seed(path.name, path.read_bytes()) for path in sorted((TESTS / "golden").glob("*/plan.*"))),
        *(Seed(draft.name, draft.data) for draft in map(_read_draft, sorted(cases.HERE.glob("*.md")))),
    )


def find_seeds(reader: str) -> tuple[Seed, ...]:
    """The seeds that a reader is meant for, those first that are soon read, and the draft in `raw/` in its format."""
    found = [seed for seed in make_seeds() if _find_reader(seed) == reader]
    return (*sorted(found, key=lambda seed: len(seed.data)), *_rewrite_draft(reader))


def _find_reader(seed: Seed) -> str:
    try:
        return "" if seed.kind == "settings" else detect_format(Source(*seed))
    except SendExtractError:
        return ""


def _rewrite_draft(reader: str) -> tuple[Seed, ...]:
    draft = Source(DRAFT.name, DRAFT.read_bytes())
    forms = {**FORMS, "mail.eml": ("eml", write_mail)}
    document = read_document(draft).document
    written = (Seed(name, write(document)) for name, (meant, write) in forms.items() if meant == reader)
    return (Seed(draft.name, draft.data),) if reader == "delimited" else tuple(written)


def _read_draft(page: Path) -> Source:
    return cases.read_case(page).source


def make_document() -> Document:
    """A small plan with something of everything."""
    struck = (Run("Agreed by the board. "), Run("Not", "s"), Run(" for long."))
    return Document(
        (
            Paragraph(Block((Run("Harbour improvement plan"),)), level=1),
            Paragraph(Block((Run("DRAFT 2, 14 March 2022"),))),
            Paragraph(Block(struck)),
            Table((Row(tuple(map(_make_cell, _HEADINGS))), *(_make_row(*row) for row in _ROWS))),
            Paragraph(Block((Run("Glossary"),)), level=2),
            Paragraph(Block((Run("ABC Able Boat Crew"),))),
        ),
        "delimited",
    )


def _make_row(*texts: str | tuple[str, ...]) -> Row:
    return Row(
        tuple(_make_cell(*text, level=1) if isinstance(text, tuple) else _make_cell(text) for text in texts)
    )


def _make_cell(*texts: str, level: int = 0) -> Cell:
    mark = "•" if level else ""
    return Cell(tuple(Block(_make_runs(text), level, mark) for text in texts if text))


def _make_runs(text: str) -> tuple[Run, ...]:
    words, star, note = text.partition("*")
    return (Run(words), Run(f"*{note}", "b")) if star else (Run(text),)
