"""The application: the resources, the guard before them, and what runs beside them while the server is up."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from gradus import condition, rights, study
from gradus.api import author, errors, events, health, pages, placement, plan, projects, record, reviews, roadmap, steps, submit
from gradus.api.guard import Guard
from gradus.api.here import Place
from gradus.api.live import Live
from gradus.api.runs import Runs
from gradus.api.sweeper import Sweeper
from gradus.api.watch import Watcher
from gradus.engine import VERSION
from gradus.study import Learner

log = logging.getLogger("gradus.api")


def create_app() -> FastAPI:
    """For `uvicorn --factory`: the home and the curriculum come from the settings.  It runs nothing behind a level that it has not attacked, and nothing as root."""
    rights.this_is_a_program()
    rights.give_up_root()
    condition.be_strict()
    return application(study.open_home())


def application(learner: Learner, built: Path = pages.BUILT) -> FastAPI:
    """Serve one home."""
    app = bare(lifespan=_lifespan, built=built)
    runs, live = Runs(learner), Live(learner)
    app.state.place = Place(learner, runs, live, Watcher(learner, runs, live))
    return app


def bare(lifespan: Any = None, built: Path = pages.BUILT) -> FastAPI:
    """The resources without a home behind them: enough to write the schema."""
    app = FastAPI(
        title="Gradus",
        version=VERSION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        responses={422: {"model": errors.ErrorOut}},
    )
    errors.install(app)
    for part in (roadmap, plan, reviews, placement, steps, submit, projects, events, record, author, health):
        app.include_router(part.router)
    app.include_router(pages.router(built))
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(Guard)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    place: Place = app.state.place
    sweeper = Sweeper(place.learner, place.runs)
    jobs: list[tuple[str, Callable[[], object]]] = [
        ("live", place.live.follow),
        ("watch", place.watcher.run),
        ("sweeper", sweeper.run),
        ("warm", lambda: condition.warm_up(place.learner)),
    ]
    threads = [threading.Thread(target=_loud, args=(job,), name=f"gradus-{name}", daemon=True) for name, job in jobs]
    for t in threads:
        t.start()
    _end_streams_on_signals(place)
    try:
        yield
    finally:
        place.live.end()
        place.runs.close()
        sweeper.ended.set()
        for t in threads[:3]:
            t.join(3)
        condition.close()
        place.learner.store.close()


def _loud(job: Callable[[], object]) -> None:
    try:
        job()
    except Exception:
        log.exception("a background job of the server ended")


def _end_streams_on_signals(place: Place) -> None:
    """A server stops when its last connection ends; open pages would hold it, so their streams end first."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGINT, signal.SIGTERM):
        before = signal.getsignal(number)
        if callable(before):

            def ended(number: int, frame: FrameType | None, before: Callable[[int, FrameType | None], Any] = before) -> None:
                place.live.end()
                place.runs.close()
                before(number, frame)

            signal.signal(number, ended)
