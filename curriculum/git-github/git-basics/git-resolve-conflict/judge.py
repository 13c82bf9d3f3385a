"""Is the merge of two branches a real one, and do both behaviours live?"""

import numpy as np

from gradus.judging import Miss, close, commit, each, repository

BASE = "def total(prices):\n    return sum(prices)\n"
MAIN = BASE.replace("sum(prices)", "round(sum(prices), 2)")
DISCOUNT = "def total(prices):\n    amount = sum(prices)\n    if amount >= 100:\n        amount *= 0.9\n    return amount\n"
TOTALS = [0, 10, 99.99, 90.0, 90.0, 90.0, 0.38, 100.0, 125.94, 100.0, 225.0, 103.62]
EXPECTED = {"example": {"branch": "main", "status": [], "under_way": "", "look": {"totals": TOTALS}}}
WORDS = "stock tax labels orders mail print shelf scan queue menu".split()


def start(rng: np.random.Generator, early: int, mine: int, theirs: int) -> object:
    names = [str(w) for w in rng.permutation(WORDS)]

    def text() -> str:
        return "".join(f"{rng.choice(WORDS)} = {rng.integers(1000)}\n" for _ in range(rng.integers(1, 5)))

    made = [commit("main", "Begin the shop", {"price.py": BASE, "README.md": "# Shop\n", **{f"{n}.toml": text() for n in names[:2]}})]
    made += [commit("main", f"Early work {i}", {f"notes/{i}.txt": text()}) for i in range(early)]
    made += [commit("discount", "Take a tenth off from 100 on", {"price.py": DISCOUNT}, start="main")]
    made += [commit("discount", f"Work on {n}", {f"{n}.toml": text()}) for n in names[2 : 2 + theirs]]
    made += [commit("discount", "The old table is not used any more", {f"{names[0]}.toml": None})]
    cents = commit("main", "Charge whole cents", {"price.py": MAIN, "README.md": f"# Shop\n\n{text()}"})
    return repository(*made, cents, *[commit("main", f"Work on {n}", {f"{n}.toml": text()}) for n in names[6 : 6 + mine]])


def PROBES(rng: np.random.Generator) -> dict:
    probes = {"example": start(np.random.default_rng(7), 0, 1, 1), "nothing beside": start(rng, 0, 0, 0)}
    return probes | {f"random {i}": start(rng, *(int(n) for n in rng.integers(1, 5, 3))) for i in range(4)}


@each()
def merge_is_ended(got, ideal):
    """You end on main, the merge is no longer under way, and nothing is left uncommitted."""
    if got["branch"] != "main":
        return Miss(f"You are on {got['branch'] or 'no branch'}, not on main.")
    if got["under_way"] or got["status"]:
        return Miss(f"Not committed: {', '.join(got['status'][:4]) or 'the ' + got['under_way'] + ' that is under way'}.")


@each()
def no_markers_are_committed(got, ideal):
    """No file holds conflict markers."""
    marked = [p for p, t in got["files"].items() if "<<<<<<< " in t or "\n=======\n" in t or ">>>>>>> " in t]
    return Miss(f"{marked[0]} still holds the lines that git wrote for you to choose from.") if marked else None


@each()
def both_behaviours_live(got, ideal):
    """total takes the discount off the exact sum and rounds what it returns."""
    if "error" in got["look"]:
        return Miss(f"price.py does not run: {got['look']['error']}.")
    return close(got["look"]["totals"], ideal["look"]["totals"], atol=1e-9)


@each()
def everything_else_is_there(got, ideal):
    """Every other file is as the two branches together want it."""
    mine, want = got["commits"][got["head"]]["tree"], ideal["commits"][ideal["head"]]["tree"]
    wrong = [p for p in sorted({*mine, *want} - {"price.py"}) if mine.get(p) != want.get(p)]
    return Miss(f"{wrong[0]} {'should not be there' if wrong[0] not in want else 'is not what the branches made of it'}.") if wrong else None


@each()
def both_histories_are_joined(got, ideal):
    """The last commit of main is a merge commit: its two parents are the former tips of main and discount."""
    tips = ideal["commits"][ideal["head"]]["parents"]
    mine = got["commits"][got["branches"].get("main") or 0]["parents"]
    return None if sorted(mine) == sorted(tips) else Miss(f"Its parents are {len(mine)}: for git, the tip of discount was not merged into main.")


@each()
def nothing_is_rewritten(got, ideal):
    """Every earlier commit is still part of the history, and discount stands where it stood."""
    if got["branches"].get("discount") != ideal["branches"]["discount"]:
        return Miss("The branch discount no longer points at its last commit.")
    return close(got["kept"], ideal["kept"])
