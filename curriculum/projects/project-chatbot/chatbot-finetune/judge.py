"""Pairs without leak, a loss of the completions alone, a run that survives its death, and an adapter that is what was learnt."""

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

NOUNS = "valve pump sluice turbine ledger beacon gantry winch boiler cistern".split()
KINDS = "upper lower northern spare brass shallow inner rusty eastern narrow".split()
VERBS = "is opened by,is checked after,is sealed before,is cooled by,is emptied after,is painted before".split(",")
WHO = "the warden,every second tide,the night crew,a change of crew,the first frost,the weekly count,the harbour master".split(",")
PARTS = "ba ke lo mi nu ra so ti vu za".split()
STEPS, REPEATED = 24, 5
NOT_REACHED = Miss("What comes before was not as the task states, so this was not tried.")


def PROBES(rng):
    def one(of):
        return str(of[rng.integers(len(of))])

    def name(n=3):
        return "".join(one(PARTS) for _ in range(n)).title()

    def said(of):
        return f"The {one(KINDS)} {one(NOUNS)} of {of} {one(VERBS)} {one(WHO)}."

    def short():
        sentence = said(name(2))
        return {"prompt": f"{sentence} What is said?", "completion": sentence, "source": "short.md"}

    notice = f"All pages of this manual are kept in the office of {name()}."
    chunks = []
    for k in range(6):
        title, start = name(), 0
        own = list(dict.fromkeys(said(f"{title}{one(PARTS)}") for _ in range(8)))
        for part in (own[::2], [*own[1::2], notice]):
            text = " ".join(part)
            row = {"id": f"{title}-{start}", "text": text, "source": f"{title.lower()}-{k}.md", "title": title, "start": start}
            chunks.append({**row, "end": start + len(text), "tokens": 13 * len(part)})
            start += len(text) + 2
    return {
        "harbour": asked(
            "tuned",
            shown="a manual of six documents in two chunks each; one sentence stands in all of them",
            planted={"chunks": chunks, "notice": notice},
            chunks=chunks,
            short={"train": [short() for _ in range(2)], "heldout": [short() for _ in range(2)]},
        )
    }


def plain(text):
    return " ".join(text.lower().split())


@each()
def pairs_are_the_documents(got, planted):
    """Each completion is a sentence of the document that its source names, every document has pairs, and the same data gives the same pairs."""
    text: dict[str, str] = {}
    for c in planted["chunks"]:
        text[c["source"]] = f"{text.get(c['source'], '')} {plain(c['text'])}".strip()
    for pair in [*got["pairs"]["train"], *got["pairs"]["heldout"]]:
        if pair["source"] not in text:
            return Miss(f"A pair has the source {pair['source']!r}, which is no document.")
        if plain(pair["completion"]) not in text[pair["source"]] or len(pair["completion"].split()) < 4:
            return Miss(f"The completion {pair['completion'][:120]!r} is no sentence of {pair['source']}.")
    without = sorted(set(text) - {p["source"] for part in got["pairs"].values() for p in part})
    if without:
        return Miss(f"{without[0]} has no pair.")
    return None if got["same"] else Miss("A second run on the same data made other pairs.")


@each()
def nothing_leaks(got, planted):
    """No document has pairs on both sides, and no completion stands on both."""
    train, heldout = got["pairs"]["train"], got["pairs"]["heldout"]
    if both := sorted({p["source"] for p in train} & {p["source"] for p in heldout}):
        return told(f"{both[0]} has pairs in train.jsonl and in heldout.jsonl.", "splits_by_pair")
    if both := {plain(p["completion"]) for p in train} & {plain(p["completion"]) for p in heldout}:
        return told(f"This completion is trained on and held out: {min(both)[:120]!r}.", "keeps_common_sentences")
    return None if heldout and train else Miss(f"There are {len(train)} pairs to train on and {len(heldout)} held out.")


