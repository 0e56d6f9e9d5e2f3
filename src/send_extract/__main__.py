"""`python -m send_extract`: the command, where its script is not on the path."""

import sys

from send_extract.cli import main

sys.exit(main())
