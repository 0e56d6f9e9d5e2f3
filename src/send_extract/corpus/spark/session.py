"""A session with Spark: started in this process, on a cluster, or through a Spark Connect server."""

from __future__ import annotations

import os
import re
import socket
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from shutil import which
from typing import Any, NamedTuple

from send_extract.errors import EngineLost, MissingExtra, SendExtractError, UsageError

OLDEST_JAVA, MODULE = 17, "jdk.incubator.vector"
"""What Spark 4 runs on."""
OTHER_VERSION = "send-extract is of another version here"
"""What a task says on a worker that has another version of this program."""
_LOOPBACK = "127.0.0.1"
_QUICK = "-XX:TieredStopAtLevel=1"
"""What has Java compile what it runs but once: all that it does here is to hand documents on."""
_PATIENCE = 10.0
"""Seconds for a master or a server to be reached."""
TRIES = 7
"""How often a Spark Connect server is tried again that does not answer: for a minute in all."""
_IDLE_WARNINGS = ("PySpark does not yet fully support pandas", r"\[RETRIES_EXCEEDED\]")
"""What pyspark warns of, and nobody has to do anything about: nothing of pandas is used, an error says the rest."""
_PORTS = {"spark": 7077, "sc": 15002}
"""Where these listen unless their address says otherwise."""
_MASTER = re.compile(r"local(\[[^\]]+\])?|(spark|sc|k8s)://.+|yarn")


def check_master(master: str) -> None:
    """Raises UsageError: this names no place where Spark runs."""
    if not _MASTER.fullmatch(master):
        message = (
            f"{master}: no master of Spark's. Give local[N], spark://HOST:7077, sc://HOST:15002 "
            "(Spark Connect), yarn or k8s://…"
        )
        raise UsageError(message)


class Reach(NamedTuple):
    """A session with Spark on a `master`."""

    master: str
    session: Any

    @property
    def is_here(self) -> bool:
        """Whether all of it is on this machine, and sees its files."""
        return self.master.startswith("local")

    @property
    def is_remote(self) -> bool:
        """Whether it goes through a Spark Connect server, which alone knows of the cluster."""
        return self.master.startswith("sc:")

    def has_workers(self) -> bool:
        """Whether anybody is there to work, as far as can be told from here."""
        if self.is_remote or self.is_here:
            return True
        tracker = self.session.sparkContext._jsc.sc().statusTracker()
        return len(tracker.getExecutorInfos()) > 1  # the first is this program

    def share_out(self, tasks: int) -> int:
        """Shares the rows of each table out among so many tasks, or twice as many as are at once; gives how many."""
        if not self.is_remote:
            tasks = max(tasks, 2 * self.session.sparkContext.defaultParallelism)
        self.session.conf.set("spark.sql.leafNodeDefaultParallelism", str(tasks))
        return tasks

    def cancel(self) -> None:
        """Ends what is at work, where there is still somebody to be told."""
        with suppress(Exception):
            if self.is_remote:
                self.session.interruptAll()
            else:
                self.session.sparkContext.cancelAllJobs()


@contextmanager
def open_session(master: str) -> Iterator[Reach]:
    """A session with Spark on a master: `local[N]`, `spark://HOST:PORT`, or `sc://HOST:PORT` for Spark Connect.

    A session that this process has already is taken, and stays.

    Raises:
        MissingExtra: pyspark is not installed, or there is no Java that it runs on.
        EngineLost: nobody answers there.
        UsageError: `master` names no place where Spark runs.
    """
    check_master(master)
    _require_pyspark()
    if not master.startswith("sc:"):
        check_java()
    _find_listener(master)
    from pyspark.sql import SparkSession

    is_shared = SparkSession.getActiveSession() is not None
    session = _start_session(master)
    try:
        yield Reach(master, session)
    finally:
        if not is_shared:
            _end_session(session)


def _end_session(session: Any) -> None:
    with suppress(Exception):  # a cluster that is gone cannot be told that this is the end
        session.stop()
    # It stays behind a session through Spark Connect, and no other kind could be started.
    os.environ.pop("SPARK_CONNECT_MODE_ENABLED", None)


def _require_pyspark() -> None:
    try:
        import_module("pyspark.sql")
    except ModuleNotFoundError as error:
        message = (
            "The Spark engine needs an optional part; install it with: pip install 'send-extract[spark]'"
        )
        raise MissingExtra(message) from error


def check_java() -> None:
    """Raises MissingExtra: there is no Java here that Spark runs on."""
    fault = find_java_fault()
    if fault:
        message = (
            f"Spark needs Java {OLDEST_JAVA} or later with the module {MODULE}, and {fault}. "
            "Install one (Debian: apt-get install openjdk-17-jre-headless), name it in JAVA_HOME, "
            "or give the address of a Spark Connect server: --master sc://HOST:15002."
        )
        raise MissingExtra(message)


