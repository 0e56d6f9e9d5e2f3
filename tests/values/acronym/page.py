"""`docs/glossary.md`: every form of entry with its examples, and how acronyms are weighed."""

from pathlib import Path

from send_extract.diagnostics import CODES
from send_extract.values.acronym.glossary import parse_glossary_line
from send_extract.values.acronym.letters import cover_letters
from tests.values.acronym.cases import EXCESS, FAULTS, FORMS, SOUND

PAGE = Path(__file__).parents[3] / "docs" / "glossary.md"

_INTRODUCTION = """\
# How glossaries and acronyms are read

Every line below is read by a test. The author's words stay under `text`; `expansion` is the part of them that the
term's letters account for, without stray characters.

A glossary is known by the line over it (`Glossary`, `Acronym list`, `Jargon explained`, `Terms used in this plan`,
`Key to initials`), by its table's headings (`Term`, `Meaning`), by its sheet's name, and by its look alone: a line
that is a term, a sign and words which the term's letters account for (`QTB = Quality Team Board`), several such on one
line, terms and their words on lines of their own by turns, a table of them without headings.

This page is made by `make golden`.
"""
_ACRONYMS = """\
## Acronyms in the plan

A word of at least two capitals, most of its letters capitals (`SENCo`, `WSoA`, `KS2`, `A&E`), is an acronym, wherever
the plan uses it. It is none if it is the initials of an owner, a Roman numeral, a word of a heading in capitals, or
an ordinary word printed in capitals (`NOT`, `URGENT`, a common word of the language, or one that the plan prints small
as often). Plurals and possessives
count under the term.

A term is `defined` by the glossary, by the text (`Children With Disabilities (CWD)`), or by `[glossary]` in
`send-extract.toml`; else it is `undefined`, or a `variant`: a slip of a better known term. One that the glossary
explains and the plan never uses is `unused`. A term with several meanings has them under `senses`, and no
`expansion`.

All that is not explained is one finding (`acronym-undefined`), with how often each term is used, and its places; a term
that a slip or a faulty entry already names is left to that. What the readers know is accepted in `send-extract.toml`,
by its term or by the code of a finding:

```toml
[check]
accept = ["SEND", "OFSTED", "acronym-unused"]
```

## Slips

No likeness alone makes a slip, for short terms lie close together. The term must be undefined and rare, the other
defined or twice as frequent, and what speaks for it must weigh four or more:

| Evidence | Weight |
| --- | --- |
| two letters changed places, or one doubled | 2 |
| a letter too many, or one missing | 1 |
| the other term is defined, or words of the row fit it | 1 |
| the term is long: four letters for the first kind, five for the others | 1 |
| letters changed places, and both stand in one row | 1 |
| its letters fit the other term's expansion | 1 |

Other capitals (`WSOA` for `WSoA`) are a slip always. A term that begins or ends with another (`SEN`, `SEND`) is
related to it, not misspelt; one that words of its own row fit has a meaning of its own; two suggestions of equal
weight are none.
"""


def write_page() -> str:
    """The page, from the tables of the tests."""
    parts = [_INTRODUCTION.rstrip()]
    for form in FORMS:
        rows = "\n".join(_write_row(line) for line, _ in form.lines)
        parts.append(f"## {form.name}\n\n{form.rule}\n\n| Line | Entries |\n| --- | --- |\n{rows}")
    parts += [
        "## What is wrong with a line",
        _write_faults(),
        "## What the letters account for",
        _write_letters(),
    ]
    return "\n\n".join([*parts, _ACRONYMS])


def _write_row(line: str) -> str:
    printed = line.replace("|", "\\|").replace("\t", "` ⇥ `")
    entries = "<br>".join(f"**{entry.term}** {entry.text}" for entry in parse_glossary_line(line).entries)
    return f"| {f'`{printed}`' if printed else '*(blank)*'} | {entries or '*none*'} |"


def _write_faults() -> str:
    rows = "\n".join(f"{_write_row(line)} `{code}`: {CODES[code].meaning} |" for line, _, code in FAULTS)
    return f"| Line | Entries | Said |\n| --- | --- | --- |\n{rows}"


def _write_letters() -> str:
    sound = "\n".join(
        f"| {term} | {text} | {cover_letters(term, text).expansion} | |" for term, text in SOUND
    )
    excess = "\n".join(
        f"| {term} | {text} | {cover_letters(term, text).expansion} | {words} |"
        for term, text, words in EXCESS
    )
    head = "| Term | Words | Expansion | Not accounted for |\n| --- | --- | --- | --- |"
    return (
        "A word's first letter must be a letter of the term, in order; letters from inside the word may follow it, and "
        "small words may go without. A noun of kind at the end (`Board`) goes with the expansion, a definition does "
        f"not, and words of neither kind are reported (`glossary-expansion-excess`).\n\n{head}\n{sound}\n{excess}"
    )
