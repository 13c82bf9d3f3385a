"""The same forest walked in plain Python: children lists, a stack, totals from the leaves up."""


def run(tables):
    """{"columns", "rows"} from {name: {"columns", "rows"}}."""
    own, children, names = {}, {}, {}
    for i, name, parent in tables["categories"]["rows"]:
        names[i] = name
        children.setdefault(parent, []).append(i)
    for i, amount in tables["sales"]["rows"]:
        own[i] = own.get(i, 0) + (amount or 0)
    rows, order, stack = {}, [], [(i, names[i], 0) for i in children.get(None, [])]
    while stack:
        i, path, depth = stack.pop()
        rows[i] = [i, path, depth, own.get(i, 0), own.get(i, 0)]
        order.append(i)
        stack += [(c, path + "/" + names[c], depth + 1) for c in children.get(i, [])]
    for i in reversed(order):
        for c in children.get(i, []):
            rows[i][4] += rows[c][4]
    return {"columns": ["id", "path", "depth", "own", "total"], "rows": sorted(rows.values(), key=lambda r: (r[1].encode(), r[0]))}
