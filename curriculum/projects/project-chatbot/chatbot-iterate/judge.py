"""Does feedback teach what it should and nothing else, and does one turn of the pipeline run what it must, once, and decide rightly?"""

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

PLACES = ("mill", "bridge", "tower", "garden", "quarry", "station", "chapel", "orchard", "barn", "cellar")
THINGS = ("lantern", "ladder", "kettle", "wagon", "barrel", "bell", "rope", "shutter", "basket", "anvil", "saddle", "mirror")
DOINGS = ("is painted", "is repaired", "is weighed", "is counted", "is borrowed", "is polished", "is hidden", "is measured")
DAYS = ("every Monday", "each spring", "before sunrise", "in the last week of May", "once in seven years", "when the river is low")
WHO = ("the warden", "two apprentices", "the oldest miller", "a clerk from Orle", "the widow next door", "a travelling smith")


def documents(rng, count, length):
    """{source: sentences}, no sentence twice."""
    found, seen = {}, set()
    for place in rng.choice(PLACES, count, replace=False):
        made = []
        while len(made) < length:
            one = f"The {rng.choice(THINGS)} of the {place} {rng.choice(DOINGS)} by {rng.choice(WHO)} {rng.choice(DAYS)}."
            if one not in seen:
                seen.add(one)
                made.append(one)
        found[f"{place}.md"] = made
    return found


def question(sentence):
    """A question that a sentence answers; no two sentences of one call share it."""
    return "Who sees to it that " + sentence[0].lower() + sentence[1:-1] + "?"


def row(k, asking, answer, rating, correction=None):
    time = f"2026-03-{1 + k // 24:02}T{k % 24:02}:15:00.000+00:00"
    return {"id": f"q{k:02}", "time": time, "question": asking, "answer": answer, "rating": rating, "correction": correction}


def ratings(rng, told_, closed, exam):
    """The log in order of time, and what of it is right to learn and what each kind of wrong learns."""
    s, h, k = [list(rng.permutation(x)) for x in (told_, closed)] + [0]
    rows, wrong = [], {"rejected": [], "closed": [], "exam": [], "old": []}

    def add(*cells):
        nonlocal k
        rows.append(row(k, *cells))
        k += 1

    ask = [question(x) for x in s]
    add(ask[0], s[0], "up")
    add(ask[1], s[2], "down", s[1])
    add(ask[3], s[4], "down")
    wrong["rejected"].append(s[4])
    add(ask[5], s[6], "down", "  ")
    wrong["rejected"].append(s[6])
    add(ask[7], s[7], "up")
    add(ask[8], s[9], "down", s[10])
    wrong["old"] += [s[7], s[10]]
    own = f"Nobody but the bailiff does it, {rng.integers(3, 90)} times a year."
    add(ask[11], s[12], "down", own)
    add(question(h[0]), h[0], "up")
    add(question(h[1]), f"{s[13]} {h[1]}", "up")
    add(question(h[2]), s[14], "down", h[2].upper() if rng.random() < 0.5 else h[2])
    wrong["closed"] += [h[0], f"{s[13]} {h[1]}", h[2]]
    add(exam[0].upper().replace(" ", "  "), s[15], "up")
    add(exam[1], s[16], "down", s[17])
    wrong["exam"] += [s[15], s[17]]
    add(ask[7].upper(), s[7], "down")
    add(ask[8], s[8], "up")
    right = {ask[0]: s[0], ask[1]: s[1], ask[11]: own, ask[8]: s[8]}
    for _ in range(3):
        add(ask[0].replace(" ", "  "), s[0], "up")
    return rows, right, wrong


