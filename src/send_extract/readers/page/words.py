"""The words of a part of a page to blocks: one walk over its tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from send_extract.diagnostics import Finding
from send_extract.document import Cell
from send_extract.notation.colours import name_colour
from send_extract.notation.marks import BULLET, find_counted
from send_extract.patterns import compile_later
from send_extract.readers.blocks import EDGES, STEPS, BlockBuilder
from send_extract.readers.markup import DEEPEST, Marked, add_words
from send_extract.readers.page.controls import CONTROLS, find_labels, is_drawn_box, print_box, print_control
from send_extract.readers.page.hiding import HiddenWords, Openings, find_openings, is_opened
from send_extract.readers.page.insets import holds_plan, read_inset
from send_extract.readers.page.shape import HEADINGS, Indexed
from send_extract.readers.page.styles import PLAIN, Appearance, Appearances
from send_extract.readers.page.tables import CELLS
from send_extract.readers.tags import NEUTRAL, PAGE_EFFECTS, STRUCK, find_value

_SPACES = compile_later(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_WORDLESS = frozenset(("script", "style", "template", "link", "meta", "base", "title", "colgroup"))
_WHOLE = frozenset(("html", "body", "table", *HEADINGS))
"""What is shown however it is hidden, and what holds it: a click may show it."""
_KEPT_SPACES = frozenset(("pre", "textarea"))
_WORDS = compile_later(r"(?![ivxlIVXL]+\b)[^\W\d_]{2,}")
"""More than the mark of an item: a word, and no Roman number."""
_NEAR = 4
"""How far above its mark a paragraph or a heading of Word's stands at most."""
_LEVEL = compile_later(r".*\blevel(\d)")


class _Style(NamedTuple):
    """What a tag's style began, and its end ends: emphasis, lists around a deep one, spaces that count."""

    letters: str = ""
    depth: int = 0
    keeps_spaces: bool = False


class _Open(NamedTuple):
    """A tag that is open: its last step, the step's word, and its style."""

    step: Callable[[BlockBuilder, str], None] = BlockBuilder.skip
    value: str = ""
    style: _Style | None = None


_NOTHING = _Open()


class _Plain(NamedTuple):
    """A tag without attributes: its first step, the step's word, and what is open then."""

    step: Callable[[BlockBuilder, str], None]
    value: str
    opened: _Open


_PLAIN = {
    name: _Plain(
        STEPS[effects.opening],
        effects.letter or find_value(name, {}),
        _Open(STEPS[effects.closing], effects.letter),
    )
    for name, effects in PAGE_EFFECTS.items()
    if name not in {"br", "label", "table", *_KEPT_SPACES, *_WORDLESS, *CONTROLS}
}
"""The commonest tags by far."""


