"""Columns whose cells say what they are, whatever their heading says."""

import pytest

from send_extract import read_plan
from tests.extraction.test_plans import plan

KNOWN = [
    # the headings, two rows of cells, the fields that they mean
    ("KLOE|Recommendation|Action", "KLOE 1|One|Meet", "KLOE 2|Two|Write", "number recommendation actions"),
    ("Theme|Recommendation|Action", "Theme 1|One|Meet", "Theme 2|Two|Write", "section recommendation actions"),
    ("Recommendation||Action|Who", "1|Be bold|Meet|GB", "2|Talk|Write|LM", "number recommendation actions who"),
    ("Recommendation||Action|Who", "Be bold|x|Meet|GB", "Talk|y|Write|LM", "recommendation extra actions who"),
    ("Rec.|Action|Who", "Answer repairs calls sooner|Meet|GB", "Listen to more tenants|Write|LM",
     "recommendation actions who"),
    ("Rec.|Action|Who", "PR1.1|Meet|GB", "PR1.2|Write|LM", "number actions who"),
    ("No|Recommendation|Action|Target", "1|One|Meet|May 2022", "2|Two|Write|30/06/2022",
     "number recommendation actions when"),
    ("No|Recommendation|Action|Target", "1|One|Meet|95% in time", "2|Two|Write|May 2022",
     "number recommendation actions measures"),
    ("Ref|Action|Responsible|By", "1|Meet|CEX|May 2019", "2|Write|MO|June 2019", "number actions who when"),
    ("Priority|Action|Who", "Healthier lives|Meet|GB", "A greener town|Write|LM", "section actions who"),
    ("Priority|Action|Who", "High|Meet|GB", "Merits attention|Write|LM", "priority actions who"),
    ("Priority|Action|Who", "P1|Meet|GB", "P2|Write|LM", "priority actions who"),
    ("No|Recommendation|Action|When", "1|Mend the roof|Clerk|May", "2|Paint the hall|Cllr Ames|June",
     "number recommendation who when"),
    ("No|Recommendation|Action|When", "1|Mend the roof|Clerk to ask for quotes|May", "2|Paint the hall|Cllr Ames|June",
     "number recommendation actions when"),
]  # fmt: skip


@pytest.mark.parametrize(("headings", "first", "second", "fields"), KNOWN)
def test_a_column_is_what_plainly_stands_in_it(headings: str, first: str, second: str, fields: str) -> None:
    made = plan(*(row.replace("|", "\t") for row in (headings, first, second)))
    assert " ".join(column.field for column in made.columns) == fields


def test_a_heading_that_a_table_has_settled_is_the_same_in_the_next() -> None:
    page = "<h2>{0}</h2><table><tr><th>KLOE<th>Recommendation<th>Action</tr>{1}</table>"
    rows = "<tr><td>KLOE {0}<td>Listen<td>Meet</tr>"
    pages = page.format("One", rows.format(1) + rows.format(2)) + page.format("Two", rows.format(3))
    made = read_plan(f"<h1>Plan</h1>{pages}".encode())
    assert [each.number for each in made.recommendations] == ["KLOE 1", "KLOE 2", "KLOE 3"]
