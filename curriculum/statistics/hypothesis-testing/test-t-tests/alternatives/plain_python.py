"""Plain Python sums, math.sqrt, and the distribution by the incomplete beta function."""
import math

from scipy.special import betainc


def p_two_sided(t, df):
    return float(betainc(df / 2, 0.5, df / (df + t * t)))


def moments(values):
    values = [float(v) for v in values]
    n = len(values)
    if n < 2:
        raise ValueError("too few")
    m = math.fsum(values) / n
    return n, m, math.fsum((v - m) ** 2 for v in values) / (n - 1)


def one_sample(x, mean):
    n, m, s2 = moments(x)
    if s2 == 0:
        raise ValueError("no spread")
    t = (m - mean) / math.sqrt(s2 / n)
    return (t, n - 1, p_two_sided(t, n - 1))


def paired(x, y):
    if len(x) != len(y):
        raise ValueError("lengths")
    return one_sample([float(a) - float(b) for a, b in zip(x, y)], 0.0)


def welch(x, y):
    n, mx, vx = moments(x)
    m, my, vy = moments(y)
    a, b = vx / n, vy / m
    if a + b <= 0:
        raise ValueError("no spread")
    t = (mx - my) / math.sqrt(a + b)
    df = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1))
    return (t, df, p_two_sided(t, df))
