from tests.schema_page import PAGE, write_page


def test_the_page_of_the_schemas_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page()
