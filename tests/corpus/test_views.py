import re

from send_extract.corpus.dataset import describe_dataset
from send_extract.corpus.formats import FORMATS
from send_extract.corpus.themes import THEMES
from send_extract.corpus.views import MACROS, VIEWS, list_statements, write_views


def test_there_is_a_view_of_every_table_and_one_of_every_answer() -> None:
    record = describe_dataset(FORMATS["jsonl"])
    text = "\n".join(list_statements(record))
    assert all(f"VIEW {table.name} AS" in text for table in record.tables)
    assert all(f"VIEW {name} AS" in text for name in VIEWS)
    assert all(f"MACRO {name}" in text for name in MACROS)


def test_a_folder_whose_name_has_signs_of_patterns_is_that_folder() -> None:
    statement = next(iter(list_statements(describe_dataset(FORMATS["jsonl"]), "/it's [new]*/")))
    assert "'/it''s [[]new][*]/outcomes.jsonl'" in statement


def test_the_file_for_the_shell_names_files_beside_it() -> None:
    text = write_views(describe_dataset(FORMATS["jsonl"])).decode()
    assert "read_json('outcomes.jsonl'" in text
    assert text.endswith(";\n")


def test_the_patterns_of_themes_are_regular_expressions_in_small_letters() -> None:
    for patterns in THEMES.values():
        assert all(re.compile(pattern) and not re.search("[A-Z]", pattern) for pattern in patterns)
