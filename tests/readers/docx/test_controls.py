"""What forms hold is read as the words that they print."""

import pytest

from tests.forms.office import cell, paragraph, row, run, table
from tests.readers.docx.telling import find_kind, find_table, list_texts, read


def control(content: str, properties: str = "<w:showingPlcHdr/>") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(value: str | None, content: str = run("?")) -> str:
    checked = "" if value is None else f'<w14:checked w14:val="{value}"/>'
    return control(content, f"<w14:checkbox>{checked}</w14:checkbox>")


def legacy(kind: str, data: str, result: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    code = f"<w:r><w:instrText>{kind}</w:instrText></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return f'{begin}{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}{end}'


def read_paragraph(content: str) -> str:
    return "".join(each.text for each in find_kind(read(paragraph(content)).document, "body"))


def test_the_prompt_of_a_field_that_is_not_filled_in_is_an_empty_cell() -> None:
    prompt = control(run("Click or tap to enter a date."))
    found = read(table(row("No", "When"), row("1", cell(paragraph(prompt)))))

    assert [each.text for each in find_table(found.document).rows[1].cells] == ["1", ""]
    [told] = [each for each in found.diagnostics if each.code == "prompt-unfilled"]
    assert "Click or tap to enter a date." in told.message


def test_the_prompt_of_a_cell_that_is_a_control_itself_is_an_empty_cell() -> None:
    body = table(row("No", "When"), f"<w:tr>{cell('1')}{control(cell('Choose a date'))}</w:tr>")

    assert list_texts(body)[1] == ["1", ""]


def test_a_field_that_is_filled_in_keeps_its_words() -> None:
    filled = control(run("May"), '<w:showingPlcHdr w:val="0"/><w:date/>')

    assert list_texts(table(row("No", "When"), row("1", cell(paragraph(filled)))))[1] == ["1", "May"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (box("1") + run(" GB ") + box("0") + run(" BM"), "☒ GB ☐ BM"),
        (box("true", ""), "☒"),
        (box(None), "☐"),
        (box("1", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), "☒"),
        (
            legacy("FORMCHECKBOX", '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
            + run(" GB"),
            "☒ GB",
        ),
        (legacy("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/></w:checkBox>'), "☒"),
        (
            legacy("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'),
            "☐",
        ),
    ],
)
def test_boxes_are_ticked_or_not(content: str, expected: str) -> None:
    assert read_paragraph(content) == expected


CHOICES = '<w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            control(run("Amber"), '<w:dropDownList><w:listItem w:displayText="Red"/></w:dropDownList>'),
            "Amber",
        ),
        (
            control(
                "",
                '<w:dropDownList w:lastValue="a"><w:listItem w:displayText="Amber" w:value="a"/></w:dropDownList>',
            ),
            "Amber",
        ),
        (legacy("FORMDROPDOWN", f'<w:ddList><w:result w:val="1"/>{CHOICES}</w:ddList>'), "Amber"),
        (legacy("FORMDROPDOWN", f"<w:ddList>{CHOICES}</w:ddList>"), "Red"),
        (legacy("FORMDROPDOWN", f"<w:ddList>{CHOICES}</w:ddList>", run("Red")), "Red"),
        (run("Status") + legacy("FORMDROPDOWN", f"<w:ddList>{CHOICES}</w:ddList>"), "Status Red"),
        (run("Now ") + legacy("FORMDROPDOWN", f"<w:ddList>{CHOICES}</w:ddList>"), "Now Red"),
    ],
)
def test_a_list_of_choices_gives_the_chosen_one(content: str, expected: str) -> None:
    assert read_paragraph(content) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("6/9/2022", "2022-06-09"),
        ("06-09-22", "2022-06-09"),
        ("9/6/2022", "9/6/2022"),
        ("9 June 2022", "9 June 2022"),
        ("TBC", "TBC"),
    ],
)
def test_a_date_that_its_control_prints_month_first_is_the_one_that_it_holds(
    shown: str, expected: str
) -> None:
    found = read(paragraph(control(run(shown), '<w:date w:fullDate="2022-06-09T00:00:00Z"/>')))

    assert [each.text for each in find_kind(found.document, "body")] == [expected]
    assert [shown in each.message for each in found.diagnostics] == [True] * (shown != expected)


def test_a_word_right_behind_a_held_date_is_no_part_of_it() -> None:
    date = '<w:date w:fullDate="2022-06-09T00:00:00Z"/>'
    found = read(paragraph(control(run("6/9/2022"), date) + run("or later") + run(".")))
    assert [each.text for each in find_kind(found.document, "body")] == ["2022-06-09 or later."]
