"""`python -m wordy COMMAND`."""

import sys

from wordy.count import count
from wordy.serve import serve

COMMANDS = {"count": count, "serve": serve}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]](sys.argv[2:])
