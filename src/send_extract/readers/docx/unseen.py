"""What a Word file holds and nobody sees on its pages: hidden words, prompts of fields that are not filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.diagnostics import diagnose
from send_extract.readers.docx.package import W
from send_extract.source import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from send_extract.diagnostics import Diagnostic

_OFF = ("0", "false", "off")


def take_unseen(body: etree._Element, styles: etree._Element | None) -> tuple[Diagnostic, ...]:
    """Takes what is not printed out of the main part, and tells of each wording once (ECMA-376, part 1, 17.3, 17.5)."""
    prompts = dict.fromkeys(_take_runs(_find_prompts(body)))
    hidden = dict.fromkeys(_take_runs(_find_hidden(body, _find_hiding_styles(styles))))
    return (
        *(diagnose("prompt-unfilled", NOWHERE, text=text) for text in prompts),
        *(diagnose("words-hidden", NOWHERE, text=text) for text in hidden),
    )


def _find_prompts(body: etree._Element) -> Iterator[list[etree._Element]]:
    """The runs of each content control that shows its prompt still."""
    for control in body.iter(f"{W}sdt"):
        if _is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
            yield list(control.iter(f"{W}r"))


def _find_hidden(body: etree._Element, styles: frozenset[str]) -> Iterator[list[etree._Element]]:
    """The hidden runs of each paragraph."""
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        is_hidden = style is not None and style.get(f"{W}val") in styles
        runs = [run for run in paragraph.iterchildren() if run.tag != f"{W}pPr"]
        yield [run for each in runs for run in each.iter(f"{W}r") if _is_hidden(run, styles, is_hidden)]


def _find_hiding_styles(styles: etree._Element | None) -> frozenset[str]:
    """The names of the styles that hide their words."""
    if styles is None:
        return frozenset()
    return frozenset(
        style.get(f"{W}styleId", "")
        for style in styles.iterfind(f"{W}style")
        if _is_on(style.find(f"{W}rPr/{W}vanish"))
    )


def _is_hidden(run: etree._Element, styles: frozenset[str], is_default: bool) -> bool:  # noqa: FBT001 - a fallback
    own, style = run.find(f"{W}rPr/{W}vanish"), run.find(f"{W}rPr/{W}rStyle")
    if own is not None:
        return _is_on(own)
    return is_default or (style is not None and style.get(f"{W}val") in styles)


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "true") not in _OFF


def _take_runs(groups: Iterable[list[etree._Element]]) -> Iterator[str]:
    """Takes runs out of their paragraphs and gives the words that go with each group of them."""
    for runs in list(groups):
        words = "".join(text.text or "" for run in runs for text in run.iter(f"{W}t", f"{W}delText"))
        for run in runs:
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
        if words.strip():
            yield " ".join(words.split())