def find_java_fault() -> str | None:
    """What is wrong with the Java of this machine, as the end of a sentence; None where Spark runs on it.

    A Java says in its file `release` what it is; one without is taken at its word.
    """
    home = os.environ.get("JAVA_HOME")
    program = which("java", path=f"{home}/bin") if home else which("java")
    if program is None:
        return f"JAVA_HOME ({home}) has none" if home else "there is none here"
    try:
        told = Path(program).resolve().parents[1].joinpath("release").read_text(encoding="utf-8")
    except OSError:
        return None
    version = re.search(r'^JAVA_VERSION="(\d+)', told, re.MULTILINE)
    if version and int(version[1]) < OLDEST_JAVA:
        return f"{program} is of version {version[1]}"
    modules = re.search(r'^MODULES="(.*)"', told, re.MULTILINE)
    return f"{program} has no such module" if modules and MODULE not in modules[1].split() else None


def _find_listener(master: str) -> None:
    """Asks whether anybody listens at a master's address.

    Raises:
        EngineLost: nobody does.
    """
    scheme, _, rest = master.partition("://")
    if scheme not in _PORTS:
        return
    places = [_split_place(place, _PORTS[scheme]) for place in rest.partition("/")[0].split(",")]
    for place in places:
        with suppress(OSError), socket.create_connection(place, timeout=_PATIENCE):
            return
    raise lose(master, "nobody answers there")


def _split_place(place: str, port: int) -> tuple[str, int]:
    host, _, given = place.partition(":")
    return host, int(given) if given.isdigit() else port


def _start_session(master: str) -> Any:
    from pyspark.sql import SparkSession

    for message in _IDLE_WARNINGS:
        warnings.filterwarnings("ignore", message)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder: Any = SparkSession.builder
    builder = builder.remote(master) if master.startswith("sc:") else builder.master(master)
    for name, value in _choose_settings(master).items():
        builder = builder.config(name, value)
    try:
        with _hush():
            session = builder.getOrCreate()
    except Exception as error:
        raise lose(master, f"Spark does not start: {spell_cause(error)}") from error
    if master.startswith("sc:"):
        _limit_patience(session)
    return session


def _limit_patience(session: Any) -> None:
    """Gives up a Spark Connect server that is gone after a minute, not after ten."""
    from pyspark.sql.connect.client.retries import DefaultPolicy

    session.client.set_retry_policies([DefaultPolicy(max_retries=TRIES)])


def _choose_settings(master: str) -> dict[str, str]:
    """What a session is started with."""
    if master.startswith("sc:"):
        return {}
    chosen = {
        "spark.app.name": "send-extract",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.maxResultSize": "0",
    }
    if master.startswith("local") or f"//{_LOOPBACK}" in master:
        chosen |= {"spark.driver.host": _LOOPBACK, "spark.driver.bindAddress": _LOOPBACK}
        chosen |= dict.fromkeys(
            ("spark.driver.defaultJavaOptions", "spark.executor.defaultJavaOptions"), _QUICK
        )
    return chosen


@contextmanager
def _hush() -> Iterator[None]:
    """Keeps off the standard error stream what Spark says on its own: its processes get one that leads nowhere."""
    sys.stderr.flush()
    kept = os.dup(2)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def lose(master: str, reason: str) -> EngineLost:
    """The error for a cluster that does not do its work."""
    message = f"{master}: {reason}. What is done is kept: see to the cluster, then go on with --resume."
    return EngineLost(message)


def tell_fault(master: str, error: Exception) -> SendExtractError:
    """The error for whatever Spark raised over a wave: no document can be at fault, its faults being its outcome."""
    if isinstance(error, SendExtractError):
        return error
    text = str(error)
    if "No module named 'send_extract'" in text:
        message = (
            f"{master}: its workers have not got this program. Install it on each: pip install send-extract"
        )
        return MissingExtra(message)
    if found := re.search(f"{OTHER_VERSION}: [^\\s,]+, not [^\\s,]+", text):
        message = f"{master}: {found[0]}. Install the same version on each worker."
        return MissingExtra(message)
    return lose(master, f"Spark gave up: {spell_cause(error)}")


def spell_cause(error: BaseException) -> str:
    """What an error of Spark's says in one line: the message of the first cause, without the stack."""
    text = str(error)
    causes = re.findall(r"^(?:Caused by: |: )?([\w.$]+(?:Exception|Error)): (.+)$", text, re.MULTILINE)
    words = causes[-1][1] if causes else text.strip().partition("\n")[0]
    return " ".join(words.split())[:200] or type(error).__name__
