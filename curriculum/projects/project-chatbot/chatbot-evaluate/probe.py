"""Write the files of an evaluation, run it, and bring back its report.

A cell is what one system said to one question: [right words, words] of six, "silent", or None for no line at all.
"""

import json

import stage

GOLD, OFF = "vexil tarn corvid sedge lumen brack".split(), [f"stray{k}" for k in range(60)]
CITES = (["c"], ["d", "c"], [], ["x"], ["c", "x"])  # chunks "c" and "d" hold the answer
JUDGE = """import json, sys
G = set("vexil tarn corvid sedge lumen brack".split())
for line in sys.stdin:
    r = json.loads(line)
    a, b = r["first"], r["second"]
    x, y = len(G & set(a.split())), len(G & set(b.split()))
    print(json.dumps({"id": r["id"], "winner": RULE}))
"""
TWO = {
    "gold": [{"id": f"q{k}", "question": "?", "answers": ["vexil"]} for k in (0, 1)],
    **{s: [{"id": "q0", "answer": s, "known": True, "citations": []}] for s in "ab"},
}
FAULTS = [
    ("a file that is not there", {"a": None}),
    ("a line that is no JSON", {"b": json.dumps(TWO["b"][0]) + '\n{"id": \n'}),
    ("no gold line", {"gold": []}),
    ("an id twice", {"a": TWO["a"] * 2}),
    ("an answer to a question that is not asked", {"a": [{**TWO["a"][0], "id": "q7"}]}),
    ("a pair with one question", {"gold": [{**TWO["gold"][0], "pair": "p", "group": "x"}, TWO["gold"][1]]}),
    ("a judge that fails", {"judge": "raise SystemExit('no key')\n"}),
    ("a judge that names no side", {"judge": JUDGE.replace("RULE", "'left'")}),
]


def _row(k, cell, cites):
    silent = cell == "silent"
    text = "I do not know." if silent else " ".join(GOLD[: cell[0]] + OFF[: cell[1] - cell[0]])
    return {"id": f"q{k:03}", "answer": text, "citations": [] if silent else CITES[cites], "known": not silent}


def _gold(k, asks, named):
    row = {
        "id": f"q{k:03}",
        "question": f"What is item {k}?",
        "answers": [" ".join(GOLD)] if asks else [],
        "chunks": ["c", "d"] if asks else [],
    }
    if named:
        row |= {
            "pair": f"p{k // 2}",
            "group": ("north", "south")[k % 2],
            "question": f"What does {('Nora', 'Bilal')[k % 2]} need for item {k // 2}?",
        }
    return row


def _command(name, gold, a, b, judge=None):
    """Put the files down (None: leave it out); the folder and the words of the command."""
    rows = {"gold": gold, "a": a, "b": b}
    texts = {
        f"{k}.jsonl": v if isinstance(v, str) else "".join(json.dumps(row) + "\n" for row in v) for k, v in rows.items() if v is not None
    }
    top = stage.put(name, {**texts, **({"judge.py": judge} if judge else {})})
    return top, [
        "evaluate",
        top / "a.jsonl",
        top / "b.jsonl",
        "--gold",
        top / "gold.jsonl",
        *(["--judge", top / "judge.py"] if judge else []),
    ]


SIDE = {"mean", "low", "high"}
SHAPE = {
    "metrics": {m: {"a": SIDE, "b": SIDE} for m in ("score", "cited")},
    "difference": SIDE,
    "p_value": set(),
    "better": set(),
    "judge": set(),
    "names": set(),
}
NAMES = {"names": {s: {"gap", "low", "high", "p_value", "biased"} for s in "ab"}}
JUDGED = {"judge": {"position", "length", "trusted"}}


def _shaped(value, shape, where):
    """Unfit unless these keys are there, to any depth."""
    for key in shape:
        if not isinstance(value, dict) or key not in value:
            raise stage.Unfit(f"{where} has no {key!r}.")
        if isinstance(shape, dict) and shape[key]:
            _shaped(value[key], shape[key], f"{where}: {key}")


def evaluated(name, cells, cites, orders, unasked=0, named=False, rule=None, twice=False):
    """The report on these cells; with `twice`, whether a second run leaves the same bytes. The lines of a and of b stand in `orders`."""
    gold = [_gold(k, k < len(cells) - unasked, named) for k in range(len(cells))]
    sides = [[_row(k, cells[k][s], cites[k]) for k in orders[s] if cells[k][s] is not None] for s in (0, 1)]
    top, words = _command(name, gold, *sides, JUDGE.replace("RULE", rule) if rule else None)
    stage.run(*words, "--out", top / "report", seconds=90, threads=1).ok()
    shape = {**SHAPE, **(NAMES if named else {}), **(JUDGED if rule else {})}
    report, again = stage.read_json(top / "report" / "report.json"), top / "report"
    _shaped(report, shape, "report.json")
    if twice:
        again = top / "again"
        stage.run(*words, "--out", again, seconds=90, threads=1).ok()
    return {"report": report, "same": stage.text(top / "report" / "report.json") == stage.text(again / "report.json")}


def refused():
    """A good report, then faulty inputs: what was said to each, and whether the good report was still there."""
    top, words = _command("good", **TWO)
    stage.run(*words, "--out", top / "report", seconds=90, threads=1).ok()
    before, said = stage.text(top / "report" / "report.json"), []
    for k, (what, change) in enumerate(FAULTS):
        _, words = _command(f"fault {k}", **{**TWO, **change})
        done = stage.run(*words, "--out", top / "report", seconds=90, threads=1).refused()
        left = top / "report" / "report.json"
        said.append({**done, "what": what, "kept": left.is_file() and stage.text(left) == before})
    return said
