"""Runs `count`; knows texts, no counts."""

import stage


def count(texts):
    docs = stage.put("docs" if texts else "empty", texts)
    out = stage.WORK / "counts.json"
    done = stage.run("count", docs, "--out", out, seconds=20, follow=stage.WORK / "counts.log")
    if not texts:
        return done.refused()
    done.ok()
    return {"counts": stage.read_json(out)}
