from pathlib import Path

import pytest

from tests.corpus.drafts import fill_folder
from tests.corpus.test_later import run


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of three councils, two drafts each."""
    folder = tmp_path_factory.mktemp("corpus")
    run(fill_folder(folder / "plans"), folder / "out")
    return folder / "out"
