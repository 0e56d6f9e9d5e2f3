"""Templates to bytes: everything that they print is escaped, and a name that does not exist is an error."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parents[1] / "templates" / "page"


def render_page(template: str, values: Mapping[str, object], *, script: str = "", rules: str = "") -> bytes:
    """The bytes of a page by the template of that name.

    `script` names the file of its script; `rules` are rules of style of this page alone. Both, and the style of
    all pages, are allowed by their digests, so that nothing else can be run or fetched.
    """
    style, code = _read("page.css"), _read(script) if script else ""
    shared = {"style": style, "rules": rules, "script": code, "policy": _write_policy((style, rules), code)}
    return _make_environment().get_template(template).render(**values, **shared).encode()


def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _write_policy(styles: tuple[str, ...], code: str) -> str:
    """What the page may do: show its own styles, run its own script, and nothing else."""
    digests = " ".join(_digest(style) for style in styles if style)
    script = f"; script-src {_digest(code)}" if code else ""
    return (
        f"default-src 'none'; style-src {digests}{script}; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def quote_style(text: str) -> str:
    """Words as a string of a style sheet, in which no character but letters and digits stands for itself."""
    return '"' + re.sub(r"[^A-Za-z0-9 ]", lambda match: f"\\{ord(match[0]):06x}", text) + '"'


@cache
def _make_environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
