"""A cluster that loses workers in mid-run, or goes away as a whole: no row is lost, and the run can go on."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from send_extract.corpus.run import CorpusOrder, SourceStep, read_corpus
from send_extract.corpus.sources import find_sources
from send_extract.corpus.spark import answer_tasks
from send_extract.corpus.work import Means
from send_extract.errors import EngineLost, MissingExtra
from send_extract.pool import Limits, Task
from tests.corpus.cluster import Cluster, start_cluster, start_connect
from tests.corpus.drafts import fill_folder, list_lines
from tests.corpus.java import require_spark

pytestmark = pytest.mark.cluster


@pytest.fixture(autouse=True)
def small_waves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many waves of few drafts, and little patience: what is done comes back soon, what is lost is told soon."""
    require_spark()
    monkeypatch.setattr("send_extract.corpus.spark.TASKS", 4)
    monkeypatch.setattr("send_extract.corpus.spark.PACK", 2)
    monkeypatch.setattr("send_extract.corpus.spark.waves.PATIENCE", 3.0)
    monkeypatch.setattr("send_extract.corpus.spark.session.TRIES", 2)


def read_all(
    order: CorpusOrder, output: Path, disturb: Callable[[], None] = lambda: None
) -> list[SourceStep]:
    """Each step of a run, in which something happens as soon as the first is done."""
    with closing(read_corpus(order, output)) as steps:
        first = next(steps)
        disturb()
        return [first, *steps]


def read_locally(sources: tuple[str, ...], output: Path) -> dict[str, list[bytes]]:
    """The dataset of the local engine."""
    read_all(CorpusOrder(sources, jobs=2), output)
    return dict(list_lines(output))


def test_a_worker_that_is_killed_costs_no_row(tmp_path: Path) -> None:
    sources = find_sources([str(fill_folder(tmp_path / "plans", 20))])
    with start_cluster(tmp_path / "cluster") as cluster:
        order = CorpusOrder(sources, engine="spark", master=cluster.url)
        steps = read_all(order, tmp_path / "out", cluster.workers[0].kill)
    assert sorted(step.uri for step in steps) == sorted(sources)
    assert dict(list_lines(tmp_path / "out")) == read_locally(sources, tmp_path / "local")


def test_after_a_cluster_that_is_gone_the_run_goes_on(tmp_path: Path) -> None:
    sources = find_sources([str(fill_folder(tmp_path / "plans", 20))])
    with start_cluster(tmp_path / "cluster") as cluster:
        order = CorpusOrder(sources, engine="spark", master=cluster.url, is_resumed=True)
        with pytest.raises(EngineLost, match=r"^spark://.* 3 seconds\. What is done is kept: .* --resume\.$"):
            read_all(order, tmp_path / "out", cluster.kill)
        with pytest.raises(EngineLost, match="nobody answers there"):
            read_all(order, tmp_path / "out")
    with start_cluster(tmp_path / "again") as again:
        steps = read_all(replace(order, master=again.url), tmp_path / "out")
    assert sum(step.outcome is None for step in steps) >= 8
    assert dict(list_lines(tmp_path / "out")) == read_locally(sources, tmp_path / "local")


def test_a_server_that_is_gone_is_told_in_one_line(tmp_path: Path) -> None:
    sources = find_sources([str(fill_folder(tmp_path / "plans", 20))])
    with start_connect(tmp_path / "server") as server:
        order = CorpusOrder(sources, engine="spark", master=server.url)
        with pytest.raises(EngineLost, match=r"^sc://[^\n]* --resume\.$"):
            read_all(order, tmp_path / "out", server.kill)


def test_processes_that_die_in_a_task_harm_no_other(cluster: Cluster) -> None:
    functions = ["echo", "die", "leave", "hang", "hunger", "recurse", "break_down", "echo"]
    tasks = [Task(f"tests.pool.hostile:{name}", b"0", Limits(1.0, 200 << 20)) for name in functions]
    answers = list(answer_tasks(tasks * 2, Means(2, cluster.url)))
    fates = ["done", "crash", "crash", "timeout", "memory", "crash", "crash", "done"]
    assert [answer.fate for answer in answers] == fates * 2


def test_workers_with_another_version_are_told_of(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send_extract.corpus.spark.__version__", "0.0.1")
    task = Task("tests.pool.hostile:echo", b"", Limits(1.0, 200 << 20))
    with pytest.raises(
        MissingExtra, match=r"^spark://.*: send-extract is of another version here: .*, not 0\.0\.1\."
    ):
        list(answer_tasks([task], Means(2, cluster.url)))
