"""The game of a generator against a discriminator on a few outcomes: best replies, values, Jensen-Shannon divergence, equilibrium."""

from math import log

from gradus.drilling import choice, matrix, number

LOG4 = log(4)
ONES = ("Believes the discriminator should output 1 on data at equilibrium", "You let the discriminator say 1 wherever data can be. The generator produces the same outcomes; saying 1 to all of them costs a lot on what is generated.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def shares(rng, n, zeros=False):
    """n shares in tenths, each at least 0.1, or with one 0."""
    while True:
        cuts = sorted(int(c) for c in rng.choice(range(1, 10), n - 1, replace=False))
        found = [(b - a) / 10 for a, b in zip([0, *cuts], [*cuts, 10])]
        if zeros:
            found = [*found[:-2], found[-2] + found[-1], 0.0]
            found = [round(found[int(i)], 1) for i in rng.permutation(n)]
        return [round(v, 1) for v in found]


def two(rng, n, zeros=False):
    """Shares of the data and of the generator, not the same."""
    while True:
        p, q = shares(rng, n, zeros and rng.random() < 0.5), shares(rng, n)
        if sum(abs(a - b) for a, b in zip(p, q)) > 0.3 and p != q[::-1]:
            return p, q


def tex(p):
    return "(" + ",\\ ".join(f"{v:g}" for v in p) + ")"


def xlogy(x, y):
    return x * log(y) if x else 0.0


def kl(p, q):
    return sum(xlogy(a, a / b) for a, b in zip(p, q) if a)


def jsd(p, q):
    m = [(a + b) / 2 for a, b in zip(p, q)]
    return (kl(p, m) + kl(q, m)) / 2


def payoff(p, q, d):
    return sum(xlogy(a, c) + xlogy(b, 1 - c) for a, b, c in zip(p, q, d))


def apart(values, room=0.004):
    return all(abs(x - y) > room for i, x in enumerate(values) for y in values[:i])


def rows_apart(rows, room=0.004):
    return all(max(abs(a - b) for a, b in zip(x, y)) > room for i, x in enumerate(rows) for y in rows[:i])


def discriminator(rng):
    """The best discriminator"""
    while True:
        p, q = two(rng, pick(rng, [3, 4]), zeros=True)
        right = [a / (a + b) for a, b in zip(p, q)]
        wrong = [
            ([1.0] * len(p), *ONES),
            ([b / (a + b) for a, b in zip(p, q)], "Gives the share of the generator", "Your numbers say how likely it is that the outcome was generated. The discriminator is asked for the probability that it is data."),
            ([a / b for a, b in zip(p, q)], "Gives the ratio of the shares", "You divide the data's share by the generator's. That is how many times as likely one is as the other; a probability compares with both together."),
            (p, "Gives the data's share", "You give how likely the outcome is among the data. Asked for is how likely a sample with this outcome is to be data at all."),
            ([float(a > b) for a, b in zip(p, q)], "Decides instead of weighing", "You say 1 or 0, whichever is more likely. A wrong 1 costs infinitely much under the logarithm; the best answer is a probability."),
        ]
        if rows_apart([right, *(w[0] for w in wrong)]):
            break
    return matrix(f"The data have the shares $p = {tex(p)}$, the generator has $q = {tex(q)}$. Give the best discriminator $D^*$, one number for each outcome, in one row, to 0.001.", [right],
                  [([w[0]], w[1], w[2]) for w in wrong], "For each outcome the best answer is its share among the data divided by the sum of both shares.", rtol=0, atol=0.001, p=p, q=q)  # fmt: skip


def playing(rng):
    """The value of a given discriminator"""
    while True:
        p, q = two(rng, 3)
        d = [int(v) / 10 for v in rng.integers(1, 10, 3)]
        right = payoff(p, q, d)
        wrong = [
            (payoff(p, p, d), "Takes the mean over the data twice", "You weigh both logarithms with the data's shares. What the discriminator says about generated samples is weighed with the generator's shares."),
            (sum(xlogy(a, c) + xlogy(b, c) for a, b, c in zip(p, q, d)), "Rewards a yes on generated samples", "You take the logarithm of the discriminator itself in both terms. On generated samples it earns by saying no."),
            (payoff(q, p, d), "Exchanges data and generator", "You weigh the two logarithms with each other's shares. The logarithm of the discriminator goes with the data."),
            (-right, "Turns the sign", "You turned the sign, as in a loss that is minimised. The value of the game is what the discriminator maximises; it is never positive."),
            (payoff(p, q, d) / 2, "Takes the mean of both terms", "You halve the sum, as a loss over a mixed batch would. The value of the game is the sum of two means."),
        ]
        if apart([right, *(w[0] for w in wrong)]):
            break
    return number(f"$p = {tex(p)}$, $q = {tex(q)}$, and the discriminator answers $D = {tex(d)}$. What is the value $V(D, q)$? To 0.001.", right, wrong,
                  "The mean of $\\ln D$ over the data plus the mean of $\\ln(1 - D)$ over what is generated.", rtol=0, atol=0.001, p=p, q=q, d=d)  # fmt: skip


def divergence(rng):
    """The Jensen-Shannon divergence"""
    while True:
        p, q = two(rng, pick(rng, [2, 3]))
        m = [(a + b) / 2 for a, b in zip(p, q)]
        right = jsd(p, q)
        wrong = [
            (kl(p, q), "Uses KL where Jensen-Shannon belongs", "You compare the data with the generator directly. Jensen-Shannon compares each of them with the mixture of both, so that it stays finite and symmetric."),
            (kl(q, p), "Uses KL in the other direction", "You compare the generator with the data directly. Jensen-Shannon compares each of them with the mixture of both."),
            (2 * right, "Adds instead of averaging", "You add the two comparisons with the mixture. The divergence is their mean."),
            ((kl(p, q) + kl(q, p)) / 2, "Averages both directions of KL", "You make KL symmetric by averaging its directions. That still is infinite where one share is 0; the mixture in the middle is missing."),
            (kl(p, m), "Compares only the data with the mixture", "You take one of the two comparisons. Both the data and the generator are compared with the mixture."),
        ]
        if apart([right, *(w[0] for w in wrong)]):
            break
    return number(f"What is the Jensen-Shannon divergence of $p = {tex(p)}$ and $q = {tex(q)}$, with natural logarithms? To 0.001.", right, wrong,
                  f"The mixture is ${tex([round(v, 3) for v in m])}$; the two KL divergences from it are {kl(p, m):.4f} and {kl(q, m):.4f}.", rtol=0, atol=0.001, p=p, q=q)  # fmt: skip


def value(rng):
    """The value against the best discriminator"""
    while True:
        p, q = two(rng, 3)
        right = 2 * jsd(p, q) - LOG4
        wrong = [
            (kl(p, q) - LOG4, "Uses KL where Jensen-Shannon belongs", "You put KL of the data from the generator into the formula. The best discriminator compares each of the two with their mixture."),
            (2 * jsd(p, q), "Leaves out log 4", "You give the divergence alone. Even a generator that matches the data leaves a value below 0, since every answer then is a guess."),
            (jsd(p, q) - LOG4, "Counts the divergence once", "You add one divergence. Both terms of the game contribute one each: its mean over the data and its mean over what is generated."),
            (-LOG4, "Gives the value of the equilibrium", "You give the value for a generator that matches the data. This one does not, so the discriminator does better."),
            (0.0, "Gives the value 0", "You give 0. That value needs a discriminator that is never wrong, and here the same outcomes come from both sides."),
        ]
        if apart([right, *(w[0] for w in wrong)]):
            break
    return number(f"$p = {tex(p)}$ and $q = {tex(q)}$. What is the value $\\max_D V(D, q)$ against the best discriminator? To 0.001.", right, wrong,
                  f"$2\\,\\mathrm{{JSD}} - \\ln 4$ with the divergence {jsd(p, q):.4f}; or put $D^* = p/(p+q)$ into $V$.", rtol=0, atol=0.001, p=p, q=q)  # fmt: skip


def reply(rng):
    """The generator's best reply to a fixed discriminator"""
    while True:
        n = pick(rng, [3, 4])
        p, d = shares(rng, n), [int(v) / 10 for v in rng.choice(range(1, 10), n, replace=False)]
        right = [float(v == max(d)) for v in d]
        wrong = [
            (p, "Lets the generator match the data", "Matching the data is best against a discriminator that answers anew to every generator. This one stands still, and where it is most easily fooled the generator gains most."),
            ([v / sum(d) for v in d], "Spreads the generator by the discriminator's answers", "You give each outcome a share in proportion to how well it fools the discriminator. The mean is best if no sample is wasted on a lesser outcome."),
            ([float(v == min(d)) for v in d], "Takes the outcome that is seen through", "You chose the outcome that the discriminator rejects most surely. The generator wants to be taken for data."),
            ([1 / n] * n, "Spreads the generator evenly", "You give all outcomes the same share. Some of them fool the discriminator better than others."),
        ]
        if rows_apart([right, *(w[0] for w in wrong)]):
            break
    return matrix(f"The data have $p = {tex(p)}$. The discriminator is held fixed at $D = {tex(d)}$. Which $q$ makes $V(D, q)$ smallest? Give the shares in one row, to 0.001.", [right],
                  [([w[0]], w[1], w[2]) for w in wrong], "$V$ is a mean of $\\ln(1 - D)$ over $q$; it is smallest with all mass where $D$ is largest. That is mode collapse.", rtol=0, atol=0.001, p=p, d=d)  # fmt: skip


def shifted(rng):
    """The value when the supports overlap in part"""
    while True:
        m = int(rng.integers(4, 13))
        s = int(rng.integers(1, m))
        first = int(rng.integers(0, 50))
        right = -(m - s) / m * LOG4
        wrong = [
            (-s / m * LOG4, "Counts where they do not meet", "You weigh with the part where only one of the two can be. There the discriminator is certain and loses nothing; it loses where both can be."),
            (2 * s / m * log(2), "Leaves out log 4", "You give twice the divergence. The value of the game lies below it by the logarithm of 4."),
            (0.0, "Takes them for separated", "You let the discriminator be right every time. On the outcomes that both produce it can only guess."),
            (-LOG4, "Takes them for equal", "You let the discriminator guess everywhere. Where only one of the two can be, it is certain."),
            (-(m - s) / m * log(2), "Counts one of the two terms", "On the shared outcomes the discriminator loses the same twice: on data and on what is generated."),
            (-(m - s) / (m + s) * LOG4, "Weighs with the share of outcomes", "You count outcomes among all that occur. What counts is how much of the data, and of what is generated, falls on the shared ones."),
        ]
        if apart([right, *(w[0] for w in wrong[:5])]):
            break
    if not apart([right, *(w[0] for w in wrong)]):
        wrong = wrong[:5]
    return number(f"The data are spread evenly over the whole numbers from {first + 1} to {first + m}, the generator evenly over those from {first + s + 1} to {first + s + m}. What is the value $\\max_D V(D, q)$? To 0.001.",
                  right, wrong, f"On the {m - s} shared numbers $D^* = \\frac12$, elsewhere 1 or 0. So $V = 2\\cdot\\frac{{{m - s}}}{{{m}}}\\ln\\frac12$.", rtol=0, atol=0.001, m=m, s=s)  # fmt: skip


def equilibrium(rng):
    """Answers and value at the equilibrium"""
    p = shares(rng, pick(rng, [3, 4]))
    at = int(rng.integers(len(p)))
    bits = rng.random() < 0.5
    level = "$-2$" if bits else "$-\\ln 4$"
    logs = "base 2" if bits else "base $e$"
    half = "$-1$" if bits else "$-\\tfrac12\\ln 4$"
    options = [f"$\\tfrac12$, and {level}", "$1$, and $0$", "$\\tfrac12$, and $0$", f"${p[at]:g}$, and {level}", f"$\\tfrac12$, and {half}"]
    if p[at] == 0.5:
        options[3] = f"$0.9$, and {level}"
    return choice(
        rng, f"The data have the shares $p = {tex(p)}$, logarithms have {logs}. Both players play at the equilibrium. What does the discriminator answer to outcome number {at + 1}, and what is the value of the game?", options[0],
        [
            (options[1], *ONES),
            (options[2], "Gives the value 0 at equilibrium", "You found what the discriminator answers. Put it into both logarithms: each contributes something below 0, so the value cannot be 0."),
            (options[3], "Takes a share of the data for the answer", "You take how common the outcome is for the answer. At the equilibrium the generator makes it just as common, and the discriminator cannot tell the sides apart."),
            (options[4], "Counts one of the two terms", "You count one logarithm. The value has two means, one over the data and one over what is generated, and at the equilibrium both are the same."),
        ],
        "The generator matches the data, so $D^* = p/(p + p)$, and both logarithms are that of one half.", bits=bool(bits), options=options,
    )  # fmt: skip


TEMPLATES = [discriminator, playing, divergence, value, reply, shifted, equilibrium]

EXPECTED = {  # discriminator 1, divergence 2, value 1, shifted 0 and reply 0 are the lesson's worked examples
    "discriminator": {1: "1/8 2/3 5/6", 2: "0.5 0.6 0 0.5"},
    "playing": {2: "0.3 ln(0.5) + 0.4 ln(0.1) + 0.3 ln(0.4) + 0.3 ln(0.5) + 0.1 ln(0.9) + 0.6 ln(0.6)"},
    "divergence": {2: "(0.9 ln(18/11) + 0.1 ln(2/9) + 0.2 ln(4/11) + 0.8 ln(16/9))/2"},
    "value": {1: "0.4 ln(0.8) + 0.1 ln(1/8) + 0.5 ln(5/7) + 0.1 ln(0.2) + 0.7 ln(7/8) + 0.2 ln(2/7)"},
    "reply": {0: "0 0 1 0"},
    "shifted": {0: "-8 ln(2)/11"},
    "equilibrium": {0: "$\\tfrac12$, and $-\\ln 4$", 3: "2"},
}