def PROBES(rng):
    texts = documents(rng, 4, 9)
    *open_, shut = texts
    place = lambda name, at: {"id": f"{name}-{at}", "source": name, "title": name[:-3].title(), "start": at * 90, "end": at * 90 + 80, "tokens": 40}
    chunks = [{**place(name, at), "text": " ".join(lines[at : at + 3])} for name, lines in texts.items() for at in range(0, len(lines), 3)]
    pairs = {
        "train": [{"prompt": f"Say line {i} of {n}.", "completion": texts[n][i], "source": n} for n in open_ for i in (0, 4)],
        "heldout": [{"prompt": f"Say line {i} of {shut}.", "completion": texts[shut][i], "source": shut} for i in (1, 5)],
    }
    exam = [f"How heavy is the {t} of the town hall?" for t in rng.choice(THINGS, 3, replace=False)]
    told_ = [x for n in open_ for i, x in enumerate(texts[n]) if i not in (0, 4)]
    log, right, wrong = ratings(rng, told_, [x for i, x in enumerate(texts[shut]) if i not in (1, 5)], exam)
    docs = documents(rng, 5, 8)
    lines = [x for d in docs.values() for x in d]
    free = [f"The toll for a cart with {n} wheels is {m} pence." for n, m in zip(rng.choice(90, 3, replace=False), rng.integers(10, 99, 3), strict=True)]
    return {
        "turn": asked(
            "turned",
            shown="ratings of every kind; the pipeline from nothing, again, and after new ratings; the workflow's commands",
            planted={"right": right, "wrong": wrong, "pairs": pairs},
            data=chunks,
            pairs=pairs,
            log=log,
            gold=[{"id": f"g{i}", "question": q, "answers": ["Nine stone."]} for i, q in enumerate(exam)],
            wanted=len(right),
            docs={n: f"# {n[:-3].title()}\n\n" + " ".join(v[:4]) + "\n\n" + " ".join(v[4:]) + "\n" for n, v in docs.items()},
            ratings=[row(0, f"What is the {w} toll?", free[i], "up") for i, w in enumerate(("first", "second"))],
            exam=[{"id": f"e{i}", "question": question(lines[i * 9]), "answers": [lines[i * 9]]} for i in range(4)],
            more=[row(30, "What is the third toll?", free[2], "up")],
            other="The toll book is closed at noon on the day before a market.",
        )
    }


same = lambda text: " ".join(text.lower().split())
key = lambda pair: (same(pair["prompt"]), same(pair["completion"]))


@each()
def teaches(got, planted):
    """Training has the pairs that were there, and one for each question that its latest rating teaches; nothing that measures the model is in it."""
    found, before = got["learnt"]["with"], {key(p) for p in planted["pairs"]["train"]}
    if lost := before - {key(p) for p in found["train"]}:
        return Miss(f"The training pair {min(lost)[0]!r} was there before and is not in train.jsonl any more.")
    new = [p for p in found["train"] if key(p) not in before]
    for name, mistake, why in (
        ("closed", "leaks_held_out", "a sentence of it stands in a held-out document"),
        ("exam", "learns_the_exam", "its question is one of the gold file"),
        ("rejected", "learns_rejected", "it was rated down, and nobody said what is right"),
        ("old", "first_rating_counts", "a later rating of the same question says otherwise"),
    ):
        bad = {same(x) for x in planted["wrong"][name]}
        if hit := next((p for p in new if same(p["completion"]) in bad), None):
            return told(f"{hit['completion']!r} is a training pair, but {why}.", mistake)
    for asking, answer in planted["right"].items():
        hits = [p for p in new if same(asking) in same(p["prompt"]) or same(asking).rstrip("?") in same(p["prompt"])]
        if not any(same(p["completion"]) == same(answer) for p in hits):
            return Miss(f"To {asking!r} the ratings teach {answer!r}; there is no training pair with this question and this answer.")
        if len(hits) > 1:
            return told(f"The question {asking!r} is in {len(hits)} training pairs.", "first_rating_counts")
    return None if len(new) == len(planted["right"]) else Miss(f"{len(new)} pairs were learnt; the ratings teach {len(planted['right'])}.")


@each()
def measures_as_before(got, planted):
    """The held-out pairs stay as they were; an empty log teaches nothing; a line that is no rating ends with code 2, one sentence and nothing left."""
    found, want = got["learnt"], {part: sorted(map(key, rows)) for part, rows in planted["pairs"].items()}
    if sorted(map(key, found["with"]["heldout"])) != want["heldout"]:
        return told("The held-out pairs are not those of before.", "leaks_held_out")
    if {part: sorted(map(key, rows)) for part, rows in found["without"].items()} != want:
        return Miss("With an empty log, train.jsonl and heldout.jsonl are not the pairs of before.")
    bad = found["bad"]
    if bad["code"] != 2 or bad["lines"] != 1 or bad["traceback"] or bad["left"]:
        return Miss(f"A line with the rating 'sideways': code {bad['code']}, {bad['lines']} lines on stderr ({bad['say']!r}), {'something' if bad['left'] else 'nothing'} left.")
    return None if got["turn"] else Miss("The pipeline was not run, since `feedback` alone is not right.")


@each()
def refuses_the_worse(got):
    """The first turn runs every command; its model is not shown to be better, so it is tracked and refused, and the decision says why."""
    if not got["turn"]:
        return None
    first = got["turn"]["first"]
    needed = {"ingest", "index", "pairs", "feedback", "train", "evaluate", "iterate"}
    if first["said"]["promoted"] or first["champion"] is not None:
        return told(f"Four questions with equal answers show nothing, and the model is champion: {first['said']}.", "promotes_anyway")
    if lacking := needed - set(first["ran"]):
        return Miss(f"`dvc repro` ran {', '.join(first['ran'])}; {min(lacking)} is missing.")
    if len(first["versions"]) != 1 or first["said"]["version"] != first["versions"][0] or first["said"]["champion"] is not None:
        return Miss(f"After the first turn the store has the versions {first['versions']}, and the decision is {first['said']}.")
    return None if str(first["said"]["reason"]).strip() else Miss("The decision does not say why.")


