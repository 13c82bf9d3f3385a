"""Is in the store what was measured and from what it came, does the gate hold, and does the way back lead back?"""

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

SURE = {"items": 50, "p_value": 0.01, "better": "a", "names": None, "judge": None}
NAMES = {"groups": ["x", "y"], "b": {"gap": 0.0, "p_value": 0.9, "biased": False}}
JUDGED = {"position": 0.0, "length": 0.9, "trusted": False, "a": 30, "b": 5, "ties": 15}
REPORTS = {
    "better": {
        **SURE,
        "names": {**NAMES, "a": {"gap": 0.01, "p_value": 0.6, "biased": False}},
        "judge": {**JUDGED, "length": 0.0, "trusted": True},
    },
    "no better": {**SURE, "better": None, "p_value": 0.4, "difference": {"mean": 0.02, "low": -0.03, "high": 0.07}},
    "worse": {**SURE, "better": "b"},
    "biased": {**SURE, "names": {**NAMES, "a": {"gap": 0.2, "p_value": 0.001, "biased": True}}},
    "a judge with habits": {**SURE, "judge": JUDGED},
    "silent about names": {k: v for k, v in SURE.items() if k != "names"},
}

# what is done, the version that is named, the report at the gate (None: a roll-back), and the champion afterwards; it opens where a version is named last
MOVES = (
    ("promote the first", "one", "better", "one", True),
    ("promote the second with a report that shows no difference", "two", "no better", "one", False),
    ("promote the second with a report in which it is worse", "two", "worse", "one", False),
    ("promote the second with a report in which it is biased", "two", "biased", "one", False),
    ("promote the second with a report whose judge has habits", "two", "a judge with habits", "one", False),
    ("promote the second with a report that does not say anything about names", "two", "silent about names", "one", False),
    ("promote the latest", "", "better", "three", True),
    ("promote the champion once more", "three", "better", "three", True),
    ("promote the second with a good report at last", "two", "better", "two", True),
    ("roll back", "", None, "three", True),
    ("roll back a second time", "", None, "one", True),
    ("roll back a third time", "", None, "one", False),
)
THROUGH = {"no better": "any_larger_mean", "biased": "ignores_bias", "a judge with habits": "ignores_the_judge"}


def PROBES(rng):
    def run(ended=True):
        steps = int(rng.integers(4, 9))
        base = float(rng.uniform(2, 3))
        parameters = {
            "steps": steps,
            "seed": int(rng.integers(99)),
            "rank": int(rng.choice([4, 8, 16])),
            "rate": float(rng.choice([1e-3, 3e-4])),
            "model": f"model-{rng.integers(99)}",
        }
        figures = {"base_loss": base, "tuned_loss": base * float(rng.uniform(0.3, 0.9))} if ended else {}
        return {
            "parameters": parameters,
            "figures": figures,
            "curve": (base * rng.uniform(0.5, 1, steps)).round(6).tolist(),
            "data_hash": rng.bytes(8).hex(),
        }

    runs = [run() for _ in range(3)]
    report = {k: {"metrics": {}, **v} for k, v in REPORTS.items()}
    return {
        "store": asked(
            "tracked",
            shown="three runs, promotions with six reports, and three steps back",
            planted={"runs": runs},
            runs=runs,
            unfinished=run(False),
            reports=report,
            moves=[{"what": what, "version": version, "gate": gate} for what, version, gate, _, _ in MOVES],
        )
    }


@each()
def holds_what_was_measured(got, planted):
    """The store has the parameters, the loss of each step at its step, both held-out losses, and the adapter's files."""
    for k, (held, run) in enumerate(zip(got["held"], planted["runs"], strict=True), 1):
        wrong = next((n for n, v in run["parameters"].items() if held["parameters"].get(n) != str(v)), None)
        if wrong:
            return Miss(
                f"Run {k} has {wrong} = {held['parameters'].get(wrong)!r} in the store, expected {str(run['parameters'][wrong])!r}."
            )
        if [x for x in held["history"]["loss"] if abs(x[1] - run["curve"][-1]) < 1e-6] == held["history"]["loss"] != []:
            return told(
                f"Run {k} has {len(held['history']['loss'])} value of the loss in the store; its log has {len(run['curve'])} steps.",
                "last_loss_only",
            )
        if sorted(held["history"]["loss"]) != [[i, x] for i, x in enumerate(run["curve"], 1)]:
            return Miss(
                f"The losses of run {k} in the store are {held['history']['loss'][:3]} and so on; its log has {run['curve'][:3]}, at the steps from 1 on."
            )
        for name, value in run["figures"].items():
            if not held["history"][name] or abs(held["history"][name][-1][1] - value) > 1e-6:
                return Miss(f"Run {k} has no metric {name} of {value:.6f} in the store.")
        if missing := {"adapter/adapter_config.json", "adapter/adapter_model.safetensors", "result.json"} - set(held["artifacts"]):
            return Miss(f"Run {k} has no artefact {min(missing)}.")
        if held["status"] != "FINISHED":
            return Miss(f"Run {k} has the status {held['status']}.")
        if got["runs"][k - (k < 3)] != held["run"]:
            return Miss(f"`track` printed the run {got['runs'][k - (k < 3)]!r}; its version belongs to the run {held['run']}.")
    return None


