"""A plan to Markdown, from a Jinja2 template that the user can replace.

Every value that a template prints is escaped for Markdown, so that words are only ever words; `| safe` prints
a value as it stands. The rules by which the result is read back are in docs/outputs.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FunctionLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from send_extract.errors import UsageError
from send_extract.patterns import compile_later
from send_extract.writers.bytecode import KeptBytecode
from send_extract.writers.outline import count_severities, outline_plan
from send_extract.writers.wording import describe_draft, describe_location, describe_owners, describe_timing

if TYPE_CHECKING:
    from send_extract.plan import Action, Measure, Plan, Recommendation

TEMPLATE_NAME = "plan.md.jinja"
_TEMPLATES = Path(__file__).with_name("templates")

_SPECIAL = compile_later(r"^[ #+-]|^\d+(?=[.)](?:\s|$))|[\\`*_\[\]<>|~]|&(?=#?\w+;)|\r\n?|\n|\t| \Z")
_ENTITIES = {"\n": "<br>", "\r\n": "<br>", "\r": "<br>", "\t": "&#9;", " ": "&#32;", "&": "&amp;"}


def escape_words(text: str) -> str:
    """`text` as Markdown on one line, in a table or out of it: every character stands for itself."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    return f"{found}\\" if found[0].isdecimal() else _ENTITIES.get(found, f"\\{found}")


def write_words(record: Recommendation | Action | Measure) -> Markup:
    """A record's words with their emphasis where they have some."""
    if record.rich is None:
        return Markup(escape_words(record.text))  # noqa: S704 - every character stands for itself
    return Markup(record.rich.replace("|", "\\|").replace("\n", "<br>"))  # noqa: S704 - escaped where it was made


def write_markdown(plan: Plan, template: str | None = None) -> bytes:
    """The bytes of `plan.md`; `template` is a Jinja2 template's text in place of the program's own.

    Raises:
        UsageError: the template cannot be read or fails, with the line at fault.
    """
    environment = _make_environment()
    try:
        made = environment.from_string(template) if template else environment.get_template(TEMPLATE_NAME)
        text = made.render(plan=plan, outline=outline_plan(plan), severities=count_severities(plan))
    except Exception as error:
        # A template is the user's program: whatever it raises is its fault.
        if template is None:
            raise
        message = (
            f"The template cannot be used: {_describe_fault(error)}. Correct it, or leave out --template."
        )
        raise UsageError(message) from error
    return text.encode()


def _make_environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(_read_template),
        undefined=StrictUndefined,
        finalize=_print_value,
        bytecode_cache=KeptBytecode(_TEMPLATES / "__pycache__"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "draft": describe_draft,
        "timing": describe_timing,
        "owners": describe_owners,
        "place": describe_location,
        "comment": write_comment,
        "slug": write_slug,
        "words": write_words,
    }
    return environment


def _read_template(name: str) -> str | None:
    if name != TEMPLATE_NAME:
        return None
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _print_value(value: object) -> str:
    if isinstance(value, Markup):
        return str(value)
    return "" if value is None else escape_words(str(value))


def write_comment(text: str) -> Markup:
    """`text` inside a Markdown comment: hidden from readers, exact for programs."""
    hidden = text.replace("&", "&amp;").replace("--", "-&#45;").replace(">", "&gt;").replace("\n", "&#10;")
    return Markup(hidden)  # noqa: S704 - every character that could end the comment is an entity


def write_slug(heading: str) -> Markup:
    """The anchor that Markdown viewers give a heading: small letters, hyphens for spaces, punctuation out."""
    return Markup(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-"))  # noqa: S704 - words and hyphens only


def _describe_fault(error: Exception) -> str:
    line = getattr(error, "lineno", None) or _find_line(error)
    kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
    said = " ".join(str(error).split()) or "it failed"
    return f"line {line}: {kind}{said}" if line else f"{kind}{said}"


def _find_line(error: Exception) -> int | None:
    """The template's line where `error` was raised: Jinja2 names a template without a file `<template>`."""
    traceback, line = error.__traceback__, None
    while traceback:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
