"""A line chart read off its axes: lines against real dates, labels with units, legend in order, the event marked."""

import numpy as np
from gradus.judging import Miss, View, close, each, equal, script

EXPECTED = {  # the lesson's example; 1 March 2024 is day 19,783 since 1970
    "the lesson's chart": {"title": "Latency of two models", "xlabel": "Date", "ylabel": "Latency (ms)", "colours": True, "legend": ["A", "B"], "beside": True, "upright": [19802.0], "label_at": [19802.0],
                           "lines": [{"x": [19783.0, 19784.0, 19810.0], "y": [120.0, 110.0, 60.0]}, {"x": [19783.0, 19784.0, 19810.0], "y": [200.0, 180.0, 170.0]}],
                           "other_words": [], "other_figures": 0},
}  # fmt: skip
DAY = np.datetime64("1970-01-01")

def read(got, miss):
    """The miss with the figure as it was read off the axes."""
    lines = [{"name": n, "x": v["x"][:200], "y": v["y"][:200]} for n, v in zip([*got["legend"], *(f"line {i}" for i in range(1, 9))], got["lines"])]
    more = {"x_label": got["xlabel"], "y_label": got["ylabel"], "marks": got["upright"][:5], "dates": True, "read": True}
    return miss and Miss(miss.say, view=View("lines", {"series": lines, "title": got["title"], **more}))

def chart(name, dates, series, title, quantity, unit, event):
    return script("draw", dates, series, title, quantity, unit, event, shown=f'line_chart(ax, {dates[:3]} …, {{{", ".join(map(repr, series))}: …}}, {title!r}, {quantity!r}, {unit!r}, {event!r})')

def PROBES(rng):
    p = {"the lesson's chart": chart("", ["2024-03-01", "2024-03-02", "2024-03-28"], {"A": [120, 110, 60], "B": [200, 180, 170]}, "Latency of two models", "Latency", "ms", ["2024-03-20", "new index"])}
    names, units = ["zebra", "Alpha", "mid", "Berlin", "älter", "x_1"], [("Temperature", "°C"), ("Loss", "nats"), ("Throughput", "tokens/s")]
    for i in range(4):
        n, k = int(rng.integers(5, 30)), int(rng.integers(2, 6))
        days = np.sort(rng.choice(np.arange(9000, 20000), n, replace=False))
        chosen = [names[int(j)] for j in rng.permutation(6)[:k]]
        series = {c: [float(v) for v in rng.normal(50, 20, n).round(2)] for c in chosen}
        event = [str(DAY + int(rng.integers(days[0] + 1, days[-1]))), ["deploy v2", "outage", "heat wave", "new data"][i]]
        p[f"series {i}"] = chart("", [str(DAY + int(d)) for d in days], series, f"Chart {i} of {k} series", *units[i % 3], event)
    p["one series"] = chart("", ["2020-02-28", "2020-02-29", "2021-01-01"], {"only": [1.0, 1.0, 1.0]}, "One", "Share", "%", ["2020-02-29", "leap day"])
    return p

@each()
def on_the_axes_given(got):
    """Everything is drawn on the Axes handed in; no other figure is opened."""
    return Miss("A second figure was opened.") if got["other_figures"] else None

@each()
def every_series(got, ideal):
    """Each series is one line with the values as y, in the order of the dict, in a colour of its own."""
    if len(got["lines"]) != len(ideal["lines"]):
        return read(got, Miss(f"There are {len(got['lines'])} lines for {len(ideal['lines'])} series."))
    return read(got, close([line["y"] for line in got["lines"]], [line["y"] for line in ideal["lines"]], rtol=1e-9) or (None if got["colours"] else Miss("Two lines have the same colour.")))

@each()
def real_dates(got, ideal):
    """x is the real date of each value, so that unequal gaps look unequal."""
    return read(got, close([line["x"] for line in got["lines"]], [line["x"] for line in ideal["lines"]], rtol=0, atol=1e-3))

@each()
def labels(got, ideal):
    """Title and both axis labels are there, the y label with its unit."""
    for key, name in (("title", "title"), ("xlabel", "x label"), ("ylabel", "y label")):
        if equal(got[key], ideal[key]):
            return read(got, Miss(f"The {name} is {got[key]!r}, expected {ideal[key]!r}."))
    return None

@each()
def legend(got, ideal):
    """The legend names all series, in the order of the lines, each beside its line's colour, and nothing else."""
    if got["legend"] != ideal["legend"]:
        return read(got, Miss(f"The legend reads {got['legend']}, expected {ideal['legend']}."))
    return None if got["beside"] else read(got, Miss("A name in the legend stands beside another line's colour."))

@each()
def event(got, ideal):
    """A vertical line and the label stand at the event's date, and no other words on the chart."""
    if len(got["upright"]) != 1:
        return read(got, Miss(f"There are {len(got['upright'])} vertical lines, expected one."))
    if len(got["label_at"]) != 1 or got["other_words"]:
        return read(got, Miss(f"The label stands {len(got['label_at'])} times by date, expected once; other words: {got['other_words'][:3]}."))
    return read(got, close(got["upright"], ideal["upright"], rtol=0, atol=1e-3) or close(got["label_at"], ideal["label_at"], rtol=0, atol=2e-3))
