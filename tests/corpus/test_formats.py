from pathlib import Path

import pytest

from send_extract.corpus.formats import FORMATS, PARTS, number_part


def test_the_drafts_of_a_folder_are_in_one_part() -> None:
    assert number_part("file:///plans/a/1.txt") == number_part("file:///plans/a/2.docx")
    assert len({number_part(f"s3://plans/{council}/1.txt") for council in range(1000)}) == PARTS


@pytest.mark.parametrize("name", FORMATS)
def test_the_files_of_a_table_are_in_places_of_their_own(name: str) -> None:
    form = FORMATS[name]
    places = {form.place(table, form.part(uri)) for table in ("actions", "dates") for uri in ("a/1", "a/2")}
    assert len(places) == 2


def test_lines_are_read_by_their_sources(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b'{"uri":"a","n":1}\n{"uri":"a","n":2}\n{"uri":"b","n":3}\n')
    read = FORMATS["jsonl"].read
    assert dict(read(tmp_path / "rows.jsonl", frozenset({"b"}))) == {
        "a": b'{"uri":"a","n":1}\n{"uri":"a","n":2}\n'
    }
