"""A live service: what its clients see when all is well, when it is flooded, and when it ends."""

import numpy as np

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

STARTS = "Bre Tol Mar Hul Wen Sar Kol Fen Gra Lin".split()
ENDS = "ham dale wick mouth stead burg".split()
THINGS = "mill bridge harbour school market tower library station".split()
WHO = "the miller, a carpenter, two brothers, the council, a painter, the teacher, a widow".split(", ")
OFF = ["What is the boiling point of xenon?", "How do I reset my password?", "Which planet has the most moons?"]
AT_ONCE = 40


def PROBES(rng: np.random.Generator) -> dict:
    town = str(rng.choice(STARTS)) + str(rng.choice(ENDS))
    facts = {str(t): (str(rng.choice(WHO)), int(rng.integers(1000, 9999))) for t in rng.permutation(THINGS)}
    lines = [f"The {thing} of {town} was sold by {who} after the war for {price} crowns." for thing, (who, price) in facts.items()]
    thing = str(rng.choice(list(facts)))
    bad = ["{", "[]", {}, {"messages": []}, {"messages": "hello"}, {"messages": [{"role": "user"}]}, {"messages": [{"role": "user", "content": "   "}]}, {"messages": [{"role": "king", "content": "x"}]}]
    question = f"For how many crowns was the {thing} of {town} sold?"
    planted = {"value": str(facts[thing][1]), "line": next(x for x in lines if f"The {thing} " in x)}
    shown = f"serve a page about {town}; ask, stream, send nonsense, send {AT_ONCE} questions at once, end it while it speaks"
    files = {"town.md": f"# {town}\n\n" + "\n\n".join(lines) + "\n"}
    return {"serve": asked("serve", shown=shown, planted=planted, files=files, question=question, off=str(rng.choice(OFF)), bad=bad, n=AT_ONCE)}


@each()
def readiness(got):
    """/healthz says 200 as soon as the service listens, /readyz 503 until it can answer, and then 200."""
    early = [ready for health, ready in got["seen"] if health == 200][:-1]
    if 503 not in early:
        return told(f"Before it was ready, /readyz said {sorted({str(r) for r in early})}; it must say 503 while the models are loaded.", "ready-too-early")
    return None


@each()
def whole(got, planted):
    """The openai client gets the answer to the last question of the user, with citations that hold it and the usage."""
    said = got["said"]
    if planted["value"] not in str(said["content"]):
        return told(f"The last message asks for a price; the answer is “{str(said['content'])[:150]}”, and the document says {planted['value']}.", "answers-the-first-message")
    if not said["citations"] or any(planted["line"] not in got["chunks"].get(c, "") for c in said["citations"]) or said["known"] is not True or said["finish"] != "stop":
        return Miss(f"citations is {said['citations']}, known {said['known']}, finish_reason {said['finish']}.")
    for usage in (said["usage"], said["stream usage"]):
        parts = [(usage or {}).get(k) or 0 for k in ("prompt_tokens", "completion_tokens", "total_tokens")]
        if min(parts) < 1 or parts[0] + parts[1] != parts[2]:
            return told(f"The usage says {parts}; prompt and completion are above 0 and add up to the total.", "usage-of-nothing")
    return Miss("/v1/models lists no model.") if not said["models"] else None


@each()
def streamed(got):
    """A stream comes in pieces, four or more for a sentence; they end with the text that is given whole; the first costs at most 3 s of the processor."""
    said = got["said"]
    if len(said["pieces"]) < 4:
        return told(f"The answer came in {len(said['pieces'])} pieces.", "streams-in-one-piece")
    if not " ".join("".join(said["pieces"]).split()).endswith(" ".join(str(said["content"]).split())) or said["stream finish"] != "stop":
        return Miss(f"The pieces make “{''.join(said['pieces'])[:150]}”, and without streaming it is “{str(said['content'])[:150]}”.")
    return Miss(f"The first piece cost {said['first']:.1f} s of the processor.") if said["first"] > 3 else None


@each()
def faults(got):
    """A body that is no chat request gets status 400, with a sentence under error.message."""
    for status, body in got["faults"]:
        message = ((body or {}).get("error") or {}).get("message") if isinstance(body, dict) and isinstance(body.get("error"), dict) else None
        if status != 400 or not message:
            return told(f"A body that is no chat request got status {status} and {str(body)[:120]}.", "errors-with-200")
    return None


@each()
def flooded(got):
    """Of 40 questions at once some are answered and some get 429 with Retry-After; none gets anything else, and the next one is answered."""
    statuses = [s for s, _ in got["flooded"]]
    if 429 not in statuses:
        return told(f"{len(statuses)} questions came at once, and none was sent away: they all wait, however long it takes.", "queue-without-end")
    if any(s == 429 and not str(after or "").isdigit() for s, after in got["flooded"]):
        return told("Status 429 comes without the header Retry-After in whole seconds.", "no-retry-after")
    if set(statuses) != {200, 429} or statuses.count(200) < 4 or got["after"] != 200:
        return Miss(f"Of {len(statuses)} requests {statuses.count(200)} got 200 and {statuses.count(429)} got 429, others {sorted({str(s) for s in statuses if s not in (200, 429)})}; afterwards {got['after']}.")
    return None


@each()
def seen(got):
    """/metrics counts the requests by status in Prometheus' text form, and / is a page of its own."""
    counts = {s: v for line in got["metrics"].splitlines() if line.startswith("bot_requests_total{") and (s := line.split('status="')[-1][:3]) and (v := float(line.split()[-1]))}
    statuses = [s for s, _ in got["flooded"]]
    least = {"200": statuses.count(200) + 3, "429": statuses.count(429), "400": len(got["faults"])}
    if any(counts.get(s, 0) < n for s, n in least.items()):
        return told(f"bot_requests_total says {counts}; at least {least} were answered so.", "counts-nothing")
    status, kind, text = got["page"]
    return Miss("GET / is no HTML page, or it loads something from elsewhere.") if status != 200 or "text/html" not in kind or "://" in text else None


@each()
def ends(got):
    """A second service on the same port is refused in one sentence; on SIGTERM what is under way is finished, and the exit code is 0."""
    taken = got["taken"]
    if taken["code"] != 2 or taken["lines"] != 1 or taken["traceback"]:
        return told(f"With the port in use the exit code is {taken['code']}, with {taken['lines']} lines on stderr: {taken['say'][:120]}", "port-in-use")
    if not got["ended"]["whole"] or got["ended"]["code"] != 0:
        return told(f"The stream under way was {'finished' if got['ended']['whole'] else 'cut off'}, and the exit code is {got['ended']['code']}.", "ends-in-mid-sentence")
    return None
