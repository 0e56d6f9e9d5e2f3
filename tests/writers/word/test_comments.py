from send_extract.diagnostics import Diagnostic
from send_extract.source import Location
from send_extract.writers.word.body import Body, PrintedCell, PrintedRow, PrintedTable, list_lines, make_line
from send_extract.writers.word.comments import comment_on


def make_body() -> Body:
    texts = ("Meet", "Report")
    cells = tuple(
        make_line(text, "item", Location(line=6, column="Action", item=place))
        for place, text in enumerate(texts, 1)
    )
    when = tuple(make_line(text, "cell", Location(line=6, column="When")) for text in ("Jan", "Feb/July"))
    heading = PrintedRow((PrintedCell((make_line("Action", "cell", Location(column="Action")),)),))
    table = PrintedTable(
        (heading, PrintedRow((PrintedCell(cells), PrintedCell(when)))), (100, 100), has_headings=True
    )
    return (make_line("A plan", "title"), table)


def place(location: Location, message: str = "mend it") -> list[str]:
    """The words that a comment on `location` stands at."""
    found = comment_on(make_body(), (Diagnostic("code", "info", message, location),))
    assert found.comments == ((message,),)
    return [line.text for line in list_lines(found.body) if line.comment == 0]


def test_a_comment_stands_at_what_it_is_about() -> None:
    assert place(Location(line=6, column="Action", item=2)) == ["Report"]
    assert place(Location(line=6)) == ["Meet"]
    assert place(Location(column="Action")) == ["Action"]
    assert place(Location()) == ["A plan"]
    assert place(Location(line=99)) == ["A plan"]


def test_of_several_lines_in_one_place_the_one_that_is_quoted_has_the_comment() -> None:
    assert place(Location(line=6, column="When"), "The timing 'Feb/July' has two readings.") == ["Feb/July"]
    assert place(Location(line=6, column="When")) == ["Jan"]


def test_what_stands_at_one_place_is_one_comment_the_worst_first_and_each_once() -> None:
    at = Location(line=6, column="Action", item=1)
    given = [("info", "third"), ("error", "first"), ("warning", "second"), ("error", "first")]
    found = comment_on(make_body(), [Diagnostic("code", severity, text, at) for severity, text in given])  # type: ignore[arg-type]
    assert found.comments == (("first", "second", "third"),)


def test_comments_are_numbered_down_the_page() -> None:
    low, high = Location(line=6, column="Action", item=2), Location()
    found = comment_on(
        make_body(), [Diagnostic("code", "info", "low", low), Diagnostic("code", "info", "high", high)]
    )
    assert found.comments == (("high",), ("low",))


def test_a_body_without_lines_has_no_comments() -> None:
    assert comment_on((), [Diagnostic("code", "info", "text", Location())]).comments == ()
