"""Which chunk answers is known, for the chunks are drawn here: some by a code, some by their meaning alone."""

import numpy as np

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

MEANT = [  # a sentence, and a question that shares its meaning but none of its words
    ("The canteen serves soup and bread until three in the afternoon.", "When is lunch over?"),
    ("Staff may take thirty days off each year.", "How much holiday do employees get?"),
    ("The physician visits every second Tuesday.", "On which weekday can I see a doctor?"),
    ("Bicycles are kept in the cellar behind the boiler.", "Where do I put my bike?"),
    ("The lift is out of order until the end of May.", "Is the elevator broken?"),
    ("Wages are paid on the last working day.", "When do I get my salary?"),
    ("Dogs and cats are not welcome in the office.", "Can I bring my pet to work?"),
    ("Whoever loses a key has to buy a new lock.", "What happens if my door opener goes missing?"),
    ("Rubbish is collected before sunrise on Fridays.", "Which day does the garbage truck come?"),
    ("The heating is switched off during the summer.", "Are the radiators warm in July?"),
    ("Parents may leave their children in the nursery on the ground floor.", "Is there day care for kids?"),
    ("Petrol for journeys by car is refunded at thirty cents per kilometre.", "Do I get money back for fuel?"),
    ("Fresh towels hang beside the showers.", "Where can I dry myself after washing?"),
    ("Newcomers are shown around by a colleague.", "Who helps people on their first day?"),
]
PLAIN = [
    "The {a} {b} of the northern valley was rebuilt after the storm of {n}.", "A {a} {b} stands where the road to the coast begins, {n} metres above the sea.",
    "In the year {n} the {a} {b} was given to the town by a merchant.", "Nobody remembers who drew the {a} {b} on page {n} of the atlas.",
]  # fmt: skip
KINDS = "red old wooden narrow silent painted broken tall round forgotten".split()
THINGS = "windmill lighthouse chapel footbridge granary orchard quarry sundial aqueduct ferry".split()


def PROBES(rng: np.random.Generator) -> dict:
    texts: list[tuple[str, str]] = []  # (the question, or "" for a chunk that nobody asks for; the chunk)
    letters = "".join(rng.choice(list("BDFGKLMPRSTVX"), 2))  # one make: its parts differ in the number alone
    codes = [f"{letters}{n}" for n in rng.permutation(np.arange(1000, 9999))[:60]]
    for i, code in enumerate(codes):
        hall = int(rng.integers(2, 60))
        texts.append((f"Where do I find {code}?" if i < 6 else "", f"Spare part {code} fits the pumps of both halls and is stored on shelf {hall}, below the other parts."))
    texts += [(q, f"{s} This holds for everybody in the house.") for s, q in (MEANT[i] for i in rng.permutation(len(MEANT))[:8])]
    pairs = [(a, b) for a in KINDS for b in THINGS]
    for i, j in enumerate(rng.permutation(len(pairs))[:24]):
        a, b = pairs[j]
        texts.append((f"What is known about the {a} {b}?" if i < 5 else "", PLAIN[i % 4].format(a=a, b=b, n=int(rng.integers(1400, 1990)))))
    order = rng.permutation(len(texts))
    ids = [f"{rng.integers(1 << 48):012x}" for _ in texts]
    chunks, questions, right = [], [], {}
    for place, i in enumerate(order):
        question, text = texts[i]
        chunks.append({"id": ids[i], "text": text, "source": f"part{place % 5}/{place}.md", "title": f"Sheet {place}", "start": 0, "end": len(text), "tokens": len(text.split())})
        if question:
            group = "code" if i < 60 else "meaning" if i < 68 else "words"
            right[f"q{place}"] = (group, ids[i])
            questions.append({"id": f"q{place}", "question": question})
    questions = [questions[i] for i in rng.permutation(len(questions))]
    questions.insert(3, {"id": 17, "question": "  "})
    planted = {"right": right, "ids": [q["id"] for q in questions], "sources": {c["id"]: (c["source"], c["text"]) for c in chunks}}
    return {
        "search": asked("search", shown=f"index {len(chunks)} chunks and ask {len(questions)} questions", planted=planted, chunks=chunks, questions=questions, k=5),
        "broken": asked("broken", shown="damaged chunks, a full disk, chunks of other data, a damaged index", chunks=chunks, question=questions[0]),
    }  # fmt: skip


def ranks(got, planted, group: str) -> list[int]:
    """For each question of the group the rank of its chunk, from 1; 0 where it is not among the hits."""
    hits = {q: [h["chunk"] for h in a["hits"]] for q, a in zip(planted["ids"], got["answers"], strict=False) if shaped(a["hits"])}
    return [hits[q].index(chunk) + 1 if chunk in hits.get(q, []) else 0 for q, (g, chunk) in planted["right"].items() if g == group]


