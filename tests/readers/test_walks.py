import pytest

from send_extract.readers.walks import join_references, strip_text, tally_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\t<ul><li>Dig <b>holes</b></li></ul>\tMay", "1 Dig holes May"),
        ("<PFH to confirm> <5 days", "PFH to confirm 5 days"),
        ("<p class='MsoNormal'>Dig<o:p></o:p>", "Dig"),
        ("Dig <!-- not this --> <script>nor(this)</script> <!-- but this", "Dig but this"),
        ("<ul><li>Dig</li></ul</p>> holes", "Dig holes"),
        ("<td title='under <5' class=\"a<b\">Dig</td> <5 and <td holes", "Dig 5 and td holes"),
        ("<select><option>AB</option></select> GB", "GB"),
    ],
)
def test_all_of_a_text_is_counted_but_its_markup(text: str, words: str) -> None:
    assert " ".join(tally_text(text)[0].words) == words


def test_what_is_taken_out_leaves_the_lines_where_they_are() -> None:
    stripped = strip_text("a<!-- x\ny -->b\n<p\nclass=x>c</p> <PFH>")
    assert [line.split() for line in stripped.split("\n")] == [["a"], ["b"], [], ["c", "<PFH>"]]


def test_a_tag_in_the_name_of_a_sign_parts_no_word() -> None:
    assert (
        join_references("March&a\tmp;nb\t\tsp;20\tA&E\tMay; &\tB;")
        == "March&amp;nb\t\tsp;20\tA&E\tMay; &\tB;"
    )
    assert join_references("&nbs\t\tp;") == "&nbsp;"
