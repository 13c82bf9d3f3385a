"""A table of scores: is every answer right, in time, and without leaving the language?"""

import numpy as np

from gradus.judging import each, program, same_lines

EXPECTED = {
    "example": {"out": "Cy Ada \nCy\nnone\n"},
    "far below zero": {"out": "Bo Ada \nAda\nBo\nnone\n"},
}
EXAMPLE = "set Bo 7\nset Ada 7\nset Cy 9\ntop 2\nnear 8\nnear 10\n"
LETTERS = list("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def names(rng: np.random.Generator, n: int) -> list[str]:
    return list(dict.fromkeys("".join(rng.choice(LETTERS, size=rng.integers(1, 9))) for _ in range(n)))


def mixed(rng: np.random.Generator, lines: int, spread: int, purges: bool = True) -> str:
    """Commands of all kinds; a small `spread` of scores makes many equal ones."""
    people, out = names(rng, max(3, lines // 5)), [] if purges else [f"set best {spread}"]
    kinds = rng.choice(["set", "set", "set", "drop", "purge" if purges else "set", "top", "near", "near"], size=lines)
    drawn = zip(kinds, rng.integers(-spread, spread + 1, lines), rng.integers(len(people), size=lines), rng.integers(1, 5, lines), strict=True)
    for kind, score, who, k in drawn:
        out.append(f"set {people[who]} {score}" if kind == "set" else f"drop {people[who]}" if kind == "drop"
                   else f"purge {score - spread}" if kind == "purge" else f"top {k}" if kind == "top" else f"near {score}")  # fmt: skip
    return "\n".join(out)


def many(rng: np.random.Generator, question: str) -> str:
    """20,000 names, then 20,000 times the same question."""
    sets = ["set best 1000000", *(f"set n{i} {s}" for i, s in enumerate(rng.integers(-(10**6), 10**6, 19_999)))]
    asks = [f"top {k}" for k in rng.integers(1, 6, 20_000)] if question == "top" else [f"near {s}" for s in rng.integers(-(10**6), 10**6, 20_000)]
    return "\n".join([*sets, *asks, ""])


def PROBES(rng: np.random.Generator) -> dict:
    probes = {
        "example": program(EXAMPLE),
        "nothing": program(""),
        "nobody": program("top 3\nnear 0\ndrop Ada\npurge 5\ntop 1"),
        "far below zero": program("set Ada -900000000000000\nset Bo -5\ntop 9\nnear -1000000000000000\nnear -5\nnear 1\n"),
        "set again": program("set Ada 5\nset Bo 6\nset Ada 9\ntop 3\nnear 5\nset Ada 1\ntop 3\nnear 2\ndrop Ada\ntop 2"),
        "equal scores": program("set b 4\nset a 4\nset c 4\nset C 4\nset d 3\ntop 9\nnear 4\nnear 3\ndrop C\nnear 4\ntop 2"),
        "purge at the edge": program("set a 1\nset b 2\nset c 2\nset d 3\npurge 2\ntop 9\nnear 0\npurge 3\ntop 9\npurge 4\ntop 9\nnear 0"),
        "purged, then set again": program("set a 1\nset b 5\npurge 3\nset a 1\ntop 3\nnear 0\npurge 6\ndrop a\nset b 5\nset a 4\ntop 3\nset b 5\nset a 4\ntop 3"),
        "purge many": program("".join(f"set p{i} {i % 7}\n" for i in range(30)) + "purge 5\ntop 40\npurge 9\ntop 1\nset z 1\ntop 2"),
        "more than there are": program("set a 1\nset b 2\ntop 3\nset c 3\ntop 5\ndrop a\ntop 4"),
        "past the end": program("set a 1\nset b 2\nnear 2\nnear 3\nset c 3\nnear 3\nnear 4"),
        "large near": program(many(rng, "near")), "large top": program(many(rng, "top")), "large mixed": program(mixed(rng, 50_000, 10**15, False)),
    }  # fmt: skip
    return probes | {f"random {i}": program(mixed(rng, int(rng.integers(5, 150)), int(rng.choice([3, 20, 10**12])))) for i in range(7)}


@each("example", "nothing", "nobody", "far below zero", "set again", "more than there are")
def simple_runs(got, ideal):
    """top and near answer for few names, for nobody, and after a score was set again."""
    return same_lines(got["out"], ideal["out"])


@each("equal scores", "purge", "past the end")
def edges(got, ideal):
    """Equal scores stand in the order of the names, purge spares the score itself, and beyond the last score is none."""
    return same_lines(got["out"], ideal["out"])


@each()
def all_runs(got, ideal):
    """Every line is right in every run, the large ones included."""
    return same_lines(got["out"], ideal["out"])
