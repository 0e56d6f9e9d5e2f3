import datetime as dt
import json
from pathlib import Path

from pyarrow.parquet import ParquetFile, read_table

from send_extract.corpus.parquet import PIECE, read_parquet, write_parquet
from send_extract.corpus.tables import OUTCOMES, CorpusColumn, CorpusTable, encode_rows

COLUMNS = (
    CorpusColumn("uri", ""),
    CorpusColumn("day", "", "date"),
    CorpusColumn("count", "", "integer"),
    CorpusColumn("seconds", "", "number"),
    CorpusColumn("sure", "", "boolean"),
)
TABLE = CorpusTable("things", "Things", COLUMNS)
ROWS = [
    ("file:///a", "2024-02-29", 1, 0.125, True),
    ("file:///a", None, None, None, None),
    ("file:///b – £", "1999-12-31", 2**40, 3.0, False),
]


def write(path: Path, table: CorpusTable, *lines: bytes) -> Path:
    path.write_bytes(b"".join(write_parquet(table, lines)))
    return path


def test_rows_come_back_as_the_lines_that_they_were(tmp_path: Path) -> None:
    lines = [encode_rows(TABLE, [row]) for row in ROWS]
    path = write(tmp_path / "rows.parquet", TABLE, *lines)
    assert list(read_parquet(path, frozenset())) == [
        ("file:///a", lines[0] + lines[1]),
        ("file:///b – £", lines[2]),
    ]
    assert list(read_parquet(path, frozenset({"file:///a"}))) == [("file:///b – £", lines[2])]
    assert list(read_parquet(path, frozenset({"file:///a", "file:///b – £"}))) == []


def test_columns_have_the_types_of_their_kinds(tmp_path: Path) -> None:
    found = read_table(write(tmp_path / "rows.parquet", TABLE, encode_rows(TABLE, ROWS)))
    assert [str(field.type) for field in found.schema] == ["string", "date32[day]", "int64", "double", "bool"]
    assert found.column("day").to_pylist() == [dt.date(2024, 2, 29), None, dt.date(1999, 12, 31)]


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.parquet", OUTCOMES)
    assert read_table(path).column_names == [column.name for column in OUTCOMES.columns]
    assert list(read_parquet(path, frozenset())) == []


def test_a_large_table_is_written_in_pieces(tmp_path: Path) -> None:
    names = CorpusTable("names", "Names", COLUMNS[:1])
    lines = [json.dumps({"uri": f"{number} {'x' * 1000}"}).encode() + b"\n" for number in range(PIECE // 500)]
    path = write(tmp_path / "rows.parquet", names, *lines)
    assert ParquetFile(path).num_row_groups == 3
    assert [line for _, line in read_parquet(path, frozenset())] == [
        line.replace(b": ", b":") for line in lines
    ]


def test_the_same_lines_give_the_same_bytes() -> None:
    lines = [encode_rows(TABLE, ROWS)]
    assert b"".join(write_parquet(TABLE, lines)) == b"".join(write_parquet(TABLE, lines))
