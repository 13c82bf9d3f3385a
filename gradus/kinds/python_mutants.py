"""Small faults planted into a Python solution, to measure whether a judge would notice them (LEARNING B.2, B.3).

Classic operators (arithmetic, comparison, constants, dropped statements) and those that learners of numpy and torch make
(lost axis or keepdims, mean for sum, infinity made finite, a forgotten zero_grad, swapped operands of @).  Docstrings,
annotations, texts and the arguments of `raise` are left alone: a changed error text is no fault.
"""

from __future__ import annotations

import ast
import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

SWAPS = [
    ("mean", "sum"), ("var", "std"), ("triu", "tril"), ("argmax", "argmin"), ("max", "min"), ("amax", "amin"), ("maximum", "minimum"),
    ("log", "log2"), ("log1p", "log"), ("exp", "expm1"), ("floor", "ceil"), ("zeros", "ones"), ("zeros_like", "ones_like"), ("sin", "cos"),
    ("any", "all"), ("append", "extend"), ("argsort", "sort"), ("cumsum", "cumprod"), ("hstack", "vstack"), ("add", "subtract"),
    ("row_stack", "column_stack"), ("relu", "sigmoid"), ("floor_divide", "divide"),
]  # fmt: skip
SWAP = {a: b for a, b in SWAPS} | {b: a for a, b in SWAPS if b not in dict(SWAPS)}
KEYWORDS = {
    "axis",
    "keepdims",
    "keepdim",
    "dim",
    "ddof",
    "correction",
    "unbiased",
    "dtype",
    "key",
    "reverse",
    "stable",
    "kind",
    "side",
    "weights",
}
TRANSPARENT = {"detach", "copy", "clone", "abs", "sqrt", "conj", "astype", "contiguous", "ravel", "flatten", "squeeze", "transpose", "item"}
BINARY: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub], ast.Sub: [ast.Add], ast.Mult: [ast.Div], ast.Div: [ast.Mult], ast.FloorDiv: [ast.Div], ast.Mod: [ast.FloorDiv],
    ast.Pow: [ast.Mult], ast.BitAnd: [ast.BitOr], ast.BitOr: [ast.BitAnd], ast.LShift: [ast.RShift], ast.RShift: [ast.LShift],
}  # fmt: skip
COMPARE: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Lt: [ast.LtE, ast.Gt], ast.LtE: [ast.Lt, ast.GtE], ast.Gt: [ast.GtE, ast.Lt], ast.GtE: [ast.Gt, ast.LtE], ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq], ast.Is: [ast.IsNot], ast.IsNot: [ast.Is], ast.In: [ast.NotIn], ast.NotIn: [ast.In],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """`hash` names the changed top-level statement, so that signing it survives changes elsewhere in the file."""

    hash: str
    line: int
    what: str
    text: str


def mutants(source: str) -> list[Mutant]:
    """Every mutant of `source`, each text once, in the order of the file."""
    tree = ast.parse(source)
    frozen = _frozen(tree)
    seen = {ast.unparse(tree)}
    found = []
    for index, node in enumerate(ast.walk(tree)):
        if id(node) in frozen:
            continue
        for what, change in _changes(node):
            mutated = copy.deepcopy(tree)
            target = list(ast.walk(mutated))[index]
            if not _apply(mutated, target, change):
                continue
            text = ast.unparse(ast.fix_missing_locations(mutated)) + "\n"
            if text not in seen:
                seen.add(text)
                found.append(Mutant(_hash(tree, mutated), getattr(node, "lineno", 0), what, text))
    return sorted(found, key=lambda m: (m.line, m.what, m.hash))


def _hash(tree: ast.Module, mutated: ast.Module) -> str:
    """The hash of the top-level statement that differs."""
    before, after = [ast.unparse(n) for n in tree.body], [ast.unparse(n) for n in mutated.body]
    changed = next((b for a, b in zip(before, after, strict=False) if a != b), "\n".join(after))
    return hashlib.sha256(changed.encode()).hexdigest()[:12]


def _frozen(tree: ast.Module) -> set[int]:
    """Nodes that stay as they are: docstrings, annotations, imports, decorators, texts, what is raised, __name__ guards."""
    out: set[int] = set()

    def freeze(node: ast.AST | None) -> None:
        if node is not None:
            out.update(id(n) for n in ast.walk(node))

    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert, ast.JoinedStr)):
            freeze(node.exc if isinstance(node, ast.Raise) else node)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            freeze(node.returns)
            for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
                freeze(a.annotation)
            for d in node.decorator_list:
                freeze(d)
        elif isinstance(node, ast.AnnAssign):
            freeze(node.annotation)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            freeze(node)
    return out


