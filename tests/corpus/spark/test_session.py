import subprocess
import sys
from pathlib import Path

import pytest

from send_extract.corpus.spark.session import (
    check_java,
    check_master,
    find_java_fault,
    open_session,
    spell_cause,
    tell_fault,
)  # fmt: skip
from send_extract.errors import EngineLost, MissingExtra, SendExtractError, UsageError

ENTERED = "from send_extract.corpus.spark.session import open_session\nwith open_session({!r}): pass\n"


def write_java(folder: Path, release: str) -> Path:
    """A Java that says what it is, and can do nothing."""
    program = folder / "bin" / "java"
    program.parent.mkdir()
    program.touch(0o755)
    if release:
        (folder / "release").write_text(release, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "master",
    [
        "local",
        "local[2]",
        "local[*]",
        "spark://h:7077",
        "spark://h:1,i:2",
        "sc://h",
        "sc://h:1/;token=x",
        "yarn",
    ],
)
def test_masters_of_spark_are_known(master: str) -> None:
    check_master(master)


@pytest.mark.parametrize(
    "master", ["", "lokal", "h:7077", "http://h:7077", "spark:h", "local[", "yarn-client"]
)
def test_what_is_no_master_is_refused_with_what_is(master: str) -> None:
    with pytest.raises(UsageError, match=r"spark://HOST:7077"):
        check_master(master)


@pytest.mark.parametrize(
    ("release", "fault"),
    [
        ('JAVA_VERSION="17.0.19"\nMODULES="java.base jdk.incubator.vector"', None),
        ('JAVA_VERSION="21"\nMODULES="java.base jdk.incubator.vector java.xml"', None),
        ('JAVA_VERSION="17.0.1"\nMODULES="java.base java.xml"', "has no such module"),
        ('JAVA_VERSION="11.0.2"\nMODULES="java.base"', "is of version 11"),
        ('JAVA_VERSION="1.8.0_392"', "is of version 1"),
        ('JAVA_VERSION="21.0.1"', None),
        ("", None),
    ],
)
def test_a_java_is_judged_by_what_it_says_it_is(
    release: str, fault: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(write_java(tmp_path, release)))
    found = find_java_fault()
    assert found is None if fault is None else str(found).endswith(fault)


def test_a_machine_without_java_is_told_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingExtra, match=r"there is none here.*apt-get install.*sc://"):
        check_java()


def test_a_java_home_that_is_empty_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert find_java_fault() == f"JAVA_HOME ({tmp_path}) has none"


def test_a_machine_without_pyspark_is_told_how_to_get_it() -> None:
    code = "import sys; sys.modules['pyspark'] = None\n" + ENTERED.format("local[1]")
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert "send_extract.errors.MissingExtra" in result.stderr
    assert "pip install 'send-extract[spark]'" in result.stderr


@pytest.mark.parametrize("master", ["spark://127.0.0.1:9,127.0.0.1:1", "sc://127.0.0.1:9/;user_id=me"])
def test_an_address_where_nobody_answers_is_told_at_once(master: str) -> None:
    pytest.importorskip("pyspark")
    with pytest.raises((EngineLost, MissingExtra)) as told, open_session(master):
        pass
    assert isinstance(told.value, EngineLost) == (master.startswith("sc:") or find_java_fault() is None)


JAVA_ERROR = """An error occurred while calling o121.getResult.
: org.apache.spark.SparkException: Exception thrown in awaitResult:
\tat org.apache.spark.util.SparkThreadUtils$.awaitResult(SparkThreadUtils.scala:70)
Caused by: java.io.IOException: No space left on device
\tat java.base/java.io.FileOutputStream.writeBytes(Native Method)
"""


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (JAVA_ERROR, "No space left on device"),
        ("[MASTER_GONE] The master\n  is gone", "[MASTER_GONE] The master"),
        ("", "ValueError"),
    ],
)
def test_the_cause_of_an_error_is_one_line(text: str, cause: str) -> None:
    assert spell_cause(ValueError(text)) == cause


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        (JAVA_ERROR, EngineLost, "--resume"),
        ("PythonException: ModuleNotFoundError: No module named 'send_extract'", MissingExtra, "pip install"),
        ("RuntimeError: send-extract is of another version here: 1.0, not 1.1", MissingExtra, "1.0, not 1.1"),
    ],
)
def test_an_error_of_the_engine_is_told_by_what_mends_it(
    text: str, kind: type[SendExtractError], word: str
) -> None:
    error = tell_fault("spark://h:7077", ValueError(text))
    assert type(error) is kind
    assert str(error).startswith("spark://h:7077: ")
    assert word in str(error)
