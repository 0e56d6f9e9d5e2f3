"""A real Spark cluster on this machine's loopback: a master and workers as processes, each always ended."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import which
from typing import NamedTuple

from tests.corpus.java import find_spark_home

HOST = "127.0.0.1"
MASTER = "org.apache.spark.deploy.master.Master"
WORKER = "org.apache.spark.deploy.worker.Worker"
SUBMIT = "org.apache.spark.deploy.SparkSubmit"
CONNECT = "org.apache.spark.sql.connect.service.SparkConnectServer"
DIE_WITH_PARENT = ["setpriv", "--pdeathsig", "KILL"] if which("setpriv") else []
"""What has a process end even where this one is killed."""
ROOT = Path(__file__).parents[2]
_LONGEST = 90.0
"""Seconds that a process may take to say that it is there."""


class Member(NamedTuple):
    """A process of the cluster, and the file with what it says."""

    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """Ends it at once, with whatever it has started, as a machine that goes dark would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def find(self, pattern: str) -> str | None:
        """What the first group of a pattern stands for in what it has said."""
        found = re.search(pattern, self.log.read_text(encoding="utf-8", errors="replace"))
        return found[1] if found else None


class Cluster(NamedTuple):
    """A cluster: its address, the process that listens there, and the workers."""

    url: str
    master: Member
    workers: tuple[Member, ...]

    def list_sessions(self) -> list[int]:
        """The sessions that its processes are of."""
        return [member.process.pid for member in (self.master, *self.workers)]

    def kill(self) -> None:
        """Ends all of it at once."""
        for member in (self.master, *self.workers):
            member.kill()


def find_environment(folder: Path) -> dict[str, str]:
    """What processes of Spark are started with: everything on loopback, this interpreter and this program."""
    own = {
        "SPARK_HOME": str(find_spark_home()),
        "SPARK_LOCAL_IP": HOST,
        "SPARK_LOCAL_DIRS": str(folder),
        "SPARK_MASTER_OPTS": "-Dspark.master.rest.enabled=false",
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT))),
    }
    return {**os.environ, **own}


def wait_until(has_come: Callable[[], bool], what: str, seconds: float = _LONGEST) -> None:
    """Waits for something that another process brings about."""
    last = time.monotonic() + seconds
    while not has_come():
        assert time.monotonic() < last, f"waited {seconds:g} seconds in vain for {what}"
        time.sleep(0.05)


@contextmanager
def run_class(name: str, *arguments: str, folder: Path) -> Iterator[Member]:
    """A class of Spark's as a process in a group of its own, which is ended whatever happens."""
    folder.mkdir(parents=True)
    log = folder / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*DIE_WITH_PARENT, find_spark_home() / "bin" / "spark-class", name, *arguments],
            cwd=folder,
            env=find_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    member = Member(process, log)
    try:
        yield member
    finally:
        member.kill()


def wait_for(member: Member, pattern: str) -> str:
    """What the group of a pattern stands for, as soon as a process has said it."""
    wait_until(
        lambda: member.find(pattern) is not None or member.process.poll() is not None,
        f"{pattern} in {member.log}",
    )
    found = member.find(pattern)
    assert found is not None, member.log.read_text(encoding="utf-8", errors="replace")
    return found


@contextmanager
def start_cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A master and workers of one core each, on ports that the system chooses."""
    with ExitStack() as stack:
        here = ("--host", HOST, "--webui-port", "0")
        master = stack.enter_context(run_class(MASTER, *here, "--port", "0", folder=folder / "master"))
        url = wait_for(master, r"Starting Spark master at (spark://\S+)")
        own = ("--cores", "1", "--memory", "1g", "--work-dir")
        members = tuple(
            stack.enter_context(
                run_class(
                    WORKER, *here, *own, str(folder / f"work-{place}"), url, folder=folder / f"worker-{place}"
                )
            )
            for place in range(workers)
        )
        for worker in members:
            wait_for(worker, r"(Successfully registered with master)")
        yield Cluster(url, master, members)


@contextmanager
def start_connect(folder: Path) -> Iterator[Cluster]:
    """A Spark Connect server that is its own cluster of two cores."""
    settings = {
        "spark.connect.grpc.binding.address": HOST,
        "spark.connect.grpc.binding.port": "0",
        "spark.driver.host": HOST,
        "spark.ui.enabled": "false",
    }
    given = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    arguments = ("--master", "local[2]", "--class", CONNECT, *given, "spark-internal")
    with run_class(SUBMIT, *arguments, folder=folder) as server:
        port = wait_for(server, r"Spark Connect server started at: \S*?:(\d+)")
        yield Cluster(f"sc://{HOST}:{port}", server, ())
