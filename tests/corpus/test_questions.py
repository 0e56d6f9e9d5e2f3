"""Questions over a made corpus: three councils, three drafts each, one that may be anybody's, one that is no plan."""

import datetime as dt
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from send_extract.corpus.formats import FORMATS
from send_extract.corpus.questions import ask_dataset, describe_views
from send_extract.corpus.run import CorpusOrder, read_corpus
from send_extract.corpus.sources import find_sources
from send_extract.corpus.views import MACROS, VIEWS
from send_extract.errors import MissingExtra, UnreadableSource, UsageError
from tests.corpus.drafts import COUNCILS, HEAD
from tests.test_documentation import find_blocks

ROWS = (
    ("Send out every EHC plan in time", "Hire two case workers", ("March", "May", "Sept")),
    ("Plan transport with schools", "Ask each school for its routes", ("April", "April", "June")),
    ("Listen to families", "Hold a forum", ("Feb", "Feb", "Feb")),
)
MARK = "-- send-extract ask plans\n"
QUESTIONS = [text.removeprefix(MARK) for _, text in find_blocks("sql") if text.startswith(MARK)]


def write_draft(title: str, number: int) -> str:
    rows = "".join(
        f"{place}\t{text}\t{action}\t{months[number - 1]}\tGB\n"
        for place, (text, action, months) in enumerate(ROWS, 1)
    )
    return f"{title}\nDRAFT {number}\n\n{HEAD}{rows}"


@pytest.fixture(scope="module", params=sorted(FORMATS))
def dataset(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("it's [a] corpus")
    for council in COUNCILS:
        (folder / council).mkdir()
        for number in (1, 2, 3):
            text = write_draft(f"{council} County Council SEND plan", number)
            (folder / council / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "found.txt").write_text(write_draft("SEND plan", 4 - 1), encoding="utf-8")
    (folder / "none.txt").write_text("Nothing but words.\n", encoding="utf-8")
    order = CorpusOrder(tuple(find_sources([str(folder)])), format=request.param, jobs=1)
    with closing(read_corpus(order, folder / "out")) as steps:
        list(steps)
    return folder / "out"


def ask(dataset: Path, question: str) -> list[dict[str, Any]]:
    with ask_dataset(dataset, question) as answer:
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_there_are_five_questions() -> None:
    assert len(QUESTIONS) == 5
    assert all(any(view in question for question in QUESTIONS) for view in (*VIEWS, *MACROS))


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_of_the_documentation_is_answered(dataset: Path, question: str) -> None:
    assert ask(dataset, question)


def test_what_slipped_is_counted(dataset: Path) -> None:
    (row,) = ask(dataset, QUESTIONS[0])
    assert (row["slips"], row["plans"], row["councils"]) == (9, 3, 3)
    assert (row["longest"], row["median_days"]) == (122, 61)


def test_it_is_told_in_which_theme(dataset: Path) -> None:
    rows = {row["theme"]: row for row in ask(dataset, QUESTIONS[1])}
    assert (rows["EHC plans"]["actions"], rows["EHC plans"]["slipped"]) == (4, 3)
    assert rows["families and young people"]["slipped"] == 0
    assert {"places and transport", "schools and inclusion"} <= rows.keys()


def test_what_is_overdue_on_a_day_is_told(dataset: Path) -> None:
    rows = ask(dataset, QUESTIONS[2])
    assert {row["council"] for row in rows} == {*(f"{name} County Council" for name in COUNCILS), None}
    assert {(row["overdue"], row["since"]) for row in rows} == {(2, dt.date(2024, 2, 29))}


def test_what_slipped_twice_is_told(dataset: Path) -> None:
    rows = ask(dataset, QUESTIONS[3])
    assert [(row["times_slipped"], row["days_slipped"]) for row in rows] == [(2, 183)] * 3


def test_what_the_figures_rest_on_is_told(dataset: Path) -> None:
    rows = {row["outcome"]: row for row in ask(dataset, QUESTIONS[4])}
    assert (rows["extracted"]["sources"], rows["rejected"]["sources"]) == (10, 1)
    assert rows["extracted"]["dates_read"] == 30
    assert rows["extracted"]["in_doubt"] >= 2


def test_what_can_be_asked_is_listed(dataset: Path) -> None:
    views = {view.name: view for view in describe_views(dataset)}
    assert {"outcomes", "histories", "overdue(day)", *VIEWS} <= views.keys()
    assert all(view.title for view in views.values())
    assert "times_slipped" in views["lives"].columns


@pytest.mark.parametrize("question", ["SELEC 1", "SELECT nothing FROM slips", "", "-- nothing"])
def test_a_question_that_is_none_is_refused_in_one_line(dataset: Path, question: str) -> None:
    with pytest.raises(UsageError) as refused, ask_dataset(dataset, question):
        pass
    assert "\n" not in str(refused.value)


def test_a_folder_without_a_dataset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="is no dataset"), ask_dataset(tmp_path, "SELECT 1"):
        pass


def test_a_dataset_of_another_version_is_refused_as_one_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "dataset.json").write_text("{}", encoding="utf-8")
    with (
        pytest.raises(UnreadableSource, match="no dataset of this version"),
        ask_dataset(tmp_path, "SELECT 1"),
    ):
        pytest.fail("it was asked")


def test_a_dataset_that_has_lost_a_table_is_refused(dataset: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(dataset, tmp_path / "copy")
    for place in copy.glob("changes*"):
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    with pytest.raises(UnreadableSource, match="cannot be asked"), ask_dataset(copy, "SELECT 1"):
        pass


def test_without_duckdb_it_is_said_how_to_install_it(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(MissingExtra, match=r"send-extract\[duckdb\]"), ask_dataset(dataset, "SELECT 1"):
        pass
