"""Starts the service and asks it."""

import json

import stage


def ask(table, words):
    file = stage.put("data", {"table.json": json.dumps(table)}) / "table.json"
    with stage.service("serve", file, ready="/healthz", seconds=20) as served:
        return {w: served.ask("GET", f"/count?word={w}") for w in words}
