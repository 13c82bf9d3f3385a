"""Bytes to plain values, on both sides of the wall; the trusted side reads what a hostile writer sent.

Every length is bounded before anything is allocated, and only exact builtins, exact arrays of listed dtypes and what `Makers` make
come out, or a WireError.  It does NOT say whose fault a bad frame is, and a legal frame may still be expensive to compare.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgpack  # type: ignore[import-untyped]

from .wire import (
    BIGINT,
    COMPLEX,
    DTYPE,
    FREE_KEYS,
    MAGIC,
    MARK,
    MAX_BUFFER_BYTES,
    MAX_BUFFERS,
    MAX_HEADER,
    MAX_INT_BYTES,
    TooLarge,
    WireError,
    np,
)

MAX_NODES, MAX_TEXT, MAX_LENGTH = 1 << 18, 8192, 4 << 20  # nodes: containers, not numbers


@dataclass(frozen=True)
class Makers:
    """What the decoding side builds from records; each must check nothing but its own arguments' use."""

    tensor: Callable[[str, Any, bool], Any]  # dtype name, array, requires_grad
    frame: Callable[[list[Any], Any, list[Any], list[str]], Any]  # columns, index, values, dtypes
    series: Callable[[Any, Any, Any, str], Any]  # name, index, values, dtype
    opaque: Callable[[str, str], Any]
    array: Callable[[Any], Any]  # a read-only view of the frame
    scalar: Callable[[Any], Any]  # an array of no dimensions


class _Tag:
    __slots__ = ("code",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, code: int) -> None:
        self.code = code


def _text(x: Any, limit: int = MAX_TEXT) -> str:
    if type(x) is not str or len(x) > limit:
        raise WireError("bad text field")
    return x


def _array(dtype: Any, shape: Any, data: Any, buffers: list[Any]) -> Any:
    if np is None or type(dtype) is not str or not DTYPE.fullmatch(dtype):
        raise WireError("bad dtype")
    d = np.dtype(dtype)
    if type(shape) is not list or len(shape) > 32:
        raise WireError("bad shape")
    n = 1
    for s in shape:
        if type(s) is not int or not 0 <= s <= 1 << 40:
            raise WireError("bad shape")
        n *= s
    if type(data) is int and 0 <= data < len(buffers):
        b = buffers[data]
    elif type(data) is bytes:
        b = data
    else:
        raise WireError("bad buffer")
    if n * d.itemsize != len(b):
        raise WireError("shape does not match the bytes")
    # bit patterns numpy itself never makes: a bool of 2 counts as two, a code point past U+10FFFF raises when it is looked at
    if d.kind == "b" and n and np.frombuffer(b, "u1").max() > 1:
        raise WireError("bad bool")
    if d.kind == "U" and len(b) and np.frombuffer(b, "<u4").max() > 0x10FFFF:
        raise WireError("bad code point")
    a = np.frombuffer(b, dtype=d).reshape(shape) if n and d.itemsize else np.zeros(shape, d)
    a.flags.writeable = False
    return a


def _hard_to_collide(k: Any) -> bool:
    """64-bit numbers have few full collisions; text is hashed with a key that the writer does not know."""
    t = type(k)
    if t is tuple:
        return all(type(x) in (str, bytes) for x in k)
    return t in (str, bytes, float, bool, type(None)) or (t is int and -(1 << 63) <= k < 1 << 64)


def _keys(keys: list[Any]) -> list[Any]:
    """Hash flooding: ints beyond 64 bits, complex numbers, tuples and frozensets can be made to collide by the ten thousand."""
    if len(keys) > FREE_KEYS:
        for k in keys:
            if not _hard_to_collide(k):
                raise TooLarge(f"{FREE_KEYS} keys of type {type(k).__name__}")
    return keys


