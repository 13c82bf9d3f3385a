"""Is a call that is asked a second time, after all others, answered as well as the first time?

An answer that counts its calls, or remembers what it was asked, is right only once.  A legitimate difference (a random start, an order that
does not matter) is none: the second answer is held to the same claims, not to the first one's value.
"""

from __future__ import annotations

from collections.abc import Sequence

from gradus.compared import Compared, ask
from gradus.form import form
from gradus.plaintext import called
from gradus.vocabulary import AGAIN, Check, Miss, Probe, Seen


def repeated(compared: Compared) -> tuple[str, Miss] | None:
    """The probe whose second answer is worse than its first, and the miss; None also where the solution's own is."""
    checks, probes, seen, ideal = compared.judge.checks, compared.probes, compared.seen, compared.ideal
    for name in (n for n in seen.seen if n.startswith(AGAIN)):
        probe = name.removeprefix(AGAIN)
        if probe not in probes or probe not in ideal.seen or name not in ideal.seen or ideal.seen[probe].raised:
            continue
        want, asked = ideal.seen[probe], probes[probe]
        if _fault(checks, probe, seen.seen[probe], want, asked) or _fault(checks, probe, ideal.seen[name], want, asked):
            continue
        if say := _fault(checks, probe, seen.seen[name], want, asked):
            return probe, Miss(f"Asked the same a second time, after other calls, yours is not right any more. {say}")
    return None


def _fault(checks: Sequence[Check], probe: str, got: Seen, want: Seen, asked: Probe) -> str | None:
    """What the form gate or the first check says against this answer to one probe."""
    if fault := form(got, want):
        return f"{called(asked)}: {fault}."
    held = [c for c in checks if c.each and (not c.groups or probe.startswith(c.groups))]
    return next((miss.say for c in held if (miss := ask(c, got.value, want.value, asked))), None)
