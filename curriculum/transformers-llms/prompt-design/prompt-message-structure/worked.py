"""The figures of the lesson, computed with the solution."""

from answer import build, cost, trim

EVENTS = [
    ["user", "Hello there"], ["assistant", "Good morning, how can I help?"], ["user", "Weather in Oslo?"], ["call", "get_weather", {"city": "Oslo"}],
    ["result", "4 degrees, rain"], ["assistant", "It is 4 degrees and raining."], ["user", "And tomorrow?"],
]  # fmt: skip


def worked():
    """The cost of eight messages, and what two limits keep of them."""
    messages = build("Answer briefly.", EVENTS)
    costs = [cost(m, _words) for m in messages]
    kept = [[messages.index(m) for m in trim(messages, limit, _words)] for limit in (50, 40)]
    if kept != [[0, 3, 4, 5, 6, 7], [0, 7]]:
        raise ValueError(f"{kept} are kept")
    need, oslo, greeting = costs[0] + costs[7], sum(costs[3:7]), sum(costs[1:3])
    fits = next(i for i in range(1, 8) if costs[0] + sum(costs[i:]) <= 30)
    if messages[fits]["role"] != "tool" or len("internationalisation") != 20:
        raise ValueError("the text says otherwise")
    return [
        cost({"role": "user", "content": ""}, _words),
        costs,
        sum(costs),
        [50, 40, 30],
        need,
        oslo,
        need + oslo,
        greeting,
        need + oslo + greeting,
        need + greeting,
    ]


def _words(text):
    return len(text.split())
