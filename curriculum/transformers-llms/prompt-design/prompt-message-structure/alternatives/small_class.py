"""A class for what waits, deque for the blocks"""

import json
from collections import deque


class Desk:
    def __init__(self, system):
        self.messages = [{"role": "system", "content": system}] if system else []
        self.waiting = deque()
        self.answering = False
        self.n = 0

    def user(self, text):
        self.say("user", text)

    def assistant(self, text):
        self.say("assistant", text)

    def say(self, role, text):
        if self.waiting:
            raise ValueError(f"{self.waiting[0]} waits")
        self.answering = False
        self.messages.append({"role": role, "content": text})

    def call(self, name, arguments):
        if self.waiting and self.answering:
            raise ValueError(f"{self.waiting[0]} waits")
        self.answering = False
        if not self.messages or self.messages[-1]["role"] != "assistant":
            self.messages.append({"role": "assistant", "content": None})
        self.n += 1
        self.waiting.append(f"call_{self.n}")
        self.messages[-1].setdefault("tool_calls", [])
        self.messages[-1]["tool_calls"].append({"name": name, "arguments": json.dumps(arguments), "id": f"call_{self.n}"})

    def result(self, value):
        if not self.waiting:
            raise ValueError("no call")
        self.answering = True
        self.messages.append({"tool_call_id": self.waiting.popleft(), "role": "tool", "content": value if isinstance(value, str) else json.dumps(value)})


def build(system, events):
    desk = Desk(system)
    for kind, *rest in events:
        getattr(desk, kind)(*rest)
    if desk.waiting:
        raise ValueError("calls without results")
    return [{**m, "content": m["content"] or ""} for m in desk.messages]


def cost(message, count):
    n = 4 + count(message["content"])
    for c in message.get("tool_calls", []):
        n = n + count(c["name"]) + count(c["arguments"])
    return n


def trim(messages, limit, count):
    stack = deque(messages)
    system = [stack.popleft()] if stack[0]["role"] == "system" else []
    newer, block = deque(), deque()
    question = None
    blocks = []
    while stack:
        message = stack.pop()
        block.appendleft(message)
        if question is None and message["role"] == "user":
            question = message
            block.popleft()
            block = deque()
        elif message["role"] == ("assistant" if question is None else "user"):
            blocks.append((question is None, list(block)))
            block = deque()
    left = limit - sum(cost(m, count) for m in [*system, question])
    if left < 0:
        raise ValueError("too long")
    older, after = [], []
    for present, one in blocks:
        left -= sum(cost(m, count) for m in one)
        if left < 0:
            break
        if present:
            after = one + after
        else:
            older = one + older
    return system + older + [question] + after
