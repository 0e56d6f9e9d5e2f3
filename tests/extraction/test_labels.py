"""Draft labels as councils word them: which words are the label, and what they say."""

import pytest

from send_extract.extraction.labels import find_label

KNOWN = [
    # the line, the label's words, its status, its number, its date
    ("Version 2 (updated May 2023)", "Version 2 (updated May 2023)", None, 2, None),
    ("Approved by Cabinet 14 March 2023", "Approved by Cabinet", "final", None, "2023-03-14"),
    ("Agreed by the SEND Board, 3 May 2022", "Agreed by the SEND Board", "final", None, "2022-05-03"),
    ("Version 1.2 – approved by Full Council on 14 March 2023",
     "Version 1.2 – approved by Full Council", "final", "1.2", "2023-03-14"),
    ("Town plan, adopted at the Annual Meeting on 8 May 2018", "adopted at the Annual Meeting",
     "final", None, "2018-05-08"),
    ("FINAL DRAFT 21.11.22", "FINAL DRAFT", "draft", None, "2022-11-21"),
    ("Safeguarding plan Draft 2.1 dated 3rd May 2023", "Draft 2.1", "draft", "2.1", "2023-05-03"),
    ("Version 3.2 – Progress as at 30 June 2022", "Version 3.2 – Progress as at 30 June 2022", "progress", "3.2",
     "2022-06-30"),
    ("Draft 1.0.2", "Draft 1.0.2", "draft", "1.0.2", None),
    ("Rev 2.1", "Rev 2.1", None, "2.1", None),
    ("Revision 3, 4 May 2021", "Revision 3", None, 3, "2021-05-04"),
    ("Draft no 3 of 12 January 2021", "Draft no 3", "draft", 3, "2021-01-12"),
    ("Version: 1.4 Date: 12/02/2021", "Version: 1.4", None, "1.4", "2021-02-12"),
    ("Draft for discussion at CMT 4 May 2021", "Draft for discussion at CMT", "draft", None, "2021-05-04"),
    ("DRAFT v0.2 (for SLT 4 May 2023)", "DRAFT v0.2 (for SLT)", "draft", "0.2", "2023-05-04"),
    ("PRE-CONSULTATION DRAFT March 2021", "PRE-CONSULTATION DRAFT March 2021", "draft", None, None),
    ("Action plan (final) September 2021", "(final) September 2021", "final", None, None),
    ("Update for Board, 14 March 2022", "Update for Board", "progress", None, "2022-03-14"),
    ("Progress update – 3 November 2022", "Progress update – 3 November 2022", "progress", None, "2022-11-03"),
    ("DRAFT 2, 14-Mar-22", "DRAFT 2", "draft", 2, "2022-03-14"),
    ("DRAFT 2, March 14, 2022", "DRAFT 2", "draft", 2, "2022-03-14"),
    ("DRAFT 2, Mon 14 March 2022", "DRAFT 2", "draft", 2, "2022-03-14"),
    ("Version 3 (3 May 2023)", "Version 3", None, 3, "2023-05-03"),
    ("Updated 5 May 2021", "Updated 5 May 2021", "progress", None, "2021-05-05"),
    ("Living document – last reviewed 2 May 2021", "last reviewed 2 May 2021", "progress", None, "2021-05-02"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "label", "status", "number", "date"), KNOWN)
def test_a_label_says_which_draft_it_is(
    line: str, label: str, status: str | None, number: str | int | None, date: str | None
) -> None:
    found = find_label(line)
    assert found is not None
    draft = found.draft
    assert (draft.label, draft.status, draft.number) == (label, status, number)
    assert (draft.date.isoformat() if draft.date else None) == date


@pytest.mark.parametrize(
    "line",
    [
        "This plan was approved by Cabinet on 14 March 2023.",
        "The draft strategy will be approved by Cabinet on 3 May 2022",
        "Draft action plan",
        "SEND progress report March 2022",
        "Review 3 was late",
    ],
)
def test_words_of_a_sentence_or_a_title_are_no_label(line: str) -> None:
    assert find_label(line) is None
