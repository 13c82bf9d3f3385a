"""A prompt search within 200 calls, judged on items that it never saw."""

from gradus.judging import Miss, each, script

SORTS = {
    "chatty": ["Reply with the label alone.", "Send nothing but the label."], "price": ["A comma in a price separates thousands.", "1,200 in a price means twelve hundred."],
    "irony": ["Praise may be meant as blame.", "Mind that people write the opposite of what they mean."], "foreign": ["Texts may be in other languages.", "Read German and French texts as well."],
    "negation": ["Look for words such as not and never.", "A denied complaint is no complaint."], "date": ["Dates are day, month, year.", "In a date the day comes first."],
}
OTHER = {"harm 0": "If a lamp is mentioned, it is a return.", "harm 1": "Think aloud about every word.", "nothing": "This is very important for my career."}
LABELS = ["delivery", "invoice", "return"]
EXPECTED = {"worked example": {"prompt": "0 2", "calls": 19, "hidden": 1.0}}


def PROBES(rng):
    def item(number, sort):
        return [f"mail {number}: {'abcdefgh'[int(rng.integers(8))]}{int(rng.integers(10**6))}", LABELS[int(rng.integers(3))], sort]

    def problem(n_sorts, clones, others, dev):
        sorts = [str(s) for s in rng.choice(list(SORTS), n_sorts, replace=False)]
        parts = [(sort, text) for i, sort in enumerate(sorts) for text in SORTS[sort][: 2 if i < clones else 1]] + [(name, OTHER[name]) for name in others]
        parts = [parts[int(i)] for i in rng.permutation(len(parts))]
        plan, spoiled = [], int(rng.integers(dev))
        while len(plan) < dev + 100:  # blocks of two that are easy (one of each parity) and one of each sort
            block = ["none", *sorts]
            plan += [block[int(i)] for i in rng.permutation(len(block))]
        plan = ["hopeless" if (i == spoiled and plan[i] != "none") or (i >= dev and i % 33 == 0) else sort for i, sort in enumerate(plan[: dev + 100])]
        items = [item(i, sort) for i, sort in enumerate(plan)]
        shown = f"search with {len(parts)} parts on {dev} items, {n_sorts} sorts of difficulty"
        return script("found", items, [p[0] for p in parts], [p[1] for p in parts], LABELS, dev, shown=shown)

    easy = [[f"mail {i}", LABELS[i % 3], ["none", "chatty", "price", "none", "chatty", "price"][i % 6]] for i in range(36)]
    worked = script("found", easy, ["chatty", "harm 1", "price", "chatty"], [SORTS["chatty"][0], OTHER["harm 1"], SORTS["price"][0], SORTS["chatty"][1]], LABELS, 6, shown="search on the worked example")
    probes = {"worked example": worked, "nothing to repair": problem(0, 0, ["harm 0", "harm 1", "nothing"], 20), "one sort": problem(1, 1, list(OTHER), 20)}
    probes |= {f"random {i}": problem(4, 2 + i % 3, list(OTHER)[: 2 + i % 2] if i % 3 < 2 else ["harm 0", "harm 1"], 30) for i in range(6)}
    return probes | {"many sorts": problem(5, 2, list(OTHER), 30), "no harm": problem(4, 4, ["nothing"], 30)}


@each()
def within_budget(got, ideal, probe):
    """A search makes at most 200 calls."""
    return Miss(f"Yours makes {got['calls']} calls.") if got["calls"] > 200 else None


@each()
def holds_on_hidden_items(got, ideal, probe):
    """The prompt is right on at least 90 per cent of the hidden items."""
    if got["hidden"] >= 0.9:
        return None
    effects = [probe.args[1][int(part)] for part in got["prompt"].split()]
    held = "does harm" if any(e.startswith("harm") for e in effects) else "repairs too few sorts of difficulty"
    return Miss(f"Yours is right on {100 * got['hidden']:.0f} per cent of the hidden items after {got['calls']} calls; the prompt {got['prompt'] or '(empty)'} {held}.")
