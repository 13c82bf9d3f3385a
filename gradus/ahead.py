"""Observes ideals ahead of need, one at a time in one background thread, so that the learner's own run has the machine to itself."""

from __future__ import annotations

import logging
import queue
import threading

from gradus.grade import prepare as observe
from gradus.vocabulary import Step

log = logging.getLogger("gradus.ahead")
_asked: queue.Queue[tuple[Step, int]] = queue.Queue()
_known: set[tuple[str, int]] = set()
_lock = threading.Lock()
_thread: threading.Thread | None = None


def prepare(step: Step, seed: int) -> None:
    """Observe what a verdict on this seed will need, soon; returns at once.  Asking twice does it once."""
    global _thread
    with _lock:
        if (step.hash, seed) in _known:
            return
        _known.add((step.hash, seed))
        _asked.put((step, seed))
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_work, name="gradus-ahead", daemon=True)
            _thread.start()


def _work() -> None:
    while True:
        step, seed = _asked.get()
        try:
            observe(step, seed)
        except Exception:  # the submission itself will say what is wrong, as `broken`
            log.exception("observing %s ahead failed", step.id)
            with _lock:
                _known.discard((step.hash, seed))
        finally:
            _asked.task_done()
