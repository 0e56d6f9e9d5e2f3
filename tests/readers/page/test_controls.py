import pytest

from tests.readers.page.telling import read


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<input type=checkbox checked> GB <input type=checkbox> BM", "☒ GB ☐ BM"),
        ("<label><input type=radio checked>Yes</label><label><input type=radio>No</label>", "☒ Yes ☐ No"),
        ("<label for=a>GB</label> <input id=a type=checkbox checked>", "☒ GB"),
        ("<label>GB <input type=checkbox></label>", "☐ GB"),
        ("<span role=checkbox aria-checked=true></span>GB", "☒ GB"),
        ("<select><option>BM<option selected>GB</select>", "GB"),
        ("<select><option>BM<option>GB</select>", "BM"),
        ("<select><option value=''>Choose<option>GB</select>", ""),
        ("<select multiple><option selected>BM<option selected>GB<option>CD</select>", "BM, GB"),
        ("<input value='March 2022'><input type=hidden value=x><input type=submit value=Save>", "March 2022"),
        ("<textarea>Open it\nthen close it</textarea>", "Open it\nthen close it"),
        ("Owner<select><option>GB</select>Date<input value=May>", "Owner GB Date May"),
        ("<datalist><option>GB</datalist>BM", "BM"),
    ],
)
def test_controls_print_what_they_show(markup: str, expected: str) -> None:
    assert read(f"<table><tr><td>1<td>{markup}</table>") == [[["1", expected]]]


def test_a_box_in_a_cell_of_its_own_stays_there() -> None:
    assert read("<table><tr><td><label for=a>Done</label><td><input id=a type=checkbox></table>") == [
        [["Done", "☐"]]
    ]
