"""Small objects with an order of their own"""

from dataclasses import dataclass, field


@dataclass(order=True)
class Text:
    cost: float
    tokens: list = field(default_factory=list)

    def extended(self, logs):
        return [Text(self.cost - float(log), [*self.tokens, i]) for i, log in enumerate(logs)]

    def done(self, end, longest):
        return bool(self.tokens) and (self.tokens[-1] == end or len(self.tokens) == longest)


def greedy(step, end, longest):
    text = Text(0.0)
    while not text.done(end, longest):
        logs = step(text.tokens)
        token = min(i for i in range(len(logs)) if logs[i] == max(logs))
        text = Text(text.cost - float(logs[token]), text.tokens + [token])
    return text.tokens


def beam(step, end, longest, width, alpha):
    open_, pile = [Text(0.0)], []
    while open_:
        kept = sorted(sum((t.extended(step(t.tokens)) for t in open_), []))[:width]
        pile.extend(t for t in kept if t.done(end, longest))
        open_ = [t for t in kept if not t.done(end, longest)]
    best = min(pile, key=lambda t: (t.cost / len(t.tokens) ** alpha, t.tokens))
    return best.tokens, -best.cost / len(best.tokens) ** alpha
