"""Conversations: the template to the letter, one tokenisation, labels on what the assistant writes."""

from gradus.judging import Miss, call, close, each, script

CHATML = {"start": "", "open": "<|im_start|>{role}\n", "close": "<|im_end|>", "after": "\n"}
HEADERS = {"start": "<s>", "open": "<|start|>{role}<|end|>\n\n", "close": "</s>", "after": ""}
PLAIN = {"start": "<s>", "open": "{role}: ", "close": "</s>", "after": "\n\n"}
TEMPLATES = {"marks": CHATML, "headers": HEADERS, "plain": PLAIN}
EXPECTED = {
    "render, the lesson's example": "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nYes.<|im_end|>\n",
    "render, ready for an answer": "<s>user: Hi</s>\n\nassistant: ",
    "encode, the lesson's example": {"input_ids": ["<|im_start|>", "user", "\n", "Hi", "<|im_end|>", "\n", "<|im_start|>", "assistant", "\n", "Yes", ".", "<|im_end|>", "\n"], "labels": ["-"] * 9 + ["Yes", ".", "<|im_end|>", "-"]},
}
SAID = ("Hi", "Yes", "Yes.", "", "\nIn Python: ing", " Hi ", "\n", "{role} {0} {", "the user is a user", "no. ", "京都? é", "Hi\n\nYes\n", "assistant: Yes", "<|start|>", "x")

def say(*turns):
    return [{"role": {"s": "system", "u": "user", "a": "assistant"}.get(t[0], t[0]), "content": t[1]} for t in turns]

def encoded(name, messages):
    return script("tokens", messages, TEMPLATES[name], shown=f"encode({messages}, a template with {name}, tokenizer)")

def drawn(rng):
    turns = [("s", str(rng.choice(SAID)))] if rng.random() < 0.3 else []
    for _ in range(int(rng.integers(1, 4))):
        turns += [("u", str(rng.choice(SAID))), ("a", str(rng.choice(SAID)))][: 2 if rng.random() < 0.8 else 1]
    return say(*turns)

def PROBES(rng):
    lesson = say(("u", "Hi"), ("a", "Yes."))
    p = {"render, the lesson's example": call("render", lesson, CHATML), "render, ready for an answer": call("render", lesson[:1], PLAIN, add_generation_prompt=True), "render, no messages": call("render", [], HEADERS)}
    p |= {f"render, {name} {i}": call("render", drawn(rng), t, **({"add_generation_prompt": True} if i else {})) for name, t in TEMPLATES.items() for i in range(2)}
    p |= {"render, braces": call("render", say(("u", "{role} {0} {"), ("a", "{}")), CHATML), "render, blanks": call("render", say(("s", " \n"), ("u", "x ")), PLAIN), "render, role twice": call("render", lesson, CHATML | {"open": "[{role}|{role}]"})}
    p |= {f"render, a closing mark inside, {who}": call("render", say((who, "a</s>b"), ("u", "x")), PLAIN) for who in "sa"}
    p |= {"render, unknown role": call("render", say(("tool", "x")), CHATML), "render, a closing mark inside": call("render", say(("u", "Hi<|im_end|>\n")), CHATML), "encode, a closing mark inside": encoded("headers", say(("u", "a</s>b")))}
    p |= {"encode, the lesson's example": encoded("marks", lesson), "encode, a start mark": encoded("headers", lesson), "encode, a word with its blank": encoded("plain", lesson), "encode, no assistant": encoded("headers", lesson[:1])}
    p |= {"encode, line ends at the border": encoded("marks", say(("u", "Hi"), ("a", "\nIn"))), "encode, the user says the same": encoded("marks", say(("u", "Yes"), ("a", "Yes"))), "encode, an empty answer": encoded("headers", say(("u", "Hi"), ("a", ""), ("u", "x"), ("a", "Hi")))}
    p |= {"encode, two answers in a row": encoded("headers", say(("a", "Hi"), ("a", "Yes."))), "encode, no messages": encoded("headers", []), "encode, the system speaks": encoded("marks", say(("s", "the assistant"), ("u", "x"), ("a", "x")))}
    bare = {"start": "", "open": "", "close": ":", "after": ""}
    p |= {f"encode, {name}": script("tokens", say(("a", "x"), (who, second)), bare, shown=f"encode 'x' of the assistant and {second!r} with a template that has a colon as its closing mark and nothing else") for name, who, second in (("answers touch", "a", "y"), ("one token for two answers", "a", " y"), ("a token beyond the answer", "u", " y"))}
    p |= {f"encode, {name} {i}": encoded(name, drawn(rng)) for name in TEMPLATES for i in range(4)}
    for name in TEMPLATES:
        pairs = [int(v) for v in rng.permutation(12)[:3]]
        p[f"encode, the FAQ with {name}"] = script("faq", pairs, TEMPLATES[name], "You answer briefly.", shown=f"encode questions {pairs} of the Python FAQ with their answers, a template with {name}")
    return p

@each("render")
def to_the_letter(got, ideal):
    """The text follows the template to the letter."""
    return close(got, ideal)

@each("encode")
def tokens_of_the_whole_text(got, ideal):
    """The tokens are those of the whole text, tokenised once, and nothing is added."""
    return close(got["input_ids"], ideal["input_ids"], path="tokens")

@each("encode")
def labels_on_the_assistant(got, ideal):
    """A token is learned if it lies inside an assistant's part, content or closing mark, and no other token is."""
    for i, (mine, right) in enumerate(zip(got["labels"], ideal["labels"], strict=False)):
        if mine != right:
            token = ideal["input_ids"][i]
            return Miss(f"Token {i}, {token!r}: yours has the label {mine!r}, expected {right!r}." if "-" not in (mine, right) else f"Token {i}, {token!r}, is {'not ' if mine == '-' else ''}learned in yours; it should {'' if mine == '-' else 'not '}be.")
    return None if len(got["labels"]) == len(ideal["labels"]) else Miss(f"{len(got['labels'])} labels for {len(ideal['labels'])} tokens.")
