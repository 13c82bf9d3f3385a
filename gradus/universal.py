"""The mistakes that every task knows, told by what the answer does and not by what the author foresaw: each is a fact about the values."""

from __future__ import annotations

from collections.abc import Iterable

from gradus.compared import Compared
from gradus.plaintext import quoted, safe
from gradus.relations import related
from gradus.vocabulary import Mistake, Raised

PLAIN = ("random", "large", "example")  # how probes are named that draw the ordinary case
FEW = 3  # probes at the edge that are named one by one


def universal(compared: Compared) -> Mistake | None:
    """What can be said about any answer: nothing returned, an exception, a simple relation to what is expected, right but at an edge."""
    return _nothing(compared) or _touched(compared) or _raised(compared) or _no_error(compared) or related(compared) or _edge(compared)


def _nothing(c: Compared) -> Mistake | None:
    seen, ideal = c.seen.seen, c.ideal.seen
    asked = [p for p, w in ideal.items() if w.raised is None and w.value is not None]
    empty = [p for p in asked if p in seen and seen[p].raised is None and seen[p].value is None]
    if asked and len(empty) == len(asked):
        if c.seen.printed.strip():
            return Mistake(
                "printed-not-returned",
                "Printed instead of returned",
                f"Your function prints {quoted(c.seen.printed.strip(), 60)} and returns nothing. A caller cannot use what is printed: hand the value back with `return`.",
            )
        return Mistake(
            "returned-none",
            "Returned nothing",
            "Your function ends without `return`, so Python hands back None. Put `return` before the value you computed.",
        )
    if empty:
        return Mistake(
            "returned-none",
            "Returned nothing on one path",
            "On some inputs your function ends without `return`, so Python hands back None. Follow the failing call through your branches: one of them has no `return`.",
        )
    return None


def _touched(c: Compared) -> Mistake | None:
    if any(s.touched for s in c.seen.seen.values()) and not any(s.touched for s in c.ideal.seen.values()):
        return Mistake(
            "changed-its-input",
            "Changed its input",
            "Your function writes into the argument it was given, so the caller's data is different afterwards. Work on a copy.",
        )
    return None


def _raised(c: Compared) -> Mistake | None:
    """One class of exception behind every objection."""
    found = [(p, r) for p in _in_order(c, c.objected) if (r := c.seen.seen[p].raised) and not c.ideal.seen[p].raised]
    kinds = {r.type for _, r in found}
    if not found or len(kinds) > 1 or len(found) < len(c.objected):
        return None
    (kind,) = kinds
    names, first = [p for p, _ in found], found[0][1]
    return Mistake(
        f"raises-{safe(kind, 40)}",
        f"Ends with {safe(kind, 40)}{_where(c, names)}",
        f"{_on(c, names)} your code raises {safe(kind, 40)}{_line(first)}: {safe(first.message, 120) or 'without a message'}. "
        + ("Begin at that line." if len(names) == len(c.probes) else "Ask what these inputs have that the others do not."),
    )


def _no_error(c: Compared) -> Mistake | None:
    """Values where an error is asked for, and nothing else wrong."""
    found = [p for p in _in_order(c, c.objected) if c.ideal.seen[p].raised and not c.seen.seen[p].raised]
    if not found or len(found) < len(c.objected):
        return None
    wanted = c.ideal.seen[found[0]].raised
    return Mistake(
        "no-error",
        f"No {wanted.type if wanted else 'error'} where the task asks for one",
        f"{_on(c, found)} your function returns a value. The task asks it to refuse such an input, so that a caller hears of it; all else is right.",
    )


def _edge(c: Compared) -> Mistake | None:
    """Right wherever the ordinary case was drawn, wrong at a few named edges."""
    wrong = _in_order(c, c.objected)
    ordinary = [p for p in c.probes if p.startswith(PLAIN)]
    if not wrong or len(ordinary) < 2 or any(p in c.objected for p in ordinary) or len({_group(p) for p in wrong}) > FEW:
        return None
    return Mistake(
        "wrong-at-an-edge",
        f"Right on ordinary inputs, wrong on {_names(wrong)}",
        f"All {len(ordinary)} inputs of the ordinary kind are answered rightly, so the idea is sound. What is left is a special case: {_names(wrong)}. "
        "Read what the task says about it, then follow that input through your code.",
    )


# ---------------------------------------------------------------- words


def _in_order(c: Compared, probes: Iterable[str]) -> list[str]:
    wanted = set(probes)
    return [p for p in c.probes if p in wanted]


def _group(probe: str) -> str:
    """The name of a probe without its number and its engine."""
    return probe.rpartition(" on ")[0].rstrip("0123456789 ") or probe if " on " in probe else probe.rstrip("0123456789 ") or probe


def _names(probes: Iterable[str]) -> str:
    found = list(dict.fromkeys(f"“{_group(p)}”" for p in probes))
    return found[0] if len(found) == 1 else ", ".join(found[:-1]) + " and " + found[-1]


def _on(c: Compared, probes: list[str]) -> str:
    if len(probes) == len(c.probes):
        return "On every input"
    groups = {_group(p) for p in probes}
    return f"On {_names(probes)}" if len(groups) <= FEW else f"On {len(probes)} of {len(c.probes)} inputs"


def _where(c: Compared, probes: list[str]) -> str:
    groups = {_group(p) for p in probes}
    return f" on {_names(probes)}" if len(probes) < len(c.probes) and len(groups) <= FEW else ""


def _line(raised: Raised) -> str:
    return f" at line {raised.line}" if raised.line else ""
