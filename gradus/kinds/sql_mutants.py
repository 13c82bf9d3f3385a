"""Small faults planted into a SQL query, to measure whether a judge would notice them: joins, boundaries, ties, NULLs, duplicates, frames.

Works on the syntax tree of sqlglot; layout and comments of the original are lost, which nobody reads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.dialects.sqlite import SQLite
from sqlglot.errors import ErrorLevel, SqlglotError

Node = Any  # sqlglot gave its tree another common ancestor between versions
Change = Callable[[Node], object]


class Both(SQLite):
    """What is read is written in one dialect, so that nothing is translated; NULLS FIRST or LAST is always said, since the engines differ."""

    class Generator(SQLite.Generator):  # type: ignore[misc, valid-type]
        """As SQLite's, but for ORDER BY."""

        def ordered_sql(self, expression: exp.Ordered) -> str:
            way = " DESC" if expression.args.get("desc") else ""
            return f"{self.sql(expression, 'this')}{way} NULLS {'FIRST' if expression.args.get('nulls_first') else 'LAST'}"


COMPARE: dict[Node, list[Node]] = {
    exp.LT: [exp.LTE, exp.GT], exp.LTE: [exp.LT, exp.GTE], exp.GT: [exp.GTE, exp.LT], exp.GTE: [exp.GT, exp.LTE],
    exp.EQ: [exp.NEQ], exp.NEQ: [exp.EQ], exp.And: [exp.Or], exp.Or: [exp.And],
    exp.Add: [exp.Sub], exp.Sub: [exp.Add], exp.Mul: [exp.Div], exp.Div: [exp.Mul],
}  # fmt: skip
AGGREGATES: dict[Node, list[Node]] = {
    exp.Sum: [exp.Avg, exp.Max], exp.Avg: [exp.Sum], exp.Min: [exp.Max], exp.Max: [exp.Min],
    exp.Lag: [exp.Lead], exp.Lead: [exp.Lag], exp.FirstValue: [exp.LastValue], exp.LastValue: [exp.FirstValue],
}  # fmt: skip
RANKS = {"RANK": exp.Rank, "DENSE_RANK": exp.DenseRank, "ROW_NUMBER": exp.RowNumber}


def fault(text: str) -> tuple[int, str] | None:
    """Line and sentence if `text` is not one query that can be parsed, else None."""
    try:
        found = [s for s in sqlglot.parse(text, read=Both) if s is not None]
    except SqlglotError as e:
        line = (getattr(e, "errors", None) or [{}])[0].get("line") or 1
        return int(line), f"does not parse as SQL ({str(e).splitlines()[0]}); correct this line."
    if len(found) != 1 or not isinstance(found[0], exp.Query):
        return 1, "is not one query; keep a single SELECT, or WITH ... SELECT."
    return None


def mutants(sql: str) -> list[tuple[str, str, str]]:
    """(hash, description, text) of every mutant of a query, each text once, in the order of the tree."""
    tree: Node = sqlglot.parse_one(sql, read=Both)
    for node in tree.walk():
        node.comments = None
    seen = {_text(tree)}
    found = []
    for index, node in enumerate(tree.walk()):
        for what, change in _changes(node):
            copy = tree.copy()
            change(list(copy.walk())[index])
            if (text := _text(copy)) not in seen:
                seen.add(text)
                found.append((hashlib.sha256(text.encode()).hexdigest()[:12], what, text))
    return found


def _text(tree: Node) -> str:
    return str(tree.sql(dialect=Both, pretty=True, unsupported_level=ErrorLevel.IGNORE)) + "\n"


def _swap(to: Node) -> Change:
    """Replace a node by one of another class with the same arguments."""

    def change(node: Node) -> None:
        node.replace(to(**{k: v.copy() if hasattr(v, "copy") and hasattr(v, "sql") else v for k, v in node.args.items()}))

    return change


def _set(key: str, value: object) -> Change:
    return lambda node: node.set(key, value)


def _pick(key: str) -> Change:
    """Replace a node by one of its own parts."""
    return lambda node: node.replace(node.args[key])


def _each(*changes: Change) -> Change:
    return lambda node: [change(node) for change in changes]


def _without(i: int, part: str | None = None) -> Change:
    """Drop one of a node's (or of its part's) expressions."""

    def change(node: Node) -> None:
        of = node.args[part] if part else node
        of.set("expressions", [e for k, e in enumerate(of.expressions) if k != i])

    return change


def _plus(by: int) -> Change:
    return lambda node: node.set("this", str(int(node.this) + by))


def _changes(node: Node) -> Iterator[tuple[str, Change]]:
    """Every change to this node, with its description."""
    short = " ".join(_text(node).split())[:60]
    for to in COMPARE.get(type(node), []):
        yield f"{short}: {node.key} becomes {to.key}", _swap(to)
    for to in AGGREGATES.get(type(node), []):
        yield f"{short}: becomes {to.key}", _swap(to)
    for rule in (_joins, _conditions, _counts, _windows, _ordering, _selects, _values):
        yield from ((f"{short}: {what}", change) for what, change in rule(node))


def _joins(node: Node) -> Iterator[tuple[str, Change]]:
    if not isinstance(node, exp.Join):
        return
    side = str(node.args.get("side") or "").upper()
    if side:
        yield f"{side} JOIN becomes JOIN", _set("side", None)
    elif node.args.get("on") or node.args.get("using"):
        yield "JOIN becomes LEFT JOIN", _each(_set("kind", None), _set("side", "LEFT"))
    if node.args.get("on"):
        yield "the join condition is dropped", _set("on", sqlglot.parse_one("1 = 1"))


