"""Where a column broke a word, and where words merely wrapped."""

import pytest

from send_extract.readers.pdf.blocks import join_lines
from send_extract.readers.pdf.lines import Line
from send_extract.readers.pdf.seams import Habits
from tests.readers.pdf.test_lines import LETTER, make_line, stack


def tell(*lines: Line, habits: Habits | None = None) -> str:
    return "".join(run.text for run in join_lines(lines, habits or Habits()))


def fill(*texts: str, room: float = 1.0) -> tuple[Line, ...]:
    """Lines of a column in which the longest line leaves `room` points free."""
    return stack(*texts, edge=LETTER * max(map(len, texts)) + room)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("the work of co-", "production"), "the work of co-production"),
        (("access to files/", "samplesandmore"), "access to files/samplesandmore"),
        (("recommendation", ", but"), "recommendation, but"),
        (("Recommendatio", "n of all"), "Recommendation of all"),
        (("Septembe", "r 2022"), "September 2022"),
        (("31/03/202", "3"), "31/03/2023"),
        (("RECOMMEN", "DATION"), "RECOMMENDATION"),
        (("decarb", "onisat", "ion of"), "decarbonisation of"),
        (("trauma", "-", "inform", "ed"), "trauma-informed"),
        (("the imple-", "mentation"), "the implementation"),
        (("the pre\u00ad", "schools"), "the preschools"),
        (("Quaysid", "ebridge"), "Quaysidebridge"),
        (("refresh", "er all"), "refresher all"),
        (("CYP1", "0"), "CYP10"),
        (("Legal/Moni", "toring"), "Legal/Monitoring"),
        (("Head of Legal", "/Monitoring"), "Head of Legal/Monitoring"),
        (("decommiss", "ion"), "decommission"),
    ],
)
def test_words_that_the_column_broke_are_whole_again(lines: tuple[str, ...], words: str) -> None:
    assert tell(*fill(*lines)) == words


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Director", "of Place"), "Director of Place"),
        (("improves", "in all"), "improves in all"),
        (("September", "2022"), "September 2022"),
        (("SENDCo", "and all"), "SENDCo and all"),
        (("SENDCO", "and all"), "SENDCO and all"),
        (("GB", "BM"), "GB BM"),
        (("12.Update", "telecare"), "12.Update telecare"),
        (("develop", "decarbonising"), "develop decarbonising"),
        (("all of the work", "force"), "all of the work force"),
    ],
)
def test_words_that_fill_a_line_by_chance_stay_apart(lines: tuple[str, ...], words: str) -> None:
    assert tell(*fill(lines[0]), make_line(lines[1], 12)) == words


def test_a_line_that_had_room_for_the_next_letter_ends_in_a_whole_word() -> None:
    assert tell(*fill("Septembe", "r 2022", room=6)) == "Septembe r 2022"


def test_a_word_that_stands_whole_elsewhere_was_not_broken_and_a_joined_one_was() -> None:
    lines = fill("Quayside", "bridges")

    assert tell(*lines, habits=Habits(frozenset(("quayside",)))) == "Quayside bridges"
    assert tell(*lines, habits=Habits(frozenset(("quaysidebridges",)))) == "Quaysidebridges"


def test_a_space_that_is_printed_at_a_lines_end_parts_words() -> None:
    first, second = fill("Septembe", "r 2022")
    spaced = first._replace(words=(first.words[0]._replace(spaced=True),))

    assert tell(spaced, second) == "Septembe r 2022"


def test_a_missing_space_that_had_room_was_none_where_the_document_prints_them() -> None:
    lines = fill("piers", "guard", room=4)

    assert tell(*lines) == "piers guard"
    assert tell(*lines, habits=Habits(keeps_spaces=True)) == "piersguard"


def test_a_number_goes_on_in_brackets_where_only_its_line_lacks_the_space() -> None:
    lines = fill("Regulation 12(2)", "(g)", room=5.0)

    assert tell(*lines, habits=Habits(keeps_spaces=True, keeps_each=True)) == "Regulation 12(2)(g)"
    assert tell(*lines, habits=Habits(keeps_spaces=True)) == "Regulation 12(2) (g)"
