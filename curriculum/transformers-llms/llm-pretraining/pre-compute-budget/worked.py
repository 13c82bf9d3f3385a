"""The figures of the lesson, computed from the settings of its examples."""

import math


def worked():
    """Operations, time, memory of the states, a checkpoint."""
    billions, tokens, chips, peak, used = 7, 2000, 512, 1000, 40
    operations = 6 * billions * 1e9 * tokens * 1e9
    rate = chips * peak * 1e12 * used / 100
    seconds = operations / rate
    states, kept = 2 + 2 + 4 + 4 + 4, 4 + 4 + 4
    room = 80 / 2
    link = 100
    return [
        [billions, tokens, chips, peak, used, 6, 10, used / 100],
        [operations / 1e22, tokens / 1e3, rate / 1e17, seconds, seconds / 86400, seconds / 86400 * used / 100],
        [states, states * billions, 80, room, states * billions / room, math.ceil(states * billions / room)],
        [kept, kept * billions, link, 8, kept * billions * 8 / link, link / 8],
    ]
