"""Compares streams of questions, then lives with a service: asks, rates, looks at its logs and its dashboard. Knows no answers."""

import json
import shutil
import time
from html.parser import HTMLParser

import stage
import warm

SLOW = {"seconds": 500}
LIBRARIES = (
    "torch",
    "transformers.models.bert.modeling_bert",
    "transformers.models.auto.modeling_auto",
    "transformers.models.auto.tokenization_auto",
    "bm25s",
    "pandas",
    "pyarrow.dataset",
    "lance_namespace_urllib3_client.models",  # most of what lancedb waits for; lancedb itself starts a thread
)
QUIET = {"TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "TRANSFORMERS_VERBOSITY": "error"}


def unphrased():
    """The repository's bot.toml with phrasing off, where it has such a line: nothing here needs the language model, and loading it takes seconds."""
    path = stage.REPOSITORY / "bot.toml"
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    return {"BOT_SETTINGS": str(stage.put("settings", {"bot.toml": text.replace("phrase = true", "phrase = false")}) / "bot.toml")} if text else {}


def lines(questions):
    """Lines of a request log with these questions."""
    row = {"time": "2026-03-01T09:00:00.000+00:00", "answer": "It opens at nine.", "citations": ["c1"], "known": True, "seconds": 0.5, "status": 200}
    return "".join(json.dumps({"id": f"chatcmpl-{i}", "question": q, **row}) + "\n" for i, q in enumerate(questions))


def drift(baseline, streams):
    """What `drift` says to every stream, and to files that it must refuse."""
    logs = stage.put("logs", {"baseline.jsonl": lines(baseline), **{f"{name}.jsonl": lines(qs) for name, qs in streams.items()}})
    recent = [logs / f"{name}.jsonl" for name in streams]
    warm.libraries(*LIBRARIES, **QUIET)
    said = warm.run("drift", stage.WORK, "--baseline", logs / "baseline.jsonl", "--recent", *recent, **SLOW).ok()
    told = stage.objects(said.out, "the output of drift", "recent", "drift", "signals")
    bad = stage.put("bad", {"few.jsonl": lines(baseline[:19]), "broken.jsonl": lines(baseline[:30]) + '{"id": "x", "quest\n'})
    faulty = [bad / "few.jsonl", bad / "broken.jsonl", bad / "missing.jsonl"]
    refused = {path.name: warm.run("drift", stage.WORK, "--baseline", logs / "baseline.jsonl", "--recent", recent[0], path, **SLOW).refused() for path in faulty}
    return {"told": told, "refused": refused}


ALONE = ("meta", "link", "img", "br", "hr", "input", "col", "wbr", "base", "source")
CLOSES = {"td": ("td", "th"), "th": ("td", "th"), "tr": ("tr",), "li": ("li",), "p": ("p",), "dt": ("dt", "dd"), "dd": ("dt", "dd")}  # what may be left open before it
AROUND = ("table", "ul", "ol", "dl", "div", "section", "main", "body")


class Page(HTMLParser):
    """What a browser would make of a page: the text that is shown, the figures by id, the elements, and what is loaded."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.inside, self.figures, self.text, self.hidden, self.values, self.loads = [], {}, [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        while any(t in CLOSES.get(tag, ()) for t, _ in self.inside[self.top() :]):
            self.inside.pop()
        if tag not in ALONE:
            self.inside.append((tag, dict(attrs).get("id")))
        self.values += [str(value)[:2000] for _, value in attrs]
        self.loads += [str(v) for k, v in attrs if k in ("src", "href", "srcset", "data", "action") and "//" in str(v)]

    def top(self):
        """The place behind the innermost element that an open cell or paragraph does not reach out of."""
        return max((i + 1 for i, (tag, _) in enumerate(self.inside) if tag in AROUND), default=0)

    def handle_endtag(self, tag):
        while self.inside and any(t == tag for t, _ in self.inside):
            if self.inside.pop()[0] == tag:
                break

    def handle_data(self, data):
        if self.inside and self.inside[-1][0] in ("script", "style"):
            self.hidden.append(data[:2000])
            return
        self.text.append(data)
        for name in {i for _, i in self.inside if i}:
            self.figures[name] = (self.figures.get(name, "") + data)[:200]


def chat(served, body):
    """The answer to a chat request; Unfit if it came with 200 and is none."""
    said = served.ask("POST", "/v1/chat/completions", body, seconds=200)
    try:
        return answer_of(said, body)
    except (ValueError, TypeError, AttributeError, LookupError):
        raise stage.Unfit(f"POST /v1/chat/completions says {said.get('status')} and no chat completion: {said.get('text', '')[:120]}") from None


def answer_of(said, body):
    if said.get("status") != 200:
        return {"id": "", "status": said.get("status") or said.get("error"), "content": "", "citations": [], "known": None}
    if isinstance(body, dict) and body.get("stream"):
        told = [json.loads(x[6:]) for x in said["text"].split("\n\n") if x.startswith("data: {")]
        pieces = "".join((c.get("delta") or {}).get("content") or "" for t in told for c in t.get("choices") or [])
        last = next((t for t in told[::-1] if "known" in t), {})
        return {"id": told[0].get("id") if told else "", "status": 200, "content": pieces, "citations": last.get("citations"), "known": last.get("known")}
    got = said.get("json") or {}
    content = str(((got.get("choices") or [{}])[0].get("message") or {}).get("content"))
    return {"id": got.get("id"), "status": 200, "content": content, "citations": got.get("citations"), "known": got.get("known")}


def grown(path, before, more):
    """The text that a log gained; waits a little until it has `more` lines more."""
    until = time.monotonic() + 5
    while True:
        text = path.read_text("utf-8", "replace") if path.is_file() else ""
        if text.count("\n") >= before.count("\n") + more or time.monotonic() > until:
            return {"kept": text.startswith(before), "whole": text.endswith("\n"), "new": stage.objects(text[len(before) :], path.name) if text.startswith(before) else []}
        time.sleep(0.1)


def monitor(files, log, asked, bad, ratings, faulty, correction):
    """One service: questions, ratings of all kinds, the dashboard, and a log that cannot be written."""
    docs, data = stage.put("docs", files), stage.WORK / "data"
    warm.libraries(*LIBRARIES, **QUIET)
    warm.run("ingest", docs, "--out", data, **SLOW).ok()
    warm.run("index", data, **SLOW).ok()
    before = "".join(json.dumps(row) + "\n" for row in log)
    requests, feedback = stage.folder("data") / "requests.jsonl", data / "feedback.jsonl"  # the folder is there even if nothing made it
    requests.write_text(before, "utf-8")
    with stage.service("serve", data, seconds=300, threads=2, env=unphrased()) as served:
        answers = [chat(served, {"messages": [{"role": "user", "content": q}], **({"stream": True} if streamed else {})}) for q, streamed in asked]
        odd = [chat(served, body)["status"] for body in bad]
        logged = grown(requests, before, len(answers))
        # the ids of answers are known only here: a number stands for the answer in that place
        bodies = [{"id": answers[who]["id"] if isinstance(who, int) else who, "rating": rating, **({"correction": correction} if more else {})} for who, rating, more in ratings]
        votes = [served.ask("POST", "/feedback", body, seconds=60) for body in bodies]
        wrong = [served.ask("POST", "/feedback", body.encode() if isinstance(body, str) else {"id": answers[0]["id"], **body}, seconds=60) for body in faulty]
        rated = grown(feedback, "", sum(v.get("status") == 200 for v in votes))
        seen, page = served.ask("GET", "/dashboard", seconds=200), served.ask("GET", "/")
        shown = Page(seen.get("text", ""))
        requests.unlink(missing_ok=True)
        requests.mkdir()
        after = chat(served, {"messages": [{"role": "user", "content": asked[-1][0]}]})["status"]
        shutil.rmtree(requests, ignore_errors=True)
    board = {"status": seen.get("status") or seen.get("error"), "type": seen.get("headers", {}).get("content-type", ""), "figures": shown.figures,
             "text": " ".join("".join(shown.text).split())[:60000], "values": shown.values[:4000], "hidden": shown.hidden[:400], "loads": shown.loads[:5]}  # fmt: skip
    said = [[v.get("status") or v.get("error"), v.get("json")] for v in (*votes, *wrong)]
    return {"answers": answers, "odd": odd, "logged": logged, "votes": said[: len(votes)], "wrong": said[len(votes) :], "rated": rated, "board": board,
            "chat page": page.get("text", ""), "after": after}  # fmt: skip
