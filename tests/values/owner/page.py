"""`docs/owners.md`: every convention with its examples, as an officer would read them."""

from pathlib import Path

from send_extract.values.owner import Owner, parse_owners
from tests.values.owner.cases import CONVENTIONS

PAGE = Path(__file__).parents[3] / "docs" / "owners.md"

_INTRODUCTION = """\
# How owners are read

Every cell below is read by a test. A cell that is not here is read by the same rules: try it in a draft, and see what
`send-extract check` says. Words that are no owner are kept and reported (`owner-unread`, `owner-partly-read`); none
is dropped, and none is guessed at: a list that may be one owner's name is split and said (`owner-division-ambiguous`).
A date, a number or a status is no owner.

This page is made by `make golden`.
"""
_PEOPLE = """\
## Names behind initials

Initials are compared without capitals, dots and spaces: `G.B.` and `GB` are one person, `AP` and `APD` two. A name
for them comes only from

- a key in the document: `AB – Anne Brown, Head of SEND`, `AB = Anne Brown`, `Anne Brown (AB)`, on a line of its own
  or in the glossary;
- a full name in another Who cell whose initials fit those alone: `Gary Brown, Planning Manager` in one row names `GB`
  in the next;
- `[people]` in `send-extract.toml`, which settles the matter.

Where two names fit, neither is given, and `owner-ambiguous` says so. No name comes from general knowledge.

```toml
[people]
GB = "Gary Brown"
```

## One cell, several actions

The parts of a cell go to the actions one by one where there are exactly as many as actions, and each names its own
owners: parted by lines, semicolons, numbers, bullets or wide spaces (`GB` ⏎ `BM`), by single spaces where no cheaper
reading takes both sides for one owner (`GB/BM GB LM`, `Clerk Clerk Chair`), by commas where an owner comes again (`GB,
GB, BM`). A slash, an ampersand and *and* join the owners of one action. Two lines with a lead each are each action's
own; a lead and a support may be one team for both, which is said (`owner-split-ambiguous`). Otherwise every action has
the whole cell; several lines that do not match the actions are reported (`owner-count-mismatch`). A row that continues
a recommendation has its owners.
"""


def write_page() -> str:
    """The page, from the table of the tests."""
    parts = [_INTRODUCTION.rstrip()]
    for convention in CONVENTIONS:
        rows = "\n".join(_write_row(cell) for cell, _ in convention.cells)
        parts.append(f"## {convention.name}\n\n{convention.rule}\n\n| Cell | Owners |\n| --- | --- |\n{rows}")
    return "\n\n".join([*parts, _PEOPLE])


def _write_row(cell: str) -> str:
    printed = cell.replace("\n", "` ⏎ `").replace("  ", " ␣ ")
    owners = "<br>".join(map(_write_owner, parse_owners(cell).value or ())) or "*nobody*"
    return f"| {f'`{printed}`' if printed else '*(empty)*'} | {owners} |"


def _write_owner(owner: Owner) -> str:
    said = [f"code `{owner.code}`"] if owner.code else []
    said += [f"name *{owner.name}*"] if owner.name else []
    said += [owner.position] if owner.position else []
    said += [owner.organisation] if owner.organisation else []
    said += [f"**{owner.role}**"] if owner.role != "owner" else []
    return ", ".join(said)
