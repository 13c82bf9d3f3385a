"""By counting in Python."""


def run(tables):
    bought = [row[1] for row in tables["orders"]["rows"]]
    return {"columns": ["name", "orders"], "rows": [[name, bought.count(i)] for i, name in tables["customers"]["rows"]]}
