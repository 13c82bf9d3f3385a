"""Streams with and without a planted shift; a service whose log, ratings and dashboard are held against what was asked of it."""

import math

import numpy as np

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

SUBJECTS = {  # verbs and nouns of one word each, so that subjects never differ in length
    "garden": ("plant prune water", "rose hedge lawn tulip fern"),
    "office": ("install restart update", "printer laptop server keyboard router"),
    "bank": ("open close transfer", "account loan deposit mortgage pension"),
    "kitchen": ("boil fry peel", "potato egg onion carrot noodle"),
    "railway": ("book board miss", "train tram ferry carriage express"),
    "surgery": ("bandage heal examine", "wound fracture rash ulcer bruise"),
}
FRAMES = ["How do I {v} the {n}?", "Why must one {v} a {n}?", "Who can {v} a {n} for me in {t}?", "When is the best time to {v} the {n}?", "Is it allowed to {v} the {n} near {t} on a Sunday?"]
POLITE = ["Good morning, I have just one question for you: ", "Sorry to bother you again, but could you tell me this: ", "Hello there, a friend of mine would like to know: "]
STARTS, ENDS = "Bre Tol Mar Hul Wen Sar Kol Fen Gra Lin".split(), "ham dale wick mouth stead burg".split()
THINGS = "mill bridge harbour school market tower".split()
SAME, SUBJECT, LONGER = 14, 6, 4  # streams of each size
SIZES = {"small": (20, 26), "large": (90, 121)}
SHARE = {"small": 2, "large": 3}  # one in so many questions is about another subject, so that no distance parts what changed from what did not
BEFORE, LOGGED, WINDOW = 160, 200, 100


def stream(rng, names, n, town):
    """So many questions about these subjects, drawn one by one; the same one may come again."""
    found = []
    for _ in range(n):
        verbs, nouns = (words.split() for words in SUBJECTS[str(rng.choice(names))])
        found.append(FRAMES[rng.integers(len(FRAMES))].format(v=rng.choice(verbs), n=rng.choice(nouns), t=town))
    return found


def some(rng, questions, others):
    """The questions, the last of them replaced by the others, in a new order."""
    mixed = [*questions[: len(questions) - len(others)], *others]
    return [mixed[i] for i in rng.permutation(len(mixed))]


