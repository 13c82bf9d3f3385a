"""Plain slices, price list made first, recursion over blocks"""

import itertools
import json


def build(system, events):
    groups = [(k, [e[1:] for e in g]) for k, g in itertools.groupby(events, key=lambda e: e[0])]
    messages = []
    if system:
        messages.append(dict(role="system", content=system))
    ids = (f"call_{n}" for n in itertools.count(1))
    pending = []
    previous = None
    for kind, items in groups:
        if kind in ("user", "assistant"):
            if pending:
                raise ValueError
            messages.extend(dict(role=kind, content=text) for (text,) in items)
        elif kind == "call":
            if pending:
                raise ValueError
            if previous != "assistant":
                messages.append(dict(role="assistant", content=""))
            made = [dict(id=next(ids), name=name, arguments=json.dumps(arguments, sort_keys=True)) for name, arguments in items]
            messages[-1] = dict(messages[-1], tool_calls=made)
            pending = [m["id"] for m in made]
        else:
            if len(items) != len(pending):
                raise ValueError
            for (value,), i in zip(items, pending):
                messages.append(dict(role="tool", tool_call_id=i, content=value if type(value) is str else json.dumps(value, indent=1)))
            pending = []
        previous = kind
    if pending:
        raise ValueError
    return messages


def cost(message, count):
    return 4 + count(message["content"]) + sum(count(c[k]) for c in message.get("tool_calls", ()) for k in ("name", "arguments"))


def trim(messages, limit, count):
    price = [cost(m, count) for m in messages]
    user = [i for i, m in enumerate(messages) if m["role"] == "user"]
    q = user[-1]
    keep = [m["role"] == "system" or i == q for i, m in enumerate(messages)]
    units = [i for i, m in enumerate(messages) if i > q and m["role"] == "assistant"]
    blocks = [(a, b) for a, b in zip(units, [*units[1:], len(messages)])][::-1] + [(a, b) for a, b in zip(user, user[1:])][::-1]
    spent = sum(c for c, k in zip(price, keep) if k)
    if spent > limit:
        raise ValueError

    def grow(n, spent):
        if n < len(blocks):
            a, b = blocks[n]
            more = spent + sum(price[a:b])
            if more <= limit:
                keep[a:b] = [True] * (b - a)
                grow(n + 1, more)

    grow(0, spent)
    return [m for m, k in zip(messages, keep) if k]
