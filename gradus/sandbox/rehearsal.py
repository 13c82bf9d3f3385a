"""What each zygote loads and runs once before it serves, so that no submission pays for a lazy import; runs inside the box."""

from __future__ import annotations

import importlib
import io
import os
import sys
import warnings
from collections.abc import Callable
from typing import Any

FAMILIES: dict[str, tuple[str, ...]] = {
    "bare": (),
    "numpy": ("numpy", "numpy.random", "numpy.linalg", "numpy.fft", "numpy.testing"),
    "sci": (
        "numpy", "numpy.random", "scipy.linalg", "scipy.stats", "scipy.optimize", "scipy.sparse.linalg", "scipy.sparse.csgraph",
        "scipy.spatial", "scipy.special", "scipy.signal", "scipy.integrate", "scipy.interpolate", "scipy.cluster.hierarchy", "scipy.ndimage",
        "scipy.fft", "pandas", "sympy", "matplotlib.pyplot", "matplotlib.backends.backend_agg", "statsmodels.api", "statsmodels.formula.api",
        "sklearn.linear_model", "sklearn.tree", "sklearn.ensemble", "sklearn.svm", "sklearn.neighbors", "sklearn.cluster",
        "sklearn.decomposition", "sklearn.preprocessing", "sklearn.model_selection", "sklearn.metrics", "sklearn.naive_bayes",
        "sklearn.pipeline", "sklearn.compose", "sklearn.impute", "sklearn.feature_extraction.text", "sklearn.datasets", "sklearn.manifold",
        "sklearn.mixture", "sklearn.calibration", "sklearn.dummy", "sklearn.inspection", "sklearn.discriminant_analysis",
    ),
    "torch": ("numpy", "numpy.random", "torch", "torch.nn.functional", "torch.utils.data", "torch.optim.lr_scheduler"),
    "llm": (
        "numpy", "numpy.random", "torch", "torch.nn.functional", "torch.utils.data", "torch.optim.lr_scheduler", "tokenizers", "safetensors.torch",
        "transformers", "transformers.models.llama.modeling_llama", "transformers.generation.utils", "peft",
    ),
    "sql": ("sqlite3", "duckdb"),
    "project": ("numpy", "numpy.random", "http.client", "socket", "subprocess", "signal", "pathlib"),  # its commands bring their own libraries
    "web": (
        "numpy", "fastapi", "flask", "uvicorn", "uvicorn.config", "uvicorn.lifespan.on", "uvicorn.loops.auto", "uvicorn.protocols.http.auto",
        "uvicorn.protocols.http.h11_impl", "starlette.middleware.base", "werkzeug.serving", "http.server", "http.client", "urllib.request",
        "asyncio", "concurrent.futures.thread", "logging.config", "queue", "socketserver", "ssl", "threading", "sqlite3", "uuid", "runpy",
    ),
}  # fmt: skip
MODEL = os.path.join(sys.prefix, "share", "gradus", "smollm2-135m-instruct")  # made by gradus/language_model.py
STANDARD = (
    "abc", "ast", "bisect", "cmath", "collections.abc", "contextlib", "copy", "csv", "dataclasses", "datetime", "decimal", "enum", "fractions",
    "functools", "heapq", "inspect", "io", "itertools", "json", "math", "operator", "random", "re", "statistics", "string", "textwrap",
    "time", "traceback", "typing", "warnings", "unicodedata",
)  # fmt: skip


def _module(name: str) -> Any:
    return importlib.import_module(name)


def _numpy() -> None:
    np = _module("numpy")
    a = np.random.default_rng(0).normal(size=(3, 3))
    np.random.seed(0)
    for f in (np.linalg.svd, np.linalg.qr, np.linalg.eigh, np.linalg.inv, np.fft.fft, repr):
        f(a)
    np.linalg.solve(a, a[0])
    np.einsum("ij,jk->ik", a, a)


def _sci() -> None:
    _numpy()
    np, pandas, plt = _module("numpy"), _module("pandas"), _module("matplotlib.pyplot")
    frame = pandas.DataFrame({"k": ["a", "b", "a"], "x": [1.0, 2.0, None], "t": pandas.date_range("2020-01-01", periods=3)})
    frame.groupby("k")["x"].agg(["mean", "sum"])
    frame.merge(frame, on="k").sort_values("x_x").pivot_table(index="k", values="x_x")
    frame.set_index("t").rolling("2D")["x"].sum()
    repr(frame), frame.describe(), frame["k"].str.upper(), frame.loc[frame["x"] > 0]
    x, y = np.random.default_rng(0).normal(size=(12, 2)), np.arange(12) % 2
    _module("sklearn.linear_model").LogisticRegression().fit(x, y).predict_proba(x)
    _module("sklearn.tree").DecisionTreeClassifier().fit(x, y)
    _module("sklearn.model_selection").cross_val_score(_module("sklearn.linear_model").Ridge(), x, y, cv=2)
    _module("sklearn.neighbors").KNeighborsClassifier(2).fit(x, y).predict(x)
    _module("scipy.optimize").minimize(lambda v: float((v**2).sum()), x[0])
    _module("scipy.stats").ttest_ind(x[:, 0], x[:, 1])
    _module("statsmodels.api").OLS(y.astype(float), x).fit().summary()
    sympy = _module("sympy")
    s = sympy.Symbol("s")
    sympy.simplify(sympy.diff(sympy.sin(s) ** 2, s)), sympy.integrate(s**2, s), sympy.lambdify(s, s**2)(2)
    sympy.solve(s**2 - 2, s), sympy.latex(s**2), sympy.Matrix([[1, 2], [3, 4]]).inv()
    figure, axes = plt.subplots()
    axes.plot([0, 1], [0, 1], label="a")
    axes.set_title("$t^2$"), axes.legend()
    figure.canvas.draw()
    figure.savefig(io.BytesIO())
    plt.close(figure)


