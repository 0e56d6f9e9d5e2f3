from collections.abc import Iterator

import pytest

from tests.corpus.cluster import Cluster, start_cluster, start_connect
from tests.corpus.java import require_spark


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    require_spark()
    with start_cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A Spark Connect server."""
    require_spark()
    with start_connect(tmp_path_factory.mktemp("connect") / "server") as started:
        yield started