class _Decoder:
    def __init__(self, buffers: list[Any], make: Makers) -> None:
        self.buffers, self.make, self.nodes = buffers, make, 0

    def _count(self) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise TooLarge(f"{MAX_NODES} lists")

    def pairs(self, items: list[tuple[Any, Any]]) -> dict[Any, Any]:
        self._count()
        if any(_Tag in map(type, item) for item in items):
            raise WireError("stray marker")
        _keys([k for k, _ in items])
        return dict(items)

    def ext(self, code: int, data: bytes) -> Any:
        self._count()
        if code == BIGINT and len(data) <= MAX_INT_BYTES:
            return int.from_bytes(data, "little", signed=True)
        if code == COMPLEX and len(data) == 16:
            return complex(*struct.unpack("<dd", data))
        if code in MARK and not data:
            return _Tag(code)
        raise WireError("unknown ext")

    def sequence(self, items: list[Any]) -> Any:
        self._count()
        if _Tag in map(type, items[1:]):
            raise WireError("stray marker")
        return self._tagged(items[0].code, items[1:]) if items and type(items[0]) is _Tag else items

    def _tagged(self, code: int, a: list[Any]) -> Any:
        match code, a:
            case 1, _:
                return tuple(a)
            case 2, _:
                return set(_keys(a))
            case 3, _:
                return frozenset(_keys(a))
            case 4, [dtype, shape, data]:
                return self.make.array(_array(dtype, shape, data, self.buffers))
            case 5, [dtype, [], data]:
                return self.make.scalar(_array(dtype, [], data, self.buffers))
            case 6, [name, grad, dtype, shape, data]:
                return self.make.tensor(_text(name, 32), _array(dtype, shape, data, self.buffers), grad is True)
            case 7, [list() as columns, index, list() as values, list() as dtypes]:
                if not len(columns) == len(values) == len(dtypes):
                    raise WireError("bad table")
                return self.make.frame(columns, index, values, [_text(x, 200) for x in dtypes])
            case 8, [name, index, values, dtype]:
                return self.make.series(name, index, values, _text(dtype, 200))
            case 9, [kind, text]:
                return self.make.opaque(_text(kind), _text(text))
            case 10, [int() as start, int() as stop, int() as step] if step != 0 and max(abs(start), abs(stop), abs(step)) < 1 << 62:
                return range(start, stop, step)
        raise WireError("bad record")


def decode(header: bytes, buffers: list[Any], make: Makers) -> Any:
    """The value of one frame; raises WireError, and nothing else, for bytes that are none."""
    d = _Decoder(buffers, make)
    try:
        value = msgpack.unpackb(
            header, raw=False, ext_hook=d.ext, list_hook=d.sequence, object_pairs_hook=d.pairs, strict_map_key=False,
            unicode_errors="surrogatepass", max_str_len=MAX_HEADER, max_bin_len=MAX_HEADER, max_array_len=min(len(header), MAX_LENGTH),
            max_map_len=1 << 18, max_ext_len=MAX_INT_BYTES,
        )  # fmt: skip
    except WireError:
        raise
    except Exception as e:
        raise WireError(f"undecodable: {type(e).__name__}") from e
    if type(value) is _Tag:
        raise WireError("stray marker")
    return value


def sizes(head: bytes) -> tuple[int, int]:
    """From the first 12 bytes of a frame: the length of the header and the number of buffers, both within bounds."""
    if head[:4] != MAGIC:
        raise WireError("bad magic")
    header, buffers = struct.unpack("<II", head[4:12])
    if header > MAX_HEADER or buffers > MAX_BUFFERS:
        raise WireError("frame over the limit")
    return header, buffers


def lengths(table: bytes, limit: int = MAX_BUFFER_BYTES) -> tuple[int, ...]:
    """The lengths of the buffers, whose sum is within `limit` bytes."""
    each = struct.unpack(f"<{len(table) // 8}Q", table)
    if sum(each) > limit:
        raise WireError("buffers over the limit")
    return each


def receive(read: Callable[[int], bytes], make: Makers, limit: int = MAX_BUFFER_BYTES) -> Any:
    """One value from a stream; `read(n)` gives exactly n bytes or raises."""
    header, count = sizes(read(12))
    each = lengths(read(8 * count), limit) if count else ()
    return decode(read(header), [read(n) for n in each], make)