class WordReader:
    """Reads the words of one page, part by part; white space is the source's where a reader made it (`exact`)."""

    def __init__(self, tags: Sequence[Indexed], structures: frozenset[int], *, exact: bool) -> None:
        self.looks = Appearances(tag.get_text() for tag, _ in tags if tag.name == "style")
        self._exact = exact
        self._structures = structures
        self._labels = find_labels(tags)
        self._struck: list[bool] = []
        self._strikes = 0
        self._hidden = HiddenWords()
        self._openings: Openings | None = None
        self._insets = 0
        self._start()

    def _start(self) -> None:
        self._builder = BlockBuilder(balanced=True)
        if self._strikes:
            self._builder.open_emphasis(STRUCK)
        self._spaces_kept = 0
        self._level = 0
        self._in_cell = False
        self._after_control = False

    def enter(self, tag: Tag) -> None:
        """Goes into what holds tables, rows or cells: struck out, it strikes all that stands in it."""
        letters = self.looks.find(tag.attrs).adds if tag.attrs else ""
        is_struck = STRUCK in letters + PAGE_EFFECTS.get(tag.name, NEUTRAL).letter
        self._struck.append(is_struck)
        self._strikes += is_struck
        if is_struck:
            self._builder.open_emphasis(STRUCK)

    def leave(self) -> None:
        """Comes out again."""
        if self._struck.pop():
            self._strikes -= 1
            self._builder.close_emphasis(STRUCK)

    def read_cell(self, cell: Tag, *, is_heading: bool = False) -> Marked:
        """The blocks of a table's cell; words for screen readers name a heading or a picture that shows none."""
        self._start()
        self._in_cell = True
        look = self.looks.find(cell.attrs) if cell.attrs else PLAIN
        if look.hides:
            self._hidden.add(cell, look.hides)
        else:
            self._open_emphasis(look)
            self.add(cell.contents)
        self._builder.end_words()
        if not self._builder.blocks:
            self._builder.add_text(self._hidden.take_shown(cell, is_heading=is_heading))
        marked = self.take()
        if marked.cell.blocks or not cell.attrs:
            return marked
        return Marked(Cell(fill=look.fill or name_colour(str(cell.get("bgcolor", "")))), marked.findings)

    def read_inside(self, cell: Tag) -> Cell:
        """The blocks of a cell of a table inside the cell that is being read."""
        outer = self._builder
        kept = self._spaces_kept, self._level, self._strikes
        self._strikes += outer.is_struck
        marked = self.read_cell(cell)
        self._builder, self._in_cell = outer, True
        self._spaces_kept, self._level, self._strikes = kept
        outer.findings += marked.findings
        return marked.cell

    def take(self) -> Marked:
        """The blocks of the nodes that were added since the last time."""
        builder = self._builder
        builder.end_words()
        findings = (*builder.findings, *self._hidden.name())
        self._start()
        return Marked(Cell(tuple(builder.blocks)), findings)

    def add(self, nodes: Iterable[PageElement]) -> None:
        """Walks over some nodes and what is in them."""
        builder = self._builder
        stack = [(iter(nodes), _NOTHING)]
        deepest = 0
        while stack:
            children, opened = stack[-1]
            for node in children:
                if not isinstance(node, Tag):
                    if type(node) is NavigableString:
                        self._add_text(str(node))
                    continue
                plain = None if node.attrs else _PLAIN.get(node.name)
                if plain:
                    plain.step(builder, plain.value)
                inner = plain.opened if plain else self._open(node)
                if inner:
                    stack.append((iter(node.contents), inner))
                    break
            else:
                deepest = max(deepest, len(stack))
                stack.pop()
                self._close(opened)
        self._note_depth(deepest)

    def _note_depth(self, deepest: int) -> None:
        if deepest > DEEPEST:
            self._builder.findings.append(Finding("markup-too-deep", (("depth", deepest),)))

    def hide_part(self, part: Tag) -> bool:
        """Whether a cell, a row or a group of rows takes no place on the page; its words are kept to be reported.

        Headings that are read aloud alone, as where every cell shows its own, are those of the table.
        """
        look = self.looks.find(part.attrs) if part.attrs else PLAIN
        is_blank = look.hides != "gone" and part.name in CELLS
        is_read = look.hides == "spoken" and part.find("th") is not None and part.find("td") is None
        if not look.hides or is_blank or is_read or id(part) in self._structures:
            return False
        self._hidden.add(part, look.hides)
        return True

    def hide_whole(self, part: Tag) -> bool:
        """Whether a part with headings or tables is not on the page, and no panel that a reader opens."""
        if not part.attrs or id(part) not in self._structures or self.looks.find(part.attrs).hides != "gone":
            return False
        if self._openings is None:
            self._openings = find_openings(next(reversed([*part.parents]), part))
        if is_opened(part, self._openings):
            return False
        self._hidden.add(part, "gone")
        return True

    def _add_text(self, text: str) -> None:
        text = self._even_spaces(text)
        self._after_control = False
        if "&" in text or "<" in text:
            add_words(self._builder, text)
        else:
            self._builder.add_text(text)

    def _even_spaces(self, text: str) -> str:
        """The text with the spaces that a browser shows, or as the source has them."""
        if self._exact:
            text = text.replace("\n", " ")
        elif not self._spaces_kept:
            text = _SPACES.sub(" ", text)
        is_doubled = text[:1] == " " and self._builder.ends_blank
        return text[1:] if is_doubled and (self._after_control or not self._exact) else text

    def _open(self, tag: Tag) -> _Open | None:
        """Takes the first step of a tag; what is open then, or None where nothing inside is to be read."""
        if tag.name in _WORDLESS:
            return None
        look = self.looks.find(tag.attrs) if tag.attrs else PLAIN
        if look is not PLAIN and self._is_taken(tag, look):
            return None
        if tag.name == "table" and self._in_cell and id(tag) not in self._structures and holds_plan(tag):
            self._insets += 1
            self._builder.add_blocks(read_inset(tag, self, self._insets))
            return None
        return None if self._add_control(tag) else self._open_styled(tag, look)

    def _open_styled(self, tag: Tag, look: Appearance) -> _Open:
        name, effects = tag.name, PAGE_EFFECTS.get(tag.name, NEUTRAL)
        if effects.letter and effects.letter in look.drops:
            effects = NEUTRAL
        depth = look.depth if effects.opening == "open_list" else 0
        for _ in range(depth):
            self._builder.open_list("")
        STEPS[effects.opening](self._builder, effects.letter or find_value(name, tag.attrs))
        if name == "li" and is_drawn_box(tag):
            self._add_shown(print_box(tag))
        self._open_emphasis(look)
        keeps_spaces = name in _KEPT_SPACES
        self._spaces_kept += keeps_spaces
        style = _Style(look.adds, depth, keeps_spaces)
        return _Open(STEPS[effects.closing], effects.letter, style if any(style) else None)

    def _open_emphasis(self, look: Appearance) -> None:
        for letter in look.adds:
            self._builder.open_emphasis(letter)

    def _close(self, opened: _Open) -> None:
        opened.step(self._builder, opened.value)
        if opened.style:
            self._end_style(opened.style)

    def _end_style(self, style: _Style) -> None:
        for letter in style.letters:
            self._builder.close_emphasis(letter)
        for _ in range(style.depth):
            self._builder.close_list("")
        self._spaces_kept -= style.keeps_spaces

    def _is_taken(self, tag: Tag, look: Appearance) -> bool:
        """Whether a tag is hidden or is the mark of a list item, and so is no words."""
        if look.hides and not self._may_open(tag, look):
            self._hidden.add(tag, look.hides)
            return True
        if match := _LEVEL.match(look.item):
            self._level = int(match[1])
        mark = tag.get_text().strip(EDGES) if look.item == "ignore" and self._level else ""
        if look.item != "ignore" or not self._level or _WORDS.search(mark):
            return False
        self._add_mark(tag, mark)
        return True

    def _add_mark(self, tag: Tag, mark: str) -> None:
        """The mark that Word printed before an item: a count as it stands, every sign as a bullet."""
        is_counted = any(map(str.isdigit, mark)) or find_counted(f"{mark} x") is not None
        if not any(parent.name in HEADINGS for parent in islice(tag.parents, _NEAR)):
            self._builder.mark_item(self._level, mark if is_counted else BULLET)
        elif is_counted:
            self._builder.add_text(f"{mark} ")

    def _may_open(self, tag: Tag, look: Appearance) -> bool:
        """Whether a click may show what is hidden: tables, headings, what only a class hides outside every cell."""
        if tag.name in _WHOLE or id(tag) in self._structures:
            return True
        is_block = PAGE_EFFECTS.get(tag.name, NEUTRAL).opening != "skip"
        says_so = tag.has_attr("hidden") or "display" in str(tag.get("style", ""))
        return look.hides == "gone" and is_block and not says_so and not self._in_cell

    def _add_control(self, tag: Tag) -> bool:
        """Adds a line's end, or what a control shows, and says whether that is all; a box before its label."""
        if tag.name == "br":
            if not self._exact:
                self._builder.trim_blank()
            self._builder.break_line("")
            return True
        if tag.name in CONTROLS:
            if id(tag) not in self._labels:
                self._add_shown(print_control(tag))
            return True
        if id(tag) in self._labels:
            self._add_shown(print_control(self._labels[id(tag)]))
        elif tag.name != "li" and is_drawn_box(tag):
            self._add_shown(print_box(tag))
            return not tag.contents
        return False

    def _add_shown(self, text: str) -> None:
        """Adds what a control shows, one space between it and the words around it."""
        if text:
            self._builder.add_text(text[1:] if self._builder.ends_blank else text)
            self._after_control = True
