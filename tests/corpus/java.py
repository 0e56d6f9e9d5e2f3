"""Whether Spark can be started here, and the reason why not."""

import importlib.util
import os
from pathlib import Path

import pytest

from send_extract.corpus.spark.session import find_java_fault


def require_spark() -> None:
    """Leaves a test out where Spark cannot run, unless that is told to be a fault (REQUIRE_SPARK)."""
    fault = None if importlib.util.find_spec("pyspark") else "pyspark is not installed"
    fault = fault or find_java_fault()
    if fault and "REQUIRE_SPARK" not in os.environ:
        pytest.skip(f"Spark cannot run here: {fault}")
    assert fault is None, fault


def find_spark_home() -> Path:
    """The folder of the pyspark package, which is a whole distribution of Spark."""
    spec = importlib.util.find_spec("pyspark")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent
