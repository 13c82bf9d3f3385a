"""The wire: every plain value arrives as it was, and no bytes whatever give anything but plain data or a WireError."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from typing import Any

import msgpack  # type: ignore[import-untyped]
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradus.sandbox import decoding, plain, wire
from gradus.vocabulary import Frame, Opaque, Series, Tensor


def reader(data: bytes) -> Callable[[int], bytes]:
    """Reads exactly n bytes, or complains as a closed stream would."""
    at = [0]

    def read(n: int) -> bytes:
        if at[0] + n > len(data):
            raise wire.WireError("short")
        at[0] += n
        return data[at[0] - n : at[0]]

    return read


def loads(data: bytes) -> Any:
    return decoding.receive(reader(data), plain.PLAIN)


def dumps(value: Any) -> bytes:
    return b"".join(bytes(part) for part in wire.encode(value, plain.foreign))


def there_and_back(value: Any) -> Any:
    return loads(dumps(value))


def same(a: Any, b: Any) -> bool:
    """Equal in type, structure and value; NaN equals NaN."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return bool(a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes())
    if isinstance(a, float):
        return struct.pack("d", a) == struct.pack("d", b) or (a != a and b != b)
    if isinstance(a, complex):
        return same(a.real, b.real) and same(a.imag, b.imag)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return same(list(a.items()), list(b.items()))
    if isinstance(a, (Tensor, Frame, Series)):
        return all(same(getattr(a, n), getattr(b, n)) for n in type(a).__slots__)
    return bool(a == b)


TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
KEYS = st.none() | st.booleans() | st.integers() | TEXT | st.binary(max_size=9)
LEAVES = KEYS | st.floats() | st.complex_numbers() | st.frozensets(KEYS, max_size=4) | st.sets(st.integers(), max_size=4)
DTYPES = (
    hnp.boolean_dtypes() | hnp.integer_dtypes(endianness="<") | hnp.floating_dtypes(endianness="<", sizes=(16, 32, 64))
    | hnp.complex_number_dtypes(endianness="<", sizes=(64, 128)) | hnp.datetime64_dtypes(endianness="<", max_period="Y", min_period="ns")
    | hnp.unicode_string_dtypes(endianness="<", min_len=1) | hnp.byte_string_dtypes(min_len=1)
)  # fmt: skip
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, min_side=0, max_side=12))
VALUES = st.recursive(
    LEAVES | ARRAYS,
    lambda v: st.lists(v, max_size=4) | st.lists(v, max_size=4).map(tuple) | st.dictionaries(KEYS, v, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150)
@given(VALUES)
def test_every_plain_value_arrives_as_it_was(value: Any) -> None:
    assert same(there_and_back(value), value)


@pytest.mark.parametrize(
    "value",
    [
        Tensor("bfloat16", np.ones((2, 3), "f4"), True),
        Frame(["a", 1, ("x", "y")], np.arange(2), [np.array([1.0, 2.0]), ["p", None], [1, 2]], ["float64", "str", "int64"]),
        Series("s", ["a", "b"], np.array([1, 2]), "int64"),
        Opaque("generator", "<generator>"),
        range(3, 30, 4),
        np.zeros((0, 3)),
        np.array("2020-01-01", "M8[D]"),
        10**4000,
        "\ud800\x00‮",
        [np.arange(1000.0), np.arange(1000)],
    ],
    ids=lambda v: type(v).__name__,
)
def test_records_and_odd_values_arrive_as_they_were(value: Any) -> None:
    assert same(there_and_back(value), value)


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (np.float32(1.5), 1.5),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.str_("a"), "a"),
        (np.array([1, "a", None], object), [1, "a", None]),
        (np.arange(3, dtype=">i4"), np.arange(3, dtype="<i4")),
        (np.ones(2, np.longdouble), np.ones(2)),
        (np.ones((4, 4))[::2, ::-1], np.ones((2, 4))),
        (np.ma.masked_array([1.0, 2.0], [False, True]), np.array([1.0, 2.0])),
        (bytearray(b"ab"), b"ab"),
    ],
)
def test_cousins_of_plain_values_arrive_as_the_plain_value(value: Any, arrives: Any) -> None:
    assert same(there_and_back(value), arrives)


def test_subclasses_arrive_without_their_methods() -> None:
    class Liar(int):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = int.__hash__

    class Rows(list):  # type: ignore[type-arg]
        def __iter__(self) -> Any:
            return iter([42])

    assert same(there_and_back([Liar(3), Rows([1, 2])]), [3, [1, 2]])


def test_what_has_no_plain_form_arrives_as_its_name_and_how_it_prints() -> None:
    class Thing:
        def __repr__(self) -> str:
            raise SystemExit(3)

    got = there_and_back([print, Thing(), np.zeros(2, [("a", "f8")])])
    assert [o.type for o in got] == ["builtin_function_or_method", "Thing", "ndarray"]
    assert got[1].text == "<repr raised SystemExit>"


def test_values_nested_in_themselves_or_too_large_are_refused_on_writing() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(wire.WireError):
        dumps(loop)
    with pytest.raises(wire.TooLarge):
        wire.encode(np.zeros(1000), plain.foreign, limit=100)


def plain_only(value: Any) -> bool:
    """Whether a value is made of exact builtins, exact arrays of plain dtypes and the vocabulary's records."""
    t = type(value)
    if t is np.ndarray:
        return value.dtype.kind in wire.KINDS and value.dtype.names is None
    if t in (list, tuple, set, frozenset):
        return all(map(plain_only, value))
    if t is dict:
        return all(plain_only(x) for item in value.items() for x in item)
    if t in (Tensor, Frame, Series, Opaque):
        return all(plain_only(getattr(value, n)) for n in t.__slots__)
    return t in (int, float, complex, str, bytes, bool, type(None), range, np.datetime64, np.timedelta64)


def test_mutated_frames_give_plain_data_or_a_wire_error() -> None:
    random_ = random.Random(20260101)
    seeds = [
        dumps(v)
        for v in (
            {"t": "seen", "nonce": b"12345678", "value": [1, 2.5, (3, {"a": {1, 2}})], "touched": False},
            [np.arange(300.0), np.array([True, False]), np.array(["a", "bc"]), np.float64(2), 1 << 80, 1j],
            Frame(["a"], np.arange(2), [np.array([1.0, 2.0])], ["float64"]),
            [Tensor("float32", np.ones((2, 2), "f4")), Series("s", ["a"], [None], "object"), Opaque("x", "y"), range(4)],
        )
    ]
    refused = 0
    for i in range(6000):
        data = bytearray(random_.choice(seeds))
        for _ in range(random_.choice((1, 1, 2, 4, 16))):
            at = random_.randrange(4 if i % 9 else 0, len(data))
            match random_.randrange(4):
                case 0:
                    data[at] = random_.randrange(256)
                case 1:
                    del data[at : at + random_.randrange(1, 9)]
                case 2:
                    data[at:at] = random_.randbytes(random_.randrange(1, 9))
                case 3:
                    data[at] ^= 1 << random_.randrange(8)
            if len(data) < 13:
                break
        try:
            assert plain_only(loads(bytes(data)))
        except wire.WireError:
            refused += 1
    assert 1000 < refused < 6000


def raw(header: bytes, *buffers: bytes) -> bytes:
    table = struct.pack(f"<{len(buffers)}Q", *map(len, buffers))
    return wire.MAGIC + struct.pack("<II", len(header), len(buffers)) + table + header + b"".join(buffers)


def tagged(code: int, *rest: Any) -> bytes:
    return raw(msgpack.packb([msgpack.ExtType(code, b""), *rest]))


HOSTILE = {
    "no magic": b"PICKLE" * 9,
    "a buffer of 2**60 bytes": wire.MAGIC + struct.pack("<IIQ", 1, 1, 1 << 60) + b"\xc0",
    "a header of 4 GB": wire.MAGIC + struct.pack("<II", (1 << 32) - 1, 0),
    "a million buffers": wire.MAGIC + struct.pack("<II", 1, 1 << 20),
    "object dtype": tagged(wire.ARRAY, "|O", [1], bytes(8)),
    "structured dtype": tagged(wire.ARRAY, "i4,i4", [1], bytes(8)),
    "long double": tagged(wire.ARRAY, "<f16", [1], bytes(16)),
    "text of no width": tagged(wire.ARRAY, "<U0", [1 << 40], b""),
    "bool of 2": tagged(wire.ARRAY, "|b1", [2], b"\x02\xff"),
    "code point past the last": tagged(wire.ARRAY, "<U1", [1], b"\xff\xff\xff\x7f"),
    "shape that overflows": tagged(wire.ARRAY, "<f8", [1 << 40, 1 << 40, 1 << 40, 0], b""),
    "shape below zero": tagged(wire.ARRAY, "<f8", [-1, -1], bytes(8)),
    "buffer that is not there": tagged(wire.ARRAY, "<f8", [1], 7),
    "shape larger than the bytes": tagged(wire.ARRAY, "<f8", [1 << 30], bytes(8)),
    "scalar with dimensions": tagged(wire.SCALAR, "<f8", [1], bytes(8)),
    "marker alone": raw(msgpack.packb(msgpack.ExtType(wire.TUPLE, b""))),
    "marker as key": raw(msgpack.packb({msgpack.ExtType(wire.TUPLE, b""): 1})),
    "marker inside": raw(msgpack.packb([1, msgpack.ExtType(wire.TUPLE, b"")])),
    "unknown marker": raw(msgpack.packb([msgpack.ExtType(99, b"")])),
    "table with unequal columns": tagged(wire.FRAME, ["a", "b"], [0, 1], [[1, 2], [1]], ["x", "y"]),
    "table without columns for names": tagged(wire.FRAME, ["a"], [], [], []),
    "range of step 0": tagged(wire.RANGE, 0, 1, 0),
    "set of lists": tagged(wire.SET, [1], [2]),
    "nested ten thousand deep": raw(b"\x91" * 10000 + b"\xc0"),
    "array that claims 4 million": raw(b"\xdd\x00\x40\x00\x00"),
    "two million empty lists": raw(b"\xdd" + struct.pack(">I", 2 << 20) + b"\x90" * (2 << 20)),
    "colliding big integers": tagged(
        wire.SET, *[msgpack.ExtType(wire.BIGINT, (((1 << 61) - 1) * (k << 8)).to_bytes(16, "little")) for k in range(60000)]
    ),
    "colliding tuples": tagged(wire.SET, *[[msgpack.ExtType(wire.TUPLE, b""), k] for k in range(60000)]),
    "cut short": dumps([1, 2, 3])[:-1],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_frames_are_refused(name: str) -> None:
    with pytest.raises(wire.WireError):
        loads(HOSTILE[name])
