"""`serve`: the chat over HTTP. The port is taken at once, the models are loaded behind it, and /readyz says when."""

import argparse
import socket
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with an index")
    parser.add_argument("--port", type=int, default=8000, help="the port (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="the address (127.0.0.1: this machine only)")


def bound(host: str, port: int) -> socket.socket:
    """A socket that holds the port; Fault when somebody else does, or when there is no such port."""
    raise NotImplementedError("write this part")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C; what is under way then is finished. Fault when the port, the index or a model is not there."""
    raise NotImplementedError("write this part")