def streams(rng, town):
    """The streams by name (kind, size, number), in a drawn order, and the baseline."""
    subjects = [str(s) for s in rng.permutation(list(SUBJECTS))]
    usual, other, polite, found = subjects[:2], subjects[2], str(rng.choice(POLITE)), {}
    for size, (low, high) in SIZES.items():
        for kind, count in (("same", SAME), ("subject", SUBJECT), ("longer", LONGER)):
            for _ in range(count):
                rows = stream(rng, usual, int(rng.integers(low, high)), town)
                if kind == "subject":
                    rows = some(rng, rows, stream(rng, [other], len(rows) // SHARE[size], town))
                if kind == "longer":
                    rows = some(rng, rows, [polite + q for q in rows[len(rows) // 2 :]])
                found[f"stream{len(found)}"] = (kind, size, rows)
    names = [str(n) for n in rng.permutation(list(found))]
    return {n: found[n] for n in names}, stream(rng, usual, BEFORE, town), usual, other


def personal(rng):
    """Words that nobody may read later: a mail address, a phone number, a card, an IBAN, a key, a password."""
    body = [4, *(int(d) for d in rng.integers(0, 10, 14))]
    last = -sum((2 * d - 9 * (d > 4)) if i % 2 == 0 else d for i, d in enumerate(body)) % 10
    card, digits = "".join(map(str, [*body, last])), "".join(map(str, rng.integers(0, 10, 18)))
    mail = f"{rng.choice(['ada', 'tom', 'eva'])}.{rng.integers(100, 999)}@example.org"
    letters = list("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    return {
        "mail": mail, "phone": f"+49 {rng.integers(200, 900)} {rng.integers(2000000, 9000000)}", "card": " ".join(card[i : i + 4] for i in range(0, 16, 4)),
        "iban": f"DE{98 - int(digits + '131400') % 97:02d}{digits}", "key": "sk-" + "".join(rng.choice(letters, 32)), "password": f"{rng.choice(THINGS)}{rng.integers(1000, 9999)}",
    }  # fmt: skip


def PROBES(rng: np.random.Generator) -> dict:
    town = str(rng.choice(STARTS)) + str(rng.choice(ENDS))
    drawn, before, usual, other = streams(rng, town)
    shown = f"compare {len(drawn)} streams with one baseline: some shifted in subject or length, most not; three faulty files"
    probes = {"drift": asked("drift", shown=shown, planted={n: (kind, size) for n, (kind, size, _) in drawn.items()}, baseline=before, streams={n: rows for n, (_, _, rows) in drawn.items()})}
    thing, price = str(rng.choice(THINGS)), int(rng.integers(1000, 9999))
    drifted = price % 5 > 2  # as good as drawn, and different on the two seeds of the proof
    old = stream(rng, usual, LOGGED, town)
    new = stream(rng, [other], WINDOW, town) if drifted else [old[i] for i in rng.permutation(LOGGED)[:WINDOW]]
    seconds, known = np.round(rng.gamma(2.0, 0.6, LOGGED + WINDOW), 3), rng.random(LOGGED + WINDOW) < rng.uniform(0.5, 0.8)
    log = [{"id": f"chatcmpl-{n:04}{rng.integers(10**6):06}", "time": f"2026-03-{1 + n // 24:02}T{n % 24:02}:00:00.000+00:00", "question": q, "answer": "It opens at nine." if known[n] else "That is not known.",
            "citations": ["c1"] if known[n] else [], "known": bool(known[n]), "seconds": float(seconds[n]), "status": 200} for n, q in enumerate([*old, *new])]  # fmt: skip
    mine, theirs, mark = personal(rng), personal(rng), f"q{rng.integers(10**6, 10**7)}"
    fact = f"For how many crowns was the {thing} of {town} sold?"
    tell = f"I am {mine['mail']}, phone {mine['phone']}, card {mine['card']}, account {mine['iban']}, key {mine['key']}, and the password is {mine['password']}. Which planet has the most moons, asks {mark}?"
    markup = f'Why is </td><script>{mark}</script><img alt="{mark}" src="x"> not shown?'
    correction = f"Ask <b title='{mark}'>{town}</b>, {theirs['mail']}, {theirs['phone']}, card {theirs['card']}, account {theirs['iban']}."
    ratings = [(0, "down", False), (0, "up", False), (1, "down", True), (log[7]["id"], "up", False), (f"chatcmpl-{mark}", "up", False)]
    faulty = ["{", "[]", {}, {"rating": "good"}, {"rating": "down", "correction": 5}]
    planted = {"log": log, "price": str(price), "asked": [fact, tell, markup], "gone": [*mine.values(), *(theirs[k] for k in ("mail", "phone", "card", "iban"))],
               "mark": mark, "town": town, "drift": drifted, "ratings": ratings}  # fmt: skip
    given = {"files": {"town.md": f"# {town}\n\nThe {thing} of {town} was sold by a widow for {price} crowns.\n"}, "log": log, "asked": [(fact, True), (tell, False), (markup, False)], "bad": [{}, {"messages": []}],
             "ratings": ratings, "faulty": faulty, "correction": correction}  # fmt: skip
    return probes | {"monitor": asked("monitor", shown=f"a service with {len(log)} requests in its log: ask, rate, look at the dashboard, make the log unwritable", planted=planted, **given)}


def fires(got, planted, kind, signal=None, size=None):
    """Of the streams of a kind: how many raise an alarm (or this signal), and how many there are."""
    rows = [row for row in got["told"] if (how := planted.get(str(row["recent"]).removesuffix(".jsonl"))) and how[0] == kind and size in (None, how[1])]
    return sum((row["drift"] if signal is None else signals(row)[signal]) is True for row in rows), len(rows)


def signals(row):
    """What a line says of each signal; None where it says nothing."""
    told_of = row["signals"] if isinstance(row["signals"], dict) else {}
    return {name: s.get("drift") if isinstance(s := told_of.get(name), dict) else None for name in ("embedding", "length")}


@each("drift")
def lines(got, planted):
    """One line for each file, in the order given: its name, whether it drifted, and the two signals."""
    if [row["recent"] for row in got["told"]] != [f"{name}.jsonl" for name in planted]:
        return Miss(f"{len(planted)} files were given, and the lines say {[row['recent'] for row in got['told']][:4]}…")
    for row in got["told"]:
        both = list(signals(row).values())
        if not all(isinstance(s, bool) for s in both) or row["drift"] is not any(both):
            return Miss(f"A line says {str(row)[:160]}; both signals have drift true or false, and the whole drifts if one of them does.")
    return None


@each("drift")
def silent(got, planted):
    """Of 28 streams from the source of the baseline at most 3 raise an alarm, few or many questions in them."""
    few, many = (fires(got, planted, "same", None, size) for size in ("small", "large"))
    if few[0] + many[0] <= 3:
        return None
    say = f"Nothing changed, and {few[0]} of {few[1]} streams with 20 to 25 questions and {many[0]} of {many[1]} with 90 to 120 count as drifted."
    return told(say, "threshold-for-one-size" if abs(few[0] - many[0]) > 7 else "fires-on-every-stream")


@each("drift")
def awake(got, planted):
    """Of 12 streams with another subject in half or a third of the questions at least 10 raise the signal embedding, of 8 with longer questions at least 7 the signal length."""
    (hits, n), (found, m), (false, _) = fires(got, planted, "subject", "embedding"), fires(got, planted, "longer", "length"), fires(got, planted, "subject", "length")
    if hits < n - 2:
        return told(f"In {n} streams half or a third of the questions are about another subject, and the signal embedding sees {hits} of them.", "sees-lengths-only" if found >= m - 1 else "")
    if found < m - 1:
        return Miss(f"In {m} streams half of the questions are longer by nine words or more, and the signal length sees {found} of them.")
    return Miss(f"The signal length fires on {false} of {n} streams that changed their subject and not their lengths.") if false > 2 else None


@each("drift")
def refuses(got):
    """A file that is missing or damaged, or holds fewer than 20 questions: exit code 2, one sentence, and nothing on stdout."""
    for name, said in got["refused"].items():
        if said["code"] != 2 or said["lines"] != 1 or said["traceback"] or said["out"].strip():
            return Miss(f"With {name} the exit code is {said['code']}, {said['lines']} lines are on stderr ({said['say'][:100]}), and stdout holds {said['out'][:60]!r}.")
    return None


@each("monitor")
def log(got, planted):
    """The log keeps its lines and gains one for each answer, with the id, the words and the marks of that answer."""
    if [a["status"] for a in got["answers"]] != [200] * 3 or planted["price"] not in got["answers"][0]["content"] or set(got["odd"]) != {400}:
        return Miss(f"Three questions got {[a['status'] for a in got['answers']]}, two that are none {got['odd']}; the first answer is “{got['answers'][0]['content'][:100]}”.")
    if not got["logged"]["kept"]:
        return Miss("The lines that stood in requests.jsonl before the start are gone or changed.")
    rows = [r for r in got["logged"]["new"] if r.get("status") == 200]
    for n, answer in enumerate(got["answers"]):
        mine = [r for r in rows if r.get("id") == answer["id"]]
        if len(mine) != 1:
            return told(f"The log holds {len(mine)} lines with the id of the answer that {'was streamed' if n == 0 else 'came whole'}.", "streams-not-logged" if n == 0 and not mine else "")
        row, words = mine[0], [planted["town"], planted["mark"], planted["mark"]][n]
        same = row.get("citations") == answer["citations"] and row.get("known") is answer["known"] and type(row.get("seconds")) in (int, float) and row["seconds"] > 0
        if not same or words not in str(row.get("question")) or not answer["content"].strip().endswith(str(row.get("answer")).strip()) or not row.get("answer") or "T" not in str(row.get("time")):
            return Miss(f"The answer was {str(answer)[:200]}, and its line is {str(row)[:300]}.")
    return Miss(f"{len(rows)} lines have status 200, and 3 questions were answered.") if len(rows) != 3 or not got["logged"]["whole"] else None


@each("monitor")
def private(got, planted):
    """No mail address, number, key or password of a question or a correction stands in a log or on the dashboard."""
    board = " ".join([got["board"]["text"], *got["board"]["values"], *got["board"]["hidden"]])
    text = f"{got['logged']['new']} {got['rated']['new']} {board}"
    kept = next((w for w in planted["gone"] if w in text), None)
    return told(f"“{kept}” can still be read.", "keeps-personal-data") if kept else None


@each("monitor")
def ratings(got, planted):
    """A rating of an answer is written down with its question; an unknown id gets 404, what is no rating 400, and neither is written."""
    if got["votes"][-1][0] != 404 or len(got["rated"]["new"]) > 4:
        return told(f"A rating of an id that was never given got {got['votes'][-1][0]}; feedback.jsonl has {len(got['rated']['new'])} lines after 4 right ratings.", "takes-unknown-ids")
    for (status, body), want in [*((v, 200) for v in got["votes"][:-1]), (got["votes"][-1], 404), *((w, 400) for w in got["wrong"])]:
        message = ((body or {}).get("error") or {}).get("message") if isinstance(body, dict) and isinstance(body.get("error"), dict) else None
        if status != want or (want != 200 and not message):
            return Miss(f"A rating that must get {want} got {status} and {str(body)[:120]}.")
    lines = {str(r.get("id")): r for r in (*got["logged"]["new"], *planted["log"])}
    want = [(got["answers"][w]["id"] if isinstance(w, int) else w, r, more) for w, r, more in planted["ratings"][:-1]]
    for row, (key, rating, more) in zip(got["rated"]["new"], want, strict=False):
        same = all(row.get(k) == lines.get(str(key), {}).get(k) for k in ("question", "answer")) and "T" in str(row.get("time"))
        if not same or (row.get("id"), row.get("rating")) != (key, rating) or (planted["town"] not in str(row.get("correction")) if more else row.get("correction") is not None):
            return Miss(f"For {key}, rated {rating}{' with a correction' if more else ''}, feedback.jsonl holds {str(row)[:300]}.")
    return Miss(f"feedback.jsonl has {len(got['rated']['new'])} lines after 4 right ratings.") if len(got["rated"]["new"]) != 4 else None


@each("monitor")
def dashboard(got, planted):
    """/dashboard has every figure under its id, as the logs say, and loads nothing from elsewhere."""
    board, rows = got["board"], planted["log"] + [r for r in got["logged"]["new"] if r.get("status") == 200]
    if board["status"] != 200 or "text/html" not in board["type"] or board["loads"] or "/feedback" not in got["chat page"]:
        return Miss(f"GET /dashboard says {board['status']}, {board['type']}, and loads {board['loads']}; the chat page {'sends' if '/feedback' in got['chat page'] else 'does not send'} ratings.")
    said = {k: v.strip() for k, v in board["figures"].items()}
    times = np.array([float(r["seconds"]) for r in rows if type(r.get("seconds")) in (int, float)])
    unknown = float(np.mean([r.get("known") is False for r in rows]))
    spans = {"requests": (len(rows),) * 2, "unknown": (unknown - 0.0051, unknown + 0.0051), "errors": (2, 2), "busy": (0, 0), "up": (2, 2), "down": (1, 1)}
    for name, q in (("p50", 0.5), ("p95", 0.95)):
        spans[name] = tuple(float(np.quantile(times, q, method=m)) + s for m, s in (("lower", -0.051), ("higher", 0.051)))
    for name, (low, high) in spans.items():
        try:
            value = float(said.get(name, ""))
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            return Miss(f"Under the id {name} the dashboard says {said.get(name)!r}; by the logs it is {(low + high) / 2:.2f}.")
    want = "yes" if planted["drift"] else "no"
    return Miss(f"Under the id drift the dashboard says {said.get('drift')!r}, expected {want}.") if said.get("drift") != want else None


@each("monitor")
def as_text(got, planted):
    """The last questions and corrections are shown as the text that they are; markup in them becomes no element."""
    board, mark = got["board"], planted["mark"]
    if mark in board["values"] or mark in board["hidden"]:
        return told("Markup in a question or a correction became an element of the dashboard: whoever asks may run a script there.", "shows-markup")
    lost = next((w for w in (f"<script>{mark}</script>", f"<b title='{mark}'>") if w not in board["text"]), None)
    return Miss(f"The last questions and ratings are not shown: “{lost}” is not in the text of the page.") if lost else None


@each("monitor")
def unwritable(got):
    """When requests.jsonl cannot be written, questions are answered all the same."""
    return told(f"A folder stands where the log should be, and a question gets {got['after']}.", "log-breaks-answers") if got["after"] != 200 else None
