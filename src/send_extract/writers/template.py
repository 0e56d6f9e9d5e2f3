"""A plan to Markdown by a Jinja2 template that the user gives in place of the program's own.

Every value that a template prints is escaped for Markdown, so that words are only ever words; `| safe` prints
a value as it stands. `templates/plan.md.jinja` prints what `writers.markdown` writes, to start from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import DictLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from send_extract.errors import UsageError
from send_extract.plan import Plan
from send_extract.writers.agenda import make_agenda
from send_extract.writers.agenda.items import say_when
from send_extract.writers.markdown import escape_comment, escape_words, make_slug, print_words
from send_extract.writers.mending import list_mendings
from send_extract.writers.outline import outline_plan
from send_extract.writers.wording import describe_draft, describe_location, describe_owners, describe_timing


def write_template(plan: Plan, template: str, name: str = "The template") -> bytes:
    """The bytes of `plan.md` by `template`, a Jinja2 template's text; `name` is what it is called.

    Raises:
        UsageError: the template cannot be read or fails, with the line at fault.
    """
    try:
        made = _make_environment().from_string(template)
        text = made.render(
            plan=plan, outline=outline_plan(plan), agenda=make_agenda(plan), mendings=list_mendings(plan)
        )
    except Exception as error:  # a template is the user's program: whatever it raises is its fault
        fault = _describe_fault(error)
        message = f"{name} cannot be used: {fault}. Correct it, or leave out --template."
        raise UsageError(message) from error
    return text.encode()


def _make_environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({}),
        undefined=StrictUndefined,
        finalize=_print_value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "draft": describe_draft,
        "timing": describe_timing,
        "when": say_when,
        "owners": describe_owners,
        "place": describe_location,
        "comment": _mark(escape_comment),
        "slug": _mark(make_slug),
        "words": _mark(print_words),
    }
    return environment


def _mark(write: Callable[[Any], str]) -> Callable[[Any], Markup]:
    """A filter whose result stands as it is: what it writes is escaped already."""
    return lambda value: Markup(write(value))  # noqa: S704 - escaped where it is written


def _print_value(value: object) -> str:
    if isinstance(value, Markup):
        return str(value)
    return "" if value is None else escape_words(str(value))


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
