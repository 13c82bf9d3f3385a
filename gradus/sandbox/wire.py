"""Plain values to bytes, the same file on both sides of the wall: no pickle, no code, no classes of the learner's.

    frame  := b"GRW1"  u32 header_length  u32 buffer_count  u64[buffer_count]  header  buffers...
    header := msgpack; what msgpack lacks is a list whose first element is an empty ext marker

Inside the box all of this can be rewritten by the learner at run time, which gains nothing but the power to claim other values:
what may come out is decided by `decoding`.  Records that only one side knows (torch, pandas; the vocabulary) come in by `foreign`.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from typing import Any

import msgpack  # type: ignore[import-untyped]

try:
    import numpy

    np: Any = numpy
except ImportError:  # a learner environment without numpy still runs plain Python answers
    np = None

MAGIC = b"GRW1"
MAX_HEADER, MAX_BUFFERS, MAX_BUFFER_BYTES = 8 << 20, 4096, 256 << 20
MAX_INT_BYTES = 4096
FREE_KEYS = 2048  # up to here any hashable key is affordable even if all of them collide
INLINE = 512  # arrays up to this many bytes travel inside the header
TUPLE, SET, FROZENSET, ARRAY, SCALAR, TENSOR, FRAME, SERIES, OPAQUE, RANGE = range(1, 11)
BIGINT, COMPLEX = 40, 41
MARK = {code: msgpack.ExtType(code, b"") for code in range(1, 11)}
KINDS = frozenset("biufcMmSU")
DTYPE = re.compile(r"\|b1|\|[iu]1|<[iu][248]|<f[248]|<c(8|16)|<[Mm]8(\[(Y|M|W|D|h|m|s|ms|us|ns)\])?|\|S[1-9]\d{0,4}|<U[1-9]\d{0,4}")

Foreign = Callable[[Any, "Encoder"], Any]  # a tagged list, a plain value, or None: "not mine"


class WireError(ValueError):
    """These bytes are no frame of ours, or this value is too large for one."""


class TooLarge(WireError):
    """A value that could be written down, were it not for its size."""


def opaque(kind: str, text: str) -> list[Any]:
    """The record for something that has no plain form."""
    return [MARK[OPAQUE], kind[:64], text[:200]]


def printed(value: Any) -> list[Any]:
    """An opaque record of `value`, whatever its repr does."""
    try:
        text = str.__str__(repr(value))
    except MemoryError:
        raise
    except BaseException as e:
        text = f"<repr raised {type(e).__name__}>"
    return opaque(type(value).__name__, text)


class Encoder:
    """One frame in the making: what msgpack cannot say becomes a tagged list, large arrays go beside the header."""

    def __init__(self, foreign: Foreign) -> None:
        self.foreign = foreign
        self.buffers: list[Any] = []

    def _raw(self, a: Any) -> Any:
        b = memoryview(np.ascontiguousarray(a).reshape(-1).view("u1")) if a.nbytes else b""
        if len(b) <= INLINE:
            return bytes(b)
        self.buffers.append(b)
        return len(self.buffers) - 1

    def array(self, a: Any) -> Any:
        """A tagged list for an exact ndarray (objects become nested lists, long doubles doubles)."""
        kind = a.dtype.kind
        if kind in "OT":
            return a.tolist()
        if a.dtype.names or kind not in KINDS or a.dtype.itemsize > 4 * 99999 or a.dtype.itemsize == 0:
            return a.tolist() if kind in "SU" else opaque("ndarray", f"dtype {a.dtype}")
        if kind in "fc" and a.dtype.itemsize > (8 if kind == "f" else 16):
            a = a.astype("c16" if kind == "c" else "f8")
        if not a.dtype.isnative:
            a = a.astype(a.dtype.newbyteorder("="))
        if not DTYPE.fullmatch(a.dtype.str):
            return opaque("ndarray", f"dtype {a.dtype}")
        return [MARK[ARRAY], a.dtype.str, list(a.shape), self._raw(a)]

    def _builtin(self, o: Any, t: type) -> Any:
        if t is tuple:
            return [MARK[TUPLE], *o]
        if t is int:  # beyond 64 bits
            n = (o.bit_length() + 8) // 8
            if n > MAX_INT_BYTES:
                return opaque("int", f"an integer of {o.bit_length()} bits")
            return msgpack.ExtType(BIGINT, o.to_bytes(n, "little", signed=True))
        if t is complex:
            return msgpack.ExtType(COMPLEX, struct.pack("<dd", o.real, o.imag))
        if t is set or t is frozenset:
            return [MARK[SET if t is set else FROZENSET], *o]
        if t is range:
            return [MARK[RANGE], o.start, o.stop, o.step]
        if t is bytearray:
            return bytes(o)
        return None

    def _subclass(self, o: Any) -> Any:
        """Subclasses travel as what they extend: the values of the base, none of the methods."""
        t = type(o)
        if issubclass(t, dict):
            return dict(dict.items(o))
        if issubclass(t, list):
            return list(list.__iter__(o))
        if issubclass(t, tuple):
            return self._builtin(tuple(tuple.__iter__(o)), tuple)
        if issubclass(t, (set, frozenset)):
            base = set if issubclass(t, set) else frozenset
            return self._builtin(base(base.__iter__(o)), base)
        if issubclass(t, str):
            return str.__str__(o)
        if issubclass(t, int):
            return int.__int__(o)
        if issubclass(t, float):
            return float.__float__(o)
        return bytes.__getitem__(o, slice(None)) if issubclass(t, bytes) else None

    def default(self, o: Any) -> Any:
        """msgpack's hook for whatever it has no type for."""
        plain = self._builtin(o, type(o))
        if plain is None and np is not None:
            if issubclass(type(o), np.ndarray):
                plain = self.array(o if type(o) is np.ndarray else np.ndarray.view(o, np.ndarray))
            elif issubclass(type(o), np.generic):
                tagged = self.array(np.asarray(o))
                plain = [MARK[SCALAR], *tagged[1:]] if type(tagged) is list and tagged[0] is MARK[ARRAY] else printed(o)
        if plain is None:
            plain = self.foreign(o, self)
        if plain is None:
            plain = self._subclass(o)
        return printed(o) if plain is None else plain


def encode(value: Any, foreign: Foreign, limit: int = MAX_BUFFER_BYTES) -> list[Any]:
    """The byte buffers of one frame, in the order of writing; TooLarge beyond `limit` bytes of arrays or 8 MB of structure."""
    e = Encoder(foreign)
    try:
        header = msgpack.packb(value, default=e.default, use_bin_type=True, strict_types=True, unicode_errors="surrogatepass")
    except (ValueError, OverflowError, RecursionError) as error:  # nested too deeply, or in itself
        raise WireError(f"cannot be written down: {error}") from error
    size = sum(len(b) for b in e.buffers)
    if len(header) > MAX_HEADER or len(e.buffers) > MAX_BUFFERS or size > limit:
        raise TooLarge(f"{(len(header) + size) >> 20} MB in {len(e.buffers)} arrays")
    lengths = struct.pack(f"<{len(e.buffers)}Q", *[len(b) for b in e.buffers])
    return [MAGIC + struct.pack("<II", len(header), len(e.buffers)) + lengths + header, *e.buffers]
