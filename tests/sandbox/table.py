"""The tables of docs/sandbox.md, from what the tests and the self-check go by; `python -m tests.sandbox.table` writes them there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gradus.sandbox.selfcheck import EVERY, PROMISED
from gradus.vocabulary import Wall

from .attacks import ESCAPES, RESOURCES, VALUES, VERDICTS
from .attacks_own import CHANNEL, FILES, LIMITS, OTHERS
from .not_held import NOT_HELD, RUN

PAGE = Path(__file__).parents[2] / "docs" / "sandbox.md"
GROUPS: dict[str, Mapping[str, object]] = {
    "resources": {**RESOURCES, **LIMITS}, "escape, secrets": {**ESCAPES, **FILES, **OTHERS}, "verdict, channel": {**VERDICTS, **CHANNEL},
    "values": VALUES,
}  # fmt: skip
HEAD = "| {} | " + " | ".join(f"`{w}`" for w in Wall) + " |\n|---|" + "---|" * len(Wall) + "\n"


def properties() -> str:
    """What each level promises."""
    rows = [f"| {name} | " + " | ".join("yes" if name in PROMISED[w] else "–" for w in Wall) + " |\n" for name in sorted(EVERY)]
    return HEAD.format("property") + "".join(rows)


def counts() -> str:
    """Held of made, by group and level; an attack that is not made where it would hit others counts as not held."""
    rows = []
    for group, attacks in {**GROUPS, "all": {k: v for g in GROUPS.values() for k, v in g.items()}}.items():
        held = [sum(str(w) not in NOT_HELD.get(name, ((), RUN, ""))[0] for name in attacks) for w in Wall]
        rows.append(f"| {group} | " + " | ".join(f"{n} / {len(attacks)}" for n in held) + " |\n")
    return HEAD.format("attacks held") + "".join(rows)


def gaps() -> str:
    """Every attack that some level does not hold."""
    rows = [
        f"| {name} | {', '.join(f'`{level}`' for level in levels)} | {words}{'' if run is RUN else ' (not tried)'} |\n"
        for name, (levels, run, words) in sorted(NOT_HELD.items(), key=lambda item: (-len(item[1][0]), item[0]))
    ]
    return "| attack | gets through at | because |\n|---|---|---|\n" + "".join(rows)


def written(page: str) -> str:
    """The page with its tables renewed."""
    for name, text in (("properties", properties()), ("counts", counts()), ("gaps", gaps())):
        begin, end = f"<!-- begin {name}: python -m tests.sandbox.table -->\n", f"<!-- end {name} -->"
        before, found, rest = page.partition(begin)
        assert found, f"docs/sandbox.md has no place for the table {name}"
        page = before + begin + text + end + rest.partition(end)[2]
    return page


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
