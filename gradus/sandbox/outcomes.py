"""Why a run stopped, in plain words for the learner: which outcome, one sentence, where.

Whatever came out of the box is only text and numbers here; it is checked for its type and cut, never trusted.
"""

from __future__ import annotations

import signal
from collections.abc import Mapping
from typing import Any

from gradus.plaintext import safe
from gradus.sandbox.child import RESULT_BYTES, Gone
from gradus.vocabulary import Limits, Outcome, Raised, Stopped

ANSWER_BYTES = 1 << 20
SIGNALS: dict[int, str] = {signal.SIGSEGV: "a segmentation fault", signal.SIGABRT: "an abort", signal.SIGBUS: "a bus error", signal.SIGFPE: "an arithmetic fault",
           signal.SIGILL: "an illegal instruction"}  # fmt: skip
AUTHORS = "probe"


def _text(value: Any, limit: int) -> str:
    return value[:limit].encode("utf-8", "replace").decode() if type(value) is str else ""


def raised(facts: Any) -> Raised:
    """An exception as the driver described it."""
    m: Mapping[str, Any] = facts if type(facts) is dict else {}
    bases, line = m.get("bases"), m.get("line")
    return Raised(
        _text(m.get("type"), 200) or "Exception",
        tuple(_text(b, 200) for b in bases[:32]) if type(bases) is list else (),
        _text(m.get("message"), 2000),
        line if type(line) is int else None,
        _text(m.get("trace"), 8000),
    )


def report(facts: Any) -> dict[str, Any]:
    """What `live.report` sent: short names with numbers or short text, nothing else."""
    if type(facts) is not dict:
        return {}
    plain = {
        k: v[:200] if type(v) is str else v for k, v in list(facts.items())[:32] if type(k) is str and type(v) in (bool, int, float, str)
    }
    return {k[:40]: v for k, v in plain.items()}


def unreadable(files: Mapping[str, str | bytes]) -> Stopped | None:
    """What makes an answer file no text that could be run; None if all are."""
    for name, content in files.items():
        if not name.startswith("answer"):
            continue
        if isinstance(content, bytes):
            try:
                content = content.decode("utf-8")
            except UnicodeDecodeError:
                return Stopped(Outcome.MALFORMED, f"{name} is not text: it must be saved as UTF-8.")
        if len(content) > ANSWER_BYTES:
            return Stopped(Outcome.MALFORMED, f"{name} is larger than 1 MB.")
        if "\0" in content:
            return Stopped(Outcome.MALFORMED, f"{name} is not text: it contains NUL characters.")
        if not content.strip():
            return Stopped(Outcome.MALFORMED, f"{name} is empty.")
    return None


def broken(reason: str, at: str | None = None) -> Stopped:
    """Our fault; the reason is for the operator."""
    return Stopped(Outcome.BROKEN, f"Your answer could not be run; this is our fault and does not count. ({safe(reason, 400)})", at=at)


def gone(why: Gone, limits: Limits, during: str, status: int | None, cpu: float, printed: str) -> Stopped:
    """The child was stopped, or ended by itself.  `during` completes the sentence: "during softmax(...)"."""
    match why.why:
        case "time":
            return Stopped(Outcome.EXCEEDED, f"Your program ran longer than {limits.seconds:g} s and was stopped {during}.")
        case "printed":
            return Stopped(
                Outcome.EXCEEDED, f"Your program printed more than {limits.printed_kb * 1000 // 1024} MB and was stopped {during}."
            )
        case "too large":
            return Stopped(Outcome.EXCEEDED, f"Your program sent back more than {why.detail} and was stopped {during}.")
        case "garbage":
            return Stopped(Outcome.CRASHED, f"Something other than values came back from your program {during}.")
        case "start":
            return broken(f"the sandbox did not start: {why.detail} {printed[-400:]}")
    # The kernel counts in ticks, so what it stopped at its limit may have used a good deal less by the exact count.
    if status == -signal.SIGXCPU or (status == -signal.SIGKILL and cpu > 0.6 * limits.seconds):
        return Stopped(Outcome.EXCEEDED, f"Your program ran longer than {limits.seconds:g} s and was stopped {during}.")
    if status == -signal.SIGXFSZ:
        return Stopped(Outcome.EXCEEDED, f"Your program wrote more than {limits.disk_mb} MB to the disk and was stopped {during}.")
    if status == -signal.SIGKILL:
        return Stopped(Outcome.EXCEEDED, f"The system ended your program {during}, most likely because memory ran out.")
    if status is not None and status < 0:
        return Stopped(Outcome.CRASHED, f"Python itself was ended by {SIGNALS.get(-status, f'signal {-status}')} {during}.")
    return Stopped(Outcome.CRASHED, f"Your program ended itself {during}, before it gave a value back.")


def stop(message: Mapping[str, Any], limits: Limits, during: str) -> Stopped:
    """The driver could not go on."""
    why, seen = message.get("why"), raised(message.get("raised"))
    module, function = safe(_text(message.get("module"), 100)), safe(_text(message.get("function"), 100))
    match why:
        case "memory":
            return Stopped(Outcome.EXCEEDED, f"Your program asked for more than {limits.memory_mb} MB of memory {during}.")
        case "too large":
            size = _text(message.get("text"), 60) or f"over {RESULT_BYTES >> 20} MB"
            return Stopped(Outcome.EXCEEDED, f"Your program gave back more than fits through ({size}) {during}.")
        case "unreadable":
            if module == AUTHORS:
                return broken(f"the step's {module}.py is not valid Python: {seen.message}")
            where = f" line {seen.line}" if seen.line else ""
            return Stopped(Outcome.MALFORMED, f"{module}.py{where} is not valid Python: {safe(seen.message, 200)}.", seen.line, seen.trace)
        case "no module":
            return (
                broken(f"the step has no {module}.py")
                if module == AUTHORS
                else Stopped(Outcome.MALFORMED, f"There is no file {module}.py.")
            )
        case "no function":
            if module == AUTHORS:
                return broken(f"the step's {module}.py has no function {function}")
            return Stopped(Outcome.MALFORMED, f"{module}.py defines no function {function}.")
        case "import raised":
            if module == AUTHORS and seen.line is None:
                return broken(f"the step's {module}.py raised {seen.type}: {seen.message}")
            told = f"{safe(seen.type, 80)}: {safe(seen.message, 200)}".removesuffix(": ")
            return Stopped(Outcome.CRASHED, f"{module}.py raised {told} while it was imported.", seen.line, seen.trace)
    return Stopped(Outcome.CRASHED, f"Something other than values came back from your program {during}.")
