"""Mutants are small faults: each parses, each differs, and the faults that learners of numpy make are among them."""

from __future__ import annotations

import ast

from gradus.kinds.python_mutants import mutants

SOFTMAX = '''
import numpy as np


def softmax(x: np.ndarray, axis: int = -1) -> np.ndarray:
    """Rows that sum to 1."""
    if x.size == 0 or axis > 5:
        raise ValueError("nothing to normalise")
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    for _ in range(3):
        e[0] = e[0] * 1.0
    return e / e.sum(axis=axis, keepdims=True)
'''


def what(source: str) -> set[str]:
    return {m.what for m in mutants(source)}


def test_every_mutant_parses_and_differs_from_the_source_and_from_the_others() -> None:
    found = mutants(SOFTMAX)
    texts = [m.text for m in found]
    assert len(found) > 20
    assert len(set(texts)) == len(texts)
    assert ast.unparse(ast.parse(SOFTMAX)) + "\n" not in texts
    for text in texts:
        compile(text, "mutant", "exec")


def test_the_faults_of_numpy_learners_are_planted() -> None:
    assert {"axis= dropped", "keepdims= dropped", "sum becomes mean", "max becomes min", "exp becomes expm1"} <= what(SOFTMAX)
    assert "triu becomes tril" in what("import numpy as np\nmask = np.triu(np.ones(3), k=1)")
    assert "infinity becomes 1e4" in what("import numpy as np\nx = np.inf")
    assert "operands swapped" in what("def f(a, b):\n    return a @ b")
    assert "statement dropped" in what("def f(opt, loss):\n    opt.zero_grad()\n    loss.backward()")
    assert "with dropped" in what("import torch\ndef f(m, x):\n    with torch.no_grad():\n        return m(x)")


def test_error_texts_annotations_and_docstrings_are_left_alone() -> None:
    for m in mutants(SOFTMAX):
        assert "nothing to normalise" in m.text or "if dropped" in m.what
        assert "Rows that sum to 1." in m.text
        assert "axis: int" in m.text


def test_a_signature_survives_a_change_elsewhere_in_the_file() -> None:
    before = {m.hash for m in mutants("def f(a):\n    return a + 1\n")}
    after = {m.hash for m in mutants("def f(a):\n    return a + 1\n\n\ndef g(b):\n    return b * 2\n")}
    assert before < after
