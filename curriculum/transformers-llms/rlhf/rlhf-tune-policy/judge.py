"""Tuning a policy by feedback: the parts exactly, and the tuned policy's true utility and KL, sampled and summed here."""

import numpy as np

from gradus.judging import Miss, Tensor, close, each, script

PROMPTS, WORDS, LENGTH, LIMIT, GAIN = 3, 12, 6, 2.0, 0.5
EXPECTED = {"KL, worked example": 0.5, "loss, worked example": Tensor("float64", np.array([[-0.25, -0.25], [0.25, 0.25]]))}
def tensor(a, dtype="float64"):
    return Tensor(dtype, np.asarray(a, dtype))
def world(rng):
    """What words are worth under each prompt; and the policy's logits, by prompt, by place, by the word before."""
    worth = np.stack([rng.permutation(np.linspace(-1.1, 1.1, WORDS)) for _ in range(PROMPTS)])
    tables, hole = [rng.normal(size=s) * 0.5 for s in ((PROMPTS, WORDS), (LENGTH, WORDS), (WORDS + 1, WORDS))], rng.integers(WORDS)
    tables[0][:, hole] -= 2.5
    worth[:, hole] = 2.5  # so the proxy thinks: this word was rare among the texts that it learnt from
    return worth, tables
def shares(tables):
    """Probabilities (prompt, place, word before, word) of a table of logits, or of the three parts of one."""
    tables = tables if isinstance(tables, np.ndarray) else tables[0].data[:, None, None] + tables[1].data[None, :, None] + tables[2].data
    e = np.exp(tables.astype(float) - tables.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
def utility(p, worth, m=6000):
    """The mean true utility of sampled answers: a word counts the first time; again it costs 0.3; what the proxy overrates costs 1."""
    rng, true = np.random.default_rng(5), np.where(worth > 2, -1.0, worth)
    prompt, before, said, total = np.arange(m) % PROMPTS, np.full(m, WORDS), np.zeros((m, WORDS), bool), 0.0
    for t in range(LENGTH):
        before = np.minimum((p[prompt, t, before].cumsum(-1) <= rng.random((m, 1))).sum(-1), WORDS - 1)
        total = total + np.where(said[np.arange(m), before], -0.3, true[prompt, before])
        said[np.arange(m), before] = True
    return float(np.mean(total))
def divergence(p, q):
    """KL(p || q) of whole answers in nats, the mean over the prompts, summed exactly."""
    at, total = np.eye(WORDS + 1)[np.full(PROMPTS, WORDS)], 0.0
    for t in range(LENGTH):
        total += (at[:, :, None] * p[:, t] * (np.log(p[:, t] + 1e-300) - np.log(q[:, t] + 1e-300))).sum() / PROMPTS
        at = np.pad(np.einsum("pb,pbw->pw", at, p[:, t]), ((0, 0), (0, 1)))
    return float(total)
def PROBES(rng):
    def small(sharp=1.0):
        a, n, w = (int(x) for x in rng.integers(2, 6, 3))
        return [tensor(rng.normal(size=s) * sharp, "float32") for s in ((a, w), (n, w), (w + 1, w))], a, n, w
    pair = tensor([[-1.0, -1.0], [-1.0, -2.0]]), tensor([[-2.0, -1.0], [-2.0, -1.0]])
    probes = {"KL, worked example": script("estimate", *pair, shown="kl_estimate(new, reference) of the worked example")}
    probes["loss, worked example"] = script("loss", tensor([3.0, 1.0]), *pair, 1.0, shown="the gradient of objective in the worked example")
    for i in range(13):
        tables, a, n, w = small()
        b, length = int(rng.integers(2, 7)), int(rng.integers(1, n + 1))
        new, old = rng.normal(size=(2, b, n)) * (3.0 if i % 2 else 1.0) - 2
        probes[f"log-probabilities {i}"] = script("probs", tables, tensor(rng.integers(0, a, b), "int64"), tensor(rng.integers(0, w, (b, length)), "int64"), shown=f"log_probs on {b} rows of {length} words")
        probes[f"KL {i}"] = script("estimate", tensor(new), tensor(old), shown=f"kl_estimate on {b} rows of {n} words")
        probes[f"loss {i}"] = script("loss", tensor(rng.normal(size=b) * 3), tensor(new), tensor(old), float(rng.uniform(0.2, 2)) if i else 0.0, shown=f"the gradient of objective on {b} rows of {n} words")
    for i, sharp in enumerate((1.0, 30.0)):
        tables, a, n, w = small(sharp)
        probes[f"samples {i}"] = script("sampled", tables, tensor(np.arange(6000) % a, "int64"), n, shown=f"rollouts of 6,000 answers of {n} words")
    worth, tables = world(rng)
    probes["tuned"] = script("tuned", [tensor(t, "float32") for t in tables], tensor(worth, "float32"), 150, 256, LENGTH, LIMIT, shown="tune with 150 batches of 256 prompts, answers of 6 words, a limit of 2 nats")
    return probes
@each("log", "KL", "loss")
def parts_agree(got, ideal):
    """Log-probabilities, the KL estimate and the gradient of the objective are right to 1e-5."""
    return close(got, ideal, rtol=1e-5, atol=1e-6)
@each("samples")
def samples_follow_the_policy(got, ideal):
    """Each word stands at each place as often as the policy says, to 4 in 100."""
    return close(got, ideal, atol=0.04)
@each("tuned")
def stays_near_the_reference(got, ideal, probe):
    """The KL divergence from the reference is at most 2 nats for an answer."""
    kl = divergence(shares(got.data), shares(probe.args[0]))
    return None if kl <= LIMIT else Miss(f"The tuned policy is {kl:.2f} nats from the reference, expected at most {LIMIT:g}.")
@each("tuned")
def true_reward_rises(got, ideal, probe):
    """The mean true utility of sampled answers rises by at least 0.5."""
    before, after = (utility(shares(x), probe.args[1].data) for x in (probe.args[0], got.data))
    return None if after - before >= GAIN else Miss(f"The true utility goes from {before:.2f} to {after:.2f}, expected a rise of at least {GAIN:g}.")
