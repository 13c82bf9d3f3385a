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
}


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
            shown="three runs, promotions through five reports, and two steps back",
            planted={"runs": runs},
            runs=runs,
            unfinished=run(False),
            reports=report,
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


@each()
def gate(got):
    """Only a candidate that is shown to be better, whose answers do not change with names, and whose judge can be trusted becomes the champion."""
    one, two, _, three = got["versions"]
    for move, want in zip(got["moves"][:6], (one, one, one, one, one, three), strict=True):
        passed, opens = move["code"] == 0, move["what"].startswith("promote")
        if move["champion"] != want or passed != opens or (not opens and (move["code"] != 2 or move["lines"] != 1 or move["traceback"])):
            name = (
                {"no better": "any_larger_mean", "biased": "ignores_bias", "a judge with habits": "ignores_the_judge"}.get(move["what"], "")
                if passed and not opens
                else ""
            )
            if move["what"] == "promote the latest" and passed:
                name = "promotes_the_first"
            return told(
                f"{move['what']}: code {move['code']} and champion {move['champion']}, expected {'0' if opens else '2'} and {want}. It said: {move['say']!r}.",
                name,
            )
    return None


@each()
def way_back(got):
    """A roll-back makes the version the champion that was it before; where none was, it is refused and nothing changes."""
    one, back, far = got["versions"][0], *got["moves"][6:]
    if back["code"] or back["champion"] != one:
        return told(
            f"After versions {one} and {got['versions'][3]} were champion, rolling back gives {back['champion']}.",
            "back_by_number" if back["champion"] == got["versions"][1] else "",
        )
    if far["code"] != 2 or far["lines"] != 1 or far["traceback"] or far["champion"] != one:
        return Miss(f"Rolling back past the first champion: code {far['code']}, champion {far['champion']}, {far['say']!r}.")
    return None


@each()
def refuses(got):
    """A folder that holds no finished run ends with code 2 and one sentence, and the store has no run more."""
    bad = next((g for g in got["faults"] if g["code"] != 2 or g["lines"] != 1 or g["traceback"]), None)
    if bad:
        return Miss(f"On {bad['what']}: code {bad['code']}, {bad['lines']} lines on stderr ({bad['say']!r}).")
    return None if got["after"] == got["count"] else Miss("A run that is none is in the store now.")
