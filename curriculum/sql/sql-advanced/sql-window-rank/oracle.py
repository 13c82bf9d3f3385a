"""The podiums by pandas: rank(method="min") within groups."""
import pandas as pd


def run(tables):
    """{"columns", "rows"} from {name: {"columns", "rows"}}."""
    columns = ["category", "place", "runner", "duration", "gap"]
    runs = pd.DataFrame(tables["runs"]["rows"], columns=tables["runs"]["columns"])
    runs = runs.dropna(subset=["duration"])
    if runs.empty:
        return {"columns": columns, "rows": []}
    runs["duration"] = runs["duration"].astype(int)
    times = runs.groupby("category")["duration"]
    runs["place"] = times.rank(method="min").astype(int)
    runs["gap"] = runs["duration"] - times.transform("min")
    top = runs[runs["place"] <= 3].sort_values(["category", "place", "runner"])
    return {"columns": columns, "rows": [[str(r.category), int(r.place), str(r.runner), int(r.duration), int(r.gap)] for r in top.itertuples()]}
