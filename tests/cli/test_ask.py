import io
import json
from pathlib import Path

import pytest

from send_extract.cli import main
from tests.corpus.drafts import fill_folder
from tests.corpus.test_later import run


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("corpus")
    run(fill_folder(folder / "plans"), folder / "out")
    return str(folder / "out")


QUESTION = "SELECT council, count(*) AS slips, sum(days) / 2.0 AS half FROM slips GROUP BY ALL ORDER BY council LIMIT 2"


def test_an_answer_is_a_table_for_people(dataset: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", dataset, QUESTION]) == 0
    assert [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()] == [
        "council",
        "Eastvale County Council",
        "Northbeck County Council",
    ]


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_an_answer_is_handed_on(form: str, dataset: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["ask", dataset, QUESTION, "--format", form]) == 0
    out = capfdbinary.readouterr().out
    first = {"council": "Eastvale County Council", "slips": 3, "half": 45.5}
    match form:
        case "json":
            assert json.loads(out)[0] == first
        case "jsonl":
            assert json.loads(out.splitlines()[0]) == first
        case _:
            assert out.decode("utf-8-sig").splitlines()[:2] == [
                "council,slips,half",
                "Eastvale County Council,3,45.5",
            ]


def test_days_are_words_and_an_empty_answer_has_its_heading(
    dataset: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", dataset, "SELECT DATE '2024-05-01' AS day, NULL AS none WHERE true"]) == 0
    assert capsys.readouterr().out.split() == ["day", "none", "2024-05-01"]
    assert main(["ask", dataset, "SELECT text FROM slips WHERE false"]) == 0
    assert capsys.readouterr().out == "text\n"


def test_without_a_question_the_views_are_listed(dataset: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", dataset]) == 0
    assert "slips  Every date that a later draft moved back" in capsys.readouterr().out


def test_a_question_can_come_from_a_file(
    dataset: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT 7 AS seven"))
    assert main(["ask", dataset, "-"]) == 0
    assert capsys.readouterr().out.split() == ["seven", "7"]


def test_faults_are_one_line(dataset: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", dataset, "SELECT x FROM slips"]) == 2
    assert main(["ask", str(tmp_path), "SELECT 1"]) == 66
    assert capsys.readouterr().err.count("\n") == 2
