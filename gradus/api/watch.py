"""Watches the workspace: what the learner saves in an editor is submitted, and open pages see the new text.

What a page saved, what equals the starter and what was submitted before in the same words is not submitted again.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

from watchfiles import watch

from gradus import study, workspace
from gradus.api.files import files_out, names
from gradus.api.live import Live
from gradus.api.runs import Runs
from gradus.api.verdictshapes import FilesSeen
from gradus.study import Learner, Refused
from gradus.vocabulary import Step

log = logging.getLogger("gradus.api")
STILL = 0.03  # seconds for which a file must stay as it is before it counts as saved
EMPTY = 0.5  # the same for an empty one: editors empty a file before they write it


class Watcher:
    """One thread that sees every save."""

    def __init__(self, learner: Learner, runs: Runs, live: Live) -> None:
        self.learner, self.runs, self.live = learner, runs, live
        self.folder = learner.home / "workspace"
        self._by_page: dict[Path, list[str]] = {}
        self._handled: dict[str, dict[str, str]] = {}
        self._lock = threading.Lock()

    def saved_by_page(self, step: Step, name: str, hash: str) -> None:
        """Call it before a page's text is written: that text is no news to anybody."""
        with self._lock:
            texts = self._by_page.setdefault(workspace.folder(self.learner.home, step.id) / name, [])
            texts.append(hash)
            del texts[:-100]

    def run(self) -> None:
        """Watch until the end; runs in a thread of its own."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for changes in watch(self.folder, stop_event=self.live.ended, debounce=200, step=10, rust_timeout=500, raise_interrupt=False):
            for id in {Path(path).parent.name for _, path in changes if Path(path).parent.parent == self.folder}:
                try:
                    self.look(id)
                except Refused as e:
                    log.info("a save for %s was not submitted: %s", id, e.say)
                except Exception:
                    log.exception("a save for %s could not be looked at", id)

    def look(self, id: str) -> None:
        """A file of this step was touched: tell the pages, and submit if it says something new."""
        step = self.learner.roadmap.ready.get(id)
        if step is None:
            return
        paths = [workspace.folder(self.learner.home, id) / name for name in names(step)]
        if not any(p.is_file() for p in paths):
            return
        hashes = self._settled(paths)
        if hashes == self._handled.get(id):
            return
        self._handled[id] = hashes
        of_page = [self._is_of_page(p, hashes[p.name]) for p in paths]  # asked of every file, since asking forgets
        if all(of_page):
            return
        self.live.tell(FilesSeen(step=id, files=files_out(self.learner, step)))
        if submission := study.hand_in_if_new(self.learner, id, "editor"):
            self.live.submission(submission, id, "editor")
            self.runs.start(submission)

    def _is_of_page(self, path: Path, hash: str) -> bool:
        """Did a page save this text?  What it saved before it is forgotten; any other text is an editor's and forgets it all."""
        with self._lock:
            texts = self._by_page.get(path, [])
            self._by_page[path] = texts[texts.index(hash) :] if hash in texts else []
            return hash in texts

    def _settled(self, paths: list[Path]) -> dict[str, str]:
        """The hashes, once they have stopped changing."""
        before: dict[str, str] = {}
        while not self.live.ended.is_set():
            now = {p.name: workspace.shown(p)[1] for p in paths}
            if now == before:
                return now
            before = now
            time.sleep(EMPTY if any(p.exists() and p.stat().st_size == 0 for p in paths) else STILL)
        return before
