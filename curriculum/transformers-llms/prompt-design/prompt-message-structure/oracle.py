"""Cuts by trying: all starts of a suffix from the longest, and the first that fits; builds by looking ahead."""

import json


def build(system, events):
    word = "".join({"user": "u", "assistant": "a", "call": "c", "result": "r"}[e[0]] for e in events)
    out = [{"role": "system", "content": system}] * bool(system)
    i, n = 0, 0
    while i < len(events):
        if word[i] in "ua" and word[i + 1 : i + 2] != "c" or word[i] == "u":
            out.append({"role": events[i][0], "content": events[i][1]})
            i += 1
            continue
        if word[i] == "r":
            raise ValueError
        message = {"role": "assistant", "content": ""}
        if word[i] == "a":
            message["content"] = events[i][1]
            i += 1
        calls = len(word[i:]) - len(word[i:].lstrip("c"))
        ids = [f"call_{n + k + 1}" for k in range(calls)]
        n += calls
        message["tool_calls"] = [{"id": a, "name": e[1], "arguments": json.dumps(e[2])} for a, e in zip(ids, events[i : i + calls])]
        out.append(message)
        i += calls
        if word[i : i + calls] != "r" * calls:
            raise ValueError
        for a, e in zip(ids, events[i : i + calls]):
            out.append({"role": "tool", "tool_call_id": a, "content": e[1] if isinstance(e[1], str) else json.dumps(e[1])})
        i += calls
    return out


def cost(message, count):
    texts = [message["content"]]
    for call in message.get("tool_calls") or ():
        texts += [call["name"], call["arguments"]]
    return 4 + sum(map(count, texts))


def trim(messages, limit, count):
    prices = [cost(m, count) for m in messages]
    roles = [m["role"] for m in messages]
    head = {0} if roles[0] == "system" else set()
    last = max(i for i, r in enumerate(roles) if r == "user")
    starts = [i for i, r in enumerate(roles) if r == "user" and i < last] + [last]
    tries = [head | set(range(s, len(roles))) for s in starts]
    tries += [head | {last} | set(range(s, len(roles))) for s in range(last + 1, len(roles)) if roles[s] == "assistant"]
    tries += [head | {last}]
    for chosen in tries:
        if sum(prices[i] for i in chosen) <= limit:
            return [messages[i] for i in sorted(chosen)]
    raise ValueError