@each()
def lineage(got, planted):
    """Each run says from which data and from which code it came."""
    for k, (held, run) in enumerate(zip(got["held"], planted["runs"], strict=True), 1):
        if held["tags"].get("data_hash") != run["data_hash"]:
            return told(
                f"Run {k} has the tag data_hash {held['tags'].get('data_hash')!r}, expected {run['data_hash']!r}.",
                "hash_of_the_folder" if held["tags"].get("data_hash") else "",
            )
    codes = [held["tags"].get("code_hash", "") for held in got["held"]]
    if not all(len(c) >= 12 for c in codes) or codes[0] != codes[1]:
        return Miss(f"Two runs of the same code have the code hashes {codes[0]!r} and {codes[1]!r}.")
    return None if codes[2] != codes[0] else told("A source file of the bot was changed, and code_hash is the same.", "hash_of_one_file")


@each()
def once(got):
    """A run that is tracked again is the same run and the same version."""
    one, two, again, three = got["versions"]
    if again != two or got["count"] != 3:
        return told(
            f"Tracked again, run 2 became version {again} after version {two}; the store has {got['count']} runs of 3.", "logs_twice"
        )
    return None if len({one, two, three}) == 3 else Miss(f"Three runs became the versions {one}, {two}, {three}.")


def moved(got, numbers, name):
    """A Miss for the first of these moves that did not end as MOVES says; `name` finds the mistake."""
    version = dict(zip(("one", "two", "three"), (got["versions"][k] for k in (0, 1, 3)), strict=True))
    for k in numbers:
        move, (what, _, report, after, opens) = got["moves"][k], MOVES[k]
        fine = move["code"] == 0 if opens else move["code"] == 2 and move["lines"] == 1 and not move["traceback"]
        if not fine or move["champion"] != version[after]:
            say = f"{what}: code {move['code']} and champion {move['champion']}, expected {0 if opens else 2} and {version[after]}; it said {move['say']!r} in {move['lines']} lines."
            return told(say, name(k, report, move, version))
    return None


@each()
def gate(got):
    """Only a candidate that is shown to be better, whose answers do not change with names, and whose judge can be trusted becomes the champion."""

    def name(k, report, move, version):
        if not MOVES[k][4]:
            return THROUGH.get(report, "") if move["code"] == 0 else ""
        return "promotes_the_first" if not MOVES[k][1] and move["code"] == 0 else ""

    return moved(got, range(7), name)


@each()
def way_back(got):
    """A roll-back makes the version the champion that was it before, as often as there is one; else it is refused and nothing changes."""

    def name(k, report, move, version):
        if k == 9:
            return "back_by_number" if move["champion"] == version["two"] - 1 != version["three"] else ""
        return (
            "remembers_one"
            if k == 10 and move["champion"] == version["two"]
            else "same_champion_twice"
            if k == 10 and move["champion"] == version["three"]
            else ""
        )

    return moved(got, range(7, 12), name)


@each()
def refuses(got):
    """Input at fault ends with code 2 and one sentence, and the store is as it was."""
    bad = next((g for g in got["faults"] if g["code"] != 2 or g["lines"] != 1 or g["traceback"]), None)
    if bad:
        return Miss(f"On {bad['what']}: code {bad['code']}, {bad['lines']} lines on stderr ({bad['say']!r}).")
    if got["after"][0] != got["count"]:
        return Miss("A run that is none is in the store now.")
    return None if got["after"][1] == got["moves"][-1]["champion"] else Miss("A command that was refused changed the champion.")
