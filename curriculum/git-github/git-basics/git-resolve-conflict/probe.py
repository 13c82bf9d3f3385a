"""What does the merged function do?  Runs price.py of the working folder on a few carts."""

CARTS = [
    [], [10], [99.99], [100], [60, 40.004], [33.335, 33.335, 33.33], [0.125, 0.25], [50, 49.996], [19.99] * 7, [111.115], [250.0, 0.005], [-5, 120.129],
]


def look(folder):
    """{"totals": [...]} or {"error": what went wrong}."""
    try:
        with open(f"{folder}/price.py", encoding="utf-8") as f:
            text = f.read()
        names = {}
        exec(compile(text, "price.py", "exec"), names)
        return {"totals": [names["total"](list(cart)) for cart in CARTS]}
    except Exception as e:
        return {"error": f"{type(e).__name__}: {e}"[:200]}
