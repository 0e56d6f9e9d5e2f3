"""Word's own styles as this program sets them: whoever changes one in Word changes it everywhere."""

from __future__ import annotations

STYLES = {
    "cell": "NoSpacing", "item": "ListBullet", "lead": "NoSpacing", "section": "Heading2", "title": "Title",
    "label": "Subtitle", "heading": "Heading1", "body": "Normal",
    "header": "Header", "footer": "Footer",
}  # fmt: skip
"""The style of each kind of line."""

_INK, _QUIET, _RULE, _TINT = "0B0C0C", "505A5F", "B1B4B6", "E4EAF0"
_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 45), ("left", 85), ("bottom", 45), ("right", 85))
)
_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"

DEFAULTS = (
    f'<w:rPrDefault><w:rPr>{_FONT}<w:color w:val="{_INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
)
"""What every style starts from."""


def _add(kind: str, style: str, name: str, size: int) -> str:
    return (
        f'<w:style {{}} w:type="{kind}" w:styleId="{style}"><w:name w:val="{name}"/><w:uiPriority w:val="99"/>'
        f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


ADDED = (
    _add("character", "CommentReference", "annotation reference", 16),
    _add("paragraph", "CommentText", "annotation text", 20),
)
"""Styles of Word's own that a new file does not have yet: those of comments."""


def _set(spacing: str, size: int, look: str = "", first: str = "", last: str = "") -> str:
    """A paragraph style's properties: space before, after and between lines, size in half points, and others."""
    before, after, lines = spacing.split()
    return (
        f'<w:pPr>{first}<w:spacing w:before="{before}" w:after="{after}" w:line="{lines}" w:lineRule="auto"/>{last}'
        f'</w:pPr><w:rPr>{look}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def list_looks(size: int, width: int) -> dict[str, str]:
    """The properties of each style that is set; `size` is that of a table's words, `width` that of a line."""
    bold, quiet = "<w:b/><w:bCs/>", f'<w:color w:val="{_QUIET}"/>'
    stay = "<w:keepNext/><w:keepLines/>"
    edge = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    item = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    first, second = ('<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>')
    return {
        "Normal": _set("120 60 264", 21),
        "NoSpacing": _set("0 40 252", size),
        "ListBullet": _set("0 40 252", size, "", item, '<w:ind w:left="227" w:hanging="227"/>'),
        "Title": _set("0 120 240", 40, bold, stay),
        "Subtitle": _set("0 200 240", 26, quiet, stay),
        "Heading1": _set("320 120 240", 30, bold, stay, first),
        "Heading2": _set("80 80 240", 23, bold, stay, second),
        "Header": _set("0 0 240", 18, quiet, edge),
        "Footer": _set("0 0 240", 18, quiet, edge),
        "TableGrid": (
            f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
            f'<w:tblStylePr w:type="firstRow">{_BOLD}<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_TINT}"/>'
            f'<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol">{_BOLD}</w:tblStylePr>'
        ),
    }
