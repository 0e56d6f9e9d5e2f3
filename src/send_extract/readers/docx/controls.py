"""What forms hold, turned into the words that they print: boxes, chosen entries, dates, prompts (17.5.2, 17.16.17)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import etree

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.notation.boxes import EMPTY, TICKED
from send_extract.readers.docx.names import PARAGRAPH, RUN, TEXT, W, is_on, value_of
from send_extract.readers.held_dates import find_held_date
from send_extract.readers.parts import drop_element
from send_extract.source import NOWHERE


def settle_controls(root: etree._Element) -> Iterator[Diagnostic]:
    """Change a part in place so that each control holds what it prints, and tell of what that leaves out."""
    prompts: dict[str, None] = {}
    for control in list(root.iter(f"{W}sdt")):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        if properties is None or content is None:
            continue
        if is_on(properties.find(f"{W}showingPlcHdr")):
            prompts[_take_words(content)] = None
        else:
            yield from _settle(properties, content)
    for field in list(root.iter(f"{W}ffData")):
        _settle_field(field)
    yield from (diagnose("prompt-unfilled", NOWHERE, text=words) for words in prompts if words)


def _take_words(content: etree._Element) -> str:
    """Takes the words out of a control, and gives them."""
    words = "".join(text.text or "" for text in content.iter(TEXT))
    for run in list(content.iter(RUN)):
        drop_element(run)
    return " ".join(words.split())


def _settle(properties: etree._Element, content: etree._Element) -> Iterator[Diagnostic]:
    box, date = properties.find("{*}checkbox"), properties.find(f"{W}date")
    if box is not None:
        _print_box(content, TICKED if is_on(box.find("{*}checked")) else EMPTY)
    elif date is not None:
        yield from _settle_date(content, date.get(f"{W}fullDate", ""))
    else:
        _choose_last(properties, content)


def _print_box(content: etree._Element, box: str) -> None:
    """A box in place of the one sign that its control holds, whatever font that is drawn in."""
    signs = list(content.iter(TEXT, f"{W}sym"))
    if not signs:
        _print_words(content, box)
        return
    words = signs[0].text or ""
    signs[0].tag, signs[0].text = TEXT, box + words[not words[:1].isalnum() :]


def _print_words(content: etree._Element, words: str) -> None:
    """Words in a control that holds none."""
    parent = next(content.iter(PARAGRAPH), content)
    run = etree.SubElement(parent, RUN)
    etree.SubElement(run, TEXT).text = words


def _settle_date(content: etree._Element, held: str) -> Iterator[Diagnostic]:
    """The date that a control holds, where it prints it with the month first: day first, it would be another one."""
    texts = list(content.iter(TEXT))
    shown = "".join(text.text or "" for text in texts)
    date = find_held_date(shown, held)
    if date:
        texts[0].text = f"{date} " if _is_glued(content) else date
        for text in texts[1:]:
            drop_element(text)
        yield diagnose("date-month-first", NOWHERE, text=shown.strip(), date=date)


def _is_glued(content: etree._Element) -> bool:
    """Whether a word stands right behind a control, in its paragraph."""
    control = content.getparent()
    around = content.itersiblings(), () if control is None else control.itersiblings()
    behind = next((text for each in chain(*around) for text in each.iter(TEXT) if text.text), None)
    return behind is not None and (behind.text or "")[:1].isalnum()


def _choose_last(properties: etree._Element, content: etree._Element) -> None:
    """The entry that was chosen last from a list that prints nothing."""
    if any(text.text for text in content.iter(TEXT)):
        return
    for entries in properties.iterchildren(f"{W}dropDownList", f"{W}comboBox"):
        last = entries.get(f"{W}lastValue", "")
        chosen = next((entry for entry in entries if entry.get(f"{W}value") == last), None)
        if last and chosen is not None:
            _print_words(content, chosen.get(f"{W}displayText", last))


def _settle_field(field: etree._Element) -> None:
    """A legacy field's box or chosen entry in place of the sign that begins the field."""
    box, entries, sign = field.find(f"{W}checkBox"), field.find(f"{W}ddList"), field.getparent()
    words = ""
    if box is not None:
        words = _read_box(box)
    elif entries is not None and sign is not None and not _has_result(sign):
        words = _read_chosen(entries)
    if words and sign is not None:
        words = f" {words}" if _follows_word(sign) else words
        sign.clear()
        sign.tag, sign.text = TEXT, words


def _follows_word(sign: etree._Element) -> bool:
    """Whether the run before the one that a field begins in ends in a word, with no space behind it."""
    run = sign.getparent()
    before = None if run is None else run.getprevious()
    texts = [] if before is None else [text.text or "" for text in before.iter(TEXT)]
    return bool(texts) and texts[-1][-1:].isalnum()


def _read_box(box: etree._Element) -> str:
    checked = box.find(f"{W}checked")
    return TICKED if is_on(box.find(f"{W}default") if checked is None else checked) else EMPTY


def _read_chosen(entries: etree._Element) -> str:
    names = [value_of(entry) for entry in entries.iterfind(f"{W}listEntry")]
    result = entries.find(f"{W}result")
    chosen = value_of(entries.find(f"{W}default") if result is None else result) or "0"
    return names[int(chosen)] if chosen.isdecimal() and int(chosen) < len(names) else ""


def _has_result(sign: etree._Element) -> bool:
    """Whether words stand between the signs that begin and end a field."""
    run = sign.getparent()
    for each in () if run is None else run.itersiblings():
        if any(text.text for text in each.iter(TEXT)):
            return True
        if any(end.get(f"{W}fldCharType") == "end" for end in each.iter(f"{W}fldChar")):
            return False
    return False
