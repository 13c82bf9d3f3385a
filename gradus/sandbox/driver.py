"""Runs the learner's code inside the box: puts the files down, imports, calls, and returns what came back as plain values.

It judges nothing and knows no answers.  The learner's code shares its process and can rewrite it, so everything it says is a CLAIM
of a value; time, memory and the end of the process are measured outside.  It is started by the zygote and imports nothing of gradus.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import random
import sys
import threading
import types
from collections.abc import Callable, Mapping
from typing import Any

from . import decoding, learner_values, room, wire
from .raised import describe

Send = Callable[[Mapping[str, Any]], None]
MAX_REPORTS = 10_000


class Channel:
    """The stream to the warden; several threads of the answer may report at once."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.lock = threading.Lock()
        self.limit = 64 << 20
        self.last_words = b"".join(wire.encode({"t": "stop", "why": "memory"}, learner_values.foreign))
        self.reserve = bytearray(1 << 20)

    def send(self, message: Mapping[str, Any]) -> None:
        """Write one frame; WireError if a value in it cannot be written down, TooLarge if it is over the limit."""
        frame = wire.encode(message, learner_values.foreign, self.limit)
        with self.lock:
            for part in frame:
                rest = memoryview(part)
                while rest:
                    rest = rest[os.write(self.fd, rest) :]

    def out_of_memory(self) -> None:
        """Say so, even if not a byte is left."""
        self.reserve = bytearray()
        os.write(self.fd, self.last_words)

    def _read(self, n: int) -> bytes:
        data = bytearray()
        while len(data) < n:
            got = os.read(self.fd, min(n - len(data), 1 << 20))
            if not got:
                os._exit(0)  # the warden is gone
            data += got
        return bytes(data)

    def receive(self) -> Any:
        """Read one frame; arrays in it are writable copies."""
        return decoding.receive(self._read, learner_values.LIVE)


class OutOfMemory(Exception):
    """The answer used up its memory."""


class Halt(Exception):
    """The run cannot go on: `facts` say why, the warden finds the words."""

    def __init__(self, why: str, **facts: Any) -> None:
        super().__init__(why)
        self.facts = {"t": "stop", "why": why, **facts}


def seed_everything(seed: int, index: int) -> None:
    """Seed what is loaded of random, numpy and torch from (seed, index of the probe)."""
    n = int.from_bytes(hashlib.sha256(f"{seed}:{index}".encode()).digest()[:4], "little")
    random.seed(n)
    if "numpy.random" in sys.modules:
        sys.modules["numpy"].random.seed(n)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(n)


