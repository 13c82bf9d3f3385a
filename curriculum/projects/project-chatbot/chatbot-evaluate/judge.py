"""Do planted differences come back, and is nothing claimed that is not there?"""

import numpy as np

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

EXPECTED: dict = {}
WORLDS = ("steady", "luck", "few", "padded", "silent", "missing", "names")
HONEST, LONGER = "'first' if x > y else 'second' if y > x else ", "('first' if len(a) > len(b) else 'second' if len(b) > len(a) else 'tie')"
JUDGES = {
    "honest": (HONEST + "'tie'", 0, 0),
    "always first": ("'first'", 1, 0),
    "longer on a tie": (HONEST + LONGER, 0, 1),
    "second on a tie": (HONEST + "'second'", 0.3, 0),
}


def score(cells, side, unasked=0, recall=False, without=()):
    """What each answer is worth; by recall alone, or without some questions, if so asked."""
    cells = [(c[side], k < len(cells) - unasked) for k, c in enumerate(cells) if c[side] not in without]
    return np.array(
        [
            float(c == "silent" and not asks) if c in (None, "silent") or not asks else c[0] / 6 if recall else 2 * c[0] / (c[1] + 6)
            for c, asks in cells
        ]
    )


def flipped(d):
    """p by all sign flips or 20,000 of them: of both sides, of each side."""
    signs = (
        np.random.default_rng(5).choice([-1.0, 1.0], (20000, d.size))
        if d.size > 12
        else 1 - 2.0 * (np.arange(2**d.size)[:, None] >> np.arange(d.size) & 1)
    )
    return [float(np.mean(hit >= abs(d.sum()) - 1e-9)) for hit in (abs(signs @ d), signs @ d, -signs @ d)]


def world(rng, name, cells, shown, unasked=0, **more):
    """A probe; its lines are shuffled, in each file differently. Citations 0 and 1 are right."""
    held = {"cells": cells, "cites": rng.integers(0, 5, len(cells)).tolist(), "unasked": unasked}
    return asked(
        "evaluated", shown=shown, planted=held, name=name, orders=[rng.permutation(len(cells)).tolist() for _ in "ab"], **held, **more
    )


def PROBES(rng):
    def race(
        n, up, down
    ):  # one word more for the first on `up` questions, for the second on `down`; the questions differ far more than that
        step = rng.permutation([1] * up + [-1] * down + [0] * (n - up - down)).tolist()
        return [((k + (s > 0), 6), (k + (s < 0), 6))[:: 1 - 2 * turn] for k, s in zip(rng.integers(0, 6, n).tolist(), step, strict=True)]

    turn, some = int(rng.integers(2)), rng.integers(3, 6, 40).tolist()
    gaps = [rng.permutation([1] * up + [-1] * down + [0] * (60 - up - down)).tolist() for up, down in ((14, 0), (9, 8))]
    twins = [tuple((k - i * gap[j], 6) for gap in gaps) for j, k in enumerate(rng.integers(1, 6, 60).tolist()) for i in (0, 1)]
    judged = [((k % 5, 6), (k % 5 + 1, 9)) if k % 10 < 7 else ((2, 6), (2, 9)) for k in range(30)]
    silent = [("silent" if k % 3 else (6, 6), (x, 6)) for k, x in enumerate(some)] + [
        ("silent", ("silent", (0, 6))[k % 2]) for k in range(20)
    ]
    drawn = {
        "steady": (race(90, 16, 0), "90 questions of very unlike difficulty; one system is a little better on 16 and worse on none"),
        "luck": (race(60, 17, 11), "60 questions; one system has one word more on 17 of them, the other on 11"),
        "few": (race(9, 7, 1), "9 questions"),
        "padded": ([((6, 40), (4, 6))] * 20 + race(30, 8, 8), "a adds 34 words to its right answers"),
        "missing": ([(None if k % 3 else (6, 6), (x, 6)) for k, x in enumerate(some)], "a left out two thirds of the questions"),
    }
    return {n: world(rng, n, *given, twice=n == "steady") for n, given in drawn.items()} | {
        "silent": world(rng, "silent", silent, "a says mostly that it does not know; 20 of 60 questions have no answer", 20),
        "names": world(rng, "names", twins, "60 pairs of questions that differ in a name; a is worse on one group", named=True),
        **{f"judge: {j}": world(rng, f"judge {j}", judged, f"a judge: {j}", rule=JUDGES[j][0]) for j in JUDGES},
        "faulty": asked("refused", shown="eight faulty inputs, one after another"),
    }


def off(got, want, slack=1e-6):
    return not (type(got) in (int, float) and abs(got - want) <= slack)


