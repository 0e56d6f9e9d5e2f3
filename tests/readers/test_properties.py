from lxml import etree

from send_extract.readers.properties import read_properties


def test_a_file_says_its_title_and_dates_in_one_order() -> None:
    part = '<c xmlns:d="urn:d"><d:created> 2022-01-13 </d:created><d:title>A plan</d:title><d:subject/><x>y</x></c>'

    assert read_properties(etree.fromstring(part)) == (("title", "A plan"), ("created", "2022-01-13"))


def test_a_file_may_say_nothing() -> None:
    assert read_properties(None) == ()
