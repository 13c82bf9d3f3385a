"""`gradus watch`: judge on every save, with keys for what comes after a verdict.  Works without a terminal too, then without keys."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from pathlib import Path

from watchfiles import watch as saves

from gradus import study, workspace
from gradus.cli.keys import read_key, single_keys
from gradus.cli.terminal import console, lines, plain, short_path
from gradus.cli.texlike import readable
from gradus.kinds import KINDS
from gradus.study import Learner, Refused

KEYS = "n next · h hint · l list · r run again · q quit"
Judge = Callable[[Learner, str, str], bool]


def watch(me: Learner, id: str, judge: Judge) -> None:
    """Watch until `q` or Ctrl C."""
    with single_keys() as has_keys:
        _Watcher(me, judge, has_keys).run(id)


class _Watcher:
    """One thread waits for saves, one for keys; all work is done by the thread that called `run`."""

    def __init__(self, me: Learner, judge: Judge, has_keys: bool) -> None:
        self.me, self.judge, self.has_keys = me, judge, has_keys
        self.events: queue.Queue[str] = queue.Queue()
        self.ended = threading.Event()
        self.step = ""
        self.seen: dict[str, str] | workspace.Unreadable = {}

    def run(self, id: str) -> None:
        """Open the step, then act on events."""
        self._begin(id)
        threading.Thread(target=self._saves, daemon=True).start()
        if self.has_keys:
            threading.Thread(target=self._keys, daemon=True).start()
        acts = {"save": self._saved, "r": self._judge, "h": self._hint, "l": self._list, "n": self._next}
        try:
            while (event := self.events.get()) != "q":
                acts.get(event, lambda: None)()
        finally:
            self.ended.set()

    # ------------------------------------------------------------ events

    def _saves(self) -> None:
        root = self.me.home / "workspace"
        root.mkdir(parents=True, exist_ok=True)
        # Without changes it yields every second: then the files are looked at too, for folders that report nothing (network drives).
        for changes in saves(root, stop_event=self.ended, debounce=50, step=20, rust_timeout=1000, yield_on_timeout=True):
            mine = any(Path(path).parent.name == self.step and not Path(path).name.startswith(".") for _, path in changes)
            if (mine or not changes) and self.events.empty():
                self.events.put("save")

    def _keys(self) -> None:
        while not self.ended.is_set():
            key = read_key()
            self.events.put(key.lower() or "q")
            if not key:
                return

    # ------------------------------------------------------------ acts

    def _begin(self, id: str) -> None:
        opened = study.open_step(self.me, id)
        self.step = opened.step.id
        self._clear()
        lines(plain(opened.step.title, "head"), plain(str(opened.folder)), plain(f"gradus show {self.step} prints the lesson.", "quiet"))
        self.seen = self._files()
        if self.seen == dict(KINDS[opened.step.kind].starter(opened.step, opened.seed)):
            lines("Write your answer and save; the verdict appears here.")
            study.prepare_ahead(self.me, id)
            self._foot()
        else:
            self._judge()

    def _files(self) -> dict[str, str] | workspace.Unreadable:
        step = self.me.step(self.step)
        return workspace.read(self.me.home, step.id, KINDS[step.kind].starter(step, 0))

    def _saved(self) -> None:
        """A save that changes nothing, and what Gradus itself wrote, is no new answer."""
        if self._files() != self.seen:
            self._judge()

    def _judge(self) -> None:
        self._clear()
        try:
            self.judge(self.me, self.step, "watch")
        except Refused as e:
            lines(plain(e.say, "bad"), e.next)
        self.seen = self._files()
        study.prepare_ahead(self.me, self.step)
        self._foot()

    def _hint(self) -> None:
        try:
            ladder = study.hint(self.me, self.step)
            lines("", plain(f"Hint {len(ladder.shown)}: {readable(ladder.shown[-1])}"))
        except Refused as e:
            lines("", plain(e.say), e.next)

    def _list(self) -> None:
        """The steps of this concept, and where you stand with them."""
        concept = self.me.roadmap.concepts[self.me.step(self.step).concept]
        states = study.overview(self.me).steps
        lines("", plain(concept.title, "head"))
        for s in concept.steps:
            mark = {"solved": "✓", "changed": "✓", "active": "›", "ready": "·"}.get(str(states[s.id]), " ")
            lines(plain(f"  {mark} {s.title}  ({s.id}, {states[s.id]})", "bold" if s.id == self.step else ""))

    def _next(self) -> None:
        following = study.next_step(self.me, after=self.step)
        if following:
            self._begin(following.step.id)
        else:
            lines("There is no other step to take; `gradus progress` shows what you did.")

    # ------------------------------------------------------------ screen

    def _clear(self) -> None:
        out = console()
        if self.has_keys and out.is_terminal:
            out.clear()

    def _foot(self) -> None:
        """How far you are, and the keys."""
        ready = self.me.roadmap.ready
        solved = sum(s in ready for s in study.history(self.me).accepted_at)
        width = 30
        done = round(width * solved / max(len(ready), 1))
        lines("", plain(f"[{'█' * done}{'░' * (width - done)}] {solved} of {len(ready)} steps", "quiet"))
        if self.has_keys:
            lines(plain(KEYS, "quiet"))
        else:
            folder = short_path(workspace.folder(self.me.home, self.step))
            lines(plain(f"watching {folder}; Ctrl C ends it", "quiet"))
