"""Operations, time, memory, tokens, chips and checkpoints of a pre-training run."""

import math

from gradus.drilling import number

SIZES = [0.4, 0.8, 1.3, 2, 3, 7, 8, 13, 30, 34, 65, 70]  # billions of parameters
CHIPS = [16, 64, 128, 256, 512, 1024, 2048]
PEAKS = [125, 312, 400, 1000]  # TFLOP/s


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def apart(right, wrong, ratio=1.04):
    """Is every answer at least 4 % from every other?"""
    values = sorted([float(right), *(float(w[0]) for w in wrong)])
    return all(a > 0 and b / a > ratio for a, b in zip(values, values[1:]))


def operations(rng):
    """The operations of a training run"""
    n, d = pick(rng, SIZES), pick(rng, [20, 50, 100, 300, 500, 1000, 1400, 2000, 3000, 5000, 15000])
    right = 6 * n * d / 1000
    wrong = [
        (2 * n * d / 1000, "Counts the forward pass only",
         "You count one multiplication and one addition. That is what a token costs when the model is used; in training the backward pass comes on top, and it costs twice as much again."),
        (n * d / 1000, "One operation for each parameter",
         "You multiply parameters by tokens and stop. A weight is multiplied and added, and the backward pass works through all of them twice more."),
        (4 * n * d / 1000, "Counts the backward pass only once or alone",
         "Your factor is that of the backward pass by itself, or of a backward pass that costs no more than the forward one. It needs two products for each weight, and the forward pass is still to be added."),
        (6 * n * d, "A prefix of a thousand too much",
         "Your digits are right and the power of ten is not. A billion times a billion has eighteen zeros; compare with the unit that the question asks for."),
    ]
    return number(
        f"A model with {n:g} billion parameters is trained on {d} billion tokens. How many operations does that take? Answer in units of $10^{{21}}$.",
        right, wrong,
        f"$6\\cdot {n:g}\\cdot10^9\\cdot {d}\\cdot10^9 = {right:.4g}\\cdot10^{{21}}$: two operations forward, four backward, for each parameter and token.",
        rtol=0.01, n=n, d=d,
    )


def days(rng):
    """The time of a training run"""
    while True:
        n, d, g, p, u = pick(rng, SIZES), pick(rng, [100, 300, 500, 1000, 1400, 2000, 3000]), pick(rng, CHIPS), pick(rng, PEAKS), int(rng.integers(28, 52))
        seconds = 6 * n * d * 1e18 / (g * p * 1e12)
        right = seconds * 100 / u / 86400
        wrong = [
            (seconds / 86400, "Uses the peak instead of the achieved rate",
             "You divide by what the data sheet promises. The run reaches a part of it, the utilisation, and takes longer by the same factor."),
            (seconds * u / 100 / 86400, "Multiplies the time by the utilisation",
             "You have used the utilisation the wrong way round: your run is faster than at peak. A lower rate makes a longer time, so it belongs under the fraction."),
            (right * g, "Takes one chip for all",
             "You divide by the rate of a single chip. All of them work at the same time on one run."),
            (right / 3, "Counts the forward pass only",
             "Your operations are those of the forward pass. The backward pass costs twice as much again, and the time grows with it."),
            (right * 24, "Gives hours for days",
             "The number is right as hours. The question asks for days."),
        ]
        if 0.5 < right < 400 and apart(right, wrong):
            break
    return number(
        f"A model with {n:g} billion parameters is trained on {d} billion tokens, on {g} chips with a peak of {p} TFLOP/s each, at a utilisation of {u} %. "
        "How many days does it take?",
        right, wrong,
        f"$6ND = {6 * n * d / 1000:.4g}\\cdot10^{{21}}$ operations; the chips achieve ${g}\\cdot {p}\\cdot10^{{12}}\\cdot {u / 100:g} = {g * p * u / 100 / 1000:.4g}\\cdot10^{{15}}$ "
        f"per second; that is {right * 86400:.4g} s, and a day has 86,400.",
        rtol=0.01, n=n, d=d, g=g, p=p, u=u,
    )


