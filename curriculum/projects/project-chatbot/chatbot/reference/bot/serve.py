"""`serve`: the chat over HTTP. The port is taken at once, the models are loaded behind it, and /readyz says when."""

import argparse
import contextlib
import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from bot.faults import Fault
from bot.ground import Grounder
from bot.language import Phraser, phraser
from bot.serving.app import Service, application
from bot.serving.dashboard import Dashboard
from bot.serving.journal import Journal
from bot.serving.meters import Meters
from bot.serving.worker import Worker
from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with an index")
    parser.add_argument("--port", type=int, default=8000, help="the port (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="the address (127.0.0.1: this machine only)")


def bound(host: str, port: int) -> socket.socket:
    """A socket that holds the port; Fault when somebody else does, or when there is no such port."""
    taken = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
    except OverflowError:
        raise Fault(f"{port} is no port: choose one from 1 to 65535.") from None
    except OSError as error:
        taken.close()
        raise Fault(
            f"Port {port} cannot be taken ({error.strerror}): choose another with --port, or stop the program that holds it."
        ) from None
    return taken


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C; what is under way then is finished. Fault when the port, the index or a model is not there."""
    taken = bound(args.host, args.port)

    def load() -> tuple[Grounder, Phraser | None]:
        return Grounder(args.data, settings), phraser(settings)

    worker = Worker(load, settings.serve, lambda size: meters.batch.observe(size))
    meters = Meters(lambda: len(worker))
    journal = Journal(args.data)
    service = Service(worker, settings, meters, journal)

    @contextlib.asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        worker.start()
        yield
        service.closing = True
        worker.stop(settings.serve.drain_s)

    app = application(service, Dashboard(journal, args.data / "baseline.jsonl", settings))
    app.router.lifespan_context = life
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=int(settings.serve.drain_s), access_log=False)
    server = uvicorn.Server(config)

    def give_up() -> None:
        server.should_exit = True

    worker.on_failure = give_up
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: None)  # uvicorn takes them over while it runs and raises them again at its end, when all is done
    server.run(sockets=[taken])
    if worker.failed:
        raise worker.failed
