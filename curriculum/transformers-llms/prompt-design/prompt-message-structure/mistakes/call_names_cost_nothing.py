"""The names of the called tools cost nothing

You count content and arguments, but the name of each called tool is sent as well.
"""

import json


def build(system, events):
    out = []
    if system != "":
        out.append({"role": "system", "content": system})
    number = 0
    open_ids = []
    in_calls = False
    for event in events:
        kind = event[0]
        if kind == "result":
            if len(open_ids) == 0:
                raise ValueError("nothing waits")
            value = event[1]
            text = value if isinstance(value, str) else json.dumps(value)
            out.append({"role": "tool", "content": text, "tool_call_id": open_ids.pop(0)})
            in_calls = False
            continue
        if kind == "call":
            if open_ids and not in_calls:
                raise ValueError("still waiting")
            if not in_calls:
                if not (out and out[-1]["role"] == "assistant"):
                    out.append({"role": "assistant", "content": ""})
                out[-1]["tool_calls"] = []
                in_calls = True
            number += 1
            open_ids.append("call_" + str(number))
            out[-1]["tool_calls"].append({"id": "call_" + str(number), "name": event[1], "arguments": json.dumps(event[2])})
            continue
        if open_ids:
            raise ValueError("still waiting")
        out.append({"role": kind, "content": event[1]})
    if open_ids:
        raise ValueError("never answered")
    return out


def cost(message, count):
    total = 4
    total += count(message["content"])
    for call in message.get("tool_calls", []):
        total += count(call["arguments"])
    return total


def trim(messages, limit, count):
    start = 1 if messages[0]["role"] == "system" else 0
    head = messages[:start]
    users = [i for i in range(len(messages)) if messages[i]["role"] == "user"]
    q = users[-1]
    question = messages[q]

    def total(ms):
        return sum(cost(m, count) for m in ms)

    used = total(head) + total([question])
    if used > limit:
        raise ValueError("too long")
    tail = []
    end = len(messages)
    complete = True
    for i in range(len(messages) - 1, q, -1):
        if messages[i]["role"] == "assistant":
            unit = messages[i:end]
            end = i
            if used + total(unit) > limit:
                complete = False
                break
            used += total(unit)
            tail = unit + tail
    older = []
    if complete:
        end = q
        for i in reversed(users[:-1]):
            exchange = messages[i:end]
            end = i
            if used + total(exchange) > limit:
                break
            used += total(exchange)
            older = exchange + older
    return head + older + [question] + tail
