"""The figures of the lesson, computed from the settings of its examples."""

import math

SAID = [2.0, 4.0]  # versions of the Apache licence and of CC BY-NC, as the model cards name them


def worked():
    """A host's bill, the cost of own weights, the break-even, the busiest hour."""
    requests, read, written, days, prices = 16700, 850, 75, 30, (0.25, 2)
    bill = requests * days * (read * prices[0] + written * prices[1]) / 1e6
    machines, hourly, hours, worked_days, of, wage = 4, 2.3, 720, 11, 20, 10700
    own = [machines * hourly * hours, worked_days / of * wage]
    fixed, host, power = 16900, 1.8, 0.04
    busy, tokens, share, speed = 130000, 850, 0.1, 300
    peak, mean = busy * tokens * share / 3600, busy * tokens / 86400
    return [
        SAID,
        [requests, read, written, days, prices, bill],
        [machines, hourly, hours, worked_days, of, wage, own, sum(own), sum(own) / bill],
        [fixed, host, power, host - power, fixed / (host - power)],
        [busy, tokens, share, speed, peak, math.ceil(peak / speed), math.ceil(mean / speed)],
    ]
