"""A task that asks to write a thing turns away answers that call it, whichever way it was imported."""

from __future__ import annotations

import pytest

from gradus.kinds.forbidden import forbidden

NAMES = ("numpy.linalg.qr", "scipy.linalg")


@pytest.mark.parametrize(
    "text",
    [
        "import numpy as np\nq = np.linalg.qr(1)",
        "import numpy\nq = numpy.linalg.qr",
        "from numpy.linalg import qr",
        "from numpy import linalg as la\nla.qr(2)",
        "import numpy.linalg as la\nq = la.qr(2)",
        "import scipy.linalg",
        "from scipy.linalg import qr as factor",
        "from scipy import linalg\nlinalg.solve_triangular(1, 2)",
    ],
)
def test_a_forbidden_function_is_found(text: str) -> None:
    assert forbidden(text, NAMES) is not None


@pytest.mark.parametrize(
    "text",
    [
        "import numpy as np\nnp.linalg.norm(1)",
        "def qr(a):\n    return a",
        "class A:\n    def f(self):\n        return self.linalg.qr",
        "def broken(:",
    ],
)
def test_other_names_are_left_in_peace(text: str) -> None:
    assert forbidden(text, NAMES) is None
