from tests.forms.texts import p, row, table
from tests.readers.opendocument.telling import find_kind, list_texts, read

_REGION = '<text:changed-region xml:id="{0}" text:id="{0}"><text:{1}>{2}</text:{1}></text:changed-region>'


def track(*regions: tuple[str, str, str]) -> str:
    made = "".join(_REGION.format(*each) for each in regions)
    return f"<text:tracked-changes>{made}</text:tracked-changes>"


def mark(name: str, words: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>{words}<text:change-end text:change-id="{name}"/>'


def test_deleted_words_are_no_part_of_the_text_wherever_they_are_kept() -> None:
    apart = track(("a", "deletion", p("June")), ("b", "insertion", ""))
    body = table(row("Ask", f'<text:p>May<text:change text:change-id="a"/> {mark("b", "2025")}</text:p>'))

    assert list_texts(apart + body) == [["Ask", "May 2025"]]
    in_place = track(("a", "deletion", ""), ("b", "insertion", ""))
    body = table(row("Ask", f"<text:p>{mark('a', 'June ')}May {mark('b', '2025')}</text:p>"))
    assert list_texts(in_place + body) == [["Ask", "May 2025"]]


def test_a_paragraph_that_is_wholly_deleted_is_gone() -> None:
    body = (
        p(f"One{mark('x', ' kept')}")
        + p("<text:change-start text:change-id='a'/>Two")
        + p("<text:span>Three</text:span>")
    )
    body += p("Four<text:change-end text:change-id='a'/>Five")

    assert [each.text for each in find_kind(read(track(("a", "deletion", "")) + body).document)] == [
        "One kept",
        "Five",
    ]


def test_changes_are_counted() -> None:
    regions = track(("a", "deletion", p("June")), ("b", "insertion", ""), ("c", "insertion", ""))
    [told] = read(regions + p("May")).diagnostics

    assert told.code == "tracked-changes"
    assert "2 insertions, 1 deletion" in told.message