def _conditions(node: Node) -> Iterator[tuple[str, Change]]:
    if isinstance(node, exp.And) and _selecting(node):
        yield "the left condition is dropped", _pick("expression")
        yield "the right condition is dropped", _pick("this")
    if isinstance(node, (exp.Not, exp.Exists, exp.In, exp.Is)) and not isinstance(node.parent, exp.Not):
        if isinstance(node, exp.Not):
            yield "NOT is dropped", _pick("this")
        else:
            yield "is negated", lambda n: n.replace(exp.Not(this=exp.Paren(this=n.copy())))
    if isinstance(node, exp.Filter):
        yield "FILTER is dropped", _pick("this")
    if isinstance(node, exp.Case) and node.args.get("default"):
        yield "ELSE is dropped", _set("default", None)
    if isinstance(node, exp.Coalesce):
        yield "COALESCE is dropped", _pick("this")


def _selecting(node: Node) -> bool:
    """Does the condition choose rows (and not build a value)?"""
    up = node.parent
    while isinstance(up, (exp.And, exp.Paren)):
        up = up.parent
    return isinstance(up, (exp.Where, exp.Having, exp.Join))


def _counts(node: Node) -> Iterator[tuple[str, Change]]:
    if not isinstance(node, (exp.Count, exp.Sum, exp.Avg)):
        return
    inside = node.this
    if isinstance(inside, exp.Distinct) and len(inside.expressions) == 1:
        yield "DISTINCT is dropped", lambda n: n.set("this", n.this.expressions[0])
    elif not isinstance(inside, (exp.Star, exp.Distinct)):
        yield "DISTINCT is added", lambda n: n.set("this", exp.Distinct(expressions=[n.this.copy()]))
    if isinstance(node, exp.Count):
        if not isinstance(inside, exp.Star):
            yield "counts rows", _set("this", exp.Star())
        elif select := node.find_ancestor(exp.Select):
            columns = [c for e in select.expressions for c in e.find_all(exp.Column)]
            if columns:
                yield f"counts {columns[-1].sql()}", _set("this", columns[-1].copy())


def _windows(node: Node) -> Iterator[tuple[str, Change]]:
    for name, to in RANKS.items():
        if isinstance(node, tuple(RANKS.values())) and not isinstance(node, to):
            yield f"becomes {name}", _swap(to)
    if isinstance(node, exp.Window):
        if node.args.get("partition_by"):
            yield "PARTITION BY is dropped", _set("partition_by", None)
        if node.args.get("order"):
            yield "the window's ORDER BY is dropped", _set("order", None)
        if node.args.get("spec"):
            yield "the frame is dropped", _set("spec", None)
    if isinstance(node, exp.WindowSpec):
        other = {"ROWS": "RANGE", "RANGE": "ROWS"}.get(str(node.args.get("kind")))
        bare = all(not hasattr(node.args.get(k), "sql") for k in ("start", "end"))
        if other and bare:  # RANGE with a number needs a numeric order
            yield f"the frame counts {other}", _set("kind", other)
        if node.args.get("start") == "UNBOUNDED":
            yield "the frame starts at the current row", _each(_set("start", "CURRENT ROW"), _set("start_side", None))
        if node.args.get("end") == "CURRENT ROW":
            yield "the frame ends at the last row", _each(_set("end", "UNBOUNDED"), _set("end_side", "FOLLOWING"))


def _ordering(node: Node) -> Iterator[tuple[str, Change]]:
    if isinstance(node, exp.Ordered):
        yield "the direction is turned", _set("desc", not node.args.get("desc"))
        if node.args.get("nulls_first") == bool(node.args.get("desc")):  # said in the source, not the default
            yield "NULLs go to the other end", _set("nulls_first", not node.args.get("nulls_first"))
    if isinstance(node, exp.Order) and len(node.expressions) > 1:
        for i in range(len(node.expressions)):
            yield f"term {i + 1} of ORDER BY is dropped", _without(i)


def _selects(node: Node) -> Iterator[tuple[str, Change]]:
    if isinstance(node, exp.Select):
        if node.args.get("distinct"):
            yield "DISTINCT is dropped", _set("distinct", None)
        elif not node.parent and not node.args.get("group"):
            yield "DISTINCT is added", _set("distinct", exp.Distinct())
        for key in ("where", "having", "limit", "offset", "order"):
            if node.args.get(key) and not (key == "order" and node.parent):
                yield f"{key.upper()} is dropped", _set(key, None)
        if (group := node.args.get("group")) and len(group.expressions) > 1:
            for i in range(len(group.expressions)):
                yield f"term {i + 1} of GROUP BY is dropped", _without(i, "group")
    if isinstance(node, exp.SetOperation) and not isinstance(node, (exp.Except, exp.Intersect)):
        distinct = bool(node.args.get("distinct"))
        yield ("UNION becomes UNION ALL" if distinct else "UNION ALL becomes UNION"), _set("distinct", not distinct)


def _values(node: Node) -> Iterator[tuple[str, Change]]:
    if isinstance(node, exp.Literal) and not (isinstance(node.parent, exp.Select) and isinstance(node.parent.parent, exp.Exists)):
        if node.is_string:
            yield "the text is changed", lambda n: n.set("this", n.this + "~")
        elif str(node.this).isdigit() and not isinstance(node.parent, (exp.DataTypeParam, exp.Order, exp.Ordered, exp.Group)):
            for by in (1, -1):
                yield f"{node.this} becomes {int(node.this) + by}", _plus(by)
    if isinstance(node, exp.DPipe):
        yield "the operands are swapped", lambda n: n.replace(exp.DPipe(this=n.expression.copy(), expression=n.this.copy()))
    if isinstance(node, (exp.Abs, exp.Round, exp.Lower, exp.Upper, exp.Trim)):
        yield "the function is dropped", _pick("this")
