"""All allowed selections from the largest to the smallest; the first that fits"""

import json


def build(system, events):
    out, ids, n, i = [], [], 0, 0
    if system:
        out.append({"role": "system", "content": system})
    while i < len(events):
        e = events[i]
        if e[0] == "result":
            raise ValueError("no call")
        if e[0] == "call" or (e[0] == "assistant" and i + 1 < len(events) and events[i + 1][0] == "call"):
            m = {"role": "assistant", "content": "" if e[0] == "call" else e[1], "tool_calls": []}
            i += e[0] == "assistant"
            while i < len(events) and events[i][0] == "call":
                n += 1
                m["tool_calls"].append({"id": f"call_{n}", "name": events[i][1], "arguments": json.dumps(events[i][2])})
                i += 1
            out.append(m)
            for c in m["tool_calls"]:
                if i >= len(events) or events[i][0] != "result":
                    raise ValueError("a call without a result")
                v = events[i][1]
                out.append({"role": "tool", "tool_call_id": c["id"], "content": v if isinstance(v, str) else json.dumps(v)})
                i += 1
        else:
            out.append({"role": e[0], "content": e[1]})
            i += 1
    return out


def cost(message, count):
    return 4 + count(message["content"]) + sum([count(c["name"]) + count(c["arguments"]) for c in message.get("tool_calls", [])], 0)


def trim(messages, limit, count):
    def price(ms):
        return sum(cost(m, count) for m in ms)

    system = messages[:1] if messages[0]["role"] == "system" else []
    n = len(messages)
    q = max(i for i in range(n) if messages[i]["role"] == "user")
    options = [messages[i:] for i in range(q + 1) if messages[i]["role"] == "user"]
    options += [[messages[q], *messages[i:]] for i in range(q + 1, n) if messages[i]["role"] == "assistant"]
    options.append([messages[q]])
    for option in options:
        if price(system + option) <= limit:
            return system + option
    raise ValueError("the window is too small")
