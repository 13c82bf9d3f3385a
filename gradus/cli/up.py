"""`gradus up`: start the server on this machine and open the page.

Listens on 127.0.0.1 only.  It does NOT import the API: the server loads it by name, so that both stay separable.
"""

from __future__ import annotations

import os
import socket
import threading
import time
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from gradus import settings
from gradus.cli.terminal import Failure, lines, plain
from gradus.rights import give_up_root

HOST = "127.0.0.1"
APP = "gradus.api.app:create_app"
PATIENCE = 60.0  # seconds to wait for the page before giving up on opening it


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(up)


def up(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port of the page.")] = 8123,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page by itself.")] = True,
    dev: Annotated[bool, typer.Option("--dev", help="Restart when the code of Gradus changes.")] = False,
    curriculum: Annotated[Path | None, typer.Option(help="A curriculum of your own; its steps show at /author/STEP.")] = None,
) -> None:
    """Open Gradus in the browser; Ctrl C stops it."""
    import uvicorn

    if curriculum:
        folder = curriculum.expanduser().absolute()
        if not (folder / "roadmap.yaml").is_file():
            raise Failure(f"There is no roadmap.yaml in {folder}.", "Give --curriculum the folder that holds it.")
        os.environ["GRADUS_CURRICULUM"] = str(folder)
    user = give_up_root()
    if user.from_root and not user.why and port < 1024:
        raise Failure(f"Port {port} is for root alone, whose rights Gradus gives up.", "Choose one above 1023 with --port.")
    if not _free(port):
        raise Failure(
            f"Port {port} is taken, perhaps by another Gradus.", f"Open http://{HOST}:{port}, or run `gradus up --port {port + 1}`."
        )
    url = f"http://{HOST}:{port}"
    lines(
        plain(f"Gradus is at {url}", "head"),
        f"Your record and your files: {settings.home()}",
        *([plain(user.say, "bad" if user.why else "quiet")] if user.say else []),
        plain("Ctrl C stops it.", "quiet"),
    )
    if browser:
        threading.Thread(target=_open_when_there, args=(url, port), daemon=True).start()
    package = str(settings.CHECKOUT / "gradus")
    uvicorn.run(
        APP,
        factory=True,
        host=HOST,
        port=port,
        log_level="info" if dev else "warning",
        access_log=dev,
        reload=dev,
        reload_dirs=[package] if dev else None,
        timeout_graceful_shutdown=2,  # open pages hold their stream of events for as long as they live
    )


def _free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        if os.name != "nt":
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that only waits out its last connection is free
        try:
            s.bind((HOST, port))
        except OSError:
            return False
    return True


def _open_when_there(url: str, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection((HOST, port), timeout=0.2).close()
        except OSError:
            time.sleep(0.1)
            continue
        try:
            webbrowser.open(url)
        except webbrowser.Error:
            lines(f"No browser could be started; open {url} yourself.")
        return
