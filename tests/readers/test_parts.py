"""The parts of an office file are found whatever the case of their names, and by what names them."""

import pytest
from lxml import etree

from send_extract.readers.parts import Link, drop_element, open_package, read_properties
from tests.forms.office import zip_files

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
DATA = zip_files(
    {
        "Word/Document.xml": f'<w:document xmlns:w="{STRICT}"/>',
        "word/_rels/document.xml.rels": '<Relationships><Relationship Id="r1" Type="x/styles" Target="../Styles.xml"/>'
        '<Relationship Id="r2" Type="x/hyperlink" Target="http://example.org" TargetMode="External"/></Relationships>',
    }
)


def test_a_part_is_found_whatever_the_case_of_its_name() -> None:
    root = open_package(DATA).part("word/document.xml")

    assert root is not None
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"


def test_what_is_not_there_is_none_or_a_fault() -> None:
    package = open_package(DATA)

    assert package.part("word/styles.xml") is None
    with pytest.raises(KeyError):
        package.read("word/styles.xml")


def test_links_are_those_inside_the_file() -> None:
    assert list(open_package(DATA).links("word/document.xml")) == [Link("r1", "styles", "styles.xml")]
    assert open_package(DATA).properties() == ()


def test_a_file_says_its_title_and_dates_in_one_order() -> None:
    part = '<c xmlns:d="urn:d"><d:created> 2022-01-13 </d:created><d:title>A plan</d:title><d:subject/><x>y</x></c>'

    assert read_properties(etree.fromstring(part)) == (("title", "A plan"), ("created", "2022-01-13"))


def test_a_file_may_say_nothing() -> None:
    assert read_properties(None) == ()


def test_an_element_goes_with_the_text_behind_it_and_a_root_stays() -> None:
    root = etree.fromstring("<a><b/>x<c/></a>")
    drop_element(root[0])
    drop_element(root)
    assert etree.tostring(root) == b"<a><c/></a>"
