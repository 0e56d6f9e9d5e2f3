import csv
import io

from send_extract import read_plan
from send_extract.changes import Compared
from send_extract.comparison import diff_plans
from send_extract.writers.diff import write_diff
from tests.batch.test_histories import GOLDEN


def test_every_change_is_a_row() -> None:
    old, new = (read_plan(GOLDEN / name) for name in ("old.txt", "new.txt"))
    compared = Compared(old, new, diff_plans(old, new))
    rows = list(csv.DictReader(io.StringIO(write_diff(compared, "csv").decode("utf-8-sig"))))

    assert [row["kind"] for row in rows] == [change.kind for change in compared.diff.changes]
    assert {row["direction"] for row in rows} == {"", "lost", "set"}