def put_down(files: Mapping[str, str | bytes], scratch: str) -> None:
    """Write the files of the submission into its own folder and make them importable."""
    for name, content in files.items():
        path = os.path.join(scratch, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    sys.path.insert(0, scratch)


def _number(v: Any) -> Any:
    """A number or text as itself; a tensor or array of one element as a float."""
    return v if isinstance(v, (bool, int, float, str)) else float(v.detach() if hasattr(v, "detach") else v)


def offer_live(send: Send) -> None:
    """Make `import live; live.report(step=3, loss=0.41)` work: numbers for the learner's eyes, never judged."""
    module = types.ModuleType("live", "Report plain numbers while the program runs.")
    left = [MAX_REPORTS]

    def report(**numbers: Any) -> None:
        """Show these numbers to the one who waits."""
        left[0] -= 1
        if left[0] >= 0:
            send({"t": "live", "report": {k[:40]: _number(v) for k, v in numbers.items()}})

    module.report = report  # type: ignore[attr-defined]
    sys.modules["live"] = module


class Run:
    """One submission: its modules, its functions, and where its source text is."""

    def __init__(self, job: Mapping[str, Any], scratch: str) -> None:
        self.seed: int = job["seed"]
        self.files: Mapping[str, str | bytes] = job["files"]
        self.scratch = scratch

    def raised(self, e: BaseException) -> dict[str, Any]:
        """The exception as plain data, cut to the learner's own frames."""
        return describe(e, self.scratch, self.files)

    def load(self, name: str) -> types.ModuleType:
        """Import one module of the submission, or Halt with the reason."""
        try:
            return importlib.import_module(name)
        except MemoryError:
            raise OutOfMemory from None
        except BaseException as e:
            facts = self.raised(e)
            if isinstance(e, SyntaxError) and str(e.filename).startswith(self.scratch):
                raise Halt("unreadable", module=os.path.relpath(str(e.filename), self.scratch).removesuffix(".py"), raised=facts) from e
            if isinstance(e, ModuleNotFoundError) and e.name and e.name.partition(".")[0] in (name.partition(".")[0], "answer"):
                raise Halt("no module", module=e.name) from e
            if isinstance(e, ImportError) and e.name == "answer" and type(e) is ImportError:
                raise Halt("no function", module="answer", function=str(e).partition("'")[2].partition("'")[0]) from e
            raise Halt("import raised", module=name, raised=facts) from e

    def function(self, target: str) -> Callable[..., Any]:
        """The function that "module.name" means, or Halt."""
        module, _, path = target.partition(".")
        found: Any = self.load(module)
        for part in path.split("."):
            found = getattr(found, part, None)
        if not callable(found):
            raise Halt("no function", module=module, function=path)
        return found  # type: ignore[no-any-return]

    def call(self, function: Callable[..., Any], index: int, message: Mapping[str, Any]) -> dict[str, Any]:
        """One probe: the value or what was raised, and whether the arguments were changed."""
        args, kwargs = message["args"], message["kwargs"]
        before = snapshot((args, kwargs))
        seed_everything(self.seed, index)
        reply: dict[str, Any] = {"t": "seen", "nonce": message["nonce"]}
        try:
            reply["value"] = function(*args, **kwargs)
        except BaseException as e:
            if isinstance(e, MemoryError) or (type(e) is RuntimeError and "allocate memory" in str(e)):
                raise OutOfMemory from None
            if isinstance(e, AttributeError) and getattr(e.obj, "__name__", None) == "answer" and isinstance(e.obj, types.ModuleType):
                raise Halt("no function", module="answer", function=str(e.name)) from e
            reply["raised"] = self.raised(e)
        reply["touched"] = snapshot((args, kwargs)) != before
        return reply


def snapshot(value: Any) -> list[bytes] | None:
    """Something that is equal before and after exactly if the arguments are."""
    try:
        return [bytes(part) for part in wire.encode(value, learner_values.foreign, 1 << 34)]
    except MemoryError:
        raise
    except Exception:
        return None


def flush() -> None:
    """Hand over what was printed so far, whatever became of the streams."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()  # type: ignore[union-attr]
        except BaseException:
            continue


def answer_probe(channel: Channel, run: Run, function: Callable[..., Any], index: int, message: Mapping[str, Any]) -> None:
    """Call, then send what came back; what cannot be sent is replaced by a record that says so."""
    reply = run.call(function, index, message)
    flush()
    try:
        channel.send(reply)
    except wire.TooLarge as e:
        raise Halt("too large", text=str(e)) from e
    except MemoryError:
        raise OutOfMemory from None
    except Exception:
        kind = type(reply.get("value")).__name__
        channel.send({**reply, "value": wire.opaque(kind, "nested too deeply, or in itself")})


def main(fd: int, scratch: str, boxed: bool) -> None:
    """Serve one submission on `fd` until the warden ends the process."""
    channel = Channel(fd)
    channel.send({"t": "hello"})
    job = channel.receive()
    channel.limit = job["result_bytes"]
    run = Run(job, scratch)
    room.tighten(job["limits"], boxed)
    try:
        put_down(run.files, scratch)
        offer_live(channel.send)
        seed_everything(run.seed, -1)
        for name in job["check"]:
            run.load(name)
        functions = [run.function(target) for target in job["targets"]]
        flush()
        channel.send({"t": "ready"})
        for index, function in enumerate(functions):
            answer_probe(channel, run, function, index, channel.receive())
    except Halt as halt:
        flush()
        channel.send(halt.facts)
    except (OutOfMemory, MemoryError):
        channel.out_of_memory()
    while True:
        channel.receive()  # until killed