@each(*WORLDS)
def scores(got, held):
    """Every question counts once, for what its answer is worth: the mean score and the share of right citations are the planted ones."""
    for i, s in enumerate("ab"):
        more, said = (held["cells"], i, held["unasked"]), {m: got["report"]["metrics"][m][s]["mean"] for m in ("score", "cited")}
        wrong = {
            "rewards_length": score(*more, recall=True),
            "skips_silence": score(*more, without=("silent",)),
            "skips_missing": score(*more, without=(None,)),
        }
        if off(said["score"], want := score(*more).mean()):
            return told(
                f"The mean score of {s} is {said['score']}, expected {want:.4f}.",
                next((m for m, w in wrong.items() if not off(said["score"], w.mean())), ""),
            )
        right = [
            held["cites"][k] < 2 and c[i] not in (None, "silent")
            for k, c in enumerate(held["cells"][: len(held["cells"]) - held["unasked"]])
        ]
        if off(said["cited"], np.mean(right)):
            return Miss(f"The share of right citations of {s} is {said['cited']}, expected {np.mean(right):.4f}.")
    return None


@each(*WORLDS)
def how_sure(got, held):
    """The interval of the difference and the p value are those of paired differences."""
    d = score(held["cells"], 0, held["unasked"]) - score(held["cells"], 1, held["unasked"])
    report, (p, *sides) = got["report"], flipped(d)
    low, high = np.quantile(d[np.random.default_rng(5).integers(0, d.size, (4000, d.size))].mean(axis=1), [0.025, 0.975])
    said = report["difference"]
    if d.size > 30 and (off(said["low"], low, 0.15 * (high - low)) or off(said["high"], high, 0.15 * (high - low))):
        return told(
            f"The interval of the difference is {said['low']} to {said['high']}; the bootstrap gives {low:.3f} to {high:.3f}.",
            "spread_of_answers" if said["high"] - said["low"] > 3 * (high - low) else "",
        )
    if off(report["p_value"], p, 0.01 + 0.08 * p):
        one = min(abs(report["p_value"] - q) for q in sides) < 0.01
        return told(f"p is {report['p_value']}, expected {p:.4f}.", "one_sided" if one else "two_crowds" if report["p_value"] > p else "")
    return None


@each(*WORLDS)
def claims(got, held):
    """A system is called better when p is below 0.05, else neither is; the same input gives the same report."""
    report = got["report"]
    want = None if report["p_value"] >= 0.05 else "a" if report["difference"]["mean"] > 0 else "b"
    if report["better"] != want:
        return told(
            f"better is {report['better']!r} with p = {report['p_value']} and a difference of {report['difference']['mean']}, expected {want!r}.",
            "calls_luck_better" if want is None else "",
        )
    return None if got["same"] else Miss("A second run on the same files left another report.json.")


@each("names")
def names(got, held):
    """A system is called biased where the paired gap between the two groups is no chance, and only there."""
    for i, s in enumerate("ab"):
        d, said = score(held["cells"], i), got["report"]["names"][s]
        p = flipped(d[::2] - d[1::2])[0]
        if off(said["gap"], (d[::2] - d[1::2]).mean()) or off(said["p_value"], p, 0.01 + 0.08 * p) or said["biased"] is not (p < 0.05):
            return told(
                f"For {s} the gap is {said['gap']} with p = {said['p_value']}, biased: {said['biased']}; expected {(d[::2] - d[1::2]).mean():.4f} and {p:.4f}.",
                "any_gap_is_bias" if i and said["biased"] else "",
            )
    return None


@each("judge")
def judges(got, held, probe):
    """A judge that follows the position or the length is measured as such and not trusted; an honest one is trusted."""
    _, position, length = JUDGES[probe.shown.removeprefix("a judge: ")]
    said = got["report"]["judge"]
    if off(said["position"], position) or off(said["length"], length):
        return told(
            f"{probe.shown}: position {said['position']} and length {said['length']}, expected {position} and {length}.",
            "asks_once" if position and not said["position"] else "",
        )
    if said["trusted"] is not (not position and not length):
        return told(f"{probe.shown}: trusted is {said['trusted']}.", "trusts_length" if length else "")
    return None


@each("faulty")
def refuses(got):
    """Each faulty input ends with code 2 and one sentence, and the report that was there stays."""
    bad = next((g for g in got if g["code"] != 2 or g["lines"] != 1 or g["traceback"] or not g["kept"]), None)
    return bad and Miss(
        f"On {bad['what']}: code {bad['code']}, {bad['lines']} lines on stderr ({bad['say']!r}); the report that was there {'stayed' if bad['kept'] else 'is changed or gone'}."
    )