def _apply(tree: ast.Module, target: ast.AST, change: ast.AST | None) -> bool:
    """Put `change` where `target` stands; None drops a statement (leaving `pass` in an empty body)."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is target and change is not None:
                setattr(parent, name, change)
                return True
            if isinstance(value, list) and any(v is target for v in value):
                i = next(i for i, v in enumerate(value) if v is target)
                value[i : i + 1] = [change] if change is not None else ([] if len(value) > 1 else [ast.Pass()])
                return True
    return False


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST | None]]:
    """What could stand in the place of `node`: (description, replacement or None for nothing)."""
    match node:
        case ast.BinOp():
            yield from _binary(node)
        case ast.AugAssign():
            for op in BINARY.get(type(node.op), []):
                yield f"{_op(node.op)}= becomes {_op(op())}=", ast.AugAssign(node.target, op(), node.value)
            yield "statement dropped", None
        case ast.Compare(ops=[first]):
            for cmp in COMPARE.get(type(first), []):
                yield f"{type(first).__name__} becomes {cmp.__name__}", ast.Compare(node.left, [cmp()], node.comparators)
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "and/or swapped", ast.BoolOp(other, node.values)
            for i in range(len(node.values)):
                rest = node.values[:i] + node.values[i + 1 :]
                yield f"operand {i + 1} of and/or dropped", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.USub() | ast.Not() | ast.Invert()):
            yield f"{type(node.op).__name__} dropped", node.operand
        case ast.Constant(value=value) if isinstance(value, (bool, int, float)):
            yield from _constant(value)
        case ast.If() | ast.While():
            yield "condition negated", _with_test(node, ast.UnaryOp(ast.Not(), node.test))
            if isinstance(node, ast.If) and not node.orelse:
                yield "if dropped", None
        case ast.IfExp():
            yield "takes the first branch", node.body
            yield "takes the other branch", node.orelse
        case ast.Call():
            yield from _call(node)
        case ast.Attribute(attr="T" | "mT"):
            yield "transpose dropped", node.value
        case ast.Attribute(attr="inf"):
            yield "infinity becomes 1e4", ast.Constant(10000.0)
        case ast.Attribute() | ast.Name() if (name := node.attr if isinstance(node, ast.Attribute) else node.id) in SWAP:
            if isinstance(node.ctx, ast.Load):
                yield f"{name} becomes {SWAP[name]}", _renamed(node, SWAP[name])
        case ast.Subscript():
            yield from _slice(node)
        case ast.Expr(value=ast.Call()) | ast.Continue() | ast.Break():
            yield "statement dropped", None
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            yield "statement dropped", None
        case ast.With(items=[ast.withitem(context_expr=ast.Call(func=ast.Attribute(attr="no_grad" | "inference_mode")))]):
            yield "with dropped", ast.If(ast.Constant(True), node.body, [])
        case ast.Return(value=ast.Tuple(elts=[a, b])):
            yield "returned values swapped", ast.Return(ast.Tuple([b, a], ast.Load()))


def _op(op: ast.AST) -> str:
    return {"Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**"}.get(
        type(op).__name__, type(op).__name__
    )


def _binary(node: ast.BinOp) -> Iterator[tuple[str, ast.AST]]:
    for op in BINARY.get(type(node.op), []):
        yield f"{_op(node.op)} becomes {_op(op())}", ast.BinOp(node.left, op(), node.right)
    if isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.Pow)):
        yield "operands swapped", ast.BinOp(node.right, node.op, node.left)
    if isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div)):
        yield f"right side of {_op(node.op)} dropped", node.left


def _constant(value: bool | int | float) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(value, bool):
        yield f"{value} becomes {not value}", ast.Constant(not value)
    elif isinstance(value, int):
        for new in (value + 1, value - 1):
            yield f"{value} becomes {new}", ast.Constant(new)
    else:
        for factor in (2.0, 0.0) if value else (1.0,):
            new_float = value * factor if value else 1.0
            yield f"{value} becomes {new_float}", ast.Constant(new_float)


def _with_test(node: ast.If | ast.While, test: ast.expr) -> ast.AST:
    return ast.If(test, node.body, node.orelse) if isinstance(node, ast.If) else ast.While(test, node.body, node.orelse)


def _renamed(node: ast.Attribute | ast.Name, name: str) -> ast.AST:
    return ast.Attribute(node.value, name, node.ctx) if isinstance(node, ast.Attribute) else ast.Name(name, node.ctx)


def _call(node: ast.Call) -> Iterator[tuple[str, ast.AST]]:
    for i, k in enumerate(node.keywords):
        if k.arg in KEYWORDS:
            yield f"{k.arg}= dropped", ast.Call(node.func, node.args, node.keywords[:i] + node.keywords[i + 1 :])
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
    if name in TRANSPARENT:
        if isinstance(node.func, ast.Attribute) and not isinstance(node.func.value, ast.Name):
            yield f".{name}() dropped", node.func.value
        elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            module = node.func.value.id in {"np", "numpy", "torch", "F", "math"}
            if not module:
                yield f".{name}() dropped", node.func.value
            elif node.args:
                yield f"{name}() dropped", node.args[0]
        elif node.args:
            yield f"{name}() dropped", node.args[0]
    if name == "range" and len(node.args) == 1:
        yield "range starts at 1", ast.Call(node.func, [ast.Constant(1), node.args[0]], [])


def _slice(node: ast.Subscript) -> Iterator[tuple[str, ast.AST]]:
    if not isinstance(node.slice, ast.Slice):
        return
    lower, upper, step = node.slice.lower, node.slice.upper, node.slice.step

    def new(a: ast.expr | None, b: ast.expr | None) -> ast.AST:
        return ast.Subscript(node.value, ast.Slice(a, b, step), node.ctx)

    if lower is not None:
        yield "lower bound of the slice + 1", new(ast.BinOp(lower, ast.Add(), ast.Constant(1)), upper)
        yield "lower bound of the slice dropped", new(None, upper)
    if upper is not None:
        yield "upper bound of the slice - 1", new(lower, ast.BinOp(upper, ast.Sub(), ast.Constant(1)))
        yield "upper bound of the slice dropped", new(lower, None)