RECIPES = [  # words, bytes of weight, gradient, master copy, all moments
    ("weights and gradients in bfloat16, a float32 master copy, Adam with both moments in float32", 2, 2, 4, 8),
    ("weights and gradients in float32 and no other copy, Adam with both moments in float32", 4, 4, 0, 8),
    ("weights in bfloat16, gradients in float32, a float32 master copy, Adam with both moments in float32", 2, 4, 4, 8),
    ("weights and gradients in bfloat16, a float32 master copy, Adam with both moments in 8 bits each", 2, 2, 4, 2),
    ("weights and gradients in bfloat16, a float32 master copy, gradient descent with one momentum value in float32", 2, 2, 4, 4),
]


def memory(rng):
    """The memory of weights, gradients and optimiser states"""
    n, (words, w, g, m, o) = pick(rng, SIZES), pick(rng, RECIPES)
    right = n * (w + g + m + o)
    wrong = [
        (n * w, "Counts the weights only",
         "You count what the model needs in use. In training each parameter has a gradient and the states of its optimiser beside it, and these are the larger part."),
        (n * (w + g), "Leaves the optimiser out",
         "You count weights and gradients. The optimiser keeps its own numbers for each parameter from one update to the next; they stand in memory all the time."),
        (n * (w + m + o), "Leaves the gradients out",
         "You count weights and optimiser and forget the gradients. They are as many as the weights, and are there when the update is made."),
        (8 * right, "Counts bits as bytes",
         "Your number is that of the bits. Memory is counted in bytes, and the types were given in bytes already."),
        (n * (w + g + m + o / 2), "Counts half of the moments",
         "You count half of what the optimiser keeps. Read again how many values it keeps for each parameter, and of which type."),
    ]
    wrong = wrong if apart(right, wrong) else wrong[:-1]
    return number(
        f"A model with {n:g} billion parameters is trained with {words}. How many GB do all these states need together, without activations?",
        right, wrong,
        f"${w} + {g} + {m} + {o} = {w + g + m + o}$ bytes per parameter (weight, gradient, master copy, optimiser), times ${n:g}\\cdot10^9$.",
        rtol=0.01, n=n, w=w, g=g, m=m, o=o,
    )


def tokens(rng):
    """The tokens that a budget pays for"""
    while True:
        n, k, p, u = pick(rng, SIZES), pick(rng, [5, 10, 20, 40, 50, 80, 100, 200, 500]), pick(rng, PEAKS), int(rng.integers(28, 52))
        full = k * 1000 * 3600 * p * 1e12 / (6 * n * 1e9) / 1e9
        right = full * u / 100
        wrong = [
            (full, "Uses the peak instead of the achieved rate",
             "You let the chips run at their peak. They achieve a part of it, and the tokens shrink with it."),
            (right * 3, "Counts the forward pass only",
             "You divide by what a token costs in use. In training the backward pass comes on top and costs twice as much again."),
            (right * 6, "One operation for each parameter",
             "You divide by the parameters alone. Each of them takes several operations for every token, forward and backward."),
            (right / 60, "Takes hours for minutes",
             "Your hours have sixty seconds. Count again how many seconds a chip-hour holds."),
        ]
        if 1 < right < 30000 and apart(right, wrong):
            break
    return number(
        f"There is a budget of {k},000 chip-hours on chips with a peak of {p} TFLOP/s, of which a run achieves {u} %. On how many billion tokens can a model with "
        f"{n:g} billion parameters be trained?",
        right, wrong,
        f"The budget is ${k}\\cdot10^3\\cdot3600\\cdot {p}\\cdot10^{{12}}\\cdot {u / 100:g}$ operations; a token costs $6\\cdot {n:g}\\cdot10^9$.",
        rtol=0.01, n=n, k=k, p=p, u=u,
    )


