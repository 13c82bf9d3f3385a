"""Messages are built with a queue of waiting calls, and cut by blocks."""

import json


def build(system, events):
    """Messages from events; calls wait until their results have come."""
    messages = [{"role": "system", "content": system}] if system else []
    waiting, calls, before = [], 0, ""
    for kind, *what in events:
        if kind == "call":
            if waiting and before != "call":
                raise ValueError("a call while another one waits for its result")
            if before not in ("assistant", "call"):
                messages.append({"role": "assistant", "content": ""})
            calls += 1
            waiting.append(f"call_{calls}")
            name, arguments = what
            call = {"id": waiting[-1], "name": name, "arguments": json.dumps(arguments)}
            messages[-1].setdefault("tool_calls", []).append(call)
        elif kind == "result":
            if not waiting:
                raise ValueError("a result that no call waits for")
            (value,) = what
            content = value if isinstance(value, str) else json.dumps(value)
            messages.append({"role": "tool", "tool_call_id": waiting.pop(0), "content": content})
        else:
            if waiting:
                raise ValueError("a call has no result yet")
            (text,) = what
            messages.append({"role": kind, "content": text})
        before = kind
    if waiting:
        raise ValueError("a call has no result")
    return messages


def cost(message, count):
    """Frame, content and calls."""
    calls = message.get("tool_calls", [])
    return 4 + count(message["content"]) + sum(count(call["name"]) + count(call["arguments"]) for call in calls)


def _blocks(messages, role):
    """Cut before every message of this role."""
    blocks = []
    for message in messages:
        if message["role"] == role:
            blocks.append([])
        blocks[-1] += [message]
    return blocks


def trim(messages, limit, count):
    """System message and question, then blocks from the newest on."""
    system = [m for m in messages if m["role"] == "system"]
    exchanges = _blocks([m for m in messages if m["role"] != "system"], "user")
    question, *after = exchanges.pop()
    units = _blocks(after, "assistant")
    before, behind = [question], []
    room = limit - sum(cost(m, count) for m in [*system, question])
    if room < 0:
        raise ValueError("the system message and the question do not fit")
    for place, blocks in ((behind, units), (before, exchanges)):
        for block in reversed(blocks):
            room -= sum(cost(m, count) for m in block)
            if room < 0:
                break
            place[:0] = block
    return system + before + behind
