"""No word of a page is lost: each is in the document, or in a diagnostic."""

from hypothesis import given
from hypothesis import strategies as st

from send_extract.document import Table
from send_extract.readers.page import WebPage, read_page

TAGS = st.sampled_from(
    [
        "table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "p", "div", "ul", "ol", "li", "dl", "dt", "dd",
        "h2", "b", "s", "span hidden", "span class=sr-only", "td aria-hidden=true", "tr style='display:none'", "nav",
        "form", "label", "my-card", "td rowspan=2", "td colspan=3", "table role=presentation", "pre", "font", "details",
        "p style='mso-list:l0 level1'", "ul class=lst-kix_a-2", "noscript", "button", "center", "/td", "/tr", "/table",
        "/p", "/div", "/ul", "/dl", "/h2", "br",
    ]
)  # fmt: skip


@given(st.lists(TAGS, max_size=40))
def test_no_word_of_a_page_is_lost(tags: list[str]) -> None:
    words = [f"w{number}w" for number in range(len(tags))]
    markup = "".join(f"<{tag}>{word} " for tag, word in zip(tags, words, strict=True))

    told = tell(read_page(markup))
    assert [word for word in words if word not in told] == []


def tell(page: WebPage) -> str:
    texts = [found.message for found in page.diagnostics]
    for element in page.elements:
        if isinstance(element, Table):
            texts += [cell.text for row in element.rows for cell in row.cells]
        else:
            texts.append(element.text)
    return " ".join(texts)