def chips(rng):
    """The chips that hold the states"""
    while True:
        n, b, m, s = pick(rng, [7, 8, 13, 30, 34, 65, 70, 120, 180, 405]), pick(rng, [12, 16, 18]), pick(rng, [24, 40, 80, 96, 141]), pick(rng, [30, 40, 50, 60, 75])
        right = -(-n * b * 100 // (m * s))
        wrong = [
            (-(-n * b // m), "Gives all the memory to the states",
             "You fill the chips to the brim. A part of the memory is kept for activations and may not be counted on."),
            (n * b * 100 // (m * s), "Rounds down",
             "You round down, and the last part of the states has no place. A chip that is needed in part is needed."),
            (-(-n * 2 * 100 // (m * s)), "Counts the weights only",
             "You place the weights in half precision and nothing else. Gradients and the states of the optimiser are several times as large."),
            (-(-n * b * 8 * 100 // (m * s)), "Counts bits as bytes",
             "You compare bits with bytes. Both the states and the memory of the chips were given in bytes."),
            (-(-n * b * 100 // (m * (100 - s))), "Takes the activations' share",
             "You put the states into the part that is kept for the activations. They have the rest of the memory."),
        ]
        if n * b * 100 % (m * s) and len({right, *(w[0] for w in wrong)}) == 6 and min(w[0] for w in wrong) > 0:
            break
    return number(
        f"The training states of a model with {n} billion parameters take {b} bytes per parameter and are shared out evenly over the chips. Each chip has {m} GB, of which {s} % are free for "
        f"states and the rest is kept for activations. What is the smallest number of chips? It is a whole number.",
        right, wrong,
        f"${n}\\cdot {b} = {n * b}$ GB over ${m}\\cdot {s / 100:g} = {m * s / 100:g}$ GB a chip is {n * b * 100 / (m * s):.3f}; rounded up.",
        rtol=0, atol=1e-6, n=n, b=b, m=m, s=s,
    )


def checkpoint(rng):
    """The time to write a checkpoint"""
    while True:
        n, b, link = pick(rng, SIZES), pick(rng, [10, 12, 14]), pick(rng, [10, 25, 40, 100, 200, 400])
        right = n * b * 8 / link
        wrong = [
            (n * b / link, "Takes bits for bytes",
             "You divide bytes by bits per second. The link is counted in bits, so it moves an eighth as many bytes."),
            (n * b / link / 8, "Divides by eight the wrong way",
             "You divide the bytes by eight as if they were bits. A byte has eight bits: more bits than bytes must go over the link."),
            (n * 2 * 8 / link, "Writes the weights only",
             "You write the weights in half precision alone. A run can be taken up again only with the states of its optimiser; the question says how many bytes there are."),
            (right / n, "Forgets how many parameters there are",
             "You move the bytes of a single parameter, scaled by a billion. Multiply by the parameters of this model."),
        ]
        if apart(right, wrong):
            break
    return number(
        f"A checkpoint of a model with {n:g} billion parameters holds {b} bytes per parameter and is written over a link of {link} Gbit/s that is used fully. How many seconds does it take?",
        right, wrong,
        f"${n:g}\\cdot {b} = {n * b:g}$ GB are ${n * b * 8:g}$ Gbit, and the link moves {link} of them a second.",
        rtol=0.01, n=n, b=b, link=link,
    )


TEMPLATES = [operations, days, memory, tokens, chips, checkpoint]

EXPECTED = {
    "operations": {1: "42", 2: "39"},
    "days": {1: "1.695"},  # 42e21 / (1024 * 1e15 * 0.28) = 146,484 s
    "memory": {1: "126", 2: "1040"},  # 7 * (2 + 4 + 4 + 8), 65 * (4 + 4 + 8)
    "tokens": {2: "8.08"},  # 20e3 * 3600 * 125e12 * 0.35 = 3.15e21, over 3.9e11
    "chips": {1: "8", 2: "26"},
    "checkpoint": {1: "3.36"},
}