def _torch() -> None:
    """The first optimizer step imports torch._dynamo: a second or two, once, here."""
    _numpy()
    torch = _module("torch")
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    torch.manual_seed(0)
    nn, functional = torch.nn, torch.nn.functional
    model = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.LayerNorm(4), nn.Dropout(0.1), nn.Linear(4, 1))
    for make in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW):
        optimizer = make(model.parameters(), lr=0.0)
        model(torch.randn(2, 4)).pow(2).mean().backward()
        optimizer.step()
        optimizer.zero_grad()
    functional.cross_entropy(torch.randn(2, 3), torch.tensor([0, 1]))
    functional.scaled_dot_product_attention(*[torch.randn(1, 1, 2, 4)] * 3)
    nn.Conv2d(1, 1, 2)(torch.randn(1, 1, 4, 4))
    nn.MultiheadAttention(4, 2, batch_first=True)(*[torch.randn(1, 2, 4)] * 3)
    nn.LSTM(2, 2)(torch.randn(1, 1, 2))
    torch.linalg.svd(torch.randn(3, 3))
    torch.randn(2, 2).double().numpy(), repr(torch.randn(2)), torch.einsum("ij,jk", torch.randn(2, 2), torch.randn(2, 2))
    data = torch.utils.data
    list(data.DataLoader(data.TensorDataset(torch.randn(4, 2)), batch_size=2, shuffle=True))


def _llm() -> None:
    """The first load and the first generated token import a second's worth of modules; nothing of the model is kept."""
    _torch()
    transformers, torch = _module("transformers"), _module("torch")
    transformers.utils.logging.disable_progress_bar()  # it would stand in what an answer prints
    tokeniser = transformers.AutoTokenizer.from_pretrained(MODEL)
    model = transformers.AutoModelForCausalLM.from_pretrained(MODEL)
    batch = tokeniser(["One", "Two of them"], padding=True, padding_side="left", return_tensors="pt")
    tokeniser.batch_decode(model.generate(**batch, max_new_tokens=2, do_sample=False))
    torch.set_num_threads(1)


def _sql() -> None:
    _module("sqlite3").connect(":memory:").execute("select 1").fetchall()


def rehearse_driver() -> None:
    """The driver's own paths a few times: Python 3.11 rewrites its bytecode while it warms up, and a child pays for every page."""
    from . import decoding, driver, learner_values, wire

    run = driver.Run({"seed": 0, "files": {"answer.py": "1\n"}}, "/nowhere")

    def fails(x: Any) -> Any:
        raise ValueError(x)

    for i in range(20):
        values: list[Any] = [1, 2.5, "text", None, (1, [2, {"a": 3 + 1j}]), {1, 2}, 10**20]
        if wire.np is not None:
            values += [wire.np.ones((3, 4)), wire.np.float64(1), wire.np.ones(1000)]
        frame = b"".join(wire.encode({"nonce": b"8", "args": tuple(values), "kwargs": {"k": 1}}, learner_values.foreign))
        position = [0]

        def read(n: int, data: bytes = frame, at: list[int] = position) -> bytes:
            at[0] += n
            return data[at[0] - n : at[0]]

        message = decoding.receive(read, learner_values.LIVE)
        for function in (lambda *a, **k: a, fails):
            run.call(function, i, message)
    driver.flush()


REHEARSE: dict[str, Callable[[], None]] = {
    "bare": lambda: None,
    "numpy": _numpy,
    "sci": _sci,
    "torch": _torch,
    "llm": _llm,
    "sql": _sql,
    "web": lambda: None,
    "project": lambda: None,
}


def rehearse(family: str) -> list[str]:
    """Load and run; the names of modules that this environment lacks."""
    missing = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in STANDARD + FAMILIES[family]:
            try:
                _module(name)
            except ImportError as e:
                missing.append(f"{name} ({e})")
        if family == "llm" and not os.path.isdir(MODEL):
            missing.append("the language model (`gradus setup` makes it)")
        if not missing:
            REHEARSE[family]()
            rehearse_driver()
    return missing
