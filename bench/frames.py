"""Frames for the decoder: real ones, broken ones and random bytes.  Whatever comes in, plain data or a WireError comes out, soon and small.

`python -m bench.frames 100000` counts; the tests run a few thousand.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np

from gradus.sandbox import decoding, plain, wire
from gradus.vocabulary import Frame, Opaque, Series, Tensor

REAL: tuple[Any, ...] = (
    {"t": "hello"},
    {"t": "seen", "nonce": b"12345678", "value": [1, 2.5, (3, {"a": {1, 2}})], "touched": False},
    {"t": "seen", "nonce": b"12345678", "raised": {"type": "E", "bases": ["E"], "message": "m", "line": 3, "trace": "t", "file": ""}, "touched": True},
    [np.arange(300.0), np.array([True, False]), np.array(["a", "bc"]), np.float64(2), 1 << 80, 1j, frozenset({(1, "x"), b"y"})],
    Frame(["a", 1], np.arange(2), [np.array([1.0, 2.0]), ["p", None]], ["float64", "object"]),
    [Tensor("float32", np.ones((20, 20), "f4")), Series("s", ["a"], [None], "object"), Opaque("x", "y"), range(4), np.datetime64("2020-01-01")],
)  # fmt: skip


def reader(data: bytes) -> Callable[[int], bytes]:
    """As a stream that ends: exactly n bytes, or a WireError."""
    at = [0]

    def read(n: int) -> bytes:
        if at[0] + n > len(data):
            raise wire.WireError("short")
        at[0] += n
        return data[at[0] - n : at[0]]

    return read


def real() -> list[bytes]:
    """Sound frames."""
    return [b"".join(bytes(part) for part in wire.encode(v, plain.foreign)) for v in REAL]


def broken(seeds: list[bytes], draw: random.Random) -> bytes:
    """A sound frame with a few bytes changed, cut, doubled or taken from another; one in twenty is random from the start."""
    if draw.random() < 0.05:
        return wire.MAGIC * draw.randrange(2) + draw.randbytes(draw.randrange(200))
    data = bytearray(draw.choice(seeds))
    for _ in range(draw.choice((1, 1, 2, 4, 16))):
        at = draw.randrange(len(data)) if draw.random() < 0.1 else min(len(data) - 1, draw.randrange(4, 4 + max(1, len(data) - 4)))
        match draw.randrange(6):
            case 0:
                data[at] = draw.randrange(256)
            case 1:
                del data[at : at + draw.randrange(1, 9)]
            case 2:
                data[at:at] = draw.randbytes(draw.randrange(1, 9))
            case 3:
                data[at] ^= 1 << draw.randrange(8)
            case 4:  # a length or a count that lies
                data[at : at + 4] = draw.choice((b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x00", b"\xdd\x7f\xff\xff"))
            case 5:
                other = draw.choice(seeds)
                cut = draw.randrange(len(other))
                data[at:at] = other[cut : cut + draw.randrange(1, 40)]
        if len(data) < 13:
            break
    return bytes(data)


def plain_only(value: Any) -> bool:
    """Whether a value is made of exact builtins, exact arrays of plain dtypes and the vocabulary's records."""
    t = type(value)
    if t is np.ndarray:
        return value.dtype.kind in wire.KINDS and value.dtype.names is None and not value.flags.writeable
    if t in (list, tuple, set, frozenset):
        return all(map(plain_only, value))
    if t is dict:
        return all(plain_only(x) for item in value.items() for x in item)
    if t in (Tensor, Frame, Series, Opaque):
        return all(plain_only(getattr(value, n)) for n in t.__slots__)
    return t in (int, float, complex, str, bytes, bool, type(None), range, np.datetime64, np.timedelta64)


def fuzz(n: int, seed: int = 20260101) -> dict[str, Any]:
    """Decode `n` frames; raises AssertionError at the first that gives anything but plain data or a WireError."""
    draw, seeds = random.Random(seed), real()
    counts, slowest = Counter[str](), 0.0
    for i in range(n):
        data = broken(seeds, draw)
        begin = time.perf_counter()
        try:
            value = decoding.receive(reader(data), plain.PLAIN)
        except wire.WireError:
            counts["refused"] += 1
        except BaseException as e:
            raise AssertionError(f"frame {i} of seed {seed}: {type(e).__name__}: {data!r}") from e
        else:
            assert plain_only(value), f"frame {i} of seed {seed} gave {value!r}"
            counts["plain data"] += 1
        slowest = max(slowest, time.perf_counter() - begin)
    return {"frames": n, "refused": counts["refused"], "plain_data": counts["plain data"], "slowest_ms": round(1e3 * slowest, 2)}


if __name__ == "__main__":
    print(fuzz(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
