import shutil
import subprocess
import sys

import pytest

from send_extract.cli.command import COMMANDS
from tests.cli.test_main import run_program


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_the_script_of_a_shell_knows_every_command(shell: str) -> None:
    script = run_program("completion", shell).stdout.decode()

    assert all(command in script for command in COMMANDS)
    assert shell == "tcsh" or "--as-of" in script


def test_bash_takes_the_script() -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash here")

    run = subprocess.run([bash, "-n"], input=run_program("completion", "bash").stdout, check=False)

    assert run.returncode == 0


def test_without_the_optional_part_it_says_how_to_install_it() -> None:
    code = (
        "import sys; sys.modules['shtab'] = None\n"
        "from send_extract.cli import main; sys.exit(main(['completion', 'bash']))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert run.returncode == 2
    assert b"pip install 'send-extract[completion]'" in run.stderr
