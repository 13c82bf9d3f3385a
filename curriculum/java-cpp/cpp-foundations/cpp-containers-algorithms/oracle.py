"""The same table with Python's own containers: a dict, and a sorted list searched by halving."""

from bisect import bisect_left, insort


def run(stdin, args):
    score, ordered, out = {}, [], []

    def take(name):
        if name in score:
            del ordered[bisect_left(ordered, (score[name], name))]
            del score[name]

    def best(k):
        """From the top downwards, group by group of equal scores."""
        found, end = [], len(ordered)
        while end and len(found) < k:
            begin = bisect_left(ordered, (ordered[end - 1][0], ""))
            found += [name for _, name in ordered[begin : min(end, begin + k)]]
            end = begin
        return found[:k]

    for line in stdin.split("\n"):
        match line.split():
            case ["set", name, number]:
                take(name)
                score[name] = int(number)
                insort(ordered, (int(number), name))
            case ["drop", name]:
                take(name)
            case ["purge", number]:
                for _, name in list(ordered[: bisect_left(ordered, (int(number), ""))]):
                    take(name)
            case ["top", k]:
                out.append(" ".join(best(int(k))) or "none")
            case ["near", number]:
                at = bisect_left(ordered, (int(number), ""))
                out.append(ordered[at][1] if at < len(ordered) else "none")
    return "\n".join(out) + "\n"
