"""bot.shift: silent on streams from one source, over many seeds, and awake on shifted ones."""

import numpy as np

from bot.shift import MOST, length, meaning


def vectors(rng: np.random.Generator, n: int, towards: float = 0.0) -> np.ndarray:
    """Unit vectors around one of five topics; `towards` of them around a sixth."""
    topics = np.eye(6, 32)
    which = np.where(rng.random(n) < towards, 5, rng.integers(0, 5, n))
    found = topics[which] + rng.normal(scale=0.15, size=(n, 32))
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def test_unshifted_streams_are_silent_at_their_level() -> None:
    alarms = [0, 0]
    for seed in range(200):
        rng = np.random.default_rng(seed)
        alarms[0] += meaning(vectors(rng, 60), vectors(rng, 40), 300, seed) < 0.05
        alarms[1] += length(rng.poisson(9, 60).astype(float), rng.poisson(9, 40).astype(float), 300, seed) < 0.05
    assert all(n <= 20 for n in alarms), alarms


def test_shifted_streams_are_found() -> None:
    found = [0, 0]
    for seed in range(50):
        rng = np.random.default_rng(seed)
        found[0] += meaning(vectors(rng, 60), vectors(rng, 40, 0.6), 300, seed) < 0.005
        found[1] += length(rng.poisson(9, 60).astype(float), rng.poisson(14, 40).astype(float), 300, seed) < 0.005
    assert all(n >= 48 for n in found), found


def test_a_large_stream_is_thinned_and_equal_ones_have_p_1() -> None:
    rng = np.random.default_rng(0)
    big = vectors(rng, MOST + 50)
    assert 0 < meaning(big, big[:100], 50, 0) <= 1
    assert length(np.full(30, 5.0), np.full(30, 5.0), 100, 0) == 1
