"""Sums with a carry."""

import numpy as np
from gradus.drilling import choice, number


def carry(rng: np.random.Generator):
    """Add with a carry."""
    a, b = int(rng.integers(15, 50)), int(rng.integers(15, 50))
    return number(f"What is ${a} + {b}$?", a + b, [(a + b - 10, "Lost the carry", "The carry was **dropped**."), (a - b, "Subtracted", "This is the difference.")], f"${a} + {b} = {a + b}$")


def sign(rng: np.random.Generator):
    """Know the sign."""
    return choice(rng, "Which sign adds?", "`+`", [("`-`", "Minus", "That subtracts."), ("`*`", "Times", "That multiplies.")], "Plus adds.")


TEMPLATES = [carry, sign]
EXPECTED = {}
