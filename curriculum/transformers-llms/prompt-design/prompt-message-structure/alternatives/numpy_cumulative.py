"""Cumulative sums and a searched border in NumPy"""

import json

import numpy as np


def build(system, events):
    queue = []
    seen = 0
    last = None
    result = [] if system == "" else [{"role": "system", "content": system}]
    for e in events:
        match e:
            case ["user" | "assistant" as role, text]:
                if queue:
                    raise ValueError("waiting")
                result += [{"role": role, "content": text}]
            case ["call", name, arguments]:
                if last == "result" and queue:
                    raise ValueError("waiting")
                if last not in ("call", "assistant"):
                    result += [{"role": "assistant", "content": ""}]
                seen += 1
                queue += [f"call_{seen}"]
                result[-1]["tool_calls"] = result[-1].get("tool_calls", []) + [{"id": queue[-1], "name": name, "arguments": json.dumps(arguments)}]
            case ["result", value]:
                try:
                    result += [{"role": "tool", "content": value if isinstance(value, str) else json.dumps(value), "tool_call_id": queue.pop(0)}]
                except IndexError:
                    raise ValueError("nothing waits") from None
        last = e[0]
    if queue:
        raise ValueError("waiting at the end")
    return result


def cost(message, count):
    pieces = [message["content"]]
    if "tool_calls" in message:
        for call in message["tool_calls"]:
            pieces.extend([call["name"], call["arguments"]])
    return sum(count(piece) for piece in pieces) + 4


def trim(messages, limit, count):
    roles = np.array([m["role"] for m in messages])
    prices = np.array([cost(m, count) for m in messages])
    q = int(np.flatnonzero(roles == "user")[-1])
    fixed = roles == "system"
    fixed[q] = True
    # block number of every message, 0 the newest
    at = np.arange(len(messages))
    starts = ((roles == "user") & (at < q)) | ((roles == "assistant") & (at > q))
    block = np.cumsum(starts[::-1])[::-1]
    block = block.max(initial=0) - block if False else np.where(starts, block - 1, block)
    sums = np.array([prices[(block == b) & ~fixed].sum() for b in range(int(block.max()) + 1)])
    room = limit - prices[fixed].sum()
    if room < 0:
        raise ValueError("no room")
    blocks = int((np.cumsum(sums) <= room).sum())
    keep = fixed | (block < blocks)
    return [messages[i] for i in np.flatnonzero(keep)]
