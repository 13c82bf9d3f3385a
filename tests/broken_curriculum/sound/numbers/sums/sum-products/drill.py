"""Products of two numbers."""

import numpy as np

from gradus.drilling import Question, number


def product(rng: np.random.Generator) -> Question:
    """The product of two numbers"""
    a, b = (int(x) for x in rng.choice(np.arange(3, 13), size=2, replace=False))
    return number(
        f"What is ${a} \\cdot {b}$?",
        a * b,
        [
            (a + b, "Adds instead", "The numbers are added; a product counts one of them as often as the other says."),
            (a * b + a, "Counts one too many", "One of the numbers is added once more than the other says."),
            (-a * b, "Turns the sign", "Both numbers are positive, so the product is."),
        ],
        f"{a} times {b} is {a * b}.",
        a=a,
        b=b,
    )


TEMPLATES = [product]
RUN = 2
EXPECTED = {"product": {1: "56"}}
