from send_extract.readers.opendocument.opening import open_office_file
from tests.forms.office import zip_files
from tests.forms.texts import SPACES, make_flat_file

META = f"<office:meta {SPACES}><dc:title>Pier plan</dc:title></office:meta>"


def test_a_zip_says_of_itself_what_its_parts_do() -> None:
    file = open_office_file(zip_files({"content.xml": "<a/>", "styles.xml": "<b/>", "meta.xml": META}))

    assert file.properties == (("title", "Pier plan"),)
    assert [root.tag for root in file.roots] == ["b", "a"]


def test_a_flat_file_is_its_own_only_part() -> None:
    file = open_office_file(
        make_flat_file("", "text").replace(b"<office:body>", f"{META}<office:body>".encode())
    )

    assert file.properties == (("title", "Pier plan"),)
    assert len(file.roots) == 1
