"""Messages of a request: how they are built, what they cost, which of them stay."""

from gradus.judging import Miss, close, each, script

WORDS = "a the rain tomorrow internationalisation Oslo is, with? 4 degrees - umbrella 京都 understood".split()
CALL = {"id": "call_1", "name": "get_weather", "arguments": '{"city": "Oslo"}'}
TALK = [{"role": "system", "content": "Answer briefly."}, {"role": "user", "content": "Hello there"}, {"role": "assistant", "content": "Good morning, how can I help?"}, {"role": "user", "content": "Weather in Oslo?"},
        {"role": "assistant", "content": "", "tool_calls": [CALL]}, {"role": "tool", "content": "4 degrees, rain", "tool_call_id": "call_1"},
        {"role": "assistant", "content": "It is 4 degrees and raining."}, {"role": "user", "content": "And tomorrow?"}]
LOOP = [{"role": "assistant", "content": "Looking.", "tool_calls": [CALL]}, {"role": "tool", "tool_call_id": "call_1", "content": "4 degrees " * 6}]
EXPECTED = {"costs, worked example": [6, 6, 10, 7, 7, 7, 10, 6], "worked example": "0 3 4 5 6 7", "no gap": "0 7"}
SHAPES = ["", "u", "ua", "uaua", "ucra", "uccrra", "uacra", "ucrcra", "uacccrrraucra", "ucrucr", "crcr", "aucr"]
BROKEN = {"result without call": "ur", "result after an answer": "uacrar", "two results for one call": "ucrr", "question while a call waits": "ucu", "end while a call waits": "ucrac",
          "one of two results": "uccr", "call between results": "uccrcrr", "answer between results": "uccrar"}


def spend(messages):
    texts = [t for m in messages for t in (m["content"], *(c[k] for c in m.get("tool_calls", []) for k in ("name", "arguments")))]
    return 4 * len(messages) + sum((len(w) + 3) // 4 for t in texts for w in t.split())


def PROBES(rng):
    def text(most=9):
        return " ".join(str(w) for w in rng.choice(WORDS, rng.integers(0, most + 1)))

    def events(word):
        made = {"u": lambda: ["user", "u " + text()], "a": lambda: ["assistant", "a " + text()], "c": lambda: ["call", f"tool_{rng.integers(9)}", {"x": int(rng.integers(99)), "q": text(3)}],
                "r": lambda: ["result", {"degrees": int(rng.integers(30)), "dry": True, "wind": None} if rng.random() < 0.5 else "r " + text()]}
        return [made[c]() for c in word]

    def talk(exchanges, system=True, loops=2):
        out, n = [{"role": "system", "content": "Rules: " + text(6)}] * system, 0
        for turn in range(exchanges):
            out.append({"role": "user", "content": text()})
            for _ in range(rng.integers(0, loops + 1)):
                calls = [{"id": f"call_{(n := n + 1)}", "name": "get_forecast", "arguments": '{"city": "' + text(2) + '"}'} for _ in range(rng.integers(1, 4))]
                out.append({"role": "assistant", "content": text(2), "tool_calls": calls})
                out += [{"role": "tool", "tool_call_id": calls[int(k)]["id"], "content": text(12)} for k in rng.permutation(len(calls))]
            out += [{"role": "assistant", "content": text()}] * (turn < exchanges - 1 or rng.random() < 0.5)
        return out

    probes = {"costs, worked example": script("costs", TALK, "words"), "worked example": script("kept", TALK, 50, "words"), "no gap": script("kept", TALK, 40, "words")}
    probes |= {f"costs {c}": script("costs", talk(2), c) for c in ("words", "pieces")} | {f"limit {n}": script("kept", TALK, n, "words") for n in (11, 12, 42, 43, 58, 59, 1000)}
    probes |= {"the question alone": script("kept", TALK[3:4], 7, "words"), "the question alone is too long": script("kept", TALK[3:4], 6, "words")}
    for i, exchanges in enumerate((1, 1, 1, 2, 3, 4, 5, 6)):
        messages = talk(exchanges, i % 3 > 0, 4 if exchanges == 1 else 2)
        least = spend([m for m in messages if m["role"] == "system"] + [m for m in messages if m["role"] == "user"][-1:])
        probes[f"random {i}"] = script("kept", messages, int(rng.integers(least, spend(messages) + 1)), "pieces")
        probes[f"near a border {i}"] = script("kept", messages, least + spend(messages[int(rng.integers(1, len(messages))):]) - int(rng.integers(0, 2)), "pieces")
    for n in (0, 2, 4, 5):
        probes[f"long tool loop, {n} of 5 units fit"] = script("kept", [*TALK[1:4], *LOOP * 5], spend(TALK[3:4]) + n * spend(LOOP) + 3, "pieces")
    probes["a long result early in the loop"] = script("kept", [*TALK[:2], *TALK[3:5], {**TALK[5], "content": "degrees " * 40}, *LOOP * 2], spend([*TALK[:2], *LOOP * 2]) + 20, "pieces")
    probes["large"] = script("kept", talk(16), 250, "pieces")
    probes |= {f"build {i}": script("built", "" if i % 4 == 3 else "Be kind.", events(s)) for i, s in enumerate(SHAPES)}
    return probes | {name: script("built", "", events(s)) for name, s in BROKEN.items()}


@each("costs", "build", *BROKEN)
def built_and_counted(got, ideal, probe):
    """The built messages are those of the task, and a message costs its frame, its content and its calls."""
    return close(got, ideal)


KEPT = ("worked", "no gap", "limit", "the question", "random", "near", "long", "a long", "large")


@each(*KEPT)
def whole(got, ideal, probe):
    """System message and last question are there, and every tool result stands behind its call."""
    messages, kept, last = probe.args[0], [int(i) for i in got.split()], max(i for i, m in enumerate(probe.args[0]) if m["role"] == "user")
    if gone := [i for i, m in enumerate(messages) if (m["role"] == "system" or i == last) and i not in kept]:
        return Miss(f"Message {gone[0]}, the {messages[gone[0]]['role']} message {messages[gone[0]]['content']!r}, is gone.")
    calls = [max(c for c in range(i) if messages[c]["role"] == "assistant") for i in kept if messages[i]["role"] == "tool"]
    return next((Miss(f"A result of the call in message {c} is kept without it.") for c in calls if c not in kept), None)


@each(*KEPT)
def right_ones(got, ideal, probe):
    """Of the rest, the newest blocks stay, as many as fit without a gap."""
    return None if got == ideal else Miss(f"With a limit of {probe.args[1]} you keep the messages {got or 'none'} (counted from 0), expected {ideal}.")
