"""`docs/diagnostics.md`, from the table of codes."""

from send_extract.diagnostics import CODES, Code

HEAD = """\
# What is to be mended

Every diagnostic, as `send-extract check`, `plan.md` and `diagnostics.csv` give it: a stable code, a severity, a place
and a message that ends in what to do. An *error* means that part of the draft could not be used, a *warning* that the
author should mend something, *info* that something is good to know. `--strict` makes errors and warnings exit code 1.

This page is made by `make golden`.
"""
SEVERITIES = (("error", "Errors"), ("warning", "Warnings"), ("info", "For information"))


def write_page() -> str:
    sections = [_write_section(severity, heading) for severity, heading in SEVERITIES]
    return "\n".join([HEAD, *filter(None, sections)])


def _write_section(severity: str, heading: str) -> str:
    codes = [_write_code(name, code) for name, code in sorted(CODES.items()) if code.severity == severity]
    return "\n".join([f"## {heading}", "", *codes]) if codes else ""


def _write_code(name: str, code: Code) -> str:
    return f"### {name}\n\n{code.meaning}\n\n- For example: {code.example}\n- To mend it: {code.mend}\n"