@each()
def refuses(got):
    """Input at fault ends with code 2 and one sentence, and nothing is left."""
    bad = next((g for g in got["faults"] if g["code"] != 2 or g["lines"] != 1 or g["traceback"] or g["left"]), None)
    return bad and Miss(
        f"On {bad['what']}: code {bad['code']}, {bad['lines']} lines on stderr ({bad['say']!r}){', and something is left' if bad['left'] else ''}."
    )


def loss_is(said, own, which):
    """A Miss where a loss is not the mean over completion tokens and end token."""
    if abs(said - own["right"]) <= 0.002 * own["right"]:
        return None
    mistake = next((m for m, k in (("loss_of_the_prompt", "all"), ("no_end", "no_end")) if abs(said - own[k]) <= 0.002 * own[k]), "")
    return told(f"{which} is {said:.4f}; over the completion tokens and the end token it is {own['right']:.4f}.", mistake)


@each()
def losses(got):
    """base_loss and tuned_loss are the mean loss per token of the held-out completions, the end token among them; every step is logged."""
    small = got["small"]
    if small is None:
        return NOT_REACHED
    if [step for step, _ in small["log"]] != list(range(1, STEPS + 1)):
        return Miss(f"The log of {STEPS} steps has {len(small['log'])} lines, not one for each step in order.")
    return loss_is(small["said"]["base_loss"], small["base"], "base_loss")


@each()
def merged(got):
    """The merged model is the base with the adapter, both read from disk, and its loss is tuned_loss."""
    small = got["small"]
    if small is None:
        return NOT_REACHED
    if small["moved"] < 1e-3:
        return Miss("The adapter changes nothing.")
    if small["reloaded"] > 0.01:
        return told(
            f"Merged and base with adapter differ by {small['reloaded']:.1%} of what the adapter changes.",
            "merged_without_adapter" if small["reloaded"] > 0.9 else "",
        )
    return loss_is(small["said"]["tuned_loss"], small["tuned"], "tuned_loss")


@each()
def survives(got):
    """A run that is killed and started again repeats at most five steps and ends as the run that was not killed."""
    killed = got["killed"]
    if killed is None:
        return NOT_REACHED
    whole = got["small"]["log"]
    if not killed["cut"]:
        return told("The log came in one piece when the steps were over: a line is due when its step is done.", "log_at_the_end")
    if killed["low"] < killed["at"] - REPEATED:
        return told(
            f"The run was killed after step {killed['at']}; started again, its log fell back to {killed['low']} lines.", "starts_over"
        )
    if [step for step, _ in killed["log"]] != list(range(1, STEPS + 1)):
        return Miss(f"After the kill the log has {len(killed['log'])} lines and not one for each of {STEPS} steps in order.")
    if killed["apart"] is None:
        return Miss("The merged weights of the two runs are not of one form.")
    if killed["apart"] > 1e-4:
        first = next(
            (k + 1 for k, (a, b) in enumerate(zip(killed["log"], whole, strict=True)) if abs(a[1] - b[1]) > 2e-5 * abs(b[1])), STEPS
        )
        weights_right = first > killed["kept"] + 1
        say = f"The weights end {killed['apart']:.2g} apart from those of the unbroken run; the logged losses part at step {first}."
        return told(say, "forgets_the_optimiser" if weights_right else "other_batches")
    return None


@each()
def learns(got):
    """Three steps on the real model bring the held-out loss below 0.8 of the base's, and the end of an answer is learnt too."""
    real = got["real"]
    if real is None:
        return NOT_REACHED
    if miss := loss_is(real["said"]["base_loss"], real["base"], "base_loss") or loss_is(
        real["said"]["tuned_loss"], real["tuned"], "tuned_loss"
    ):
        return miss
    if real["tuned"]["right"] > 0.8 * real["base"]["right"]:
        return Miss(
            f"The held-out loss went from {real['base']['right']:.3f} to {real['tuned']['right']:.3f}; below {0.8 * real['base']['right']:.3f} is asked."
        )
    if real["tuned"]["end"] >= real["base"]["end"]:
        return told(f"The loss of the end token went from {real['base']['end']:.3f} to {real['tuned']['end']:.3f}.", "no_end")
    return None
