"""`python -m tests.cases NAME.md …`: what comes out of cases now, to be reviewed and pasted."""

import sys
from pathlib import Path

from tests.cases import print_plan, print_said, read, read_case

for name in sys.argv[1:]:
    plan = read(read_case(Path(name)))
    print(f"```plan\n{print_plan(plan)}```\n\n```said\n{print_said(plan)}```")  # noqa: T201 - a tool for the terminal
