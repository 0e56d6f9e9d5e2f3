"""Templates to bytes: everything that they print is escaped, and a name that does not exist is an error."""

from __future__ import annotations

import os
import re
import sys
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

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
    return '"' + re.sub(r"[^A-Za-z0-9]", lambda match: f"\\{ord(match[0]):06x}", text) + '"'


class CompiledTemplates(BytecodeCache):
    """Templates as they were compiled before: kept beside them, as Python keeps its own modules."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills `bucket` with what is kept, where it is of this template and this Python."""
        with suppress(OSError), _find_place(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what `bucket` holds, where Python may keep its own."""
        if sys.dont_write_bytecode:
            return
        place = _find_place(bucket)
        beside = place.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(exist_ok=True)
            beside.write_bytes(bucket.bytecode_to_string())
            beside.replace(place)


def _find_place(bucket: Bucket) -> Path:
    return TEMPLATES / "__pycache__" / f"{bucket.key}.{sys.implementation.cache_tag}"


@cache
def _make_environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=CompiledTemplates(),
        auto_reload=False,
    )