def shaped(hits) -> bool:
    """Whether it is a list of {"chunk": text, "source": text, "score": number}."""
    kinds = {"chunk": str, "source": str, "score": (int, float)}
    return isinstance(hits, list) and all(isinstance(h, dict) and all(isinstance(h.get(k), t) for k, t in kinds.items()) for h in hits)


@each("search")
def stored(got, planted):
    """The table `chunks` holds each chunk once, with its text, its source and a vector of 384 numbers; nothing is printed."""
    rows = {r["id"]: (r["source"], r["text"]) for r in got["rows"]}
    if rows != planted["sources"] or len(got["rows"]) != len(rows) or any(r["dimensions"] != 384 for r in got["rows"]):
        return Miss(f"The table holds {len(got['rows'])} rows; {len(planted['sources'])} chunks were given, and each has 384 numbers in its vector.")
    return Miss("`index` printed to stdout.") if got["out"] else None


@each("search")
def lines(got, planted):
    """One line for each question, in the order of the questions; at most five hits, none twice, best first; none for an empty question."""
    came, ids = [a["id"] for a in got["answers"]], planted["ids"]
    if came == [i for i in ids if i != 17]:
        return told(f"{len(ids)} questions were asked, one of them blank; {len(came)} lines came back.", "blank-questions-vanish")
    if came != ids:
        return Miss(f"The questions' ids are {ids[:5]} and so on, {len(ids)} in all; the lines' ids are {came[:5]} and so on, {len(came)} in all.")
    for a in got["answers"]:
        if not shaped(a["hits"]):
            return Miss(f'The hits of question {a["id"]} are not a list of {{"chunk", "source", "score"}}: {str(a["hits"])[:150]}')
        scores, found = [h["score"] for h in a["hits"]], [h["chunk"] for h in a["hits"]]
        if len(found) > 5 or len(set(found)) < len(found) or any(planted["sources"].get(h["chunk"], ("",))[0] != h["source"] for h in a["hits"]):
            return Miss(f"Question {a['id']} has {len(found)} hits for --k 5; each names a chunk once, with its own source.")
        if scores != sorted(scores, reverse=True):
            return Miss(f"The scores of question {a['id']} are {scores}: the best does not come first.")
        if a["id"] == 17 and found:
            return Miss("The blank question has hits.")
    return None


@each("search")
def by_code(got, planted):
    """Of six questions for a part by its number, five find it on rank 1 or 2."""
    found = ranks(got, planted, "code")
    return told(f"The ranks are {found} (0: not found). The chunks differ in the number only, and a vector hardly sees numbers.", "vectors-only") if sum(r in (1, 2) for r in found) < 5 else None


@each("search")
def by_meaning(got, planted):
    """Of eight questions that share no telling word with their chunk, six find it among five hits."""
    found = ranks(got, planted, "meaning")
    right = sum(r > 0 for r in found)
    return told(f"The ranks are {found} (0: not found). These questions ask by meaning, in other words.", "words-only" if right < 2 else "") if right < 6 else None


@each("search")
def by_both(got, planted):
    """Over all questions recall@5 is 0.85 or more, and the mean reciprocal rank 0.65."""
    found = [r for g in ("code", "meaning", "words") for r in ranks(got, planted, g)]
    recall, mrr = np.mean([r > 0 for r in found]), np.mean([1 / r if r else 0 for r in found])
    return Miss(f"Recall@5 is {recall:.2f}, the mean reciprocal rank {mrr:.2f}.") if recall < 0.85 or mrr < 0.65 else None


@each("broken")
def whole(got):
    """Chunks that are damaged are refused, and the index stays as it was."""
    if not got["kept"]:
        return told("After chunks.jsonl was cut in half, `index` left the old index changed or gone.", "half-an-index")
    return _refused(got["cut"], "chunks.jsonl cut in half", "")


@each("broken")
def full(got):
    """When the disk is full, `index` says so, and the old index stays as it was."""
    if got["kept"] and not got["kept_when_full"]:
        return told("When the new index did not fit on the disk, the old one was changed or gone afterwards.", "half-an-index")
    return _refused(got["full"], "no room for the new index", "")


@each("broken")
def fresh(got):
    """An index of other data than the chunks is refused."""
    return _refused(got["stale"], "an index whose chunks have changed since", "stale-index")


@each("broken")
def damaged(got):
    """A damaged index is refused with one sentence."""
    return _refused(got["damaged"], "an index with a file cut short", "library-speaks")


def _refused(said, what: str, mistake: str):
    if said["code"] != 2 or said["lines"] != 1 or said["traceback"] or said["out"]:
        return told(f"With {what} the exit code is {said['code']}, with {said['lines']} lines on stderr: {said['say'][:120]}", mistake)
    return None
