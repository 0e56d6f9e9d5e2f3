from send_extract.document import Paragraph
from send_extract.readers.markdown import read_markdown
from send_extract.readers.matter import Matter, take_matter
from send_extract.source import Source

MATTER = "---\ntitle: 'A plan'\nauthor:\n  - GB\ndate: 2022-01-13\n---\n"


def test_front_matter_gives_the_title_and_keeps_its_other_lines() -> None:
    found = take_matter(f"{MATTER}# Words\n")

    assert [(each.kind, each.text, each.location.line) for each in found.paragraphs] == [
        ("title", "A plan", 2),
        ("body", "author:", 3),
        ("body", "- GB", 4),
        ("body", "date: 2022-01-13", 5),
    ]
    assert found.text.split("\n")[6] == "# Words"


def test_a_rule_and_words_are_no_front_matter() -> None:
    for text in ("---\nWords\n---\n", "---\ntitle: A plan\n", "title: A plan\n---\n"):
        assert take_matter(text) == Matter((), text)


def test_what_stands_below_knows_its_own_line() -> None:
    elements = read_markdown(
        Source("plan.md", f"{MATTER}\n# Words\n".replace("\n", "\r\n").encode())
    ).document.elements

    assert [each.location.line for each in elements if isinstance(each, Paragraph) and each.level] == [8]


def test_many_lines_that_end_in_no_rule_are_no_front_matter() -> None:
    text = "---\n" + "- :a\n" * 60

    assert take_matter(text) == Matter((), text)
