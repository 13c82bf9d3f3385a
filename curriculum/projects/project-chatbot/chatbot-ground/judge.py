"""The facts are planted, so it is known which chunk holds which answer, and which questions have none."""

import numpy as np

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

STARTS = "Bre Tol Mar Hul Wen Sar Kol Fen Gra Lin Ost Pra Vel Ner Dor Ulm".split()
ENDS = "ham dale wick mouth stead burg field ford gate moor".split()
THINGS = "mill bridge harbour school market tower library station theatre garden well barn".split()
ABSENT = "lighthouse airport stadium brewery museum prison".split()  # stand in no document
DEEDS = "painted repaired closed opened widened measured sold rented".split()
WHO = "the miller, a carpenter, two brothers, the council, a painter, some sailors, the teacher, a widow".split(", ")
WHEN = "in early spring, before the flood, after the war, during the fair, one winter, at last, by night, on Sundays".split(", ")
FILL = "Nobody wrote down why. The papers are kept in the cellar. A neighbour still tells the story. It took eleven weeks. The bill was paid at once. Rain delayed the work. Three carts of stone were needed.".split(". ")
OFF = ["What is the boiling point of xenon?", "How do I reset my password?", "Which planet has the most moons?", "When does the next train to Vienna leave?", "What does a violin teacher earn?"]


def PROBES(rng: np.random.Generator) -> dict:
    towns = [a + b for a in STARTS for b in ENDS]
    rng.shuffle(towns)
    files, facts = {}, []
    for town in towns[:5]:
        parts = []
        for thing in rng.permutation(THINGS)[:11]:
            deed, who, when, price = str(rng.choice(DEEDS)), str(rng.choice(WHO)), str(rng.choice(WHEN)), int(rng.integers(1000, 9999))
            line = f"The {thing} of {town} was {deed} by {who} {when} for {price} crowns."
            kind = int(rng.integers(3))
            question = (f"Who {deed} the {thing} of {town}?", f"When was the {thing} of {town} {deed}?", f"For how many crowns was the {thing} of {town} {deed}?")[kind]
            facts.append((question, line, (who, when, str(price))[kind]))
            parts.append(f"{line} {str(rng.choice(FILL)).rstrip('.')}. {str(rng.choice(FILL)).rstrip('.')}.")
        files[f"{town}.md"] = f"# {town}\n\n" + "\n\n".join(parts) + "\n"
    chosen = [facts[i] for i in rng.permutation(len(facts))[:12]]
    none = [f"Who repaired the {ABSENT[i]} of {towns[i]}?" for i in range(3)]
    none += [f"When was the {rng.choice(THINGS)} of {town} {rng.choice(DEEDS)}?" for town in towns[10:13]]
    none += [str(q) for q in rng.permutation(OFF)[:4]]
    rows = [(q, line, value) for q, line, value in chosen] + [(q, "", "") for q in none]
    order = [0, 1, 12 + int(rng.integers(10))]
    order += [int(i) for i in rng.permutation(len(rows)) if i not in order]
    questions = [{"id": f"q{n}", "question": rows[i][0]} for n, i in enumerate(order)]
    right = {f"q{n}": rows[i] for n, i in enumerate(order)}
    return {
        "ask": asked("ask", shown="ask 22 questions about five towns, ten of them without an answer; ask three again in the language model's words", planted={"right": right}, files=files, questions=questions, phrased=3),
        "refused": asked("refused", shown="a folder without an index; a line that is no question", question=questions[0]),
    }  # fmt: skip


def both(got):
    return [*got["extracted"], *got["spoken"]]


def paired(got, planted, name: str = "extracted"):
    """(answer, question, sentence that answers or "", value) for each question that was answered in its place."""
    return [(a, *row) for a, (q, row) in zip(got[name], planted["right"].items(), strict=False) if a["id"] == q]


@each("ask")
def lines(got, planted):
    """One line for each question, in order; an answer is a sentence of 60 words at most, known or not."""
    for name, n in (("extracted", len(planted["right"])), ("spoken", 3)):
        if [a["id"] for a in got[name]] != list(planted["right"])[:n]:
            return Miss(f"{n} questions were asked; {len(got[name])} answers came back, or in another order.")
    for a in both(got):
        if not a["answer"].strip():
            return Miss(f"The answer to {a['id']} is empty. Whoever asked should read that nothing is known.")
        if len(a["answer"].split()) > 60:
            return Miss(f"The answer to {a['id']} has {len(a['answer'].split())} words.")
    return None


@each("ask")
def exists(got):
    """Only chunks that exist are cited; what is known cites one, what is not known cites none."""
    for a in both(got):
        if any(c not in got["chunks"] for c in a["citations"]):
            return told(f"{a['id']} cites {a['citations']}; there is no chunk with that id.", "cites-no-chunk")
        if a["known"] and not a["citations"]:
            return Miss(f"{a['id']} is known and cites nothing: where does it stand?")
        if not a["known"] and a["citations"]:
            return told(f"{a['id']} is not known and cites {a['citations']}.", "cites-the-unknown")
    return None


@each("ask")
def silent(got, planted):
    """Of ten questions that the documents do not answer, eight or more are not known."""
    claimed = [question for a, question, line, _ in paired(got, planted) if not line and a["known"]]
    return told(f"{len(claimed)} of 10 are answered all the same, such as “{claimed[0]}”.", "answers-anything") if len(claimed) > 2 else None


@each("ask")
def speaks(got, planted):
    """Of twelve questions that the documents answer, ten or more are known."""
    shy = [line for a, _, line, _ in paired(got, planted) if line and not a["known"]]
    return told(f"{len(shy)} of 12 are called unknown, though it says “{shy[0]}”", "knows-nothing") if len(shy) > 2 else None


@each("ask")
def cites(got, planted):
    """Every chunk that is cited holds the fact, but for one answer in twelve."""
    wrong, extra = [], []
    for a, question, line, _ in paired(got, planted):
        if line and a["known"]:
            held = [line in got["chunks"].get(c, "") for c in a["citations"]]
            wrong += [question] if not any(held) else []
            extra += [question] if any(held) and not all(held) else []
    if len(extra) > 1:
        return told(f"{len(extra)} answers cite chunks that do not hold the fact beside the one that does, such as “{extra[0]}”.", "cites-all-hits")
    return told(f"{len(wrong)} answers cite no chunk that holds the fact, such as “{wrong[0]}”.", "cites-first-hit") if len(wrong) > 1 else None


@each("ask")
def says(got, planted):
    """The answer holds what was asked for: the name, the time or the number; in the language model's words too."""
    for name, most in (("extracted", 1), ("spoken", 0)):
        lost = [(a, question, value) for a, question, line, value in paired(got, planted, name) if line and a["known"] and value.lower() not in " ".join(a["answer"].lower().split())]
        if len(lost) > most:
            answer, question, value = lost[0]
            return told(f"“{question}” is answered by “{answer['answer'][:150]}”; the document says {value}.", "says-what-it-likes" if name == "spoken" else "")
    return None


@each("refused")
def refuses(got):
    """Without an index, and for a line that is no question, the exit code is 2 and one sentence says why."""
    bad = next((f"{what}: code {s['code']}, {s['lines']} lines on stderr" for what, s in got.items() if s["code"] != 2 or s["lines"] != 1 or s["traceback"] or s["out"]), None)
    return Miss(f"{bad}.") if bad else None