@each()
def nothing_twice(got):
    """Run again, the pipeline runs no command."""
    again = got["turn"] and got["turn"]["second"]["ran"]
    return told(f"With nothing changed, `dvc repro` ran {', '.join(again)}.", "runs_every_time") if again else None


@each()
def sees_each_change(got):
    """After a change of a document, of the questions, of params.yaml or of bot.toml, what reads it is out of date and nothing else."""
    if not got["turn"] or not got["turn"]["changes"]:
        return None
    before = {"a document": (), "gold": ("ingest", "index"), "steps": ("ingest", "index", "pairs"), "rate": ("ingest", "index", "pairs", "feedback")}
    say = {"gold": "a question of the gold file", "steps": "steps in params.yaml", "rate": "[finetune] rate in bot.toml"}
    for name, stale in got["turn"]["changes"].items():
        if stale is None:
            continue
        if not stale:
            return told(f"After a change of {say.get(name, name)}, every stage is still up to date.", "blind_to_documents" if name == "a document" else "")
        if early := next((s for s, cmd in stale.items() for c in before[name] if f"bot {c} " in cmd and "&&" not in cmd), None):
            return Miss(f"After a change of {say.get(name, name)}, the stage {early} is out of date, which does not read it.")
    return None


@each()
def crowns_the_better(got):
    """With a report that opens the gate, `iterate` makes the same run, not logged twice, the champion; a damaged report is refused."""
    if not got["turn"] or not got["turn"]["third"]:
        return None
    turn, crowned = got["turn"], got["turn"]["crowned"]
    version = turn["first"]["said"]["version"]
    if not crowned["said"].get("promoted") or crowned["champion"] != version or crowned["said"].get("champion") != version:
        return Miss(f"A report that opens the gate: the decision is {crowned['said']}, and the champion {crowned['champion']}, expected {version}.")
    if crowned["versions"] != turn["first"]["versions"]:
        return Miss(f"The same run was logged again: versions {crowned['versions']}.")
    bad = crowned["bad"]
    return None if bad["code"] == 2 and bad["lines"] == 1 and not bad["traceback"] else Miss(f"A damaged report: code {bad['code']}, {bad['say']!r}.")


@each()
def turns_again(got):
    """After new ratings, what depends on them runs and nothing else; the new model is refused and the champion stays."""
    if not got["turn"] or not got["turn"]["third"]:
        return None
    first, third = got["turn"]["first"], got["turn"]["third"]
    ran = set(third["ran"])
    if lacking := {"feedback", "train", "iterate"} - ran:  # answers that came out the same need not be evaluated again
        return told(f"After a new rating, `dvc repro` ran {', '.join(third['ran']) or 'nothing'}; {min(lacking)} is missing.", "never_learns")
    if extra := ran & {"ingest", "index", "pairs"}:
        return told(f"After a new rating, `dvc repro` ran {min(extra)}, which does not read ratings.", "runs_every_time")
    version = first["said"]["version"]
    if version not in third["versions"] or third["champion"] is None:
        return told(f"After the second turn the store has the versions {third['versions']} and the champion {third['champion']}; it was {version}.", "forgets_the_champion")
    if third["champion"] != version or third["said"]["promoted"]:
        return told(f"The second model is not shown to be better and became the champion: {third['said']}.", "promotes_anyway")
    if len(third["versions"]) != 2 or third["said"]["champion"] != version:
        return Miss(f"After two turns the store has the versions {third['versions']}, and the decision is {third['said']}.")
    return None


@each()
def workflow_runs(got):
    """The workflow is one, each of its commands ends with code 0 here, and among them are the tests and the pipeline."""
    flow = got["flow"]
    if not flow:
        return Miss("The workflow was not run, since the pipeline alone is not right.")
    if flow["wrong"]:
        return Miss(f".github/workflows/ci.yml: {flow['wrong']}.")
    if bad := next((r for r in flow["ran"] if r["code"]), None):
        return told(f"The workflow's `{bad['what']}` ends with code {bad['code']} here: {bad['said']!r}.", "commands_that_are_not_there")
    for want, name in (("pytest", "the tests (pytest)"), ("dvc repro", "the pipeline (dvc repro)")):
        if not any(want in c for c in flow["calls"]):
            return Miss(f"The workflow does not run {name}.")
    return None
