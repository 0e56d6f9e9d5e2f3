"""The words of an OpenDocument text are counted table by table, before anything is made of them."""

from send_extract.account import count_words
from send_extract.source import Location
from tests.forms.texts import p, row, table
from tests.readers.opendocument.telling import read


def test_the_words_of_each_table_are_counted_apart_from_those_outside() -> None:
    tallies = read(p("Pier plan") + table(row("1", "Ask all")) + p("End")).tallies

    assert {tally.location: tally.words for tally in tallies} == {
        Location(table=1): count_words(("1 Ask all",)),
        Location(): count_words(("Pier plan End",)),
    }


def test_signs_between_words_part_them() -> None:
    [tally] = read(p("Ask<text:tab/>all<text:line-break/>now<text:s/>")).tallies

    assert tally.words == count_words(("Ask all now",))


def test_who_wrote_a_note_and_its_mark_are_no_words_of_the_text() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('Below')}</text:note-body></text:note>"
    )
    [tally] = read(p(f"Ask{note}")).tallies

    assert tally.words == count_words(("Ask Below",))
